using ReviewKit.Text;

namespace ReviewKit.Query.Dialects;

/// <summary>Changes a tree into what a platform can say, and says what was changed. The result is written and read back without loss.</summary>
sealed class Lowering(Dialect dialect, Writing options)
{
    readonly List<Diagnostic> found = [];

    public IReadOnlyList<Diagnostic> Found => [.. found.Distinct()];

    /// <returns>Null when nothing is left to write.</returns>
    public Expression? Of(Expression expression) => expression switch
    {
        Conjunction all => Rebuilt(all.Parts, parts => all with { Parts = parts }),
        Disjunction any => Rebuilt(any.Parts, parts => any with { Parts = parts }),
        Negation none => Of(none.Part) is { } part ? none with { Part = part } : null,
        Proximity near => new NearLowering(dialect, this).Of(near),
        SearchTerm term => Term(term),
        SubjectHeading heading => Heading(heading),
        DateLimit dates => Dates(dates),
        LanguageLimit languages => Limit(languages, dialect.Languages(languages.Languages), new("the language", "语种"), string.Join(", ", languages.Languages)),
        TypeLimit types => Limit(Known(types), dialect.Types(types.Types), new("the document type", "文献类型"), string.Join(", ", types.Types)),
        _ => expression,
    };

    public void Say(string code, Span at, Message said) => found.Add(new Diagnostic(code, at, said));

    Expression? Rebuilt(IReadOnlyList<Expression> parts, Func<List<Expression>, Expression> with)
    {
        var lowered = parts.Select(Of).OfType<Expression>().ToList();
        return lowered.Count switch { 0 => null, 1 => lowered[0], _ => with(lowered) };
    }

    public Expression Term(SearchTerm term)
    {
        term = Fields(Wild(Unquotable(term)));
        if (term.Form == TermForm.Exact && dialect.Style != FieldStyle.Call)
        {
            Say("Q-W-EXACT", term.At, new($"{{{term.Text}}} stands for exactly this spelling; {dialect.Title.En} has phrases only", $"{{{term.Text}}} 表示完全一致的写法；{dialect.Title.Zh}只有短语检索"));
            term = term with { Form = TermForm.Quoted };
        }
        // A Chinese phrase has no blanks to show where it ends: without quotes a Western platform cuts it into characters.
        if (options.Source is null && term is { Form: TermForm.Bare, HasWildcards: false } && dialect is { Language: "en", Quotes: not QuotePolicy.Never } && Fold.HasHan(term.Text)) term = term with { Form = TermForm.Quoted };
        if (term is { Form: TermForm.Bare, IsOneWord: false }) return Words(term);
        if (term.Form == TermForm.Bare && !term.HasWildcards && TermText.NeedsQuotes(term.Text, dialect)) term = term with { Form = TermForm.Quoted };
        if (term is { Form: TermForm.Quoted, HasWildcards: true } && !dialect.WildcardsInQuotes) return Loosened(term);
        if (dialect.Quotes == QuotePolicy.Never && TermText.NeedsQuotes(term.Text, dialect))
            Say("Q-W-UNQUOTABLE", term.At, new($"{term.Text}: {dialect.Title.En} has no quotes, so a sign or word in it may be taken for an operator", $"{term.Text}：{dialect.Title.Zh}没有引号，其中的符号或词可能被当作运算符"));
        return dialect.Quotes == QuotePolicy.Always && term.Form == TermForm.Bare ? term with { Form = TermForm.Quoted } : term;
    }

    /// <summary>A double quote cannot stand inside double quotes on any platform.</summary>
    SearchTerm Unquotable(SearchTerm term)
    {
        if (dialect.InnerSigns is not null || !term.Text.Contains('"', StringComparison.Ordinal)) return term;
        Say("Q-W-CHARACTER", term.At, new($"{term.Text}: a double quote cannot be searched; it was left out", $"{term.Text}：双引号无法检索，已略去"));
        return term with { Pieces = [.. term.Pieces.Select(piece => piece with { Text = piece.Text.Replace("\"", "", StringComparison.Ordinal) })] };
    }

    /// <summary>Several words without quotes mean on the new platform what they meant on the old one.</summary>
    Expression Words(SearchTerm term)
    {
        if (options.BareWords == BareWords.Phrase) return Term(term with { Form = TermForm.Quoted });
        if (dialect.BareWords == BareWords.AllOf && dialect.Quotes != QuotePolicy.Always) return term;
        return new Conjunction([.. Split(term).Select(Term)]) { At = term.At };
    }

