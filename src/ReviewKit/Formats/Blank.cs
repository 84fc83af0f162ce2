using System.Buffers;

namespace ReviewKit.Formats;

/// <summary>Blanks as sources write them: also the byte order marks that CNKI leaves at the end of cells and the full-width blank.</summary>
static class Blank
{
    const string Characters = " \u0001\t\r\n\u000b\u000c\u0085\u00a0\u200b\u2028\u2029\u3000\ufeff";

    static readonly SearchValues<char> Values = SearchValues.Create(Characters);

    public static string Trim(string text)
    {
        if (text.Length == 0 || (!Values.Contains(text[0]) && !Values.Contains(text[^1]))) return text;
        var start = text.AsSpan().IndexOfAnyExcept(Values);
        return start < 0 ? "" : text[start..(text.AsSpan().LastIndexOfAnyExcept(Values) + 1)];
    }

    public static bool Is(ReadOnlySpan<char> text) => text.IndexOfAnyExcept(Values) < 0;
}
