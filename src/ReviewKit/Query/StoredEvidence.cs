using System.Globalization;
using System.Text;
using Dapper;
using ReviewKit.Store;

namespace ReviewKit.Query;

/// <summary>Evidence of the last run in the review: one row a record and set, a line a term and field: number, term, field, then part:offset+length for each place, between tabs and blanks.</summary>
public static class StoredEvidence
{
    /// <summary>What the last run found in a record, in the order it was found; empty when nothing was, or no run has been.</summary>
    public static IReadOnlyList<Evidence> Of(Review review, string record) =>
        [.. review.Connection.Query<(long Set, string Terms)>("select set_no, terms from evidence where record_id = @record order by set_no", new { record })
            .SelectMany(row => Read((int)row.Set, row.Terms))];

    /// <param name="evidence">Of one set, in order.</param>
    internal static string Write(ReadOnlySpan<Evidence> evidence)
    {
        var text = new StringBuilder();
        for (var i = 0; i < evidence.Length; i++)
        {
            var found = evidence[i];
            var goesOn = i > 0 && evidence[i - 1].Number == found.Number && evidence[i - 1].Field == found.Field;
            if (!goesOn) text.Append(i > 0 ? "\n" : "").Append(CultureInfo.InvariantCulture, $"{found.Number}\t{found.Term}\t{found.Field}\t");
            text.Append(CultureInfo.InvariantCulture, $"{(goesOn ? " " : "")}{found.Part}:{found.Offset}+{found.Length}");
        }
        return text.ToString();
    }

    internal static IEnumerable<Evidence> Read(int set, string text)
    {
        foreach (var line in text.Split('\n'))
        {
            // Rows of a run before places were kept have two parts; the next run writes them anew.
            if (line.Split('\t') is not [var number, var term, var field, var places]) continue;
            foreach (var place in places.Split(' '))
            {
                var (colon, plus) = (place.IndexOf(':'), place.IndexOf('+'));
                yield return new Evidence(set, Number(number), term, field, Number(place.AsSpan(0, colon)), Number(place.AsSpan(colon + 1, plus - colon - 1)), Number(place.AsSpan(plus + 1)));
            }
        }
    }

    static int Number(ReadOnlySpan<char> digits) => int.Parse(digits, CultureInfo.InvariantCulture);
}
