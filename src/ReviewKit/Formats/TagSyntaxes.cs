using System.Text.RegularExpressions;
using ReviewKit.Text;

namespace ReviewKit.Formats;

/// <summary>How each tagged format writes its lines.</summary>
static partial class TagSyntaxes
{
    // Stands for a line break of a web page in the middle of a line of the file.
    const string TagBreak = "\u0001";

    static readonly TagMatch None = default;

    /// <summary>"TY  - JOUR"; also "TY - JOUR" and "A1\t- x", but then only for tags that RIS has: a sentence may begin with "IT - ".</summary>
    public static readonly TagSyntax Ris = new()
    {
        Match = MatchRis,
        Begins = (tag, _) => tag == "TY",
        End = "ER",
        Glued = (line, state) => state.Record is null || line.StartsWith("ER", StringComparison.Ordinal)
            ? Math.Max(0, line.IndexOf("TY  - ", StringComparison.Ordinal)) : 0,
    };

    /// <summary>"AU Lu, H", continued by lines of three blanks; two characters and a blank without them only in files that do not indent.</summary>
    public static readonly TagSyntax WebOfScience = new()
    {
        Match = MatchWebOfScience,
        Begins = (tag, _) => tag == "PT",
        End = "ER",
        OfFile = new HashSet<string> { "FN", "VR", "EF" },
        Paragraph = " ",
    };

    /// <summary>"A1 张三"; CNKI leaves the blank out at times and writes "vo" small. There is no line that ends a record.</summary>
    public static readonly TagSyntax RefWorks = new()
    {
        Match = MatchRefWorks,
        Begins = (tag, _) => tag == "RT",
    };

    /// <summary>"%A 张三"; a record ends where the next begins, because CNKI and VIP have blank lines inside abstracts.</summary>
    public static readonly TagSyntax EndNote = new()
    {
        Match = MatchEndNote,
        Begins = BeginsEndNote,
        Glued = GluedEndNote,
        Clean = line => !line.Contains('<', StringComparison.Ordinal) ? line
            : PageRemains().Replace(line, m => m.Index > 0 && m.Index + m.Length < line.Length ? TagBreak : ""),
    };

    /// <summary>"{Title}: x", also with a full-width colon, without a blank, or in square brackets as the web page shows it.</summary>
    public static readonly TagSyntax NoteExpress = new()
    {
        Match = MatchNoteExpress,
        Begins = (tag, _) => tag == "Reference Type",
        Glued = (line, _) => line.Length < 2 ? 0 : Math.Max(0, Math.Max(
            line.IndexOf("{Reference Type}", 1, StringComparison.Ordinal), line.IndexOf("[Reference Type]", 1, StringComparison.Ordinal))),
    };

    /// <summary>CNKI's custom text: "Title-题名:  x"; empty fields are left out, so any of the leading labels may open a record.</summary>
    public static readonly TagSyntax CnkiCustom = new()
    {
        Match = MatchLabel,
        Begins = (tag, state) => state.Record is null || state.BlankLines >= 2
            || (CnkiTables.LabelKey(tag) is "SrcDatabase" or "Title" && state.Record.Fields.Exists(f => CnkiTables.LabelKey(f.Tag) == CnkiTables.LabelKey(tag))),
    };

    /// <summary>CNKI's E-Study text: the same labels, each record opened by "DataType: 1".</summary>
    public static readonly TagSyntax CnkiEStudy = new()
    {
        Match = MatchLabel,
        Begins = (tag, state) => state.Record is null || tag == "DataType",
    };

    /// <summary>"PMID- 1", "TI  - x", continued by lines of six blanks; a blank line between records.</summary>
    public static readonly TagSyntax PubMed = new()
    {
        Match = MatchPubMed,
        Begins = (tag, state) => state.Record is null || state.BlankLines > 0 || (tag == "PMID" && state.Record.Has("PMID")),
        Paragraph = " ",
    };

    static TagMatch MatchRis(string line, TagState state)
    {
        var tag = 0;
        while (tag < line.Length && tag < 4 && (char.IsAsciiLetterUpper(line[tag]) || (tag > 0 && char.IsAsciiDigit(line[tag])))) tag++;
        if (tag < 2) return None;
        if (tag == 2 && line.AsSpan().TrimEnd() is "ER") return new TagMatch(0, 2, line.Length);
        var dash = tag;
        while (dash < line.Length && line[dash] is ' ' or '\t' or '\u00a0') dash++;
        if (dash == tag || dash >= line.Length || line[dash] != '-') return None;
        var value = dash + 1;
        if (value < line.Length && line[value] is not (' ' or '\t' or '\u00a0')) return None;
        var isStrict = tag == 2 && dash == 4 && line[2] == ' ' && line[3] == ' ';
        return isStrict || RisTable.Known.Contains(line[..tag]) ? new TagMatch(0, tag, value) : None;
    }

    static TagMatch MatchWebOfScience(string line, TagState state)
    {
        if (line.Length < 2 || !char.IsAsciiLetterUpper(line[0]) || !(char.IsAsciiLetterUpper(line[1]) || char.IsAsciiDigit(line[1]))) return None;
        if (line.Length > 2 && line[2] != ' ') return None;
        var match = new TagMatch(0, 2, Math.Min(3, line.Length));
        if (state.HasIndented) return match;
        // Without indentation "AB" may open a line of text: a tag counts when it is known and new to the record.
        var tag = line[..2];
        if (state.LastTag is "AB" or "TI" or "FX" && line.Length > 3 && char.IsLower(line[3])) return None;
        return WosTable.Known.Contains(tag) && (tag is "ER" or "EF" or "PT" || state.Record?.Has(tag) != true) ? match : None;
    }

