using System.Globalization;
using System.Text.RegularExpressions;
using ReviewKit.Query.Dialects;

namespace ReviewKit.Query.Parsing;

/// <summary>Words that join terms.</summary>
static partial class Operators
{
    public static TokenKind? Kind(string word) => word.ToUpperInvariant() switch
    {
        "AND" or "&" or "&&" => TokenKind.And,
        "OR" or "|" or "||" => TokenKind.Or,
        "NOT" => TokenKind.Not,
        _ => null,
    };

    /// <summary>The platform's own nearness operator; null when the word is none.</summary>
    public static Nearness? Near(string word, Dialect dialect)
    {
        foreach (var form in dialect.Near)
        {
            if (!word.StartsWith(form.Word, dialect.AnyCaseOperators ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal))
            {
                // A bare NEAR stands for NEAR/n with the platform's number.
                if (form.Bare is { } usual && word.Equals(form.Word.TrimEnd('/'), StringComparison.Ordinal)) return new(usual, form.Ordered, form.Unit);
                continue;
            }
            var number = word[form.Word.Length..];
            if (number.Length == 0 && form.Bare is { } bare) return new(bare, form.Ordered, form.Unit);
            if (int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var n)) return new(Math.Max(0, n - form.Offset), form.Ordered, form.Unit);
        }
        return null;
    }

    /// <summary>Another platform's nearness operator, unmistakable by its slash or its number; null when the word is none.</summary>
    public static Nearness? Foreign(string word)
    {
        var match = ForeignNear().Match(word);
        if (!match.Success) return null;
        var n = int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture);
        return match.Groups[1].Value.ToUpperInvariant() switch
        {
            "ADJ" => new(Math.Max(0, n - 1), false, ProximityUnit.Words),
            "PRE" or "ONEAR" or "NEXT" => new(n, true, ProximityUnit.Words),
            _ => new(n, false, ProximityUnit.Words),
        };
    }

    [GeneratedRegex(@"^(?:(NEAR|N|W|WITHIN|PRE|NEXT|ONEAR|ADJ)/(\d{1,3})|(?<1>NEAR|ADJ)(?<2>\d{1,3}))$", RegexOptions.IgnoreCase)]
    private static partial Regex ForeignNear();
}
