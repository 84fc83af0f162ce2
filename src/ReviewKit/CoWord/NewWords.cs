using ReviewKit.Text;

namespace ReviewKit.CoWord;

/// <summary>Characters that stand together in a corpus as only a word does, though no dictionary has it.</summary>
/// <param name="Count">Times it is written.</param>
/// <param name="MutualInformation">Logarithm of how much oftener its parts meet than chance would have it, at the weakest joint.</param>
/// <param name="Freedom">The smaller of the entropies of what stands before and after it, in nats: a part of a longer word has few neighbours.</param>
public sealed record NewWord(string Word, int Count, double MutualInformation, double Freedom);

/// <summary>When something counts as a new word.</summary>
public sealed record NewWordOptions
{
    public int MinimumCount { get; init; } = 5;

    /// <summary>e³: twenty times chance.</summary>
    public double MinimumMutualInformation { get; init; } = 3;

    /// <summary>ln 3: as free as with three neighbours equally often.</summary>
    public double MinimumFreedom { get; init; } = 1.0986;

    /// <summary>In characters.</summary>
    public int LongestWord { get; init; } = 8;
}

/// <summary>Finds new words: neighbouring tokens with high mutual information and free neighbours.</summary>
public static class NewWords
{
    const int MostTokens = 3;

    /// <summary>The most frequent first.</summary>
    public static IReadOnlyList<NewWord> Of(IEnumerable<string> texts, Segmenter segmenter, StopWords stopWords, NewWordOptions? options = null)
    {
        options ??= new NewWordOptions();
        var single = new Dictionary<string, int>(StringComparer.Ordinal);
        var joined = new Dictionary<string, Joined>(StringComparer.Ordinal);
        var (all, edges) = (0L, 0L);
        foreach (var text in texts)
        {
            var tokens = new List<Token>();
            segmenter.Segment(text, tokens);
            var words = tokens.ConvertAll(token => token.In(text));
            all += words.Count;
            foreach (var word in words) single[word] = single.GetValueOrDefault(word) + 1;
            for (var i = 0; i < words.Count; i++)
                for (var n = 2; n <= MostTokens && i + n <= words.Count && Join(tokens, words, i, n); n++)
                {
                    var word = string.Concat(words.GetRange(i, n));
                    if (!joined.TryGetValue(word, out var found)) joined[word] = found = new Joined(words.GetRange(i, n));
                    found.Add(Neighbor(i - 1), Neighbor(i + n));
                }

            // What stands at the edge of a text or beside a sign is free: every edge is a neighbour of its own.
            string Neighbor(int at) => at < 0 || at >= words.Count ? $"\0{edges++}" : words[at];
        }
        return [.. joined.Where(pair => pair.Value.Count >= options.MinimumCount && pair.Key.Length <= options.LongestWord)
            .Select(pair => new NewWord(pair.Key, pair.Value.Count, Mutual(pair.Value), pair.Value.Freedom))
            .Where(word => word.MutualInformation >= options.MinimumMutualInformation && word.Freedom >= options.MinimumFreedom)
            .OrderByDescending(word => word.Count).ThenBy(word => word.Word, StringComparer.Ordinal)];

        bool Join(List<Token> tokens, List<string> words, int from, int count)
        {
            var last = tokens[from + count - 1];
            return tokens[from + count - 2] is var before && before.Start + before.Length == last.Start && IsPart(before, words[from + count - 2]) && IsPart(last, words[from + count - 1]);
        }

        bool IsPart(Token token, string word) => token.Kind is not (TokenKind.Latin or TokenKind.Phrase) && !stopWords.Has(word);

        double Mutual(Joined word)
        {
            // Of three tokens the joint at which it falls apart more easily.
            var least = double.PositiveInfinity;
            for (var cut = 1; cut < word.Parts.Count; cut++)
            {
                double Frequency(int from, int to) => to - from == 1 ? single[word.Parts[from]] : joined[string.Concat(word.Parts.GetRange(from, to - from))].Count;
                least = Math.Min(least, Math.Log(word.Count * (double)all / (Frequency(0, cut) * Frequency(cut, word.Parts.Count))));
            }
            return least;
        }
    }

    sealed class Joined(List<string> parts)
    {
        readonly Dictionary<string, int> before = new(StringComparer.Ordinal), after = new(StringComparer.Ordinal);

        public List<string> Parts { get; } = parts;
        public int Count { get; private set; }
        public double Freedom => Math.Min(Entropy(before), Entropy(after));

        public void Add(string left, string right)
        {
            Count++;
            before[left] = before.GetValueOrDefault(left) + 1;
            after[right] = after.GetValueOrDefault(right) + 1;
        }

        double Entropy(Dictionary<string, int> neighbors) => -neighbors.Values.Order().Sum(n => (double)n / Count * Math.Log((double)n / Count));
    }
}
