using System.Text.RegularExpressions;
using ReviewKit.Records;
using ReviewKit.Text;

namespace ReviewKit.Formats;

/// <summary>Names of people as sources write them.</summary>
static partial class NameParser
{
    /// <summary>"Lu, Hong", "Smith J.", "张三[1]", "Liu, Fengyuan (60410297700)".</summary>
    public static PersonName Of(string text)
    {
        text = Blank.Trim(text);
        // VIP leaves footnote marks at names; Scopus its author id; both stand in fields of their own.
        if (text.Length > 3 && text[^1] is ']' or ')') text = Mark().Replace(text, "");
        if (text.Contains(',', StringComparison.Ordinal) || Fold.HasHan(text)) return PersonName.Parse(text);
        var initials = Initials().Match(text);
        return initials.Success
            ? new PersonName { Family = initials.Groups[1].Value + initials.Groups[3].Value, Given = initials.Groups[2].Value + initials.Groups[4].Value }
            : PersonName.Parse(text);
    }

    /// <summary>"Last, First", "von Last, Jr, First", "First von Last"; a name in braces is a body's and stays whole.</summary>
    public static PersonName OfBibTeX(string latex)
    {
        latex = Blank.Trim(latex);
        if (latex is ['{', .., '}'] && BibTeXText.IsOneGroup(latex)) return new PersonName { Literal = BibTeXText.Decode(latex) };
        var parts = BibTeXText.SplitTop(latex, ",").Select(BibTeXText.Decode).Select(Blank.Trim).ToList();
        parts.RemoveAll(p => p.Length == 0);
        if (parts.Count > 3) return new PersonName { Literal = string.Join(", ", parts) };
        if (parts.Count == 3) return new PersonName { Family = parts[0], Given = $"{parts[2]}, {parts[1]}" };
        if (parts.Count == 2) return new PersonName { Family = parts[0], Given = parts[1] };
        if (parts.Count == 1 && Initials().IsMatch(parts[0])) return Of(parts[0]);
        var words = BibTeXText.SplitTop(latex, " ").Select(BibTeXText.Decode).Select(Blank.Trim).Where(w => w.Length > 0).ToList();
        if (words.Count < 2 || Fold.HasHan(latex)) return new PersonName { Literal = parts.Count == 1 ? parts[0] : "" };
        // BibTeX: the family name begins at the first word in lower case ("van"), else it is the last word.
        var von = words.FindIndex(w => char.IsLower(w[0]));
        var first = von > 0 && von < words.Count - 1 ? von : words.Count - 1;
        return new PersonName { Family = string.Join(' ', words.Skip(first)), Given = string.Join(' ', words.Take(first)) };
    }

    /// <summary>The names in a BibTeX field. Scopus lists editors as "Merk C., Howlett R.J.", without "and".</summary>
    public static IEnumerable<string> SplitBibTeX(string latex)
    {
        foreach (var name in BibTeXText.SplitTop(latex, "and"))
        {
            var parts = name.Split(',');
            if (parts.Length > 1 && Array.TrueForAll(parts, p => Initials().IsMatch(Blank.Trim(p))))
                foreach (var part in parts) yield return part;
            else if (!Blank.Is(name)) yield return name;
        }
    }

    /// <summary>CNKI's newspapers: "南开大学文学院  张子轼" is an affiliation, two blanks and a name.</summary>
    public static (string Affiliation, string Name)? SplitAffiliation(string text)
    {
        var gap = text.LastIndexOf("  ", StringComparison.Ordinal);
        if (gap <= 0 || !Fold.HasHan(text)) return null;
        var name = Blank.Trim(text[gap..]);
        return name.Length is > 0 and <= 4 ? (Blank.Trim(text[..gap]), name) : null;
    }

    [GeneratedRegex(@"(?:\[[\d,，*\s]*\]|\s*\(\d{6,}\)|\s*\([^()\s]+@[^()\s]+\))+$")]
    private static partial Regex Mark();

    // "Smith J.M." and PubMed's "Smith JM"; without points the name must not be all capitals.
    [GeneratedRegex(@"^((?:[\p{L}'’\-]+\s+)*[\p{L}'’\-]{2,})\s+((?:\p{Lu}\.[\s-]?)+)$|^((?:\p{L}[\p{L}'’\-]*\s){0,2}\p{Lu}[\p{L}'’\-]*\p{Ll})\s(\p{Lu}{1,2})$")]
    private static partial Regex Initials();
}