    /// <summary>A phrase with a wildcard where quotes take none: its words next to each other, in order.</summary>
    Expression Loosened(SearchTerm term)
    {
        var words = Split(term).ToList();
        if (words.Count == 1) return words[0];
        if (dialect.Near.Any(form => form.Ordered)) return new Proximity([.. words], 0, true) { At = term.At };
        Say("Q-W-WILDCARD", term.At, new($"\"{term.Text}\": {dialect.Title.En} takes no wildcard in a phrase; its words are joined by AND", $"“{term.Text}”：{dialect.Title.Zh}的短语中不能有通配符；改为各词用 AND 连接"));
        return new Conjunction([.. words]) { At = term.At };
    }

    static IEnumerable<SearchTerm> Split(SearchTerm term)
    {
        var word = new List<Piece>();
        foreach (var piece in term.Pieces)
        {
            var texts = piece.Wild == Wildcard.None ? piece.Text.Split(' ') : [];
            if (texts.Length == 0) word.Add(piece);
            for (var i = 0; i < texts.Length; i++)
            {
                if (i > 0 && word.Count > 0)
                {
                    yield return term with { Pieces = [.. word], Form = TermForm.Bare };
                    word.Clear();
                }
                if (texts[i].Length > 0) word.Add(new Piece(texts[i]));
            }
        }
        if (word.Count > 0) yield return term with { Pieces = [.. word], Form = TermForm.Bare };
    }

    SearchTerm Wild(SearchTerm term)
    {
        if (!term.HasWildcards) return term;
        var pieces = new List<Piece>();
        foreach (var piece in term.Pieces)
        {
            if (piece.Wild == Wildcard.None || dialect.Wildcards.Any(sign => sign.Wild == piece.Wild))
            {
                if (piece.Limit > 0 && dialect.Style != FieldStyle.DotSuffix)
                    Say("Q-W-WILDCARD", term.At, new($"{term.Text}: {dialect.Title.En} cannot limit a wildcard to {piece.Limit} characters", $"{term.Text}：{dialect.Title.Zh}不能把通配符限制为 {piece.Limit} 个字符"));
                pieces.Add(dialect.Style == FieldStyle.DotSuffix ? piece : piece with { Limit = 0 });
            }
            else if (dialect.Wildcards.Any(sign => sign.Wild == Wildcard.Any))
            {
                Say("Q-W-WILDCARD", term.At, new($"{term.Text}: {dialect.Title.En} has no sign for {(piece.Wild == Wildcard.One ? "one character" : "one character or none")}; any ending is searched, which finds more", $"{term.Text}：{dialect.Title.Zh}没有表示{(piece.Wild == Wildcard.One ? "一个字符" : "零或一个字符")}的符号；改用任意截断，命中更多"));
                pieces.Add(new Piece("", Wildcard.Any));
            }
            else
                Say("Q-W-WILDCARD", term.At, new($"{term.Text}: {dialect.Title.En} has no wildcards; the sign was left out, so write the forms one by one", $"{term.Text}：{dialect.Title.Zh}没有通配符；已去掉该符号，请把各种词形逐一写出"));
        }
        var written = term with { Pieces = pieces.Count == 0 ? [new Piece(term.Text)] : pieces };
        if (options.Source != dialect.Name) found.AddRange(Lints.TermLints.Stems(written, dialect));
        return written;
    }

    SearchTerm Fields(SearchTerm term)
    {
        if (term.OwnField is { } own)
        {
            if (options.Source == dialect.Name) return term;
            if (term.Fields == SearchFields.None)
                Say("Q-W-FIELD-LOST", term.At, new($"the field {own} is not known; the term is searched in the default fields", $"字段 {own} 未知；该词在默认字段中检索"));
            term = term with { OwnField = null };
        }
        var cover = FieldCover.Of(term.Fields, dialect, options.Separate);
        if (cover.Code is { } code) Say(code, options.Source is null ? default : term.At, cover.Said);
        return term with { Fields = cover.Fields };
    }

