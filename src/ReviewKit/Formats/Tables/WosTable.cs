using static ReviewKit.Formats.Fields;

namespace ReviewKit.Formats;

/// <summary>Web of Science: the tags of tagged text and the headers of its tab-delimited files are the same.</summary>
static class WosTable
{
    // Characters. A keyword has a few words; an abstract fills lines, or at least is a sentence with its full stop.
    const int LongestKeyword = 200, ShortestSentence = 30, ShortestHanOrHangulSentence = 12;

    static readonly Form TermsOrText = new("terms-or-text", text => IsText(text) ? [text] : Form.Semicolons.Split(text), "; ");

    /// <summary>AK: author keywords, but in the KCI records of "all databases" the abstract in Korean. A text in the Latin script may be in any language, so it stays under its tag.</summary>
    static readonly Field KeywordsOrAbstract = new("keywords", FieldKind.List, (draft, value) =>
        !IsText(value) ? Keywords.Put(draft, value)
        : LanguageCode.OfScript(value) is { } language && draft.Record.Abstracts.TryAdd(language, value), Keywords.Get);

    public static readonly TagTable Table = new(Kind,
        new("TI", Title), new("Z1", ScriptTitle), new("X1", ScriptTitle), new("Y1", ScriptTitle), new("FT", TranslatedTitle),
        new("AF", Authors, Form.Semicolons), new("AU", Authors, Form.Semicolons) { IsFallback = true },
        new("BF", Authors, Form.Semicolons) { IsFallback = true }, new("BA", Authors, Form.Semicolons) { IsFallback = true }, new("CA", Authors, Form.Semicolons) { IsFallback = true },
        new("BE", Editors, Form.Semicolons), new("ED", Editors, Form.Semicolons),
        new("SO", Journal), new("AB", Abstract), new("Z4", ScriptAbstract), new("X4", ScriptAbstract), new("Y4", ScriptAbstract),
        new("DE", Keywords, Form.Semicolons) { IsWrapped = true }, new("AK", KeywordsOrAbstract, TermsOrText) { IsWrapped = true }, new("ID", KeywordsPlus, Form.Semicolons) { IsWrapped = true },
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

    static bool IsText(string text)
    {
        var longest = Form.Semicolons.Split(text).Max(part => (int?)part.Length) ?? 0;
        var shortest = LanguageCode.OfScript(text) is null ? ShortestSentence : ShortestHanOrHangulSentence;
        return longest > LongestKeyword || longest > shortest && text[^1] is ('.' or '。' or '．');
    }

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
}
