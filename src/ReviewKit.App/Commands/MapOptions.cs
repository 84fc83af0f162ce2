using System.CommandLine;
using ReviewKit.CoWord;

namespace ReviewKit.App.Commands;

/// <summary>The options that say which map: shared by coword and its parts.</summary>
sealed class MapOptions
{
    readonly TermOptions terms;
    readonly ClusterOptions network;
    readonly Option<string?> counting;

    public MapOptions(Verb verb)
    {
        terms = new TermOptions(verb);
        counting = verb.Option<string?>("--counting", "C", new("full, or fractional (a report of n keywords counts 1/(n-1) a pair); default: full", "full（全计数）或 fractional（n 个关键词的报告每对计 1/(n-1)）；默认 full"));
        counting.AcceptOnlyFromAmong("full", "fractional");
        network = new ClusterOptions(verb);
        Place = ReportSet.PlaceOption(verb);
    }

    public Option<string?> Place { get; }

    public CoWordOptions Of(Session session, ParseResult parsed) => terms.Of(session, parsed) with
    {
        Network = network.Of(session, parsed, componentsApart: true),
        Circles = network.CirclesOf(parsed),
        Counting = parsed.GetValue(counting) == "fractional" ? Counting.Fractional : Counting.Full,
    };
}