    /// <summary>The fields a nearness may be asked in are those of its terms.</summary>
    public Expression Fields(Expression operand) => operand switch
    {
        SearchTerm term => Term(term),
        Disjunction any => any with { Parts = [.. any.Parts.Select(Fields)] },
        Proximity near => near with { Operands = [.. near.Operands.Select(Fields)] },
        _ => Of(operand) ?? operand,
    };

    /// <summary>A type in one platform's own words is another's only by chance.</summary>
    TypeLimit Known(TypeLimit types)
    {
        foreach (var type in types.Types.Where(type => options.Source != dialect.Name && Limits.TypeName(type, 1) == type && !Limits.IsKnownType(type)))
            Say("Q-W-TYPE", types.At, new($"\"{type}\" is written as it is: look up what {dialect.Title.En} calls it, if it has it", $"“{type}”按原样写出：请核对{dialect.Title.Zh}是否有此文献类型及其名称"));
        return types;
    }

    Expression Heading(SubjectHeading heading)
    {
        if (heading.Qualifier is { } list && list.Contains(',', StringComparison.Ordinal) && dialect.Style != FieldStyle.DotSuffix && dialect.Heading is not null)
            return Of(new Disjunction([.. list.Split(',').Select(one => heading with { Qualifier = one })]) { At = heading.At })!;
        if (dialect.Heading is not null)
        {
            if (heading.Vocabulary is { } from && dialect.Vocabulary is { } to && from != to)
                Say("Q-W-HEADING", heading.At, new($"\"{heading.Text}\" is a heading of {from}; look up its name in {to}", $"“{heading.Text}”是 {from} 主题词；请核对其在 {to} 中的名称"));
            return heading with { Vocabulary = dialect.Vocabulary, Qualifier = Qualifier(heading) };
        }
        var fields = dialect.Fields.Any(code => code is { Role: FieldRole.Text } && code.Fields == SearchFields.IndexTerms) ? SearchFields.IndexTerms : SearchFields.TextWords;
        Say("Q-W-HEADING", heading.At, new($"{dialect.Title.En} has no subject headings: \"{heading.Text}\" is searched as words{(heading.Explode ? ", without the narrower headings" : "")}", $"{dialect.Title.Zh}没有主题词表：“{heading.Text}”按普通词检索{(heading.Explode ? "，不含下位词" : "")}"));
        return Term(new SearchTerm(heading.Text, fields) { At = heading.At });
    }

    /// <summary>Embase's subheadings are others than MEDLINE's.</summary>
    string? Qualifier(SubjectHeading heading)
    {
        if (heading.Qualifier is null || dialect.Style != FieldStyle.ColonSuffix) return heading.Qualifier;
        Say("Q-W-HEADING", heading.At, new($"the subheading {heading.Qualifier} was left out", $"已略去副主题词 {heading.Qualifier}"));
        return null;
    }

    Expression? Dates(DateLimit dates)
    {
        var (from, to) = (YearOf(dates.From), YearOf(dates.To));
        var days = (dates.From is { Length: > 4 } first && !IsStart(first)) || (dates.To is { Length: > 4 } last && !IsEnd(last));
        if (days && dialect.Days is not null) return dates;
        if (dialect.Years(from, to) is null)
            return Limit(dates, null, new("the period", "时间范围"), $"{dates.From}–{dates.To}");
        if (days) Say("Q-W-DATE", dates.At, new($"{dialect.Title.En} is asked for whole years, {from}–{to}: more than {dates.From}–{dates.To}", $"{dialect.Title.Zh}按整年检索 {from}–{to}，宽于 {dates.From}–{dates.To}"));
        return dates with { From = from?.ToString(System.Globalization.CultureInfo.InvariantCulture), To = to?.ToString(System.Globalization.CultureInfo.InvariantCulture) };
    }

    public static int? YearOf(string? date) => date is null ? null : int.Parse(date.AsSpan(0, 4), System.Globalization.CultureInfo.InvariantCulture);

    static bool IsStart(string date) => date[4..] is "-01" or "-01-01";

    static bool IsEnd(string date) => date[4..] is "-12" or "-12-31";

    Expression? Limit(Expression limit, string? written, Message what, string value)
    {
        if (written is not null) return limit;
        Say("Q-I-FORM", limit.At, new($"{what.En} ({value}) is set in the form of {dialect.Title.En}, not in the string: note it in the search log", $"{what.Zh}（{value}）须在{dialect.Title.Zh}的表单中设置，不在检索式内：请记入检索日志"));
        return null;
    }
}
