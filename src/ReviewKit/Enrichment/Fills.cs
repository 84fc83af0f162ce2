using Dapper;
using ReviewKit.Records;
using ReviewKit.Store;

namespace ReviewKit.Enrichment;

/// <summary>Taking candidates for the fields that are empty: one event, which `undo` takes back whole; what the sources or a person say is never touched.</summary>
public static class Fills
{
    /// <summary>The candidates a person or a rule may choose from: of fields that are still empty, best match first, then in the order of the sources.</summary>
    public static IReadOnlyList<IGrouping<(string Record, string Field), Candidate>> Open(Review review, string? record = null, string? field = null)
    {
        var all = Candidates.Of(review, record).Where(one => field is null || one.Field == field).ToList();
        var standing = review.Connection.Query<(string Record, string Report)>("select record_id, report_id from state").ToDictionary(row => row.Record, row => row.Report);
        var open = new List<Candidate>();
        foreach (var report in all.Where(one => standing.ContainsKey(one.Record)).GroupBy(one => standing[one.Record]))
        {
            var merged = MergedRecord.Of(Reports.Group(review, report.Key)).Record;
            // Two records that were asked about apart may have been merged since.
            open.AddRange(report.Where(one => Gap.IsMissing(merged, one.Field)).Select(one => one with { Record = report.Key }));
        }
        return [.. open.OrderByDescending(one => one.Match).ThenBy(RankOf).GroupBy(one => (one.Record, one.Field)).OrderBy(group => group.Key)];
    }

    static int RankOf(Candidate candidate) => Sources.All.TakeWhile(source => source.Api.Id != candidate.Source).Count();

    /// <summary>The best candidate of every empty field that has one.</summary>
    /// <param name="least">No match below this.</param>
    /// <returns>The event; null when there is nothing to take.</returns>
    public static Event? ByRule(Review review, string? record, string? field, string? source, double least) => review.Write(() =>
    {
        var chosen = Open(review, record, field).Select(group => group.FirstOrDefault(one => one.Match >= least && (source is null || one.Source == source))).OfType<Candidate>().ToList();
        return chosen.Count == 0 ? null : review.Ledger.Append("fill", new FillBody([.. chosen.Select(Filled)], "rule"));
    });

    public static Event Take(Review review, Candidate candidate) => review.Ledger.Append("fill", new FillBody([Filled(candidate)], "person"));

    static FilledField Filled(Candidate one) => new(one.Record, one.Field, one.Value, one.Source, one.Time, one.Sha256);
}
