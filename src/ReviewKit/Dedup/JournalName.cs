using System.Text.RegularExpressions;
using ReviewKit.Records;
using ReviewKit.Text;

namespace ReviewKit.Dedup;

/// <summary>One name of a journal, proceedings or book.</summary>
/// <param name="Words">Without small words, numbers, and what stands behind a colon or in brackets; none of a Chinese name.</param>
/// <param name="Letters">The whole name, folded, without blanks.</param>
sealed partial record JournalName(string[] Words, string Letters, bool IsHan, bool IsEnglishEdition)
{
    // Of "IEEE/ACM Transactions" the parts are no names of their own.
    const int ShortestPart = 6;

    static readonly HashSet<string> SmallWords = new(StringComparer.Ordinal)
    {
        "the", "of", "and", "in", "on", "for", "a", "an", "de", "la", "le", "les", "des", "du", "der", "die", "das", "und", "fur", "e", "et", "y",
    };

    /// <summary>All that a record calls its journal, as written. Scopus and PubMed put two names in one: "Huanjing Yanjiu/Environmental Research", "Huanjing yanjiu = Environmental research".</summary>
    public static IEnumerable<string> Written(Record record) =>
        record.Journals.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Value).Prepend(record.Journal)
            .Where(name => !Missing.IsMissing(name)).SelectMany(name => Parts(name!)).Distinct(StringComparer.Ordinal);

    static IEnumerable<string> Parts(string name)
    {
        var parts = Between().Split(name);
        return parts.Length > 1 && Array.TrueForAll(parts, part => part.Trim().Length >= ShortestPart) ? parts.Select(part => part.Trim()) : [name.Trim()];
    }

    /// <summary>null when nothing is left to compare.</summary>
    public static JournalName? Of(string written)
    {
        var folded = Fold.Term(System.Net.WebUtility.HtmlDecode(written));
        var isEdition = EnglishEdition().IsMatch(folded);
        if (Fold.HasHan(folded)) return new JournalName([], Fold.Letters(folded), true, isEdition);
        // Behind a colon or in brackets stands whose journal it is, or where it appears.
        folded = Meeting().Replace(folded, "");
        var cut = folded.IndexOfAny([':', '(', '[']);
        if (cut > 4) folded = folded[..cut];
        string[] words = [.. folded.Split([' ', '-', '.', ',', ';', '&', '/', '\'', '"', '(', ')', ':'], StringSplitOptions.RemoveEmptyEntries)
            .Where(word => !word.Any(char.IsAsciiDigit) && !SmallWords.Contains(word))];
        return words.Length == 0 ? null : new JournalName(words, Fold.Letters(folded), false, isEdition);
    }

    // Embase: "Journal of … . Conference: 8th Annual …. Conference Start: …".
    [GeneratedRegex(@"\. ?(?:conference|conference publication|annual meeting)\b.*$")]
    private static partial Regex Meeting();

    [GeneratedRegex(@"\s+=\s+|\s*/\s*")]
    private static partial Regex Between();

    [GeneratedRegex(@"\benglish ed(?:ition|n)?\b|英文版")]
    private static partial Regex EnglishEdition();
}
