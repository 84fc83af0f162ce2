namespace ReviewKit.Formats;

/// <summary>The words by which one format names the types of documents, by CSL type; case does not count.</summary>
sealed class TypeWords(params (string Type, string[] Words)[] rows)
{
    readonly Dictionary<string, string> _types =
        rows.SelectMany(r => r.Words.Select(w => (w, r.Type))).ToDictionary(p => p.w, p => p.Type, StringComparer.OrdinalIgnoreCase);

    public RecordKind Kind(string? word) => new(word, word is null ? null : _types.GetValueOrDefault(word));
}
