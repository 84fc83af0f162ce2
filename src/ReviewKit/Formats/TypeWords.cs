namespace ReviewKit.Formats;

/// <summary>The words by which one format names the types of documents, by CSL type; case does not count.</summary>
sealed class TypeWords(params (string Type, string[] Words)[] rows)
{
    readonly Dictionary<string, string> _types =
        rows.SelectMany(r => r.Words.Select(w => (w, r.Type))).ToDictionary(p => p.w, p => p.Type, StringComparer.OrdinalIgnoreCase);

    // What is written for a type that the format has no word for; EndNote's and RIS's "Generic" for all others.
    static readonly Dictionary<string, string> Nearest = new()
    {
        ["article"] = "manuscript",
        ["entry"] = "chapter",
        ["entry-dictionary"] = "chapter",
        ["entry-encyclopedia"] = "chapter",
        ["article-magazine"] = "article-journal",
        ["review"] = "article-journal",
        ["post-weblog"] = "webpage",
        ["bill"] = "legislation",
        ["pamphlet"] = "report",
    };

    public RecordKind Kind(string? word) => new(word, word is null ? null : _types.GetValueOrDefault(word));

    /// <summary>The word to write for a type: the source's own where it is one of this format's, else the first for the type.</summary>
    /// <param name="isOwn">True when the source's word is this format's also where it is unknown here.</param>
    public string Word(string? type, string? sourceType, bool isOwn)
    {
        if (sourceType is not null && (isOwn || (_types.TryGetValue(sourceType, out var named) && named == type))) return sourceType;
        return First(type) ?? First(type is null ? null : Nearest.GetValueOrDefault(type)) ?? First("document") ?? rows[0].Words[0];
    }

    string? First(string? type) => Array.Find(rows, r => r.Type == type).Words?[0];
}
