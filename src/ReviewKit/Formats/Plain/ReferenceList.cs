using System.Text.RegularExpressions;
using ReviewKit.Text;
using static ReviewKit.Formats.Fields;

namespace ReviewKit.Formats;

/// <summary>A numbered list of references after GB/T 7714, as CNKI and Wanfang give it: taken apart as far as its punctuation allows, each whole line kept.</summary>
static partial class ReferenceList
{
    static readonly TypeWords Types = new(
        ("article-journal", ["J"]), ("thesis", ["D"]), ("paper-conference", ["C"]), ("article-newspaper", ["N"]), ("book", ["M"]), ("patent", ["P"]), ("standard", ["S"]), ("report", ["R"]),
        ("dataset", ["DB", "DS"]), ("software", ["CP"]), ("webpage", ["EB"]), ("chapter", ["A", "G"]), ("document", ["Z"]), ("map", ["CM"]));

    static readonly Form Names = new("reference-names", text => text.Split(',', '，', '；', ';').Select(Blank.Trim).Where(n => n.Length > 0), ",");

    static readonly TagTable Table = new(Kind,
        new("authors", Authors, Names), new("title", Title), new("institution", Institution), new("journal", Journal), new("publisher", Publisher), new("year", Year), new("date", Date),
        new("volume", Volume), new("issue", Issue, Form.Unpadded), new("pages", Pages), new("doi", Fields.Doi), new("url", Url))
    {
        TypeTags = new HashSet<string> { "type" },
    };

    public static bool Recognises(Head head)
    {
        var references = head.Lines.Count(l => Start().IsMatch(l));
        var marked = head.Lines.Count(l => TypeMark().IsMatch(l));
        return references > 0 && references * 3 >= head.Lines.Count && marked * 2 >= references;
    }

    public static IEnumerable<Item> Read(Reading reading)
    {
        var reference = new List<Line>();
        var before = new List<(string Text, int Line)>();
        while (reading.Lines.Read(out var line))
        {
            if (reading.Damage(line) is { } damage) yield return damage;
            if (line.Damage == LineDamage.TooLong || Blank.Is(line.Text)) continue;
            if (Start().IsMatch(line.Text))
            {
                foreach (var item in Items(reading, reference)) yield return item;
                reference.Clear();
            }
            else if (reference.Count is 0 or > 200)
            {
                if (before.Count < 200) before.Add((line.Text, line.Number));
                continue;
            }
            reference.Add(line);
        }
        foreach (var item in Items(reading, reference)) yield return item;
        if (before.Count > 0) yield return TaggedLines.Outside(reading, before);
    }

    static IEnumerable<Item> Items(Reading reading, List<Line> lines)
    {
        if (lines.Count == 0) return [];
        // A wrapped line goes on without a blank in Chinese, with one in English.
        var text = lines.Select(l => Blank.Trim(l.Text)).Aggregate((a, b) => Fold.IsHan(a[^1]) || Fold.IsHan(b[0]) ? a + b : $"{a} {b}");
        var raw = new RawRecord(lines[0].Number, lines[0].Offset) { End = lines[^1].End };
        TakeApart(raw, Start().Replace(text, ""));
        raw.Add("reference", text, raw.Line);
        return reading.Items(raw, Table, "\n");
    }

    static void TakeApart(RawRecord raw, string text)
    {
        var mark = TypeMark().Match(text);
        if (!mark.Success)
        {
            raw.Add("title", text, raw.Line);
            return;
        }
        var type = mark.Groups[1].Value;
        raw.Add("type", mark.Groups[1].Value + mark.Groups[2].Value, raw.Line);
        var (authors, title) = SplitAuthors(text[..mark.Index]);
        raw.Add("authors", authors, raw.Line);
        raw.Add("title", title, raw.Line);
        var rest = text[(mark.Index + mark.Length)..].TrimStart('.', '．', ' ', '/');
        if (Link().Match(rest) is { Success: true } link)
        {
            raw.Add("url", link.Value.TrimEnd('.', '．'), raw.Line);
            rest = rest.Remove(link.Index, link.Length);
        }
        if (Doi().Match(rest) is { Success: true } doi)
        {
            raw.Add("doi", doi.Groups[1].Value.TrimEnd('.'), raw.Line);
            rest = rest.Remove(doi.Index, doi.Length);
        }
        rest = Accessed().Replace(rest, "").Trim(' ', '.', '．', ',');
        Place(raw, type, rest);
    }

