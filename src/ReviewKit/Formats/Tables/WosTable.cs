using static ReviewKit.Formats.Fields;
using Record = ReviewKit.Records.Record;

namespace ReviewKit.Formats;

/// <summary>Web of Science: the tags of tagged text and the headers of its tab-delimited files are the same.</summary>
static class WosTable
{
    // What the document is in Web of Science's words, beside the letter for where it appeared.
    static readonly (string Type, string Letter, string Word)[] Words =
    [
        ("article-journal", "J", "Article"), ("paper-conference", "C", "Proceedings Paper"), ("book", "B", "Book"), ("chapter", "B", "Book Chapter"), ("patent", "P", "Patent"),
        ("thesis", "J", "Dissertation/Thesis"), ("report", "J", "Report"), ("article-newspaper", "J", "News Item"), ("article", "J", "Preprint"), ("dataset", "J", "Data Set"),
    ];

    static readonly HashSet<string> DocumentTypes = new(StringComparer.OrdinalIgnoreCase)
    {
        "Article", "Review", "Editorial Material", "Editorial", "Letter", "Note", "Short Survey", "Proceedings Paper", "Meeting Abstract", "Book Review", "Correction", "Erratum",
        "Book", "Book Chapter", "Data Paper", "News Item", "Biographical-Item", "Retracted Publication", "Retraction",
    };

    // Characters. A keyword has a few words; an abstract fills lines, or at least is a sentence with its full stop.
    const int LongestKeyword = 200, ShortestSentence = 30, ShortestHanOrHangulSentence = 12;

    static readonly Form TermsOrText = new("terms-or-text", text => IsText(text) ? [text] : Form.Semicolons.Split(text), "; ");

    /// <summary>AK: author keywords, but in the KCI records of "all databases" the abstract in Korean. A text in the Latin script may be in any language, so it stays under its tag.</summary>
    static readonly Field KeywordsOrAbstract = new("keywords", FieldKind.List, (draft, value) =>
        !IsText(value) ? Keywords.Put(draft, value)
        : LanguageCode.OfScript(value) is { } language && draft.Record.Abstracts.TryAdd(language, value), Keywords.Get);

    static readonly TagRow[] Rows =
    [
        new("TI", Title), new("Z1", ScriptTitle), new("X1", ScriptTitle), new("Y1", ScriptTitle), new("FT", TranslatedTitle),
        new("AF", Authors, Form.Semicolons), new("AU", Authors, Form.Semicolons) { IsFallback = true, Written = r => r.Other.ContainsKey("AU") ? [] : WrittenValues.Abbreviated(r, ",") },
        new("BF", Authors, Form.Semicolons) { IsFallback = true, IsOnlyRead = true }, new("BA", Authors, Form.Semicolons) { IsFallback = true, IsOnlyRead = true }, new("CA", Authors, Form.Semicolons) { IsFallback = true, IsOnlyRead = true },
        new("BE", Editors, Form.Semicolons), new("ED", Editors, Form.Semicolons),
        new("SO", Journal), new("AB", Abstract), new("Z4", ScriptAbstract), new("X4", ScriptAbstract), new("Y4", ScriptAbstract),
        new("DE", Keywords, Form.Semicolons) { IsWrapped = true }, new("AK", KeywordsOrAbstract, TermsOrText) { IsWrapped = true }, new("ID", KeywordsPlus, Form.Semicolons) { IsWrapped = true },
        new("MC", IndexKeywords, Form.Semicolons) { IsWrapped = true }, new("MQ", IndexKeywords, Form.Semicolons) { IsWrapped = true },
        new("X5", TranslatedKeywords, Form.Semicolons) { IsWrapped = true }, new("Y5", TranslatedKeywords, Form.Semicolons) { IsWrapped = true },
        new("Z5", TranslatedKeywords, Form.Semicolons) { IsWrapped = true },
        new("PY", Year), new("PD", Date) { Written = WrittenValues.WosDate }, new("EA", Date) { IsOnlyRead = true }, new("VL", Volume), new("IS", Issue),
        new("BP", FirstPage) { Written = WrittenValues.PageStart }, new("EP", LastPage) { Written = WrittenValues.PageEnd }, new("PS", Pages) { IsOnlyRead = true }, new("AR", ArticleNumber),
        new("DI", Fields.Doi), new("SN", SerialNumber) { Written = r => r.Issn.Take(1) }, new("EI", SerialNumber) { Written = r => r.Issn.Skip(1) },
        new("BN", SerialNumber, Form.Semicolons) { Written = r => r.Isbn }, new("PM", Pmid), new("UT", Id("ut")) { Written = Number },
        new("LA", Language) { Written = WrittenValues.Language(isName: true) }, new("PU", Publisher), new("UR", Url), new("C1", Affiliations, Form.Addresses), new("CR", References, Form.SpacedSemicolons),
        new("TC", TimesCited),
    ];

