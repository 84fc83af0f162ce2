using ReviewKit.Text;

namespace ReviewKit.Query.Dialects;

/// <summary>Which codes of a platform stand for a combination of fields.</summary>
/// <param name="Codes">Empty: no field is written. Several are joined by OR.</param>
/// <param name="Fields">What the codes search together.</param>
/// <param name="Code">Of the diagnostic, when the codes are not exactly what was asked; else null.</param>
sealed record FieldCover(IReadOnlyList<FieldCode> Codes, SearchFields Fields, string? Code = null, Message Said = default)
{
    /// <param name="separate">Each field by its own code, rather than the platform's combined ones.</param>
    public static FieldCover Of(SearchFields wanted, Dialect dialect, bool separate)
    {
        var texts = dialect.Fields.Where(code => code is { Role: FieldRole.Text, Instead: null, IsRead: false }).ToList();
        if (!separate)
        {
            if (wanted != SearchFields.None && texts.FirstOrDefault(code => code.Fields == wanted) is { } exact) return new([exact], wanted);
            if (dialect.Habits.FirstOrDefault(habit => habit.Wanted == wanted) is { } habit)
            {
                var code = texts.FirstOrDefault(one => one.Code == habit.Code);
                return new(code is null ? [] : [code], code?.Fields ?? SearchFields.None, habit.Diagnostic, habit.Said);
            }
        }
        if (wanted == SearchFields.None) return new([], SearchFields.None);
        if (wanted.HasFlag(SearchFields.Topic) && !texts.Exists(code => code.Fields.HasFlag(SearchFields.Topic)))
            return Of((wanted & ~SearchFields.Topic) | SearchFields.Tracked, dialect, separate) with
            {
                Code = "Q-W-FIELD-NARROWER",
                Said = new($"a topic search (主题) of CNKI or Wanfang is widened by the platform; {dialect.Title.En} is asked for title, abstract and keywords", $"知网、万方的主题检索由平台扩展；在{dialect.Title.Zh}中改为题名、摘要和关键词"),
            };
        var chosen = Union(texts, wanted, separate);
        var covered = chosen.Aggregate(SearchFields.None, (all, code) => all | code.Fields);
        if (covered == wanted) return new(chosen, covered);
        if (covered == SearchFields.None) return Wider(texts, wanted, dialect);
        // What is left may be a wish that has its own habit; else the string would say other than this.
        if (!separate && dialect.Habits.Any(habit => habit.Wanted == covered)) return Of(covered, dialect, separate);
        var lost = string.Join(", ", ExpressionText.Names(wanted & ~covered));
        return new(chosen, covered, "Q-W-FIELD-NARROWER", new($"{dialect.Title.En} has no field for {lost}; the others are searched", $"{dialect.Title.Zh}没有对应 {lost} 的字段；只检索其余字段"));
    }

    /// <summary>As few codes as do, in the order of the table.</summary>
    static List<FieldCode> Union(List<FieldCode> texts, SearchFields wanted, bool separate)
    {
        var chosen = new List<FieldCode>();
        var left = wanted;
        foreach (var code in texts.Where(code => code.Fields != SearchFields.None && (code.Fields & ~wanted) == 0 && (!separate || Bits(code.Fields) == 1)).OrderByDescending(code => Bits(code.Fields)))
        {
            if ((code.Fields & left) == 0) continue;
            chosen.Add(code);
            left &= ~code.Fields;
        }
        return [.. texts.Where(chosen.Contains)];
    }

    static FieldCover Wider(List<FieldCode> texts, SearchFields wanted, Dialect dialect)
    {
        var asked = string.Join(", ", ExpressionText.Names(wanted));
        if (texts.Where(code => (wanted & ~code.Fields) == 0).OrderBy(code => Bits(code.Fields)).FirstOrDefault() is { } wide)
            return new([wide], wide.Fields, "Q-W-FIELD-WIDER", new($"{dialect.Title.En} cannot search {asked} alone; {wide.Code} searches more", $"{dialect.Title.Zh}不能单独检索 {asked}；{wide.Code} 的范围更宽"));
        var usual = texts.FirstOrDefault(code => code.Code == dialect.Habits.FirstOrDefault(habit => habit.Wanted == SearchFields.None)?.Code);
        return new(usual is null ? [] : [usual], usual?.Fields ?? SearchFields.None, "Q-W-FIELD-DEFAULT", new($"{dialect.Title.En} has no field for {asked}; its default fields are searched", $"{dialect.Title.Zh}没有对应 {asked} 的字段；检索其默认字段"));
    }

    static int Bits(SearchFields fields) => System.Numerics.BitOperations.PopCount((uint)fields);
}
