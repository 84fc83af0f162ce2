using System.Text;
using ReviewKit.Query.Dialects;

namespace ReviewKit.Query.Parsing;

/// <summary>Finds the wildcards of a platform in a term.</summary>
static class Wildcards
{
    /// <param name="dialect">Null when signs stand for themselves.</param>
    public static IReadOnlyList<Piece> Pieces(string text, Dialect? dialect)
    {
        if (dialect is null || dialect.Wildcards.Count == 0) return [new Piece(text)];
        var pieces = new List<Piece>();
        var plain = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            var wild = dialect.Wildcards.FirstOrDefault(sign => sign.Sign == HalfWidth.Of(text[i])).Wild;
            if (wild == Wildcard.None)
            {
                plain.Append(text[i]);
                continue;
            }
            if (plain.Length > 0) pieces.Add(new Piece(plain.ToString()));
            plain.Clear();
            // Ovid: term$3 is up to three characters more.
            var digits = 0;
            if (dialect.Style == FieldStyle.DotSuffix && wild == Wildcard.Any)
                while (i + 1 + digits < text.Length && char.IsAsciiDigit(text[i + 1 + digits]) && digits < 2) digits++;
            pieces.Add(new Piece("", wild, digits == 0 ? 0 : int.Parse(text.AsSpan(i + 1, digits), System.Globalization.CultureInfo.InvariantCulture)));
            i += digits;
        }
        if (plain.Length > 0) pieces.Add(new Piece(plain.ToString()));
        return pieces;
    }
}
