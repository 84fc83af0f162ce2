using ReviewKit.Text;

namespace ReviewKit.Query;

/// <summary>English singular and plural of the last word of a term, for queries that declare `plural: true`.</summary>
static class EnglishPlural
{
    // Both ways; the rules below cover the rest.
    static readonly (string Singular, string Plural)[] Irregular =
    [
        ("child", "children"), ("man", "men"), ("woman", "women"), ("person", "people"), ("life", "lives"), ("analysis", "analyses"), ("crisis", "crises"), ("thesis", "theses"),
        ("basis", "bases"), ("hypothesis", "hypotheses"), ("criterion", "criteria"), ("phenomenon", "phenomena"), ("index", "indices"), ("matrix", "matrices"), ("datum", "data"),
        ("medium", "media"), ("half", "halves"), ("shelf", "shelves"), ("foot", "feet"), ("tooth", "teeth"), ("mouse", "mice"), ("series", "series"), ("species", "species"),
    ];

    /// <summary>The term and its other forms, the term first. A wrong form costs nothing: nobody writes it. What ends in a wildcard, or in no English letter, has none.</summary>
    public static IReadOnlyList<string> Forms(string term)
    {
        if (!char.IsAsciiLetter(term[^1]) || term.Any(c => c is '*' or '?') || Fold.HasHan(term)) return [term];
        var start = term.LastIndexOfAny([' ', '-']) + 1;
        var (before, word) = (term[..start], term[start..].ToLowerInvariant());
        return [.. Of(word).Where(form => form != word).Select(form => before + form).Prepend(term).Distinct()];
    }

    static IEnumerable<string> Of(string word)
    {
        foreach (var (singular, plural) in Irregular)
            if (word == singular) return [plural];
            else if (word == plural) return [singular];
        if (word.EndsWith("ies", StringComparison.Ordinal) && word.Length > 4) return [word[..^3] + "y"];
        if (word.Length > 4 && (EndsIn(word, "sses", "shes", "ches", "xes", "zzes"))) return [word[..^2]];
        if (EndsIn(word, "ss", "x", "z", "ch", "sh", "us")) return [word + "es"];
        if (word.EndsWith('s') && !EndsIn(word, "is") && word.Length > 3) return [word[..^1]];
        if (word.EndsWith('y') && word.Length > 2 && !"aeiou".Contains(word[^2])) return [word[..^1] + "ies"];
        return [word + "s"];
    }

    static bool EndsIn(string word, params ReadOnlySpan<string> endings)
    {
        foreach (var ending in endings)
            if (word.EndsWith(ending, StringComparison.Ordinal)) return true;
        return false;
    }
}
