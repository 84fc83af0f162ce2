using System.Collections.Concurrent;
using System.Globalization;
using System.Text;

namespace ReviewKit.Text;

/// <summary>
/// A text in the form in which phrases are looked for, with the way back to the original: <see cref="Text.Fold.Term"/> letter by letter, a hyphen counts as a blank
/// (smart-city and smart city meet) and blanks are single. One object takes many texts, one after the other.
/// </summary>
public sealed class FoldedText
{
    const char Dropped = '\ufffe', Several = '\uffff';

    // By character, filled as characters come; 0 is not looked at yet. Two threads may fill the same place with the same value.
    static readonly char[] One = new char[char.MaxValue + 1];
    static readonly ConcurrentDictionary<char, string> More = new();

    char[] letters = new char[1024];
    int[] starts = new int[1024];
    int[] ends = new int[1024];

    public int Length { get; private set; }

    public ReadOnlySpan<char> Letters => letters.AsSpan(0, Length);

    /// <summary>The folded form alone.</summary>
    public static string Of(string text)
    {
        var folded = new FoldedText();
        folded.Fold(text);
        return new string(folded.Letters).TrimEnd(' ');
    }

    /// <summary>Takes the next text; what was there is gone.</summary>
    public void Fold(string text)
    {
        Length = 0;
        // Hardly any letter becomes several.
        Reserve(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var folded = One[text[i]];
            if (folded is > ' ' and < Dropped)
            {
                if (Length == letters.Length) Reserve(Length + 1);
                letters[Length] = folded;
                starts[Length] = i;
                ends[Length++] = i + 1;
            }
            else i += FoldOdd(text, i);
        }
    }

    /// <summary>A blank, a sign that is dropped or becomes several, or one that was not seen before.</summary>
    /// <returns>How many characters beyond this one were taken.</returns>
    int FoldOdd(string text, int i)
    {
        var c = text[i];
        var folded = One[c] is '\0' ? Learn(c) : One[c];
        if (folded == Dropped) Drop(c, i);
        else if (folded != Several) Append(folded, i, i + 1);
        else if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
        {
            foreach (var part in Expanded(text.Substring(i, 2))) Append(part, i, i + 2);
            return 1;
        }
        else
        {
            foreach (var part in More[c]) Append(part, i, i + 1);
        }
        return 0;
    }

    /// <summary>The piece of the original text that folded letters start to end (exclusive) came from.</summary>
    public (int Offset, int Length) Original(int start, int end) => (starts[start], ends[end - 1] - starts[start]);

    /// <summary>Between two letters there is no word boundary only when both belong to a word of a script that writes words apart.</summary>
    public static bool IsBoundary(ReadOnlySpan<char> folded, int at) =>
        at <= 0 || at >= folded.Length || (!IsVoicing(folded[at]) && (!IsWordLetter(folded[at - 1]) || !IsWordLetter(folded[at])));

    /// <summary>A letter or digit of a script that writes words apart: not Chinese, not kana.</summary>
    public static bool IsWordLetter(char c) =>
        c < 128 ? char.IsAsciiLetterOrDigit(c) : (char.IsLetterOrDigit(c) || IsMark(c)) && !Text.Fold.IsHan(c) && c is not (>= '\u3040' and <= '\u30ff');

    static bool IsMark(char c) => CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    // The second half of a kana such as が, which is taken apart so that both ways of writing it meet.
    static bool IsVoicing(char c) => c is '\u3099' or '\u309a';

    void Append(char c, int start, int end)
    {
        if (c == ' ' && (Length == 0 || letters[Length - 1] == ' ')) return;
        if (Length == letters.Length) Reserve(Length + 1);
        letters[Length] = c;
        starts[Length] = start;
        ends[Length++] = end;
    }

    void Reserve(int length)
    {
        if (length <= letters.Length) return;
        var size = Math.Max(length, 2 * letters.Length);
        Array.Resize(ref letters, size);
        Array.Resize(ref starts, size);
        Array.Resize(ref ends, size);
    }

    // An accent written after its letter belongs to the piece of text the letter stands for.
    void Drop(char c, int at)
    {
        if (Length > 0 && ends[Length - 1] == at && IsMark(c)) ends[Length - 1] = at + 1;
    }

    static char Learn(char c)
    {
        // No characters at all, by Unicode: damaged files have them.
        if (c is Dropped or Several) return One[c] = Dropped;
        if (char.IsWhiteSpace(c) || char.IsControl(c)) return One[c] = ' ';
        // What a pair of surrogates stands for is not known from its half.
        var folded = char.IsHighSurrogate(c) ? "\ufffd" : Expanded(c.ToString());
        if (folded.Length == 1 && !char.IsHighSurrogate(c)) return One[c] = folded[0];
        if (folded.Length == 0) return One[c] = Dropped;
        More[c] = folded;
        return One[c] = Several;
    }

    static string Expanded(string text) => Text.Fold.Term(text).Normalize(NormalizationForm.FormD).Replace('-', ' ');
}
