using Dapper;
using ReviewKit.Store;

namespace ReviewKit.Enrichment;

/// <summary>A value that an interface has for a field the sources leave empty; of no effect until it is taken.</summary>
/// <param name="Record">The record that stood for the report.</param>
/// <param name="Match">1 where it was asked for by identifier, else 0..1 (<see cref="MatchScore"/>).</param>
/// <param name="How">doi or title.</param>
/// <param name="Time">Of the answer, ISO 8601, UTC.</param>
/// <param name="Sha256">Of the whole answer.</param>
public sealed record Candidate(string Record, string Field, string Source, string Value, double Match, string How, string Time, string Sha256);

/// <summary>That a report was asked about, and what came of it.</summary>
/// <param name="Result">found, absent (known there, without the field), unknown, mismatch (another work under the identifier), ambiguous, agency (at an agency without open metadata, named in the detail).</param>
public sealed record AskedFor(string Record, string Field, string Source, string How, string Result, string? Detail, string Time);

/// <summary>The candidates of a review, and what was asked for.</summary>
public static class Candidates
{
    public static IReadOnlyList<Candidate> Of(Review review, string? record = null) =>
        [.. review.Connection.Query<(string Record, string Field, string Source, string Value, double Match, string How, string Time, string Sha256)>("""
            select record_id, field, source, value, match, how, time, sha256 from candidate
            where @record is null or record_id = @record order by record_id, field, match desc, source
            """, new { record }).Select(row => new Candidate(row.Record, row.Field, row.Source, row.Value, row.Match, row.How, row.Time, row.Sha256))];

    /// <summary>All in one transaction: an answer is taken in whole or not at all.</summary>
    public static void Keep(Review review, IEnumerable<Candidate> candidates, IEnumerable<AskedFor> asked) => review.Write(() =>
    {
        foreach (var one in candidates)
            review.Run("insert or replace into candidate values ($0, $1, $2, $3, $4, $5, $6, $7)", one.Record, one.Field, one.Source, one.Value, one.Match, one.How, one.Time, one.Sha256);
        foreach (var one in asked)
            review.Run("insert or replace into asked values ($0, $1, $2, $3, $4, $5, $6)", one.Record, one.Field, one.Source, one.How, one.Result, one.Detail, one.Time);
    });

    public static IReadOnlyList<AskedFor> Asked(Review review) =>
        [.. review.Connection.Query<(string, string, string, string, string, string?, string)>("select record_id, field, source, how, outcome, detail, time from asked order by record_id, field, source, how")
            .Select(row => new AskedFor(row.Item1, row.Item2, row.Item3, row.Item4, row.Item5, row.Item6, row.Item7))];
}
