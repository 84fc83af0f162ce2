namespace ReviewKit.Text;

/// <summary>What differs between two texts, word by word, of Chinese character by character; case, width, accents, leading zeros and punctuation do not count.</summary>
public static class Difference
{
    // Beyond this the beginnings and ends that agree are taken off and the rest is marked as a whole: a table of all pairs would be too large.
    const int MostWords = 3000;

    /// <summary>The parts of each text that the other lacks, as character positions, in order.</summary>
    public static (IReadOnlyList<Range> InA, IReadOnlyList<Range> InB) Between(string a, string b)
    {
        var (left, right) = (Words(a), Words(b));
        var (start, endA, endB) = (0, left.Count, right.Count);
        while (start < endA && start < endB && left[start].Folded == right[start].Folded) start++;
        while (endA > start && endB > start && left[endA - 1].Folded == right[endB - 1].Folded) (endA, endB) = (endA - 1, endB - 1);
        var (oddA, oddB) = (left[start..endA], right[start..endB]);
        var (keptA, keptB) = oddA.Count > MostWords || oddB.Count > MostWords ? ([], []) : Common(oddA, oddB);
        return (Parts(oddA, keptA), Parts(oddB, keptB));
    }

    /// <summary>Positions of a longest common subsequence.</summary>
    static (HashSet<int>, HashSet<int>) Common(List<Word> a, List<Word> b)
    {
        var lengths = new ushort[a.Count + 1, b.Count + 1];
        for (var i = a.Count - 1; i >= 0; i--)
            for (var j = b.Count - 1; j >= 0; j--)
                lengths[i, j] = a[i].Folded == b[j].Folded ? (ushort)(lengths[i + 1, j + 1] + 1) : Math.Max(lengths[i + 1, j], lengths[i, j + 1]);
        var (keptA, keptB) = (new HashSet<int>(), new HashSet<int>());
        for (int i = 0, j = 0; i < a.Count && j < b.Count;)
        {
            if (a[i].Folded == b[j].Folded)
            {
                keptA.Add(i++);
                keptB.Add(j++);
            }
            else if (lengths[i + 1, j] >= lengths[i, j + 1]) i++;
            else j++;
        }
        return (keptA, keptB);
    }

    /// <summary>Neighbouring words that differ are one part.</summary>
    static List<Range> Parts(List<Word> words, HashSet<int> kept)
    {
        var parts = new List<Range>();
        for (var i = 0; i < words.Count; i++)
        {
            if (kept.Contains(i)) continue;
            var first = i;
            while (i + 1 < words.Count && !kept.Contains(i + 1)) i++;
            parts.Add(words[first].Start..words[i].End);
        }
        return parts;
    }

    readonly record struct Word(int Start, int End, string Folded);

    static List<Word> Words(string text)
    {
        var words = new List<Word>();
        for (var at = 0; at < text.Length;)
        {
            var start = at++;
            if (!IsLetter(text[start])) continue;
            if (!Fold.IsHan(text[start]))
                while (at < text.Length && IsLetter(text[at]) && !Fold.IsHan(text[at])) at++;
            var folded = Fold.Letters(text[start..at]);
            // Issue 03 is issue 3.
            if (folded.Length > 0 && folded.All(char.IsAsciiDigit)) folded = folded.TrimStart('0').PadLeft(1, '0');
            if (folded.Length > 0) words.Add(new Word(start, at, folded));
        }
        return words;
    }

    static bool IsLetter(char c) => char.IsLetterOrDigit(c) || char.IsSurrogate(c) || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark;
}
