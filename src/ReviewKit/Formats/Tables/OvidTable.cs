using System.Text.RegularExpressions;
using static ReviewKit.Formats.Fields;

namespace ReviewKit.Formats;

/// <summary>Ovid's text, in its short form ("TI  - x") and with labels on lines of their own: "Title", then the value indented.</summary>
static partial class OvidTable
{
    static readonly TypeWords Types = new(
        ("patent", ["Patent"]),
        ("thesis", ["Dissertation", "Dissertation Abstract"]),
        ("chapter", ["Chapter", "Book Chapter"]),
        ("book", ["Book", "Authored Book", "Edited Book"]),
        ("paper-conference", ["Meeting paper", "Meeting", "Conference Paper", "Conference Abstract"]),
        ("report", ["Report", "Technical Report"]),
        ("article-journal", ["Article", "Journal Article", "Journal", "Peer Reviewed Journal", "Review", "Literature Review", "Letter", "Editorial", "Original Articles"]));

    // The most telling first: PsycINFO says Book in PT and Chapter in DT.
    static readonly string[] Telling = ["patent", "thesis", "chapter", "paper-conference", "book", "report", "article-journal"];

    static readonly Field Author = new("authors", FieldKind.List, PutAuthor, r => r.Authors.Select(a => a.Display));
    static readonly Field Heading = new("title", FieldKind.One, PutTitle, r => r.Title is null ? [] : [r.Title]);
    static readonly Field Source = new("source", FieldKind.One, OvidSource.Put, _ => []);
    static readonly Field Book = new("book", FieldKind.One, OvidSource.PutBook, _ => []);
    static readonly Field Identifier = new("doi", FieldKind.List, (d, v) => Records.Doi.Parse(v) is not null && Identifiers.PutDoi(d, v), r => r.Doi is null ? [] : [r.Doi]);
    static readonly Form Names = new("ovid-names", text => NameEnd().Split(text).Select(Blank.Trim).Where(n => n.Length > 0));
    static readonly Form Phrases = new("ovid-phrases", text => (text.Contains(';', StringComparison.Ordinal) ? text.Split(';') : text.Split(", ")).Select(p => Blank.Trim(p).TrimEnd('.')).Where(p => p.Length > 0));
    static readonly Form Headings = new("ovid-headings", text => text.Split(';').Select(p => Blank.Trim(p).TrimStart('*').TrimEnd('.')).Where(p => p.Length > 0));
    static readonly Form Sentence = new("sentence", text => [text.TrimEnd('.', ' ')]);
    static readonly Form PageText = new("pages", text => text.Any(char.IsAsciiDigit) ? [text] : []);
    static readonly Form ThesisBody = new("thesis-body", text => text.IndexOf(": ", StringComparison.Ordinal) is > 0 and var colon ? [text[(colon + 2)..]] : [text]);

    public static readonly TagTable Table = new(Kind,
    [
        .. Rows(Heading, Form.Line, "TI", "Title"), .. Rows(TranslatedTitle, Form.Line, "OT", "Original Title"), .. Rows(Author, Names, "AU", "Authors", "Author"),
        .. Rows(Editors, Names, "ED", "Editors"), .. Rows(Journal, Form.Line, "JN", "Journal Name"), .. Rows(Source, Form.Line, "SO", "Source"),
        .. Rows(Book, Form.Line, "BT", "Book Title"), .. Rows(Abstract, Form.Line, "AB", "Abstract"), .. Rows(Keywords, Phrases, "KW", "Keyword Heading", "Keywords", "ID", "Key Concepts"),
        .. Rows(IndexKeywords, Headings, "MH", "MeSH Subject Headings", "SH", "Subject Headings"), .. Rows(Year, Form.Line, "YR", "Year of Publication", "Year"),
        .. Rows(Volume, Form.Line, "VO", "Volume"), .. Rows(Issue, Form.Line, "IP", "Issue/Part", "Issue"), .. Rows(Pages, PageText, "PG", "Pages", "Page"),
        .. Rows(Identifier, Form.Line, "DI", "DO", "Digital Object Identifier", "DOI"), .. Rows(SerialNumber, Form.Line, "IS", "ISSN", "IB", "ISBN"),
        .. Rows(Fields.Language, Sentence, "LG", "Language"), new TagRow("IN", Institution, ThesisBody) { Only = ["thesis"] }, .. Rows(Affiliations, Form.Line, "IN", "Institution"),
        .. Rows(Publisher, Form.Line, "PU", "PB", "PI", "Publisher"), .. Rows(Url, Form.Line, "JL", "XL", "Link to the Ovid Full Text or citation"), .. Rows(Date, Form.Line, "DP", "Publication Date"),
        .. Rows(Id("ovid"), Sentence, "AN", "Accession Number", "Unique Identifier"),
    ])
    {
        Key = LabelKey,
        TypeTags = new HashSet<string> { "PT", "DT", "Publication Type", "Document Type" },
    };

