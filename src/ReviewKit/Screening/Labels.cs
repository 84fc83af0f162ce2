using Dapper;
using ReviewKit.Store;
using ReviewKit.Text;

namespace ReviewKit.Screening;

/// <summary>Words people put on reports. The groups of review.yaml are labels too, as `city=Beijing`.</summary>
public static class Labels
{
    /// <summary>Puts a label on reports, or takes it off, as one event.</summary>
    /// <param name="review">The review.</param>
    /// <param name="named">Any names <see cref="Reports.Find"/> understands.</param>
    /// <param name="label">The label.</param>
    /// <param name="remove">Takes it off, whoever put it there.</param>
    /// <param name="where">The words that chose the reports; null where they were picked by hand.</param>
    /// <exception cref="ReviewKitException">No such record, an empty label, or a value that the group does not have.</exception>
    public static Event Put(Review review, IReadOnlyList<string> named, string label, bool remove = false, string? where = null)
    {
        var name = Name(review.Protocol, label);
        var reports = named.Select(record => Reports.ReportOf(review, Reports.Find(review, record))).Distinct().ToList();
        return review.Ledger.Append("label", new LabelBody(name, reports, remove, where));
    }

    /// <summary>The label in the spelling of review.yaml.</summary>
    /// <exception cref="ReviewKitException">It is empty, or its group has no such value.</exception>
    public static string Name(Protocol protocol, string label)
    {
        var name = label.Trim().Replace('＝', '=');
        if (name.Length == 0) throw new ReviewKitException("a label needs a name", "标签需要名称");
        var sign = name.IndexOf('=');
        if (sign < 0 || protocol.Groups.Keys.FirstOrDefault(known => Same(known, name[..sign])) is not { } group) return name;
        var value = name[(sign + 1)..].Trim();
        if (protocol.Groups[group].FirstOrDefault(known => Same(known, value)) is { } spelt) return $"{group}={spelt}";
        var meant = Nearest.Question(value, protocol.Groups[group]);
        throw new ReviewKitException($"group {group} has no \"{value}\"; review.yaml has {string.Join(", ", protocol.Groups[group])}{meant.En}", $"分组 {group} 中没有“{value}”；review.yaml 中有 {string.Join("、", protocol.Groups[group])}{meant.Zh}");
    }

    /// <summary>Labels of a report, without those that are hidden from who looks.</summary>
    public static IReadOnlyList<string> Of(Review review, string report, Blinding blinding) => [.. review.Connection.Query<(string Name, string Person)>("""
        select l.name, l.person from label l join state s on s.record_id = l.record_id where s.report_id = @report order by l.name
        """, new { report }).Where(row => !blinding.Hides(report, row.Person)).Select(row => row.Name).Distinct()];

    /// <summary>How many reports have each label: those of the groups in their order, then the others by name.</summary>
    public static IReadOnlyList<(string Name, int Reports)> Counts(Review review, Blinding blinding)
    {
        var order = review.Protocol.Groups.SelectMany(group => group.Value.Select(value => $"{group.Key}={value}")).ToList();
        return [.. review.Connection.Query<(string Name, string Report, string Person)>("select distinct l.name, s.report_id, l.person from label l join state s on s.record_id = l.record_id")
            .Where(row => !blinding.Hides(row.Report, row.Person)).GroupBy(row => row.Name, row => row.Report)
            .OrderBy(group => order.IndexOf(group.Key) is >= 0 and var at ? at : order.Count).ThenBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => (group.Key, group.Distinct().Count()))];
    }

    static bool Same(string a, string b) => FoldedText.Of(a) == FoldedText.Of(b);
}
