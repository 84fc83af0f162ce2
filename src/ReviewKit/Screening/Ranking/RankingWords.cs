using System.Runtime.InteropServices;
using ReviewKit.Text;

namespace ReviewKit.Screening.Ranking;

/// <summary>
/// Numbers for the words of texts. A word is a run of two or more letters, digits or underscores, as in scikit-learn's default; a run of
/// Chinese characters, which has no blanks to cut it at, gives its overlapping pairs of characters instead.
/// </summary>
/// <param name="dropsPlural">Whether an English plural is its singular.</param>
/// <param name="longest">Of words of letters only so many count, which makes "regulate", "regulation" and "regulatory" one; null: all.</param>
sealed class RankingWords(bool dropsPlural, int? longest)
{
    /// <summary>Between two words that must not make a pair: fields and Chinese character pairs.</summary>
    public const int Gap = -1;

    readonly Dictionary<string, int> numbers = [];

    public int Count => numbers.Count;

    /// <summary>The words in their order. Chinese character pairs stand between gaps: a pair of pairs would be three characters counted again.</summary>
    public int[] Of(string text)
    {
        var found = new List<int>();
        // Fold.Term would take the diacritics that u4 keeps; width and traditional forms matter for Chinese only.
        var lower = (Fold.HasHan(text) ? Fold.Term(text) : text).ToLowerInvariant();
        for (var i = 0; i < lower.Length;)
        {
            if (!IsWord(lower[i]))
            {
                i++;
                continue;
            }
            var isHan = Fold.IsHan(lower[i]);
            var end = i + 1;
            while (end < lower.Length && IsWord(lower[end]) && Fold.IsHan(lower[end]) == isHan) end++;
            if (isHan) AddHan(lower.AsSpan(i, end - i), found);
            else if (end - i > 1) found.Add(Number(Stem(lower.AsSpan(i, end - i))));
            i = end;
        }
        return [.. found];
    }

    void AddHan(ReadOnlySpan<char> run, List<int> found)
    {
        found.Add(Gap);
        if (run.Length == 1) found.Add(Number(run));
        for (var i = 0; i + 1 < run.Length; i++)
        {
            found.Add(Number(run.Slice(i, 2)));
            found.Add(Gap);
        }
    }

    ReadOnlySpan<char> Stem(ReadOnlySpan<char> word)
    {
        if (dropsPlural) word = Singular(word);
        if (word.Length <= longest || longest is not { } most) return word;
        foreach (var letter in word)
            if (!char.IsLetter(letter)) return word;
        return word[..most];
    }

    // "policies" is "policy", "cities" "city"; "analysis", "virus" and "class" keep their s.
    static ReadOnlySpan<char> Singular(ReadOnlySpan<char> word)
    {
        if (word.Length > 4 && word.EndsWith("ies")) return string.Concat(word[..^3], "y");
        return word.Length > 3 && word[^1] == 's' && word[^2] is not ('s' or 'u' or 'i') ? word[..^1] : word;
    }

    int Number(ReadOnlySpan<char> word)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(numbers.GetAlternateLookup<ReadOnlySpan<char>>(), word, out var isKnown);
        if (!isKnown) number = numbers.Count - 1;
        return number;
    }

    static bool IsWord(char c) => char.IsLetterOrDigit(c) || c == '_' || char.IsSurrogate(c)
        || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark;
}
