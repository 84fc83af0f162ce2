namespace ReviewKit.Store;

/// <summary>What differs between two versions of review.yaml, in the words of the file.</summary>
static class ProtocolChange
{
    public static IReadOnlyList<string> Between(Protocol? before, Protocol after)
    {
        if (before is null) return ["first version"];
        var changes = new List<string>();
        Part(changes, "title", before.Title, after.Title);
        Part(changes, "question", before.Question, after.Question);
        Part(changes, "languages", string.Join(", ", before.Languages), string.Join(", ", after.Languages));
        Part(changes, "query", before.Query, after.Query);
        Items(changes, "sources", before.Sources.ToDictionary(x => x.Id, x => x.ToString()), after.Sources.ToDictionary(x => x.Id, x => x.ToString()));
        Items(changes, "criteria", before.Criteria.ToDictionary(x => x.Id, Describe), after.Criteria.ToDictionary(x => x.Id, Describe));
        Items(changes, "stages", before.Stages.ToDictionary(x => x.Id, Describe), after.Stages.ToDictionary(x => x.Id, Describe));
        Items(changes, "reviewers", before.Reviewers.ToDictionary(x => x.Id, x => x.ToString()), after.Reviewers.ToDictionary(x => x.Id, x => x.ToString()));
        Part(changes, "stopping", Describe(before.Stopping), Describe(after.Stopping));
        Part(changes, "dedup", Describe(before.Dedup), Describe(after.Dedup));
        Part(changes, "highlight", Describe(before.Highlight), Describe(after.Highlight));
        Items(changes, "columns", before.Columns.ToDictionary(x => x.Key, x => string.Join(',', x.Value)), after.Columns.ToDictionary(x => x.Key, x => string.Join(',', x.Value)));
        Items(changes, "flow", before.Flow.ToDictionary(x => x.Key, x => x.Value.ToString(System.Globalization.CultureInfo.InvariantCulture)), after.Flow.ToDictionary(x => x.Key, x => x.Value.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        return changes.Count > 0 ? changes : ["wording only"];
    }

    static void Part<T>(List<string> changes, string name, T before, T after)
    {
        if (!Equals(before, after)) changes.Add($"{name} changed");
    }

    static void Items(List<string> changes, string name, Dictionary<string, string> before, Dictionary<string, string> after)
    {
        changes.AddRange(after.Keys.Where(id => !before.ContainsKey(id)).Select(id => $"{name}: {id} added"));
        changes.AddRange(before.Keys.Where(id => !after.ContainsKey(id)).Select(id => $"{name}: {id} removed"));
        changes.AddRange(after.Where(item => before.TryGetValue(item.Key, out var old) && old != item.Value).Select(item => $"{name}: {item.Key} changed"));
        if (before.Keys.Order(StringComparer.Ordinal).SequenceEqual(after.Keys.Order(StringComparer.Ordinal)) && !before.Keys.SequenceEqual(after.Keys))
            changes.Add($"{name}: order changed");
    }

    static string Describe(ProtocolStopping x) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{x.Recall}|{string.Join('|', x.KeyPapers)}");

    static string Describe(ProtocolDedup x) => string.Join('\n', x.NeverMerge.Select(list => string.Join('|', list)).Append("").Concat(x.SameJournal.Select(list => string.Join('|', list))));

    static string Describe(ProtocolHighlight x) => string.Join('|', x.Include) + '\n' + string.Join('|', x.Exclude);

    static string Describe(Criterion x) => $"{x.Require}|{x.Box}|{x.Apply}|{x.Label}|{x.From}|{x.To}|{string.Join(',', x.Languages)}|{string.Join(',', x.Exclude)}|{string.Join(',', x.Lists)}";

    static string Describe(Stage x) => $"{x.Kind}|{x.Name}|{x.Reviewers}|{string.Join(',', x.Reasons)}|{x.Overlap}|{x.Calibration}|{x.Allocation}|{x.HasThirdVote}|{x.IsBlind}|{x.Order}";
}
