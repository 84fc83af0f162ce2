using System.Runtime.InteropServices;

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

    readonly Dictionary<ulong, int> words = [];
    readonly Dictionary<string, int> pages = new(StringComparer.Ordinal);
    readonly Dictionary<string, int> volumes = new(StringComparer.Ordinal);

    Frequencies(int records) => Records = records;

    public int Records { get; }

    public static Frequencies Of(IReadOnlyList<CanonicalForm> forms)
    {
        var frequencies = new Frequencies(forms.Count);
        var seen = new HashSet<ulong>();
        foreach (var form in forms)
        {
            seen.Clear();
            foreach (var title in form.Titles)
            {
                // Of Chinese titles the words are pairs of characters, and the score asks for characters too.
                foreach (var word in title.Words())
                    if (seen.Add(word)) Count(frequencies.words, word);
                if (!title.IsHan) continue;
                foreach (var token in title.Tokens)
                    if (Hash.Of(token) is var character && seen.Add(character)) Count(frequencies.words, character);
            }
            if (form.Position.FirstPage is { } page) Count(frequencies.pages, page);
            if (form.Position.Volume is { } volume) Count(frequencies.volumes, volume);
        }
        return frequencies;
    }

    /// <param name="word">Its hash.</param>
    public int Of(ulong word) => words.GetValueOrDefault(word);

    /// <summary>Bits of an agreement on these words; generic words and repeated ones have none.</summary>
    public double TitleBits(IEnumerable<string> common)
    {
        var bits = 0.0;
        foreach (var word in common)
        {
            if (GenericWords.IsGeneric(word)) continue;
            bits += Bits(Of(Hash.Of(word)), word.Length == 1 ? RareCharacter : RareWord);
            if (bits * Dependence >= MostTitleBits) return MostTitleBits;
        }
        return bits * Dependence;
    }

    public double PageBits(string page) => Math.Min(MostValueBits, Bits(pages.GetValueOrDefault(page), RareValue));

    public double VolumeBits(string volume) => Math.Min(MostValueBits, Bits(volumes.GetValueOrDefault(volume), RareValue * 3));

    double Bits(int count, double rare) => Math.Log2((Records + Assumed) / (count + Assumed * rare));

    static void Count<T>(Dictionary<T, int> counts, T value) where T : notnull => CollectionsMarshal.GetValueRefOrAddDefault(counts, value, out _)++;
}
