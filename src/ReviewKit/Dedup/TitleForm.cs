using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using ReviewKit.Text;

namespace ReviewKit.Dedup;

/// <summary>A title in the form in which it is compared.</summary>
sealed partial class TitleForm
{
    static readonly HashSet<string> StopWords = new(StringComparer.Ordinal)
    {
        "a", "an", "the", "of", "and", "in", "on", "for", "to", "with", "by", "from", "at", "as", "or", "is", "are", "its", "their", "s",
        "der", "die", "das", "und", "von", "bei", "mit", "le", "la", "les", "des", "du", "de", "et", "en", "el", "los", "las", "y", "un", "une", "una",
    };

    static readonly string[] Greek =
    [
        "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa", "lambda", "mu", "nu", "xi", "omicron",
        "pi", "rho", "sigma", "sigma", "tau", "upsilon", "phi", "chi", "psi", "omega",
    ];

    static readonly Dictionary<string, string> Roman = new(StringComparer.Ordinal)
    {
        ["i"] = "1",
        ["ii"] = "2",
        ["iii"] = "3",
        ["iv"] = "4",
        ["v"] = "5",
        ["vi"] = "6",
        ["vii"] = "7",
        ["viii"] = "8",
        ["ix"] = "9",
        ["x"] = "10",
    };

    TitleForm(ulong letters, string[] tokens, bool isHan, bool isGeneric) => (Letters, Tokens, IsHan, IsGeneric) = (letters, tokens, isHan, isGeneric);

    /// <summary>Of letters and digits of every script, without blanks: equal for equal titles.</summary>
    public ulong Letters { get; }

    /// <summary>Words in order without stop words, Roman numerals as numbers; of a Chinese title its characters and its Latin words.</summary>
    public string[] Tokens { get; }

    public bool IsHan { get; }

    /// <summary>A Chinese title of a column or notice ("编者按"); for other titles <see cref="GenericWords"/> looks at the words.</summary>
    public bool IsGeneric { get; }

    /// <summary>Hashes of the words; of a Chinese title of each two neighbouring characters, since characters alone are too few to be rare.</summary>
    public IEnumerable<ulong> Words()
    {
        for (var i = 0; i < Tokens.Length; i++)
            yield return IsHan && i + 1 < Tokens.Length ? Hash.Of(Tokens[i], Tokens[i + 1]) : Hash.Of(Tokens[i]);
    }

    /// <summary>The title itself, and as a title of its own what stands in brackets behind it: databases put the original or the translation there.</summary>
    public static IEnumerable<TitleForm> Of(string? title, Pool pool)
    {
        if (Missing.IsMissing(title)) yield break;
        var text = Note().Replace(Tag().Replace(WebUtility.HtmlDecode(title!), ""), "").Trim();
        var whole = Bracketed().Match(text);
        if (whole.Success) text = whole.Groups[1].Value;
        if (Session().Match(text) is { Success: true } session && session.Index > 0) text = text[..session.Index];
        while (Tail().Match(text) is { Success: true } tail && tail.Index > 0)
        {
            text = text[..tail.Index];
            // Three words or less in brackets are a remark of the database ("[Chinese]", "[33 refs]"), more are a second title.
            if (tail.Groups[1].Value.Count(c => c == ' ') >= 3 && Form(tail.Groups[1].Value, pool) is { } second) yield return second;
        }
        if (Form(text, pool) is { } form) yield return form;
    }

    static TitleForm? Form(string text, Pool pool)
    {
        var folded = Fold.Term(text);
        var tokens = new List<string>();
        var word = new StringBuilder();
        var han = 0;
        foreach (var c in folded)
        {
            var isHan = Fold.IsHan(c);
            if (char.IsLetterOrDigit(c) && !isHan || char.IsSurrogate(c))
            {
                if (c is >= 'α' and <= 'ω') word.Append(Greek[c - 'α']);
                else word.Append(c);
                continue;
            }
            // "children's" is one word, so that it meets "childrens".
            if (c == '\'' && word.Length > 0) continue;
            Flush(word, tokens);
            if (!isHan) continue;
            tokens.Add(c.ToString());
            han++;
        }
        Flush(word, tokens);
        var letters = string.Concat(tokens);
        if (letters.Length == 0) return null;
        var informative = tokens.Where(token => !StopWords.Contains(token)).Select(token => Roman.GetValueOrDefault(token, token)).ToArray();
        var isChinese = han * 4 >= letters.Length;
        return new TitleForm(Hash.Of(letters), [.. (informative.Length > 0 ? informative : [.. tokens]).Select(pool.Text)], isChinese, isChinese && GenericWords.IsHanTitle(letters));
    }

    // American and British spelling differ in ae and oe ("haemorrhage"); losing the letter on both sides harms nothing.
    static void Flush(StringBuilder word, List<string> tokens)
    {
        if (word.Length == 0) return;
        tokens.Add(word.Replace("ae", "e").Replace("oe", "e").ToString());
        word.Clear();
    }

    [GeneratedRegex("</?[a-zA-Z][^<>]{0,60}>")]
    private static partial Regex Tag();

    // MEDLINE tells of later notices behind the title of the article they are about; exports cut the bracket off.
    [GeneratedRegex(@"\[(?:published )?(?:erratum|corrigendum|correct(?:ed|ion)|comment|summary for patients|republished|update|retraction|reprint)s? (?:appears )?(?:and republished )?(?:in|from|of)\b.*$", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Note();

    // Proceedings say behind a title in which sort of session it was given.
    [GeneratedRegex(@"\s*\((?:tutorial|panel|demo(?:nstration)?|invited|keynote|industr(?:y|ial)|experience|short|full)(?: (?:session|paper|talk|description|lecture))?\)\s*\.?\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Session();

    [GeneratedRegex(@"^\[([^\[\]]+)\]\.?$")]
    private static partial Regex Bracketed();

    [GeneratedRegex(@"\s*\[([^\[\]]*)\]\s*\.?\s*$")]
    private static partial Regex Tail();
}