    // Authors end at the first full stop; in Latin letters at one that is no initial's.
    static (string Authors, string Title) SplitAuthors(string text)
    {
        text = Blank.Trim(text);
        var stop = text.IndexOfAny(['.', '．']);
        if (stop < 0) return ("", text);
        if (stop == 0) return ("", Blank.Trim(text[1..]));
        if (!Fold.HasHan(text[..stop]))
        {
            var end = LatinStop().Match(text);
            stop = end.Success ? end.Index + end.Length - 1 : stop;
            while (stop > 0 && text[stop] == ' ') stop--;
        }
        return (text[..stop].TrimEnd('.') + (text[..stop].EndsWith('.') ? "." : ""), Blank.Trim(text[(stop + 1)..]));
    }

    static void Place(RawRecord raw, string type, string rest)
    {
        var (name, pattern) = type switch
        {
            "D" => ("institution", Published()),
            "N" => ("journal", Newspaper()),
            "J" => ("journal", Journal_()),
            "C" or "A" or "G" => ("journal", Published()),
            _ => ("publisher", Published()),
        };
        var match = pattern.Match(rest);
        if (!match.Success)
        {
            raw.Add(name, rest, raw.Line);
            return;
        }
        raw.Add(name, match.Groups["name"].Value.Trim(' ', ',', '，', '.'), raw.Line);
        foreach (var part in new[] { "year", "date", "volume", "issue", "pages" })
            if (match.Groups[part].Success) raw.Add(part, match.Groups[part].Value, raw.Line);
    }

    static RecordKind Kind(RawRecord raw)
    {
        var word = raw.First("type");
        return new RecordKind(word, Types.Kind(word?.Split('/')[0]).Type);
    }

    [GeneratedRegex(@"^\s*[\[［]\d{1,6}[\]］]\s*")]
    private static partial Regex Start();

    [GeneratedRegex(@"[\[［](J|D|C|N|M|P|S|R|A|G|Z|DB|DS|CP|EB|CM)((?:/(?:OL|CD|DK|MT))?)[\]］]")]
    private static partial Regex TypeMark();

    [GeneratedRegex(@"https?://\S+")]
    private static partial Regex Link();

    [GeneratedRegex(@"(?:DOI|doi)\s*[:：]\s*(10\.\S+)")]
    private static partial Regex Doi();

    [GeneratedRegex(@"[\[［]\d{4}-\d{1,2}-\d{1,2}[\]］]")]
    private static partial Regex Accessed();

    [GeneratedRegex(@"\.\. |(?<![\s.,-]\p{Lu}|^\p{Lu})\. ")]
    private static partial Regex LatinStop();

    [GeneratedRegex(@"^(?<name>.+?)(?:[,，.]\s*(?<year>(?:1[89]|20)\d\d)(?:\s*[,，]\s*(?<volume>[^,，(（:：]+?))?)?\s*(?:[(（](?<issue>[^)）]*)[)）])?\s*(?:[:：]\s*(?<pages>[\p{L}\d][^\[]*?))?$")]
    private static partial Regex Journal_();

    [GeneratedRegex(@"^(?<name>.+?)[,，.]\s*(?<date>(?:1[89]|20)\d\d(?:-\d{1,2}-\d{1,2})?)\s*(?:[(（](?<pages>[^)）]*)[)）])?$")]
    private static partial Regex Newspaper();

    [GeneratedRegex(@"^(?<name>.*?)(?:[,，.:：]\s*(?<date>(?:1[89]|20)\d\d(?:-\d{1,2}(?:-\d{1,2})?)?))(?:\s*[:：]\s*(?<pages>[^\[]+))?$")]
    private static partial Regex Published();
}
