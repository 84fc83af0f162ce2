namespace ReviewKit.Dedup;

/// <summary>How telling an agreement is: bits of surprise, from how often the value occurs in the records at hand.</summary>
/// <remarks>Counts are smoothed with an assumed larger corpus, so that two records alone are judged like two of many.</remarks>
sealed class Frequencies
{
    // Weight of the assumed corpus, in records, and how rare a value is in it.
    const double Assumed = 2000;
    const double RareWord = 1.0 / 500;
    const double RareCharacter = 1.0 / 100;
    const double RareValue = 1.0 / 100;

    // Words of a title depend on one another ("randomised controlled trial"): each says less than alone.
    const double Dependence = 0.6;
    const double MostTitleBits = 24;
    const double MostValueBits = 7;

    readonly Dictionary<string, int> tokens = new(StringComparer.Ordinal);
    readonly Dictionary<string, int> pages = new(StringComparer.Ordinal);
    readonly Dictionary<string, int> volumes = new(StringComparer.Ordinal);

    Frequencies(int records) => Records = records;

    public int Records { get; }

    public static Frequencies Of(IReadOnlyList<CanonicalForm> forms)
    {
        var frequencies = new Frequencies(forms.Count);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var form in forms)
        {
            seen.Clear();
            foreach (var title in form.Titles)
                for (var i = 0; i < title.Tokens.Length; i++)
                {
                    if (seen.Add(title.Tokens[i])) Count(frequencies.tokens, title.Tokens[i]);
                    // Of Chinese, also the pairs of characters that blocking looks for.
                    if (title.IsHan && i + 1 < title.Tokens.Length && title.Tokens[i] + title.Tokens[i + 1] is var pair && seen.Add(pair)) Count(frequencies.tokens, pair);
                }
            Count(frequencies.pages, form.Position.FirstPage);
            Count(frequencies.volumes, form.Position.Volume);
        }
        return frequencies;
    }

    public int Of(string token) => tokens.GetValueOrDefault(token);

    /// <summary>Bits of an agreement on these words; generic words and repeated ones have none.</summary>
    public double TitleBits(IEnumerable<string> words)
    {
        var bits = 0.0;
        foreach (var word in words)
        {
            if (GenericWords.IsGeneric(word)) continue;
            bits += Bits(tokens.GetValueOrDefault(word), word.Length == 1 ? RareCharacter : RareWord);
            if (bits * Dependence >= MostTitleBits) return MostTitleBits;
        }
        return bits * Dependence;
    }

    public double PageBits(string page) => Math.Min(MostValueBits, Bits(pages.GetValueOrDefault(page), RareValue));

    public double VolumeBits(string volume) => Math.Min(MostValueBits, Bits(volumes.GetValueOrDefault(volume), RareValue * 3));

    double Bits(int count, double rare) => Math.Log2((Records + Assumed) / (count + Assumed * rare));

    static void Count(Dictionary<string, int> counts, string? value)
    {
        if (value is not null) counts[value] = counts.GetValueOrDefault(value) + 1;
    }
}
