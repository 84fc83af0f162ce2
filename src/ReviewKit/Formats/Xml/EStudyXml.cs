namespace ReviewKit.Formats;

/// <summary>CNKI's E-Study in XML: its elements have the English halves of CNKI's labels.</summary>
/// <remarks>The older .eln calls a record DATA and has a stray document type before its last line, which is passed over like any other.</remarks>
static class EStudyXml
{
    public static readonly XmlShape Shape = new(CnkiTables.Labels)
    {
        Records = new HashSet<string> { "CNKIDATA", "DATA" },
        Source = "cnki",
    };
}
