using ReviewKit.Enrichment;
using ReviewKit.Enrichment.Http;
using ReviewKit.Text;

namespace ReviewKit.App.Commands;

static class EnrichCommand
{
    public static Verb Build(Host host)
    {
        var verb = new Verb(host, "enrich", new("Look for missing abstracts, DOIs and other fields through open interfaces; nothing is changed before `enrich apply`", "通过开放接口查找缺失的摘要、DOI 等字段；在 `enrich apply` 之前不改变任何内容"),
            "reviewkit enrich --missing abstract,doi --dry-run", "reviewkit enrich --missing abstract --from openalex,crossref", "reviewkit enrich apply --all", "reviewkit enrich retractions", "reviewkit enrich references --forward")
        {
            EnrichApplyCommand.Build(host), EnrichApplyCommand.List(host), EnrichRetractionsCommand.Build(host), EnrichReferencesCommand.Build(host),
        };
        var missing = verb.Option<string?>("--missing", "F,…", new("fields to look for: abstract, doi, keywords, year, pages, url (where it can be read), …; default: abstract,doi", "要查找的字段：abstract、doi、keywords、year、pages、url（可开放获取之处）等；默认 abstract,doi"));
        var from = verb.Option<string?>("--from", "S,…", new("interfaces to ask, in their own order; default: all of them", "要请求的接口，按其固有顺序；默认全部"));
        var place = verb.Option<string?>("--place", "P", new("only reports at this place: awaiting, included, other, …; default: all that no reviewer and no round excluded", "只查处于此位置的报告：awaiting、included、other 等；默认为未被评审者或检索轮次排除的全部报告"));
        var threshold = verb.Option<double?>("--threshold", "N", new($"how sure a match by title, authors and year must be, 0 to 1; default: {MatchScore.Threshold.ToString(System.Globalization.CultureInfo.InvariantCulture)}", $"按题名、作者、年份匹配所需的把握，0 到 1；默认 {MatchScore.Threshold.ToString(System.Globalization.CultureInfo.InvariantCulture)}"));
        var noTitle = verb.Option<bool>("--by-doi-only", null, new("ask only for reports with a DOI; default: the others by title, authors and year", "只查有 DOI 的报告；默认其余按题名、作者和年份查找"));
        var everywhere = verb.Option<bool>("--everywhere", null, new("ask every interface, also where another had the field; default: only until one has it", "向每个接口查询，即使其他接口已有；默认找到为止"));
        var again = verb.Option<bool>("--again", null, new("ask again what was asked before; default: nothing is asked twice", "重新查询以前查过的内容；默认不重复查询"));
        var dry = ApiText.DryRun(verb);
        var budget = ApiText.Budget(verb);
        verb.List(new("Interfaces, in the order in which they are asked:", "接口（按请求顺序）："), Apis.All.Where(api => !api.NeedsKey).Select(api => (api.Id, new Message($"{api.Title} ({api.Host})", $"{api.Title}（{api.Host}）"))));
        return verb.Does((session, parsed) =>
        {
            using var review = session.Open();
            using var network = ApiText.Connect(session, parsed.GetValue(budget), parsed.GetValue(again) ? TimeSpan.Zero : null);
            var options = new MissingOptions
            {
                From = List(parsed.GetValue(from)),
                Place = parsed.GetValue(place),
                Threshold = Threshold(parsed.GetValue(threshold)),
                ByTitle = !parsed.GetValue(noTitle),
                Everywhere = parsed.GetValue(everywhere),
                Again = parsed.GetValue(again),
            };
            if (List(parsed.GetValue(missing)) is { Count: > 0 } fields) options = options with { Fields = fields };
            var run = new MissingRun(review, network, options);
            session.Print($"reports that lack {string.Join(" or ", options.Fields)}: {run.Reports}", $"缺少{string.Join("或", options.Fields)}的报告：{run.Reports} 篇");
            if (parsed.GetValue(dry)) return ApiText.Print(session, run.Plan(), network);
            using var progress = new Progress(session.Error, session.Language == Language.Zh ? "查询" : "asking");
            var reports = ApiText.Run(session, stop => run.Run(ApiText.Ticks(progress), stop));
            progress.Dispose();
            ApiText.Print(session, reports);
            foreach (var trouble in run.Troubles) session.Tell(trouble);
            var open = Fills.Open(review).Count;
            if (open > 0) session.Tell($"{open} empty fields have candidates: `reviewkit enrich list` shows them, `reviewkit enrich apply` takes them", $"{open} 个空缺字段有候选值：用 `reviewkit enrich list` 查看，用 `reviewkit enrich apply` 采用");
            return run.Troubles.Count > 0 ? 1 : 0;
        });
    }

    internal static IReadOnlyList<string> List(string? text) => (text ?? "").Split([',', '，', '、', ' '], StringSplitOptions.RemoveEmptyEntries);

    internal static double Threshold(double? said) => said is null ? MatchScore.Threshold
        : said is >= 0 and <= 1 and var given ? given : throw new ReviewKitException("the threshold must be between 0 and 1", "阈值必须在 0 到 1 之间");
}
