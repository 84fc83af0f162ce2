using ReviewKit.Records;
using ReviewKit.Text;

namespace ReviewKit.Dedup;

/// <summary>Clusters as groups of ids, the best record first, with the reason of the weakest link: what would have to be doubted first.</summary>
static class Grouping
{
    static readonly Message Identical = new("identical in every field", "所有字段完全相同");
    static readonly Message ByPerson = new("merged by a person", "由人工合并");

    public static IEnumerable<DuplicateGroup> Of(Clusters clusters, List<CanonicalForm> forms, IdenticalRecords identical, List<(int A, int B, Judgement Judgement)> judgements)
    {
        var weakest = new Dictionary<(int, int), Judgement>();
        foreach (var (a, b, judgement) in judgements)
            if (judgement.Outcome == Outcome.Merge) weakest[(a, b)] = judgement;
        var clustered = new bool[forms.Count];
        var groups = new List<DuplicateGroup>();
        foreach (var positions in clusters.Groups)
        {
            foreach (var position in positions) clustered[position] = true;
            groups.Add(new DuplicateGroup(Ids(positions, identical), Reason(positions, weakest)));
        }
        for (var i = 0; i < forms.Count; i++)
            if (!clustered[i] && identical.At(i).Count > 1) groups.Add(new DuplicateGroup(Ids([i], identical), Identical));
        return groups.OrderBy(group => group.Records.Min(StringComparer.Ordinal), StringComparer.Ordinal);
    }

    static IReadOnlyList<string> Ids(IReadOnlyList<int> positions, IdenticalRecords identical) =>
        [.. MergedRecord.BestFirst(positions.SelectMany(identical.At)).Select(record => record.Id)];

    static Message Reason(IReadOnlyList<int> positions, Dictionary<(int, int), Judgement> judgements)
    {
        Judgement? found = null;
        for (var i = 0; i < positions.Count; i++)
            for (var j = i + 1; j < positions.Count; j++)
                if (judgements.TryGetValue((positions[i], positions[j]), out var judgement) && (found is null || judgement.Score < found.Score)) found = judgement;
        return found is null ? ByPerson : Reasons.Of(found.Pair);
    }
}
