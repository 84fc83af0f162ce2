using ReviewKit.Text;

namespace ReviewKit.Formats;

/// <summary>The formats in XML, known by the names of their elements.</summary>
static class XmlFormats
{
    public static IReadOnlyList<Format> All { get; } =
    [
        Of("endnote-xml", "EndNote XML", "EndNote XML", [".xml"], EndNoteXml.Shape, "<records>", "<ref-type"),
        Of("pubmed-xml", "PubMed XML", "PubMed XML", [".xml"], PubMedXml.Shape, "<PubmedArticle"),
        Of("cnki-es5", "CNKI E-Study XML (.es5, .eln)", "知网研学 XML（.es5、.eln）", [".es5", ".eln"], EStudyXml.Shape, "<CNKINOTE", "<CNKILITERS"),
        Of("notefirst", "NoteFirst XML (CNKI, Wanfang, VIP)", "NoteFirst XML（知网、万方、维普）", [".xml", ".txt"], NoteFirstXml.Shape, "<Bibliographies>", "<Bibliography>"),
        Of("resource-list", "Wanfang or VIP XML", "万方、维普 XML", [".xml"], ResourceListXml.Shape, "<ResourceList"),
        new("zotero-rdf", new Message("Zotero RDF", "Zotero RDF"), [".rdf"])
        {
            Recognises = head => IsXml(head) && head.Any(l => l.Contains("<rdf:RDF", StringComparison.Ordinal)),
            Reader = ZoteroRdf.Read,
        },
    ];

    static Format Of(string name, string en, string zh, string[] extensions, XmlShape shape, params string[] signs) => new(name, new Message(en, zh), extensions)
    {
        Recognises = head => IsXml(head) && head.Any(l => Array.Exists(signs, s => l.Contains(s, StringComparison.OrdinalIgnoreCase))),
        Reader = reading => XmlRecords.Read(reading, shape),
    };

    // Also without a declaration, but not the web page junk before a tagged record.
    static bool IsXml(Head head) => head.First.StartsWith('<') && !head.Any(l => l.Contains("%0 ", StringComparison.Ordinal) || l.Contains("{Reference Type}", StringComparison.Ordinal));
}
