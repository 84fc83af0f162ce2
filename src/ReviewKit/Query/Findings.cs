using ReviewKit.Text;

namespace ReviewKit.Query;

/// <summary>The words and phrases of a query as they were found in the texts of one record; one object serves record after record.</summary>
sealed class Findings
{
    /// <summary>Words are counted only for queries that ask how far apart terms are.</summary>
    public bool CountsWords { get; set; }

    readonly FoldedText folded = new();
    readonly List<PhraseFound> phrases = [];
    readonly List<Finding> all = [];
    bool[] found = [];

    public IReadOnlyList<Finding> All => all;

    public bool Has(int leaf) => found[leaf];

    public void Clear(int leaves)
    {
        all.Clear();
        if (found.Length < leaves) found = new bool[leaves];
        else Array.Clear(found, 0, leaves);
    }

    /// <param name="finder">Numbers the leaves.</param>
    /// <param name="fields">Of each leaf.</param>
    /// <param name="field">The field the text belongs to.</param>
    /// <param name="number">Its place among the tracked fields.</param>
    /// <param name="part">Which text of the field.</param>
    /// <param name="text">As the record has it.</param>
    public void Add(PhraseFinder finder, SearchFields[] fields, SearchFields field, int number, int part, string text)
    {
        folded.Fold(text);
        phrases.Clear();
        finder.Find(folded, phrases);
        if (phrases.Count == 0) return;
        var words = new WordCount();
        foreach (var phrase in phrases)
        {
            if ((fields[phrase.Phrase] & field) == 0) continue;
            found[phrase.Phrase] = true;
            var (offset, length) = folded.Original(phrase.Start, phrase.End);
            var (first, end) = CountsWords ? (words.Before(folded.Letters, phrase.Start), words.Before(folded.Letters, phrase.End)) : (0, 0);
            all.Add(new Finding(phrase.Phrase, number, part, offset, length, phrase.Start, phrase.End, first, end));
        }
    }

    /// <summary>Counts words up to a place, going on from the last place asked for: Latin words, and each Chinese character as one.</summary>
    struct WordCount
    {
        int at, count;

        /// <summary>Words that begin before a place.</summary>
        public int Before(ReadOnlySpan<char> letters, int place)
        {
            if (place < at) (at, count) = (0, 0);
            for (; at < place; at++)
                if (BeginsWord(letters, at)) count++;
            return count;
        }

        static bool BeginsWord(ReadOnlySpan<char> letters, int at) => FoldedText.IsWordLetter(letters[at])
            ? at == 0 || !FoldedText.IsWordLetter(letters[at - 1])
            : char.IsLetter(letters[at]);
    }
}

/// <summary>A leaf found in a text.</summary>
/// <param name="Field">Its place among the tracked fields.</param>
/// <param name="Start">In the folded text, for the order of two findings.</param>
/// <param name="FirstWord">Words of the text before it.</param>
/// <param name="EndWord">Words of the text before its end.</param>
readonly record struct Finding(int Leaf, int Field, int Part, int Offset, int Length, int Start, int End, int FirstWord, int EndWord);
