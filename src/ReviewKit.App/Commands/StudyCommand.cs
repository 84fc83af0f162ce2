using System.CommandLine;
using ReviewKit.Screening;

namespace ReviewKit.App.Commands;

static class StudyCommand
{
    public static Verb Build(Host host)
    {
        var verb = new Verb(host, "study", new("Say which reports describe one study", "指明哪些报告描述同一项研究"), "reviewkit study link r4k7m2xq r9d3bw1z", "reviewkit study list");
        var link = new Verb(host, "link", new("Put reports together as one study", "把几篇报告归为一项研究"), "reviewkit study link r4k7m2xq r9d3bw1z --study trial-1");
        var ids = link.Argument<string[]>("ID", new("reports", "报告"), ArgumentArity.OneOrMore);
        var name = link.Option<string?>("--study", "NAME", new("the study's name; default: the first report's id", "研究名称；默认为第一篇报告的编号"));
        verb.Add(link.Does((session, parsed) =>
        {
            using var review = session.Open();
            Studies.Link(review, parsed.GetValue(ids)!, parsed.GetValue(name));
            session.Print("one study", "已归为一项研究");
            return 0;
        }));
        var unlink = new Verb(host, "unlink", new("Take reports out of their study", "把报告移出所属研究"), "reviewkit study unlink r9d3bw1z");
        var out_ = unlink.Argument<string[]>("ID", new("reports", "报告"), ArgumentArity.OneOrMore);
        verb.Add(unlink.Does((session, parsed) =>
        {
            using var review = session.Open();
            Studies.Unlink(review, parsed.GetValue(out_)!);
            session.Print("studies of their own now", "现各为一项研究");
            return 0;
        }));
        verb.Add(new Verb(host, "list", new("Studies with two reports or more", "列出含两篇及以上报告的研究"), "reviewkit study list").Does((session, _) =>
        {
            using var review = session.Open();
            foreach (var (study, reports) in Studies.All(review).Where(study => study.Value.Count > 1))
            {
                session.Print(study);
                foreach (var report in reports) session.Print($"  {report}  {Store.Reports.Read(review, report).Title}");
            }
            return 0;
        }));
        return verb;
    }
}
