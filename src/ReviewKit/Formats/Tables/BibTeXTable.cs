using System.Globalization;
using System.Text.RegularExpressions;
using static ReviewKit.Formats.Fields;
using Record = ReviewKit.Records.Record;

namespace ReviewKit.Formats;

/// <summary>BibTeX and BibLaTeX fields, with those that Scopus and Web of Science add.</summary>
static partial class BibTeXTable
{
    static readonly TypeWords Types = new(
        ("article-journal", ["article"]),
        ("paper-conference", ["inproceedings", "conference"]),
        ("book", ["proceedings", "mvproceedings", "book", "mvbook", "collection", "manual"]),
        ("chapter", ["inbook", "incollection", "bookinbook"]),
        ("thesis", ["phdthesis", "mastersthesis", "thesis"]),
        ("report", ["techreport", "report"]),
        ("document", ["misc"]),
        ("manuscript", ["unpublished"]),
        ("webpage", ["online", "electronic", "www"]),
        ("patent", ["patent"]),
        ("dataset", ["dataset"]),
        ("software", ["software"]),
        ("pamphlet", ["booklet"]),
        ("standard", ["standard"]),
        ("article-newspaper", ["newspaper"]));

    static readonly Form Text = new("latex", text => [BibTeXText.Decode(text)]) { Coded = LaTeXWriter.Coded };
    static readonly Form Cased = Text with { Coded = LaTeXWriter.Protected };
    static readonly Form Verbatim = new("latex-verbatim", text => [Blank.Trim(Escape().Replace(text, "$1").Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal))])
    {
        Coded = text => text.Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal),
    };
    static readonly Form Names = new("latex-names", NameParser.SplitBibTeX, " and ");
    static readonly Form List = new("latex-list", text => Form.Semicolons.Split(BibTeXText.Decode(text)), "; ") { Coded = LaTeXWriter.Coded };
    static readonly Form Terms = new("latex-terms", text => Form.Terms.Split(BibTeXText.Decode(text)), "; ") { Coded = LaTeXWriter.Coded };
    static readonly Form Lines = new("latex-lines", text => text.Split('\n').Select(BibTeXText.Decode).Where(l => l.Length > 0), "\n") { Coded = LaTeXWriter.Coded };
    static readonly Form References = new("latex-references", text => Form.References.Split(BibTeXText.Decode(text)), "; ") { Coded = LaTeXWriter.Coded };

    static readonly Form Month = new("latex-month", text =>
    {
        var plain = BibTeXText.Decode(text);
        return int.TryParse(plain, NumberStyles.None, CultureInfo.InvariantCulture, out var month) && month is >= 1 and <= 12
            ? [CultureInfo.InvariantCulture.DateTimeFormat.GetAbbreviatedMonthName(month)] : [plain];
    });

    // The title of the book stands in booktitle.
    static readonly string[] InBooks = ["paper-conference", "chapter"];

    static readonly TagRow[] Common =
    [
        new("title", Title, Cased), new("author", BibAuthors, Names), new("editor", BibEditors, Names), new("journal", Journal, Text) { IsOnlyRead = true, Only = InBooks }, new("journal", Journal, Text), new("journaltitle", Journal, Text) { IsOnlyRead = true },
        new("booktitle", Journal, Text), new("abstract", Abstract, Text), new("keywords-plus", KeywordsPlus, List), new("year", Year, Text), new("date", Date, Text), new("month", Date, Month),
        new("volume", Volume, Text), new("number", Issue, Text), new("issue", Issue, Text), new("pages", Pages, Text), new("art_number", ArticleNumber, Text), new("article-number", ArticleNumber, Text),
        new("articleno", ArticleNumber, Text), new("doi", Fields.Doi, Verbatim), new("url", Url, Verbatim), new("issn", SerialNumber, Text) { Written = r => r.Issn.Take(1) }, new("eissn", SerialNumber, Text) { Written = r => r.Issn.Skip(1) }, new("isbn", SerialNumber, List) { Written = r => r.Isbn.Select(LaTeXWriter.Coded) },
        new("pmid", Pmid, Text), new("pmcid", Pmcid, Text), new("unique-id", Id("ut"), Text), new("language", Language, Text), new("note", Note, Text), new("times-cited", TimesCited, Text),
        new("institution", Institution, Text) { Only = ["thesis"], IsOnlyRead = true }, new("institution", Institution, Text), new("school", Institution, Text), new("university", Institution, Text), new("publisher", Institution, Text) { Only = ["thesis"] }, new("publisher", Publisher, Text),
        new("affiliation", Affiliations, Lines), new("affiliations", Affiliations, List), new("cited-references", Fields.References, Lines), new("references", Fields.References, References),
        // Ours: BibTeX ignores fields it does not know.
        new("translatedtitle", TranslatedTitle, Text), new("translatedjournal", TranslatedJournal, Text), new("translatedabstract", TranslatedAbstract, Text), new("translatedkeywords", TranslatedKeywords, List),
    ];

    static readonly TagTable General = Of([.. Common, new("keywords", Keywords, Terms), new("keyword", Keywords, Terms), new("author_keywords", Keywords, List) { IsOnlyRead = true }, new("index_keywords", IndexKeywords, List)]);

    // In Scopus's files keywords are those of the index.
    static readonly TagTable Scopus = Of([.. Common.Where(r => r.Tag != "affiliation"), new("affiliation", Affiliations, List), new("keywords", IndexKeywords, List), new("author_keywords", Keywords, List)]);

    public static IReadOnlyList<TagTable> All => [General, Scopus];

    public static TagTable For(RawRecord raw) =>
        raw.Has("author_keywords") || raw.First("source")?.Contains("Scopus", StringComparison.OrdinalIgnoreCase) == true ? Scopus : General;

    public static TagTable For(Record record) => record.Source == "scopus" ? Scopus : General;

    static TagTable Of(TagRow[] rows) => new(Kind, rows)
    {
        Plain = BibTeXText.Decode,
        Coded = LaTeXWriter.Coded,
        Opening = (record, isOwn, keys) =>
        [
            (BibTeXReader.EntryType, Types.Word(record.Type, record.SourceType is { } said && said.All(char.IsAsciiLetter) ? said : null, isOwn)),
            (BibTeXReader.EntryKey, keys.Of(record, isOwn && record.Other.TryGetValue(BibTeXReader.EntryKey, out var own) ? own[0] : null)),
        ],
        SourceTag = "source",
        TypeTags = new HashSet<string> { BibTeXReader.EntryType },
    };

    static RecordKind Kind(RawRecord raw) => Types.Kind(raw.First(BibTeXReader.EntryType));

    [GeneratedRegex(@"\\([_&%#$~{}])")]
    private static partial Regex Escape();
}
