using System.CommandLine;
using System.Globalization;
using ReviewKit.CoWord;
using ReviewKit.Text;

namespace ReviewKit.App.Commands;

/// <summary>The options that say what counts as a term, and how much: of coword and its verbs.</summary>
sealed class TermOptions
{
    // VOSviewer's: a word of texts says less than a keyword.
    const int LeastOfWords = 10;

    static readonly Dictionary<string, KeywordFields> Kinds = new(DescribeCommand.KeywordWords)
    {
        ["title"] = KeywordFields.Title,
        ["abstract"] = KeywordFields.Abstract,
        ["text"] = KeywordFields.Text,
    };

    readonly Option<string?> fields, counting, share, relevance, stopWords, dictionary;

    public TermOptions(Verb verb)
    {
        fields = verb.Option<string?>("--fields", "F", new("author, index, plus or all keywords; or words of title, abstract or text (both); default: author", "关键词 author（作者）、index（标引）、plus、all；或 title（题名）、abstract（摘要）、text（两者）中的词；默认 author"));
        fields.AcceptOnlyFromAmong([.. Kinds.Keys]);
        counting = verb.Option<string?>("--counting", "C", new("full: a pair counts 1 a report; fractional: 1/(n-1) in a report of n keywords; default: full", "full：每篇每对计 1；fractional：n 个关键词的报告中每对计 1/(n-1)；默认 full"));
        counting.AcceptOnlyFromAmong("full", "fractional");
        share = verb.Option<string?>("--min-share", "PERCENT", new("share of the reports a keyword must occur in, e.g. 5%; default: none", "关键词至少占报告的百分比，如 5%；默认不限"));
        relevance = verb.Option<string?>("--relevance", "PERCENT", new("of words of texts the most relevant so many; default: 60%", "标题摘要中的词按相关度保留的百分比；默认 60%"));
        stopWords = verb.Option<string?>("--stop-words", "FILE", new("words of texts that are no terms, one a line, beside our own; default: none", "附加停用词，每行一个；默认无"));
        dictionary = verb.Option<string?>("--dictionary", "FILE", new("Chinese words to know, one a line (jieba's format too); default: none", "自定义词典，每行一词（兼容 jieba 格式）；默认无"));
    }

    public CoWordOptions With(CoWordOptions options, Session session, ParseResult parsed)
    {
        var kind = Kinds[parsed.GetValue(fields) ?? "author"];
        return options with
        {
            Fields = kind,
            MinimumOccurrences = (kind & KeywordFields.Text) != 0 ? LeastOfWords : options.MinimumOccurrences,
            Counting = parsed.GetValue(counting) == "fractional" ? Counting.Fractional : Counting.Full,
            MinimumShare = parsed.GetValue(share) is { } part ? Percent("--min-share", part) : options.MinimumShare,
            Relevance = parsed.GetValue(relevance) is { } most ? Percent("--relevance", most) : options.Relevance,
            StopWords = parsed.GetValue(stopWords) is { } words ? options.StopWords.With(Lines(session, words)) : options.StopWords,
            UserWords = UserWords(session, parsed),
        };
    }

    // jieba's lines are a word, a frequency and a part of speech.
    public IReadOnlyList<string> UserWords(Session session, ParseResult parsed) =>
        parsed.GetValue(dictionary) is { } file ? [.. Lines(session, file).Where(line => !line.StartsWith('#')).Select(line => line.Split([' ', '\t', ','], 2)[0]).Where(word => word.Length > 0)] : [];

    static string[] Lines(Session session, string file) => TextFile.Read(session.PathOf(file), file).Split('\n', StringSplitOptions.TrimEntries);

    static double Percent(string option, string text) =>
        double.TryParse(text.TrimEnd('%', '％'), NumberStyles.Float, CultureInfo.InvariantCulture, out var percent) && percent is >= 0 and <= 100
            ? percent / 100
            : throw new ReviewKitException($"{option} \"{text}\" is no percentage; expected e.g. 5%", $"{option}“{text}”不是百分比；应如 5%");
}
