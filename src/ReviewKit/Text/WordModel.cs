namespace ReviewKit.Text;

/// <summary>Guesses the words in a run of characters that no dictionary joins: the most probable sequence of beginnings, middles and ends.</summary>
/// <remarks>A hidden Markov model and Viterbi's algorithm, as in jieba's finalseg.</remarks>
static class WordModel
{
    const int Begin = 0, End = 1, Middle = 2, Single = 3;

    // Which states may stand before each: a word begins after an end, and ends after a beginning or middle.
    static readonly int[][] Before = [[End, Single], [Begin, Middle], [Middle, Begin], [Single, End]];

    /// <summary>Adds the end of each word, counted from the start of the run.</summary>
    public static void Cut(ReadOnlySpan<char> run, List<int> ends)
    {
        var model = ChineseDictionary.Default;
        var from = new byte[run.Length * ChineseDictionary.States];
        Span<float> now = stackalloc float[ChineseDictionary.States], last = stackalloc float[ChineseDictionary.States];
        for (var state = 0; state < ChineseDictionary.States; state++) last[state] = model.Start[state] + model.Emitted[state][run[0]];
        for (var i = 1; i < run.Length; i++)
        {
            for (var state = 0; state < ChineseDictionary.States; state++)
            {
                now[state] = float.NegativeInfinity;
                foreach (var before in Before[state])
                    if (last[before] + model.Between[before * ChineseDictionary.States + state] is var sum && sum > now[state]) (now[state], from[i * ChineseDictionary.States + state]) = (sum, (byte)before);
                now[state] += model.Emitted[state][run[i]];
            }
            now.CopyTo(last);
        }
        var states = new byte[run.Length];
        states[^1] = (byte)(last[End] >= last[Single] ? End : Single);
        for (var i = run.Length - 1; i > 0; i--) states[i - 1] = from[i * ChineseDictionary.States + states[i]];
        for (var i = 0; i < run.Length; i++)
            if (states[i] is End or Single) ends.Add(i + 1);
    }
}
