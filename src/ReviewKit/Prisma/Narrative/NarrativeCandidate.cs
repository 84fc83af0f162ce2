using ReviewKit.Text;

namespace ReviewKit.Prisma.Narrative;

/// <summary>One way to read a text: each count in one box.</summary>
sealed class NarrativeCandidate
{
    static readonly HashSet<string> OfStudies = ["study", "studies", "trial", "trials", "研究"];

    public NarrativeCandidate(IReadOnlyList<Reading> readings)
    {
        Readings = readings;
        var flow = FlowCounts.Empty;
        foreach (var box in readings.Where(reading => reading.Boxes[0] != "included").GroupBy(reading => reading.Boxes[0]))
            flow = flow.With(box.Key, Count(box.Key, [.. box]));
        flow = Included(flow);
        Flow = new(Implied(flow), [], []);
    }

    public IReadOnlyList<Reading> Readings { get; }

    public DeclaredFlow Flow { get; }

    /// <summary>Boxes for which the text states two numbers; the first counts.</summary>
    public List<Finding> Twice { get; } = [];

    BoxCount Count(string box, List<Reading> readings)
    {
        var whole = readings.Where(reading => reading.Part is null || box is "ot_identified").ToList();
        if (box is "ot_identified") return BoxCount.Of([.. whole.DistinctBy(reading => (reading.Part, reading.Mention.N)).Select(reading => new NamedCount(reading.Part ?? "", reading.Mention.N))]);
        SayTwice(box, whole);
        // The same database or reason again, in the abstract and in the results, is said once.
        var parts = readings.Where(reading => reading.Part is not null).DistinctBy(reading => Fold.Letters(reading.Part!)).Select(reading => new NamedCount(reading.Part!, reading.Mention.N)).ToList();
        return new(whole.Count > 0 ? whole[0].Mention.N : null, parts);
    }

    void SayTwice(string box, List<Reading> whole)
    {
        if (whole.Count == 0 || whole.TrueForAll(reading => reading.Mention.N == whole[0].Mention.N)) return;
        var other = whole.First(reading => reading.Mention.N != whole[0].Mention.N);
        Twice.Add(new("W-STATED-TWICE", box, whole[0].Mention.N, other.Mention.N, new Message(
            $"{box}: {whole[0].Mention.N} in line {whole[0].Mention.Sentence.Line}, {other.Mention.N} in line {other.Mention.Sentence.Line}: \"{other.Mention.Sentence.Text}\"",
            $"{box}：第 {whole[0].Mention.Sentence.Line} 行为 {whole[0].Mention.N}，第 {other.Mention.Sentence.Line} 行为 {other.Mention.N}：“{other.Mention.Sentence.Text}”")));
    }

    /// <summary>Studies and reports by the word beside the number; a text with one word for everything counts one report a study.</summary>
    FlowCounts Included(FlowCounts flow)
    {
        var included = Readings.Where(reading => reading.Boxes[0] == "included").ToList();
        if (included.Count == 0) return flow;
        var recordsAreStudies = Readings.Any(reading => reading.Boxes[0] != "included" && reading.Boxes[0] != "meta_analysis.studies" && IsOfStudies(reading));
        var studies = included.Where(IsOfStudies).ToList();
        var reports = included.Except(studies).ToList();
        SayTwice("included.studies", studies);
        SayTwice("included.reports", reports);
        if (studies.Count > 0) flow = flow.With("included.studies", studies[0].Mention.N);
        if (reports.Count > 0) flow = flow.With("included.reports", reports[0].Mention.N);
        if (studies.Count == 0) flow = flow.With("included.studies", reports[0].Mention.N);
        else if (reports.Count == 0 && recordsAreStudies) flow = flow.With("included.reports", studies[0].Mention.N);
        return flow;
    }

    static bool IsOfStudies(Reading reading) => reading.Mention.Noun is { } noun && OfStudies.Contains(noun);

    /// <summary>"After removing duplicates 1118 remained" says how many were removed without a number.</summary>
    FlowCounts Implied(FlowCounts flow)
    {
        if (flow["db_screened"].N is not { } screened || flow.Total("db_identified") is not { } identified || flow.Total("db_removed") is not null || identified <= screened) return flow;
        var steps = Readings.Where(reading => reading.Boxes[0] == "db_screened").SelectMany(reading => Cues.StepsIn(reading.Mention.Sentence.Plain)).ToHashSet();
        return flow.With(steps.Contains(Step.Duplicates) && !steps.Contains(Step.OtherRemoval) ? "db_removed.duplicates" : "db_removed", identified - screened);
    }
}
