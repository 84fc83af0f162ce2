namespace ReviewKit.Text;

/// <summary>Words that are no terms, in Chinese and English: of the language, and of abstracts as such.</summary>
public sealed class StopWords
{
    static readonly Lazy<StopWords> Shared = new(Load);
    readonly HashSet<string> words;

    StopWords(IEnumerable<string> words) => this.words = [.. words.Select(Fold.Term)];

    /// <summary>ReviewKit's own list.</summary>
    public static StopWords Default => Shared.Value;

    /// <summary>This list and a person's: one word or phrase a line, # before remarks.</summary>
    public StopWords With(IEnumerable<string> lines) => new(words.Concat(lines.Where(line => !line.StartsWith('#')).Select(line => line.Trim()).Where(line => line.Length > 0)));

    public bool Has(string word) => words.Contains(Fold.Term(word));

    static StopWords Load()
    {
        using var reader = new StreamReader(typeof(StopWords).Assembly.GetManifestResourceStream("ReviewKit.Text.stop-words.txt")!);
        var all = new List<string>();
        while (reader.ReadLine() is { } line)
            if (!line.StartsWith('#')) all.AddRange(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return new StopWords(all);
    }
}
