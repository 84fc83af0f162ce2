namespace ReviewKit.Dedup;

/// <summary>What is left between the groups: links between reports, and questions to a person, one for each pair of groups.</summary>
static class Relations
{
    public static IReadOnlyList<Link> Links(List<(int A, int B, Judgement Judgement)> judgements, Clusters clusters) =>
    [
        .. judgements
            .Where(judged => judged.Judgement.Outcome == Outcome.Link && IsClose(judged.Judgement.Pair) && !clusters.AreTogether(judged.A, judged.B))
            .OrderByDescending(judged => judged.Judgement.Score).ThenBy(judged => (judged.A, judged.B))
            .DistinctBy(judged => clusters.Pair(judged.A, judged.B))
            .Select(judged => Link(judged.Judgement))
            .OrderBy(link => link.A, StringComparer.Ordinal).ThenBy(link => link.B, StringComparer.Ordinal),
    ];

    /// <summary>The likeliest first, so that a person who stops early has answered what mattered; at most as many as anyone answers.</summary>
    public static IReadOnlyList<Question> Questions(List<(int A, int B, Judgement Judgement)> judgements, Clusters clusters, HashSet<(int, int)> parted, int most) =>
    [
        .. judgements
            .Where(judged => judged.Judgement.Outcome is Outcome.Ask or Outcome.Merge && !clusters.AreTogether(judged.A, judged.B))
            .Where(judged => !parted.Contains((judged.A, judged.B)) && !parted.Contains((judged.B, judged.A)))
            .OrderByDescending(judged => judged.Judgement.Score).ThenBy(judged => (judged.A, judged.B))
            .DistinctBy(judged => clusters.Pair(judged.A, judged.B))
            .Take(most)
            .Select(judged => new Question(judged.Judgement.Pair.A.Id, judged.Judgement.Pair.B.Id, Score.Probability(judged.Judgement.Score), Reasons.Of(judged.Judgement.Pair))),
    ];

    static bool IsClose(Comparison pair) => pair.Title.Agreement >= TitleAgreement.Substituted && !pair.AuthorsDiffer;

    static Link Link(Judgement judgement)
    {
        var (a, b) = (judgement.Pair.A.Id, judgement.Pair.B.Id);
        var conflict = judgement.Conflict!;
        return conflict.FromA ? new Link(a, b, conflict.Type!, conflict.Reason) : new Link(b, a, conflict.Type!, conflict.Reason);
    }
}
