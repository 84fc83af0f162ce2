namespace ReviewKit.Text;

/// <summary>Traditional Chinese characters and the simplified ones they are compared as. Per character, for comparison only: 乾 and 干 meet, which is what a search wants and a printed text does not.</summary>
public static class Traditional
{
    static readonly Lazy<char[]> Table = new(Load);

    /// <returns>The simplified form, or the character itself.</returns>
    public static char ToSimplified(char c) => c < '\u3400' ? c : Table.Value[c] is var s and not '\0' ? s : c;

    /// <returns>A traditional character that is compared as this one; null when there is none but itself.</returns>
    public static char? FormOf(char simplified) => Forms.Value.TryGetValue(simplified, out var form) ? form : null;

    static readonly Lazy<Dictionary<char, char>> Forms = new(() =>
    {
        var forms = new Dictionary<char, char>();
        for (var c = 0; c <= char.MaxValue; c++)
            if (Table.Value[c] is var simple and not '\0' && simple != c) forms.TryAdd(simple, (char)c);
        return forms;
    });

    static char[] Load()
    {
        using var stream = typeof(Traditional).Assembly.GetManifestResourceStream("ReviewKit.Text.traditional-simplified.txt")!;
        using var reader = new StreamReader(stream);
        var lines = new List<string>();
        while (reader.ReadLine() is { } line)
            if (!line.StartsWith('#')) lines.Add(line);
        var table = new char[char.MaxValue + 1];
        for (var i = 0; i < lines[0].Length; i++) table[lines[0][i]] = lines[1][i];
        return table;
    }
}
