namespace ReviewKit.Formats;

/// <summary>What is particular to EndNote's XML.</summary>
static class EndNoteXml
{
    public static readonly XmlShape Shape = new(EndNoteXmlTable.Table)
    {
        Records = new HashSet<string> { "record" },
        // Every text is wrapped in elements that say its font.
        Inline = new HashSet<string> { "style" },
        Silent = new HashSet<string> { "db-id", "path", "face", "font", "size", "color", "charset" },
        Special = Special,
        Complete = Complete,
    };

    static bool Special(Element element, string path, XmlFields fields)
    {
        if (path != "ref-type") return false;
        var number = element.Value;
        var name = element.Attributes.GetValueOrDefault("name") ?? EndNoteXmlTable.TypeNumbers.GetValueOrDefault(number);
        fields.Add(EndNoteXmlTable.Type, name ?? number);
        return true;
    }

    static void Complete(XmlFields fields, Element record)
    {
        // PubMed's own number is its accession number here.
        var provider = record.At("remote-database-provider") ?? record.At("remote-database-name") ?? "";
        if (provider is "NLM" || provider.Contains("PubMed", StringComparison.OrdinalIgnoreCase) || provider.Contains("MEDLINE", StringComparison.OrdinalIgnoreCase))
            fields.Rename("accession-num", "accession-num[pmid]");
    }
}
