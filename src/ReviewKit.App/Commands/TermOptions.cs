using System.CommandLine;
using System.Globalization;
using ReviewKit.CoWord;
using ReviewKit.Text;

namespace ReviewKit.App.Commands;

/// <summary>The options that say what counts as a term: of coword and all its parts.</summary>
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

    readonly Option<string?> fields, thesaurus, relevance, stopWords, dictionary;
    readonly Option<int?> minimum, top;
    readonly Option<double?> share;
    readonly Option<bool> asWritten;

    public TermOptions(Verb verb)
    {
        fields = verb.Option<string?>("--fields", "F", new("author, index, plus or all keywords; or words of title, abstract or text (both); default: author", "关键词 author（作者）、index（标引）、plus、all；或 title（题名）、abstract（摘要）、text（两者）中的词；默认 author"));
        fields.AcceptOnlyFromAmong([.. Kinds.Keys]);
        minimum = verb.Option<int?>("--min", "N", new("reports a keyword must occur in; default: 2, of words of texts 10", "关键词至少出现的报告数；默认 2，题名摘要中的词为 10"));
        share = verb.Option<double?>("--share", "S", new("share of the reports a keyword must occur in, 0.05 for 5 %; default: 0", "关键词至少出现的报告比例，0.05 为 5 %；默认 0"));
        top = verb.Option<int?>("--top", "N", new("at most so many keywords; default: 1000", "最多多少个关键词；默认 1000"));
        thesaurus = ThesaurusOption.On(verb);
        asWritten = verb.Option<bool>("--as-written", null, new("keywords as VOSviewer takes them, only case put aside; default: width, diacritics, traditional characters and kinds of dash do not matter either", "关键词照原文（同 VOSviewer，仅忽略大小写）；默认同时忽略全半角、变音符、繁简与连字符差异"));
        relevance = verb.Option<string?>("--relevance", "PERCENT", new("of words of texts the most relevant so many; default: 60%", "题名摘要中的词按相关度保留的百分比；默认 60%"));
        stopWords = verb.Option<string?>("--stop-words", "FILE", new("words of texts that are no terms, one a line, beside our own; default: none", "附加停用词，每行一个；默认无"));
        dictionary = verb.Option<string?>("--dictionary", "FILE", new("Chinese words to know, one a line (jieba's format too); default: none", "自定义词典，每行一词（兼容 jieba 格式）；默认无"));
    }

    public CoWordOptions Of(Session session, ParseResult parsed)
    {
        var options = new CoWordOptions();
        var kind = Kinds[parsed.GetValue(fields) ?? "author"];
        return options with
        {
            Fields = kind,
            MinimumOccurrences = parsed.GetValue(minimum) ?? ((kind & KeywordFields.Text) != 0 ? LeastOfWords : options.MinimumOccurrences),
            MinimumShare = parsed.GetValue(share) ?? 0,
            Top = parsed.GetValue(top) ?? options.Top,
            Thesaurus = ThesaurusOption.Of(session, parsed, thesaurus),
            Identity = parsed.GetValue(asWritten) ? TermIdentity.CaseInsensitive : TermIdentity.Folded,
            Relevance = parsed.GetValue(relevance) is { } most ? Percent("--relevance", most) : options.Relevance,
            StopWords = parsed.GetValue(stopWords) is { } words ? options.StopWords.With(Lines(session, words)) : options.StopWords,
            UserWords = parsed.GetValue(dictionary) is { } file ? Words(Lines(session, file)) : [],
        };
    }

    // jieba's lines are a word, a frequency and a part of speech.
    static IReadOnlyList<string> Words(IEnumerable<string> lines) => [.. lines.Where(line => !line.StartsWith('#')).Select(line => line.Split([' ', '\t', ','], 2)[0]).Where(word => word.Length > 0)];

    static string[] Lines(Session session, string file) => TextFile.Read(session.PathOf(file), file).Split('\n', StringSplitOptions.TrimEntries);

    static double Percent(string option, string text) =>
        double.TryParse(text.TrimEnd('%', '％'), NumberStyles.Float, CultureInfo.InvariantCulture, out var percent) && percent is >= 0 and <= 100
            ? percent / 100
            : throw new ReviewKitException($"{option} \"{text}\" is no percentage; expected e.g. 60%", $"{option}“{text}”不是百分比；应如 60%");
}
