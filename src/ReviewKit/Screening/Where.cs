using Dapper;
using ReviewKit.Query;
using ReviewKit.Records;
using ReviewKit.Store;
using ReviewKit.Text;

namespace ReviewKit.Screening;

/// <summary>
/// The expressions of `--where`, which choose reports.
/// <code>
/// any   = all { "or" all }
/// all   = one { "and" one }
/// one   = "not" one | "(" any ")" | "set:" NAME | FIELD test
/// test  = ("=" | "!=" | "~" | "!~") VALUE | ("&lt;" | "&lt;=" | ">" | ">=") NUMBER | "in" "(" VALUE { "," VALUE } ")" | "absent" | "present"
/// </code>
/// FIELD is one of <see cref="Fields"/> or a group of review.yaml (`city = Beijing`); a value with blanks stands in quotes; a year may be a range (`year = 2010..2015`). `=` is the whole value, `~` any part of it; case, width and traditional forms do not matter.
/// </summary>
public static class Where
{
    /// <summary>Field names in English; each has Chinese names too.</summary>
    public static IReadOnlyList<string> Fields { get; } = [.. WhereField.All.Select(field => field.Names[0])];

    /// <summary>Reports the expression is true of, in import order.</summary>
    /// <param name="among">Only these are looked at; null for all.</param>
    /// <exception cref="ReviewKitException">Names the column, what was found there and what was expected; or a set that the query does not have.</exception>
    public static IReadOnlyList<string> Find(Review review, string expression, IReadOnlySet<string>? among = null)
    {
        var parsed = WhereParser.Parse(expression, review.Protocol, SetNames(review));
        if (parsed.HasSets && review.Ledger.Live("round").Count == 0)
            throw new ReviewKitException("--where: set: needs the term sets to have been run: `reviewkit query run`", "--where：set: 需要先运行检索式：`reviewkit query run`");
        var places = review.Connection.Query<(string Report, string Place, string? Stage, string? Reason)>("select record_id, place, stage, reason from state where record_id = report_id")
            .ToDictionary(row => row.Report, row => new Place(row.Place, row.Stage, row.Reason), StringComparer.Ordinal);
        var labels = review.Connection.Query<(string Report, string Name)>("select distinct s.report_id, l.name from label l join state s on s.record_id = l.record_id").ToLookup(row => row.Report, row => row.Name);
        var fails = review.Connection.Query<(string Report, string Criterion)>("select s.report_id, c.criterion from criterion_report c join state s on s.record_id = c.report_id").ToLookup(row => row.Report, row => row.Criterion);
        var lacking = review.Connection.Query<(string Record, long Sets)>("select record_id, sets from round_record").ToDictionary(row => row.Record, row => row.Sets, StringComparer.Ordinal);
        return [.. Reports.Groups(review)
            .Where(group => among?.Contains(group[0].Id) != false)
            .Where(group => parsed.Test(new WhereFacts(MergedRecord.Of(group).Record, [.. group.Select(record => record.Source).Distinct()], places[group[0].Id], [.. labels[group[0].Id]], [.. fails[group[0].Id]],
                group.Aggregate(0L, (sets, record) => sets | lacking.GetValueOrDefault(record.Id, ~0L)))))
            .Select(group => group[0].Id)];
    }

    static IReadOnlyList<(string Id, Message Name)> SetNames(Review review)
    {
        if (review.Protocol.Query is not { } query || !File.Exists(Path.Combine(review.QueriesFolder, query.File))) return [];
        return [.. TermQuery.Read(Path.Combine(review.QueriesFolder, query.File), "queries/" + query.File).Sets.Select(set => (set.Id, set.Name))];
    }
}
