using Dapper;
using ReviewKit.Store;

namespace ReviewKit.Screening;

/// <summary>Which reports describe one study. A report that is linked to none is a study of its own.</summary>
public static class Studies
{
    /// <summary>Puts reports together as one study, named after the first or as told.</summary>
    public static Event Link(Review review, IReadOnlyList<string> named, string? study = null)
    {
        var reports = Resolve(review, named);
        if (reports.Count < 2 && study is null)
            throw new ReviewKitException("a study link needs two reports or more", "关联为同一研究至少需要两篇报告");
        return review.Ledger.Append("study", new StudyBody(study ?? reports[0], reports));
    }

    public static Event Unlink(Review review, IReadOnlyList<string> named) =>
        review.Ledger.Append("study", new StudyBody(null, Resolve(review, named)));

    /// <summary>Each study with two reports or more, and its reports.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> All(Review review) =>
        review.Connection.Query<(string Study, string Report)>("select study, report_id from study order by study, report_id")
            .GroupBy(row => row.Study, row => row.Report)
            .ToDictionary(group => group.Key, group => (IReadOnlyList<string>)[.. group]);

    static List<string> Resolve(Review review, IReadOnlyList<string> named) =>
        [.. named.Select(name => Reports.ReportOf(review, Reports.Find(review, name))).Distinct()];
}
