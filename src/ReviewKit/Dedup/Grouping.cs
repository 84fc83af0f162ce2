using ReviewKit.Text;

namespace ReviewKit.Dedup;

/// <summary>Clusters as groups of ids, the best record first, with the reason of the weakest link: what would have to be doubted first.</summary>
static class Grouping
{
    static readonly Message Identical = new("identical in every field", "所有字段完全相同");
    static readonly Message ByPerson = new("merged by a person", "由人工合并");

    public static IEnumerable<DuplicateGroup> Of(Clusters clusters, IdenticalRecords identical, IReadOnlyList<Judged> judgements)
    {
        var weakest = new Dictionary<int, Judged>();
        foreach (var judged in judgements)
            if (judged.Judgement.Outcome == Outcome.Merge && clusters.AreTogether(judged.A, judged.B)
                && (!weakest.TryGetValue(clusters.Of(judged.A), out var found) || judged.Judgement.Score < found.Judgement.Score))
                weakest[clusters.Of(judged.A)] = judged;
        var groups = new List<DuplicateGroup>();
        for (var i = 0; i < identical.Representatives.Count; i++)
            if (clusters.Of(i) == i && clusters.MembersOf(i) is var members && (members.Count > 1 || identical.At(i).Count > 1))
                groups.Add(new DuplicateGroup(Ids(members, identical),
                    members.Count == 1 ? Identical : weakest.TryGetValue(i, out var judged) ? Reasons.Of(Comparison.Of(identical.Representatives[judged.A], identical.Representatives[judged.B])) : ByPerson));
        return groups.OrderBy(group => group.Records.Min(StringComparer.Ordinal), StringComparer.Ordinal);
    }

    static IReadOnlyList<string> Ids(IReadOnlyList<int> positions, IdenticalRecords identical) =>
        [.. positions.SelectMany(identical.At).OrderBy(form => form.Rank).ThenBy(form => form.Id, StringComparer.Ordinal).Select(form => form.Id)];
}
