using Dapper;
using ReviewKit.Dedup;
using ReviewKit.Records;
using ReviewKit.Store;

namespace ReviewKit.Enrichment;

/// <summary>A report that lacks something.</summary>
/// <param name="Record">Of all its records together; the id is that of the record that stands for it.</param>
/// <param name="Fields">As in docs/record.schema.json.</param>
sealed record Gap(Record Record, IReadOnlyList<string> Fields)
{
    // What was taken out of the flow for what it is, not for what its record lacks.
    static readonly string[] Gone = ["excluded", "automation"];

    /// <param name="place">Reports at this place; null: all that no reviewer and no round has excluded.</param>
    /// <param name="whole">Reports that lack nothing as well.</param>
    public static IReadOnlyList<Gap> Of(Review review, IReadOnlyList<string> fields, string? place, bool whole = false)
    {
        var places = review.Connection.Query<(string Report, string Place)>("select record_id, place from state where record_id = report_id").ToDictionary(row => row.Report, row => row.Place);
        var gaps = new List<Gap>();
        foreach (var members in Reports.Groups(review, place))
        {
            if (place is null && Gone.Contains(places[members[0].Id])) continue;
            var merged = MergedRecord.Of(members).Record;
            merged.Id = members[0].Id;
            var missing = fields.Where(field => IsMissing(merged, field)).ToList();
            if (whole || missing.Count > 0) gaps.Add(new Gap(merged, missing));
        }
        return gaps;
    }

    /// <summary>Also where the source wrote "N/A", "[No abstract available]" and the like.</summary>
    public static bool IsMissing(Record record, string field) => Missing.IsMissing(FieldText.Read(record, field));
}
