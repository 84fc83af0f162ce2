using Record = ReviewKit.Records.Record;
using static ReviewKit.Formats.Fields;

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

    static readonly TagRow[] Rows =
    [
        new("TI", Title), new("Z1", ScriptTitle), new("X1", ScriptTitle), new("Y1", ScriptTitle), new("FT", TranslatedTitle),
        new("AF", Authors, Form.Semicolons), new("AU", Authors, Form.Semicolons) { IsFallback = true, Written = r => r.Other.ContainsKey("AU") ? [] : WrittenValues.Abbreviated(r, ",") },
        new("BF", Authors, Form.Semicolons) { IsFallback = true, IsOnlyRead = true }, new("BA", Authors, Form.Semicolons) { IsFallback = true, IsOnlyRead = true }, new("CA", Authors, Form.Semicolons) { IsFallback = true, IsOnlyRead = true },
        new("BE", Editors, Form.Semicolons), new("ED", Editors, Form.Semicolons),
        new("SO", Journal), new("AB", Abstract), new("Z4", ScriptAbstract), new("X4", ScriptAbstract), new("Y4", ScriptAbstract),
        new("DE", Keywords, Form.Semicolons) { IsWrapped = true }, new("AK", Keywords, Form.Semicolons) { IsWrapped = true }, new("ID", KeywordsPlus, Form.Semicolons) { IsWrapped = true },
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

    // PT says only journal, book, series or patent; DT says what the document is.
    static RecordKind Kind(RawRecord raw)
    {
        var word = raw.First("DT");
        var isPaper = word?.Contains("Proceedings Paper", StringComparison.OrdinalIgnoreCase) == true || word?.Contains("Meeting", StringComparison.OrdinalIgnoreCase) == true;
        var type = raw.First("PT") switch
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
