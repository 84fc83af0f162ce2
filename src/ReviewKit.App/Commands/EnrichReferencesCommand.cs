using System.Globalization;
using ReviewKit.Dedup;
using ReviewKit.Enrichment;
using ReviewKit.Text;

namespace ReviewKit.App.Commands;

static class EnrichReferencesCommand
{
    public static Verb Build(Host host)
    {
        var verb = new Verb(host, "references", new("Citation searching: import what included reports cite, or what cites them, as found by other methods", "引文检索：导入纳入报告所引用或引用它们的文献，计入其他方法"),
            "reviewkit enrich references", "reviewkit enrich references --forward", "reviewkit enrich references --both --dry-run");
        var forward = verb.Option<bool>("--forward", null, new("what cites the reports; default: what they cite", "引用这些报告的文献；默认为它们引用的文献"));
        var both = verb.Option<bool>("--both", null, new("both ways; default: one", "两个方向；默认一个方向"));
        var place = verb.Option<string?>("--place", "P", new("reports at this place are the seeds; default: included", "以处于此位置的报告为起点；默认 included"));
        var most = verb.Option<int?>("--most", "N", new("works that cite one report, at most; default: 2000", "引用一篇报告的文献数上限；默认 2000"));
        var dry = ApiText.DryRun(verb);
        var budget = ApiText.Budget(verb);
        return verb.Does((session, parsed) =>
        {
            using var review = session.Open();
            using var network = ApiText.Connect(session, parsed.GetValue(budget));
            var options = new ChaseOptions { Forward = parsed.GetValue(forward) || parsed.GetValue(both), Backward = !parsed.GetValue(forward) || parsed.GetValue(both), Place = parsed.GetValue(place) ?? "included" };
            if (parsed.GetValue(most) is { } wanted) options = options with { Most = wanted };
            var chase = new CitationChase(review, network, options);
            if (parsed.GetValue(dry)) return ApiText.Print(session, [chase.Plan()], network);
            using var progress = new Progress(session.Error, session.Language == Language.Zh ? "查询" : "asking");
            var folder = Path.Combine(review.ExportsFolder, "citations");
            var results = ApiText.Run(session, stop => chase.Run(folder, session.Author.Now().ToString("yyyyMMdd", CultureInfo.InvariantCulture), ApiText.Ticks(progress), stop));
            progress.Dispose();
            foreach (var trouble in chase.Troubles) session.Tell(trouble);
            session.Print($"seeds: {chase.Seeds.Seeds} reports; without a DOI or not in OpenAlex: {chase.Seeds.Without}", $"起点：{chase.Seeds.Seeds} 篇报告；无 DOI 或 OpenAlex 未收录：{chase.Seeds.Without} 篇");
            var failed = chase.Troubles.Count > 0;
            foreach (var result in results)
            {
                var name = result.Direction == "backward" ? new Message("cited by the reports", "报告引用的文献") : new Message("citing the reports", "引用报告的文献");
                session.Print($"{name.En}: {result.Cited} works, in the review already: {result.Known}, new: {result.Found}", $"{name.Zh}：{result.Cited} 条，综述中已有 {result.Known} 条，新增 {result.Found} 条");
                if (result.File is not { } file) continue;
                failed |= ImportCommand.Run(session, review, [(file, "exports/citations/" + Path.GetFileName(file))], new ImportCommand.Wanted(Source: "openalex", Kind: "citation", Name: result.Direction == "backward" ? "Citation searching (backward)" : "Citation searching (forward)")) != 0;
            }
            // The same work may be in the review under another DOI or none.
            if (results.Any(result => result.File is not null)) DedupCommand.Print(session, Merges.Run(review, Preset.Cautious, []));
            return failed ? 1 : 0;
        });
    }
}
