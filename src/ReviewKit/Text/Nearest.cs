namespace ReviewKit.Text;

/// <summary>The word someone probably meant.</summary>
public static class Nearest
{
    /// <summary>The known word with the fewest letters wrong, left out, too many or swapped; the first of several. Null when more than a third of the letters differ.</summary>
    public static string? Of(string word, IEnumerable<string> known)
    {
        var folded = Fold.Term(word);
        var best = known.Select(one => (Word: one, Distance: Distance(folded, Fold.Term(one)))).DefaultIfEmpty((Word: "", Distance: int.MaxValue)).MinBy(one => one.Distance);
        return best.Distance <= Math.Max(1, word.Length / 3) ? best.Word : null;
    }

    /// <summary>"; did you mean …?", to stand behind a complaint; nothing where no known word is near.</summary>
    public static Message Question(string word, IEnumerable<string> known) =>
        Of(word, known) is { } near ? new Message($"; did you mean {near}?", $"；是否想写 {near}？") : new Message("", "");

    /// <summary>Optimal string alignment (Damerau 1964, doi:10.1145/363958.363994).</summary>
    static int Distance(string a, string b)
    {
        var d = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++) d[i, 0] = i;
        for (var j = 0; j <= b.Length; j++) d[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
            for (var j = 1; j <= b.Length; j++)
            {
                d[i, j] = Math.Min(Math.Min(d[i - 1, j] + 1, d[i, j - 1] + 1), d[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) d[i, j] = Math.Min(d[i, j], d[i - 2, j - 2] + 1);
            }
        return d[a.Length, b.Length];
    }
}
