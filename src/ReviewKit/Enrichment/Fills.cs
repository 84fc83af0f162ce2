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
        // What was asked about one record may since have become a candidate of the report it was merged into.
        var candidates = review.Connection.Query<(string Record, string Report)>("select s.record_id, s.report_id from state s where exists (select 1 from candidate c where c.record_id = s.record_id)").ToDictionary(row => row.Record, row => row.Report);
        var all = Candidates.Of(review).Where(one => (field is null || one.Field == field) && candidates.ContainsKey(one.Record)).ToLookup(one => candidates[one.Record]);
        var open = new List<Candidate>();
        // One pass over the review: report by report would be as many questions as there are candidates.
        foreach (var members in record is null ? Reports.Groups(review) : [Reports.Group(review, record)])
        {
            if (members.Count == 0 || !all.Contains(members[0].Id)) continue;
            var merged = MergedRecord.Of(members).Record;
            open.AddRange(all[members[0].Id].Where(one => Gap.IsMissing(merged, one.Field)).Select(one => one with { Record = members[0].Id }));
        }
        return [.. open.OrderByDescending(one => one.Match).ThenBy(RankOf).GroupBy(one => (one.Record, one.Field)).OrderBy(group => group.Key.Record, StringComparer.Ordinal).ThenBy(group => group.Key.Field, StringComparer.Ordinal)];
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
