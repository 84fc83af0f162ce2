using ReviewKit.Enrichment;
using ReviewKit.Store;
using ReviewKit.Text;

namespace ReviewKit.App.Commands;

static class EnrichRetractionsCommand
{
    public static Verb Build(Host host)
    {
        var verb = new Verb(host, "retractions", new("Ask Crossref (with Retraction Watch), OpenAlex and PubMed whether reports were retracted or corrected since", "向 Crossref（含 Retraction Watch）、OpenAlex 和 PubMed 查询报告是否已撤稿或更正"),
            "reviewkit enrich retractions", "reviewkit enrich retractions --place all --dry-run");
        var place = verb.Option<string?>("--place", "P", new("reports at this place, or all that nobody excluded; default: included", "处于此位置的报告，all 为未被排除的全部；默认 included"));
        var dry = ApiText.DryRun(verb);
        var budget = ApiText.Budget(verb);
        return verb.Does((session, parsed) =>
        {
            using var review = session.Open();
            // What was true a month ago is no comfort here.
            using var network = ApiText.Connect(session, parsed.GetValue(budget), TimeSpan.FromHours(12));
            var run = new RetractionRun(review, network, parsed.GetValue(place) ?? "included");
            if (parsed.GetValue(dry)) return ApiText.Print(session, run.Plan(), network);
            using var progress = new Progress(session.Error, session.Language == Language.Zh ? "查询" : "asking");
            var report = ApiText.Run(session, stop => run.Run(ApiText.Ticks(progress), stop));
            progress.Dispose();
            foreach (var trouble in report.Troubles) session.Tell(trouble);
            foreach (var notice in Retractions.Of(review)) session.Print(Line(review, notice).In(session.Language));
            session.Print($"checked: {report.Checked} reports; not checked (no DOI, not known, or not reached): {report.Unchecked}; new notices: {report.Added}", $"已查：{report.Checked} 篇；未能查（无 DOI、未收录或未能连接）：{report.Unchecked} 篇；新增声明：{report.Added} 条");
            return report.Troubles.Count > 0 ? 1 : 0;
        });
    }

    /// <summary>One line on one report.</summary>
    public static Message Line(Review review, ReportNotice notice)
    {
        var title = Records.MergedRecord.Of(Reports.Group(review, notice.Report)).Record.Title;
        var said = Said(notice);
        return new($"{notice.Report} {said.En}: {title}", $"{notice.Report} {said.Zh}：{title}");
    }

    /// <summary>What happened, when, by which notice and who says so.</summary>
    public static Message Said(ReportNotice notice)
    {
        var kind = NoticeText.Of(notice.Kind);
        var details = string.Join(", ", new[] { notice.Date }.OfType<string>().Concat(notice.Notices));
        var sources = string.Join(", ", notice.Sources);
        return new($"{kind.En} ({(details.Length > 0 ? details + "; " : "")}{sources})", $"{kind.Zh}（{(details.Length > 0 ? details + "；" : "")}{sources}）");
    }

    /// <summary>For `status`: how many stand retracted, are doubted, were corrected; empty when nothing is known of any.</summary>
    public static IEnumerable<Message> Summary(Review review)
    {
        var notices = Retractions.Of(review);
        if (notices.Count == 0) yield break;
        var retracted = Retractions.Retracted(review);
        var included = notices.Select(notice => notice.Report).Distinct().Where(report => Reports.PlaceOf(review, report).Name == "included").ToHashSet();
        if (retracted.Count > 0) yield return new($"retracted or withdrawn reports: {retracted.Count}, of them included: {retracted.Count(included.Contains)}", $"已撤稿或撤回的报告：{retracted.Count} 篇，其中已纳入 {retracted.Count(included.Contains)} 篇");
        foreach (var kind in (string[])["concern", "correction"])
            if (notices.Count(notice => notice.Kind == kind) is > 0 and var n) yield return new($"reports {NoticeText.Of(kind).En}: {n}", $"{NoticeText.Of(kind).Zh}的报告：{n} 篇");
    }
}
