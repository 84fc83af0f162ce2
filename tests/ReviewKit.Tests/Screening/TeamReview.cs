using ReviewKit.Screening;
using ReviewKit.Store;

namespace ReviewKit.Tests.Screening;

/// <summary>A review whose title-abstract stage is set up as a test wants it, with three reviewers: li, ann and 王.</summary>
static class TeamReview
{
    public static string Yaml(string stage, string reviewers = "reviewers: [{ id: li }, { id: ann }, { id: 王 }]") =>
        TestReview.Protocol.Replace("    kind: title-abstract\n", $"    kind: title-abstract\n    {stage}\n", StringComparison.Ordinal).Replace("    kind: title-abstract\r\n", $"    kind: title-abstract\n    {stage}\n", StringComparison.Ordinal) + "\n" + reviewers + "\n";

    public static TestReview Of(string stage, int records, out IReadOnlyList<string> ids)
    {
        var test = new TestReview(Yaml(stage));
        ids = test.Import("exports/a.csv", "scopus", [.. Enumerable.Range(1, records).Select(TestReview.Fitting)]);
        return test;
    }

    public static Stage Stage(this TestReview test) => test.Review.Protocol.Stages[0];

    public static IReadOnlyList<string> Waiting(this TestReview test, string reviewer) => Assignment.Waiting(test.Review, test.Stage(), reviewer);

    public static Event Says(this TestReview test, string reviewer, string record, Verdict verdict, string stage = "title-abstract") =>
        Decisions.Decide(test.Review, record, verdict, new Said(stage, Reason: verdict == Verdict.Exclude ? stage == "title-abstract" ? "topic" : "quality" : null, Reviewer: reviewer));

    /// <summary>review.yaml as it is from here on.</summary>
    public static void Protocol(this TestReview test, string yaml)
    {
        File.WriteAllText(Path.Combine(test.Folder, "review.yaml"), yaml);
        test.Review.TakeProtocol();
    }
}
