namespace ReviewKit.Formats;

/// <summary>How each tagged format is laid out.</summary>
static class TagLayouts
{
    public static readonly TagLayout Ris = new(TagSyntaxes.Ris, tag => $"{tag}  - ") { End = "ER  - " };

    public static readonly TagLayout EndNote = new(TagSyntaxes.EndNote, tag => $"{tag} ");

    public static readonly TagLayout NoteExpress = new(TagSyntaxes.NoteExpress, tag => $"{{{tag}}}: ");

    public static readonly TagLayout PubMed = new(TagSyntaxes.PubMed, tag => $"{tag,-4}- ", "      ");

    // A line behind a title must not begin with a small letter, where a reader may take it for more of the title.
    static readonly string[] WosOrder = ["PT", "AU", "AF", "BE", "TI", "DT", "SO", "LA", "DE", "ID", "AB", "C1", "CR", "NR", "TC", "PU", "SN", "EI", "BN", "PD", "PY", "VL", "IS", "BP", "EP", "AR", "DI"];

    public static readonly TagLayout CiteSpace = new(TagSyntaxes.WebOfScience, tag => $"{tag} ", "   ") { End = "ER", Order = WosOrder };

    public static readonly TagLayout WebOfScience = CiteSpace with
    {
        Before = "FN Clarivate Analytics Web of Science\nVR 1.0",
        After = "EF",
        HasMark = true,
    };
}
