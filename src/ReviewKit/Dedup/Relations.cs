namespace ReviewKit.Dedup;

/// <summary>What is left between the groups: links between reports, and questions to a person, one for each pair of groups.</summary>
static class Relations
{
    public static IReadOnlyList<Link> Links(IReadOnlyList<Judged> judgements, IReadOnlyList<CanonicalForm> forms, Clusters clusters) =>
    [
        .. judgements
            .Where(judged => judged.Judgement is { Outcome: Outcome.Link, IsClose: true } && !clusters.AreTogether(judged.A, judged.B))
            .OrderByDescending(judged => judged.Judgement.Score).ThenBy(judged => (judged.A, judged.B))
            .DistinctBy(judged => clusters.Pair(judged.A, judged.B))
            .Select(judged => Link(judged.Judgement.Conflict!, forms[judged.A].Id, forms[judged.B].Id))
            .OrderBy(link => link.A, StringComparer.Ordinal).ThenBy(link => link.B, StringComparer.Ordinal),
    ];

    /// <summary>The likeliest first, so that a person who stops early has answered what mattered; at most as many as anyone answers.</summary>
    public static IReadOnlyList<Question> Questions(IReadOnlyList<Judged> judgements, IReadOnlyList<CanonicalForm> forms, Clusters clusters, HashSet<(int, int)> parted, int most) =>
    [
        .. judgements
            .Where(judged => judged.Judgement.Outcome is Outcome.Ask or Outcome.Merge && !clusters.AreTogether(judged.A, judged.B))
            .Where(judged => !parted.Contains((judged.A, judged.B)) && !parted.Contains((judged.B, judged.A)))
            .OrderByDescending(judged => judged.Judgement.Score).ThenBy(judged => (judged.A, judged.B))
            .DistinctBy(judged => clusters.Pair(judged.A, judged.B))
            .Take(most)
            .Select(judged => new Question(forms[judged.A].Id, forms[judged.B].Id, Score.Probability(judged.Judgement.Score), Reasons.Of(Comparison.Of(forms[judged.A], forms[judged.B])))),
    ];

    static Link Link(Conflict conflict, string a, string b) => conflict.FromA ? new Link(a, b, conflict.Type!, conflict.Reason) : new Link(b, a, conflict.Type!, conflict.Reason);
}
