using System.Text.RegularExpressions;
using static ReviewKit.Formats.Fields;

namespace ReviewKit.Formats;

/// <summary>Data frames of the R package bibliometrix, whatever database they were made from: Web of Science tags, lists joined by ";" without a blank.</summary>
static partial class BibliometrixTable
{
    static readonly Form CitedReferences = new("cited-references", text => ReferenceEnd().Split(text).Select(Blank.Trim).Where(part => part.Length > 0), ";");

    // Where the names of the authors were taken off, nothing but ";" is left between addresses.
    static readonly Form Addresses = new("addresses", text => (text.StartsWith('[') ? Form.Addresses : Form.Semicolons).Split(text), ";");

    public static readonly TagTable Table = new(Kind,
    [
        new("C1", Affiliations, Addresses), new("CR", References, CitedReferences), new("url", Url), new("PP", Pages),
        .. WosTable.Table.Rows,
    ])
    {
        TypeTags = WosTable.Table.TypeTags,
    };

    /// <summary>True for a header with the columns that bibliometrix adds to Web of Science's.</summary>
    public static bool Has(IReadOnlyCollection<string> header) =>
        header.Contains("TI") && header.Count(WosTable.Known.Contains) >= 5 && (header.Contains("SR") || header.Contains("SR_FULL") || (header.Contains("DB") && header.Contains("AU")));

    // Only frames made from Web of Science have PT; in others DT is the other database's word.
    static RecordKind Kind(RawRecord raw)
    {
        var word = raw.First("DT");
        return raw.Has("PT") || word is null || ColumnTable.TypeOf(word) is not { } type ? WosTable.KindOf(word, raw.First("PT")) : new RecordKind(word, type);
    }

    // Not inside a DOI of the kind 10.1002/(SICI)…3.0.CO;2-A.
    [GeneratedRegex(@";\s*(?!\d-[A-Z\d])")]
    private static partial Regex ReferenceEnd();
}
