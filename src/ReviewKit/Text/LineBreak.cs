namespace ReviewKit.Text;

/// <summary>
/// Where a line may end: at blanks, after hyphens and slashes, between Chinese characters but never before closing or after opening punctuation (GB/T 15834).
/// </summary>
public static class LineBreak
{
    const string NeverFirst = "，。、；：？！）】》〉」』〕］｝”’…—～·％‰,.;:?!)]}%々ー";
    const string NeverLast = "（【《〈「『〔［｛“‘([{";

    /// <param name="before">The grapheme before the place.</param>
    /// <param name="after">The grapheme behind it.</param>
    /// <param name="twoBefore">The one before <paramref name="before"/>; a blank at the beginning.</param>
    public static bool IsAllowed(string before, string after, string twoBefore)
    {
        if (after == " ") return false;
        if (before == " ") return true;
        if (before == "\u00a0" || after == "\u00a0") return false;
        // "co-word" and "and/or" may part, "-5" and "2010-2020" not.
        if (before is "-" or "/") return char.IsLetter(twoBefore[0]) && char.IsLetter(after[0]);
        if (!IsWide(before) && !IsWide(after)) return false;
        return !NeverFirst.Contains(after, StringComparison.Ordinal) && !NeverLast.Contains(before, StringComparison.Ordinal);
    }

    /// <summary>Scripts that are written without blanks, and their punctuation.</summary>
    static bool IsWide(string element) => element[0] is >= '\u2e80' and <= '\ud7ff' or >= '\uf900' and <= '\ufaff' or >= '\ufe30' and <= '\uffef' || char.IsSurrogate(element[0]);
}
