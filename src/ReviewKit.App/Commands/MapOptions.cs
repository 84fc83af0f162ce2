using ReviewKit.CoWord;

namespace ReviewKit.App.Commands;

/// <summary>The options that say which map: shared by coword and its parts.</summary>
sealed class MapOptions(Verb verb)
{
    static readonly Dictionary<string, KeywordFields> Fields = DescribeCommand.KeywordWords;

    readonly System.CommandLine.Option<string?> fields = Limited(verb.Option<string?>("--fields", "F", new("author, index, plus or all keywords; default: author", "author（作者）、index（标引）、plus 或 all；默认 author")), [.. Fields.Keys]);
    readonly System.CommandLine.Option<int?> minimum = verb.Option<int?>("--min", "N", new("reports a keyword must occur in; default: 2", "关键词至少出现的报告数；默认 2"));
    readonly System.CommandLine.Option<int?> top = verb.Option<int?>("--top", "N", new("at most so many keywords; default: 1000", "最多多少个关键词；默认 1000"));
    readonly System.CommandLine.Option<string?> thesaurus = ThesaurusOption.On(verb);

    readonly System.CommandLine.Option<string?> counting = Limited(verb.Option<string?>("--counting", "C", new("full, or fractional (a report of n keywords counts 1/(n-1) a pair); default: full", "full（全计数）或 fractional（n 个关键词的报告每对计 1/(n-1)）；默认 full")), "full", "fractional");
    readonly System.CommandLine.Option<double?> share = verb.Option<double?>("--share", "S", new("share of the reports a keyword must occur in, 0.05 for 5 %; default: 0", "关键词至少出现的报告比例，0.05 为 5 %；默认 0"));
    readonly System.CommandLine.Option<bool> asWritten = verb.Option<bool>("--as-written", null, new("keywords as VOSviewer takes them, only case put aside; default: width, diacritics, traditional characters and kinds of dash do not matter either", "关键词照原文（同 VOSviewer，仅忽略大小写）；默认同时忽略全半角、变音符、繁简与连字符差异"));
    readonly NetworkOptions network = new(verb);

    public System.CommandLine.Option<string?> Place { get; } = ReportSet.PlaceOption(verb);

    public CoWordOptions Of(Session session, System.CommandLine.ParseResult parsed)
    {
        var options = new CoWordOptions
        {
            Fields = Fields[parsed.GetValue(fields) ?? "author"],
            Network = network.Of(session, parsed, componentsApart: true),
            Circles = network.CirclesOf(parsed),
            Counting = parsed.GetValue(counting) == "fractional" ? Counting.Fractional : Counting.Full,
            MinimumShare = parsed.GetValue(share) ?? 0,
            Identity = parsed.GetValue(asWritten) ? TermIdentity.CaseInsensitive : TermIdentity.Folded,
        };
        if (parsed.GetValue(minimum) is { } least) options = options with { MinimumOccurrences = least };
        if (parsed.GetValue(top) is { } most) options = options with { Top = most };
        return options with { Thesaurus = ThesaurusOption.Of(session, parsed, thesaurus) };
    }

    static System.CommandLine.Option<string?> Limited(System.CommandLine.Option<string?> option, params string[] words)
    {
        option.AcceptOnlyFromAmong(words);
        return option;
    }
}
