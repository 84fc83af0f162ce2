using static ReviewKit.Formats.Fields;

namespace ReviewKit.Formats;

/// <summary>Web of Science: the tags of tagged text and the headers of its tab-delimited files are the same.</summary>
static class WosTable
{
    public static readonly TagTable Table = new(Kind,
        new("TI", Title), new("Z1", ScriptTitle), new("X1", ScriptTitle), new("Y1", ScriptTitle), new("FT", TranslatedTitle),
        new("AF", Authors, Form.Semicolons), new("AU", Authors, Form.Semicolons) { IsFallback = true },
        new("BF", Authors, Form.Semicolons) { IsFallback = true }, new("BA", Authors, Form.Semicolons) { IsFallback = true }, new("CA", Authors, Form.Semicolons) { IsFallback = true },
        new("BE", Editors, Form.Semicolons), new("ED", Editors, Form.Semicolons),
        new("SO", Journal), new("AB", Abstract), new("Z4", ScriptAbstract), new("X4", ScriptAbstract), new("Y4", ScriptAbstract),
        new("DE", Keywords, Form.Semicolons) { IsWrapped = true }, new("AK", Keywords, Form.Semicolons) { IsWrapped = true }, new("ID", KeywordsPlus, Form.Semicolons) { IsWrapped = true },
        new("MC", IndexKeywords, Form.Semicolons) { IsWrapped = true }, new("MQ", IndexKeywords, Form.Semicolons) { IsWrapped = true },
        new("X5", TranslatedKeywords, Form.Semicolons) { IsWrapped = true }, new("Y5", TranslatedKeywords, Form.Semicolons) { IsWrapped = true },
        new("Z5", TranslatedKeywords, Form.Semicolons) { IsWrapped = true },
        new("PY", Year), new("PD", Date), new("EA", Date), new("VL", Volume), new("IS", Issue), new("BP", FirstPage), new("EP", LastPage), new("PS", Pages), new("AR", ArticleNumber),
        new("DI", Fields.Doi), new("SN", SerialNumber), new("EI", SerialNumber), new("BN", SerialNumber, Form.Semicolons), new("PM", Pmid), new("UT", Id("ut")),
        new("LA", Language), new("PU", Publisher), new("UR", Url), new("C1", Affiliations, Form.Addresses), new("CR", References, Form.SpacedSemicolons), new("TC", TimesCited))
    {
        TypeTags = new HashSet<string> { "DT" },
    };

    /// <summary>All tags of the core collection and of "all databases".</summary>
    public static readonly HashSet<string> Known =
    [
        .. Table.Tags, .. ("FN VR PT ER EF GP BS SE DT CT CY CL SP HO C3 RP EM RI OI FU FP FX NR Z9 U1 U2 PI PA J9 JI PN SU SI MA D2 DL PG WC WE SC GA OA HC HP DA "
            + "AE AN AW BD DG DS EY HT ML MI NM NT OR PC PL PV RC S1 ST TA TM TN X2 X3 Y2 Y3 Z2 Z3 Z6 Z7 Z8 ZA ZB ZR ZS ZK CC CN DN GE GI HD HN IO MN OD PE PR RG SD TD").Split(' '),
    ];

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
}
