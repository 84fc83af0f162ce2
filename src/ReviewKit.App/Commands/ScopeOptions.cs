using System.CommandLine;
using ReviewKit.Prisma;
using ReviewKit.Store;

namespace ReviewKit.App.Commands;

/// <summary>Of which records the flow is asked: all, or those of one database, round or label.</summary>
sealed class ScopeOptions
{
    readonly Option<string?> database, label;
    readonly Option<int?> round;

    public ScopeOptions(Verb verb)
    {
        database = verb.Option<string?>("--database", "S", new("only the records of this source; default: all", "只看该来源的记录；默认全部"));
        round = verb.Option<int?>("--round", "N", new("only reports that pass the first N rounds of the query; default: all", "只看通过前 N 轮检索词的报告；默认全部"));
        label = verb.Option<string?>("--group", "NAME=VALUE", new("only reports with this label, such as city=Beijing; default: all", "只看带此标签的报告，如 city=北京；默认全部"));
    }

    /// <returns>null: all records.</returns>
    public FlowScope? Of(ParseResult parsed, Review review)
    {
        if (parsed.GetValue(round) is { } n)
            return n is > 0 and < 63 ? FlowScope.Round(n) : throw new ReviewKitException($"--round is {n}, expected 1 or more", $"--round 为 {n}，应为 1 或更大");
        if (parsed.GetValue(label) is { } named) return FlowScope.Label(named);
        return parsed.GetValue(database) is { } source ? FlowScope.Database(review, source.ToLowerInvariant()) : null;
    }
}