    public static readonly TagTable Table = Of(Rows);

    /// <summary>As CiteSpace's own converter writes what comes from CNKI: a comma behind each Hanzi name.</summary>
    public static readonly TagTable CiteSpace = Of(
        [.. Rows.Select(r => r.Tag is "AF" or "AU" ? r with { Written = record => record.Other.ContainsKey(r.Tag) ? [] : r.Tag == "AF" || record.Authors.All(a => a.Family is null) ? record.Authors.Select(WrittenValues.WithComma) : r.Written!(record) } : r)]);

    static TagTable Of(TagRow[] rows) => new(Kind, rows)
    {
        TypeTags = new HashSet<string> { "DT" },
        Opening = Opening,
    };

    /// <summary>All tags of the core collection and of "all databases".</summary>
    public static readonly HashSet<string> Known =
    [
        .. Table.Tags, .. ("FN VR PT ER EF GP BS SE DT CT CY CL SP HO C3 RP EM RI OI FU FP FX NR Z9 U1 U2 PI PA J9 JI PN SU SI MA D2 DL PG WC WE SC GA OA HC HP DA "
            + "AE AN AW BD DG DS EY HT ML MI NM NT OR PC PL PV RC S1 ST TA TM TN X2 X3 Y2 Y3 Z2 Z3 Z6 Z7 Z8 ZA ZB ZR ZS ZK CC CN DN GE GI HD HN IO MN OD PE PR RG SD TD").Split(' '),
    ];

    static bool IsText(string text)
    {
        var longest = Form.Semicolons.Split(text).Max(part => (int?)part.Length) ?? 0;
        var shortest = LanguageCode.OfScript(text) is null ? ShortestSentence : ShortestHanOrHangulSentence;
        return longest > LongestKeyword || longest > shortest && text[^1] is ('.' or '。' or '．');
    }

    static RecordKind Kind(RawRecord raw) => KindOf(raw.First("DT"), raw.First("PT"));

    /// <summary>PT says only journal, book, series or patent; DT says what the document is.</summary>
    /// <param name="word">DT, the type of the document.</param>
    /// <param name="medium">PT, where it stands: J, B, S, C or P.</param>
    public static RecordKind KindOf(string? word, string? medium)
    {
        var isPaper = word?.Contains("Proceedings Paper", StringComparison.OrdinalIgnoreCase) == true || word?.Contains("Meeting", StringComparison.OrdinalIgnoreCase) == true;
        var type = medium switch
        {
            "P" => "patent",
            "B" or "S" or "C" when isPaper => "paper-conference",
            "B" or "S" when word?.Contains("Chapter", StringComparison.OrdinalIgnoreCase) == true => "chapter",
            "B" => "book",
            _ => "article-journal",
        };
        return new RecordKind(word, type);
    }

    static IEnumerable<(string Tag, string Value)> Opening(Record record, bool isOwn, CitationKeys keys)
    {
        var (_, letter, word) = Array.Find(Words, w => w.Type == record.Type);
        yield return ("PT", isOwn && record.Other.TryGetValue("PT", out var own) ? own[0] : letter ?? "J");
        if (isOwn && record.SourceType is null) yield break;
        // CNKI's and Wanfang's words mean nothing to programs that read Web of Science's.
        yield return ("DT", record.SourceType is { } said && (isOwn || DocumentTypes.Contains(said)) ? said : word ?? "Article");
    }

    /// <summary>The accession number, or the database with its own number, by which the record's source is known again.</summary>
    static IEnumerable<string> Number(Record record)
    {
        if (record.Ids.TryGetValue("ut", out var ut)) return [ut];
        if (record.Source is "other" or "wos" || record.Other.ContainsKey("UT")) return [];
        var id = record.Ids.GetValueOrDefault(record.Source == "scopus" ? "eid" : record.Source) ?? record.Pmid ?? (record.Id.Length > 0 ? record.Id : "0");
        return [$"{record.Source.ToUpperInvariant()}:{id}"];
    }
}