    static readonly Dictionary<string, string> Labels = Table.Tags.Where(t => t.Length > 2).Distinct().ToDictionary(t => t, t => t, StringComparer.OrdinalIgnoreCase);

    /// <summary>Both forms; a record opens with "&lt;1. &gt;" or "&lt;1&gt;".</summary>
    public static readonly TagSyntax Syntax = new()
    {
        Match = Match,
        Begins = (tag, _) => char.IsAsciiDigit(tag[0]),
        Paragraph = " ",
    };

    static string LabelKey(string tag) => tag.Length > 2 ? Labels.GetValueOrDefault(tag, tag) : tag;

    static TagMatch Match(string line, TagState state)
    {
        if (Opening().Match(line) is { Success: true } opening) return new TagMatch(opening.Groups[1].Index, opening.Groups[1].Length, line.Length);
        if (Tag().Match(line) is { Success: true } tag) return new TagMatch(0, 2, tag.Length);
        // A label stands alone, and what belongs to it is indented.
        var isLabel = line[0] is not (' ' or '\t') && (Labels.ContainsKey(line.TrimEnd()) || (state.HasIndented && state.Record is not null && Label().IsMatch(line)));
        return isLabel ? new TagMatch(0, line.TrimEnd().Length, line.Length) : default;
    }

    static RecordKind Kind(RawRecord raw)
    {
        var words = raw.Fields.Where(f => f.Tag is "PT" or "DT" or "Publication Type" or "Document Type").SelectMany(f => f.Joined("; ").Split("; ")).Select(w => w.TrimEnd('.')).ToList();
        var types = words.Select(w => Types.Kind(w).Type).ToHashSet();
        var type = Array.Find(Telling, types.Contains) ?? (OvidSource.IsJournal(raw.First("SO") ?? raw.First("Source")) ? "article-journal" : null);
        return new RecordKind(words.Count == 0 ? null : string.Join("; ", words), type);
    }

    // "Werner, S. M. [Author, Reprint Author; E-mail: x]", "Ding, Wei 2,+": marks of part and place.
    static bool PutAuthor(Draft draft, string text)
    {
        var name = Marks().Replace(text, "");
        if (name.Length > 0) draft.Record.Authors.Add(NameParser.Of(name.TrimEnd('.') is var bare && bare.Length - bare.LastIndexOf(' ') > 2 ? bare : name));
        return name.Length == text.Length;
    }

    // "Take Ten.  [Miscellaneous]", "Understanding procrastination. [References].": the kind of text stands behind the title.
    static bool PutTitle(Draft draft, string text)
    {
        var title = Kinds().Replace(text, "");
        draft.Record.Title = Blank.Trim(title);
        return title.Length == text.Length;
    }

    static TagRow[] Rows(Field field, Form form, params string[] tags) => Array.ConvertAll(tags, t => new TagRow(t, field, form));

    // Not within the brackets that tell an author's part and address.
    [GeneratedRegex(@";(?![^\[\]]*\])")]
    private static partial Regex NameEnd();

    [GeneratedRegex(@"^<(\d+)\s*\.?\s*>\s*$")]
    private static partial Regex Opening();

    [GeneratedRegex(@"^([A-Z][A-Z0-9])\s{0,2}- ")]
    private static partial Regex Tag();

    [GeneratedRegex(@"^[A-Z][A-Za-z /&()-]{1,40}\s*$")]
    private static partial Regex Label();

    [GeneratedRegex(@"(?:\s*\[[^\]]*\]|\s+[\d,*+†‡]+)+\.?$")]
    private static partial Regex Marks();

    [GeneratedRegex(@"(?<=[.?!]\s{1,3})\[[A-Z][\w ,/&-]{2,60}\]\.?$")]
    private static partial Regex Kinds();
}
