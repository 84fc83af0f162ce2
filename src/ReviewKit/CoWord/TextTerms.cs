using System.Text.RegularExpressions;
using ReviewKit.Records;
using ReviewKit.Text;

namespace ReviewKit.CoWord;

/// <summary>Terms in running text. Chinese: the corpus's keywords, else content words of the dictionary. English: what may be noun phrases.</summary>
/// <remarks>
/// The plain rule for English, without a tagger: words between stop words, numbers and signs; an adverb ends a phrase, an adjective or participle cannot end one; the last word is put in the singular; the last three words of a longer run.
/// VOSviewer's noun phrases (van Eck &amp; Waltman 2011) come from a tagger: the lists are alike, not equal.
/// </remarks>
sealed partial class TextTerms
{
    const int LongestPhrase = 3;

    // Parts of speech of ChineseDictionary that a term may have.
    const string Content = "nwsiv";

    readonly Segmenter segmenter;
    readonly StopWords stopWords;

    public TextTerms(IReadOnlyList<Record> records, CoWordOptions options)
    {
        var keywords = records.SelectMany(record => record.Keywords.Concat(record.IndexKeywords)).SelectMany(TermIndex.Parts);
        segmenter = new Segmenter(keywords, options.UserWords);
        stopWords = options.StopWords;
    }

    /// <summary>Adds every term of a text each time it is written.</summary>
    /// <param name="own">The record's own keywords.</param>
    public void AddForms(string text, IReadOnlyList<string> own, List<string> forms)
    {
        if (Fold.HasHan(text)) AddChinese(text, own, forms);
        else AddEnglish(text, forms);
    }

    void AddChinese(string text, IReadOnlyList<string> own, List<string> forms)
    {
        var tokens = new List<Token>();
        segmenter.Segment(text, tokens, own);
        foreach (var token in tokens)
        {
            if (token.Length < 2 || (token.Kind == TokenKind.Word && !Content.Contains(token.Speech, StringComparison.Ordinal))) continue;
            var word = token.In(text);
            if (token.Kind == TokenKind.Latin && !word.Any(char.IsLetter)) continue;
            if (token.Kind == TokenKind.Phrase || !stopWords.Has(word)) forms.Add(word);
        }
    }

    void AddEnglish(string text, List<string> forms)
    {
        var phrase = new List<string>();
        var end = 0;
        foreach (Match match in Words().Matches(text))
        {
            var word = match.Value.ToLowerInvariant();
            // Anything but blanks between two words ends a phrase.
            if (!text.AsSpan(end, match.Index - end).IsWhiteSpace() || stopWords.Has(word) || IsAdverb(word)) Finish(phrase, forms);
            if (!stopWords.Has(word) && !IsAdverb(word)) phrase.Add(word);
            end = match.Index + match.Length;
        }
        Finish(phrase, forms);
    }

    static void Finish(List<string> phrase, List<string> forms)
    {
        while (phrase.Count > 0 && IsAdjective(phrase[^1])) phrase.RemoveAt(phrase.Count - 1);
        if (phrase.Count > 0 && phrase[^1].Length > 1)
            forms.Add(string.Join(' ', phrase.Skip(phrase.Count - LongestPhrase).SkipLast(1).Append(Singular(phrase[^1]))));
        phrase.Clear();
    }

    static bool IsAdverb(string word) => word.Length > 4 && word.EndsWith("ly", StringComparison.Ordinal) && word is not ("family" or "supply" or "assembly" or "monopoly" or "anomaly" or "reply");

    static bool IsAdjective(string word) => word.Length > 5 && (word.EndsWith("ous", StringComparison.Ordinal) || word.EndsWith("ful", StringComparison.Ordinal) || word.EndsWith("less", StringComparison.Ordinal) || word.EndsWith("able", StringComparison.Ordinal) || word.EndsWith("ible", StringComparison.Ordinal)
        || (word.EndsWith("ed", StringComparison.Ordinal) && !word.EndsWith("eed", StringComparison.Ordinal)));

    /// <summary>cities to city, processes to process, networks to network; analysis, status and business stay.</summary>
    internal static string Singular(string word) =>
        word.Length < 4 || word.EndsWith("ss", StringComparison.Ordinal) || word.EndsWith("us", StringComparison.Ordinal) || word.EndsWith("is", StringComparison.Ordinal) || !word.EndsWith('s') || word is "series" or "species" or "news" ? word
        : word.EndsWith("ies", StringComparison.Ordinal) && word.Length > 4 ? word[..^3] + "y"
        : SibilantPlural().IsMatch(word) ? word[..^2]
        : word[..^1];

    [GeneratedRegex(@"\p{L}[\p{L}\p{N}]*(?:[-'’][\p{L}\p{N}]+)*")]
    private static partial Regex Words();

    [GeneratedRegex("(?:ss|x|ch|sh|zz)es$")]
    private static partial Regex SibilantPlural();
}