    static TagMatch MatchRefWorks(string line, TagState state)
    {
        if (line.Length < 2 || !char.IsAsciiLetter(line[0]) || !char.IsAsciiLetterOrDigit(line[1])) return None;
        if (line.StartsWith("URL ", StringComparison.Ordinal)) return new TagMatch(0, 3, 4);
        var isKnown = RefWorksTable.Known.Contains(line[..2]);
        var isEnded = line.Length == 2 || line[2] == ' ';
        if (isKnown && (isEnded || line[2] > 0x7f)) return new TagMatch(0, 2, isEnded ? Math.Min(3, line.Length) : 2);
        var isUpper = char.IsAsciiLetterUpper(line[0]) && !char.IsAsciiLetterLower(line[1]);
        return isEnded && isUpper && state.LastTag is not ("AB" or "NO" or "T1") ? new TagMatch(0, 2, Math.Min(3, line.Length)) : None;
    }

    static TagMatch MatchEndNote(string line, TagState state)
    {
        if (line.Length >= 2 && line[0] == '%' && line[1] is > ' ' and <= '~' && (line.Length == 2 || line[2] is ' ' or '\t' or ':' or '：'))
            return new TagMatch(0, 2, Math.Min(3, line.Length));
        // "PageCount-页码 0" stands without a tag inside CNKI records.
        return CnkiLine().Match(line) is { Success: true } label ? new TagMatch(0, label.Groups[1].Length, label.Length) : None;
    }

    static bool BeginsEndNote(string tag, TagState state)
    {
        if (state.Record is null) return tag[0] == '%';
        if (tag == "%0") return state.BlankLines > 0 || state.Record.Has("%0") || state.Record.Has("%W");
        return tag[0] == '%' && state.BlankLines > 0 && (!state.Record.Has("%0") || (tag == "%T" && state.Record.Has("%T")));
    }

    static int GluedEndNote(string line, TagState state)
    {
        var from = 1;
        while (from < line.Length && line.IndexOf('%', from) is > 0 and var at)
        {
            var rest = line.AsSpan(at);
            var isAuthor = rest.StartsWith("%A ") && line[at - 1] == ' ' && line.StartsWith("%A ", StringComparison.Ordinal);
            if (isAuthor || (rest.StartsWith("%0 ") && TypeWord().IsMatch(rest)) || (line[at - 1] == TagBreak[0] && rest.Length > 2 && rest[2] == ' ')) return at;
            from = at + 1;
        }
        return 0;
    }

    static TagMatch MatchNoteExpress(string line, TagState state)
    {
        if (line.Length < 4 || line[0] is not ('{' or '[')) return None;
        var close = line.IndexOf(line[0] == '{' ? '}' : ']', 1, Math.Min(line.Length - 1, 60));
        if (close < 2) return None;
        var colon = close + 1;
        while (colon < line.Length && line[colon] == ' ') colon++;
        if (colon >= line.Length || line[colon] is not (':' or '：')) return None;
        if (line[0] == '[' && !NoteExpressTable.Known.Contains(line[1..close])) return None;
        return new TagMatch(1, close - 1, colon + 1);
    }

    static TagMatch MatchLabel(string line, TagState state)
    {
        var letters = 0;
        while (letters < line.Length && letters < 20 && char.IsAsciiLetter(line[letters])) letters++;
        if (letters < 2 || letters >= line.Length) return None;
        var colon = letters;
        if (line[letters] == '-')
        {
            colon++;
            while (colon < line.Length && colon < letters + 12 && (Fold.IsHan(line[colon]) || char.IsAsciiLetter(line[colon]))) colon++;
            var name = line.AsSpan(letters + 1, colon - letters - 1);
            if (!Fold.HasHan(name.ToString()) && name is not "DOI") return None;
        }
        else if (line.AsSpan(0, letters) is not "DataType") return None;
        return colon < line.Length && line[colon] is ':' or '：' ? new TagMatch(0, colon, colon + 1) : None;
    }

    static TagMatch MatchPubMed(string line, TagState state)
    {
        var tag = 0;
        while (tag < line.Length && tag < 4 && (char.IsAsciiLetterUpper(line[tag]) || (tag > 1 && char.IsAsciiDigit(line[tag])))) tag++;
        if (tag < 2) return None;
        var dash = tag;
        while (dash < line.Length && dash < 5 && line[dash] == ' ') dash++;
        return dash >= 4 && dash < line.Length && line[dash] == '-' && (dash + 1 == line.Length || line[dash + 1] == ' ')
            ? new TagMatch(0, tag, dash + 1) : None;
    }

    // The export interface wraps each record in list items and breaks lines with <br>.
    [GeneratedRegex(@"^\s*(?:<[uo]l[^>]*>|<li[^>]*>)+|(?:<br\s*/?>|</?li[^>]*>|</?[uo]l[^>]*>)+\s*$|<br\s*/?>(?=%\S )", RegexOptions.IgnoreCase)]
    private static partial Regex PageRemains();

    [GeneratedRegex(@"^([A-Za-z]{3,20}-[\u4e00-\u9fff]{2,8})\s*[:：]?\s")]
    private static partial Regex CnkiLine();

    [GeneratedRegex(@"^%0 (?:Journal Article|Thesis|Conference|Newspaper|Patent|Legal Rule|Book|Report|Standard|Generic|Magazine|Web Page|Electronic)")]
    private static partial Regex TypeWord();
}
