using System.CommandLine;
using System.Globalization;
using ReviewKit.Enrichment;
using ReviewKit.Records;
using ReviewKit.Store;
using ReviewKit.Text;

namespace ReviewKit.App.Commands;

/// <summary>Candidates looked at and taken: by rule, or one by one, line by line.</summary>
static class EnrichApplyCommand
{
    static readonly Message Ask = new("take which (1, 2, …), none (n), quit (q)? ", "采用哪一个（1、2……）、都不用（n）、退出（q）？");

    public static Verb Build(Host host)
    {
        var verb = new Verb(host, "apply", new("Take candidates for empty fields, one by one or by rule; what the sources have is never touched", "为空缺字段采用候选值，可逐个或按规则；各来源已有的值从不改动"),
            "reviewkit enrich apply", "reviewkit enrich apply --all", "reviewkit enrich apply --all --field abstract --from openalex", "reviewkit enrich apply r4k7m2xq");
        var id = verb.Argument<string?>("ID", new("any record of one report; default: all reports", "某报告的任意记录；默认全部报告"), ArgumentArity.ZeroOrOne);
        var all = verb.Option<bool>("--all", null, new("by rule: the best match of every empty field, in one step that `undo` takes back; default: asks for each", "按规则：每个空缺字段取最佳匹配，作为一步，可用 `undo` 撤销；默认逐个询问"));
        var field = verb.Option<string?>("--field", "F", new("only this field; default: all", "只处理此字段；默认全部"));
        var from = verb.Option<string?>("--from", "S", new("only from this interface; default: all", "只采用此接口的值；默认全部"));
        var threshold = verb.Option<double?>("--threshold", "N", new($"no match below this; default: {MatchScore.Threshold.ToString(CultureInfo.InvariantCulture)}", $"不采用低于此值的匹配；默认 {MatchScore.Threshold.ToString(CultureInfo.InvariantCulture)}"));
        return verb.Does((session, parsed) =>
        {
            using var review = session.Open();
            var record = parsed.GetValue(id) is { } named ? Reports.ReportOf(review, Reports.Find(review, named)) : null;
            if (!parsed.GetValue(all)) return One(session, review, record, parsed.GetValue(field), parsed.GetValue(from));
            if (Fills.ByRule(review, record, parsed.GetValue(field), parsed.GetValue(from), EnrichCommand.Threshold(parsed.GetValue(threshold))) is not { } entry)
            {
                session.Print("no candidate for an empty field: `reviewkit enrich --missing …` looks for some", "空缺字段没有候选值：请先用 `reviewkit enrich --missing …` 查找");
                return 0;
            }
            Taken(session, entry);
            return 0;
        });
    }

    static void Taken(Session session, Event entry) =>
        session.Print($"{EventText.Of(entry).En}; `reviewkit undo {entry.Id[..8]}` takes it back", $"{EventText.Of(entry).Zh}；用 `reviewkit undo {entry.Id[..8]}` 撤销");

    static int One(Session session, Review review, string? record, string? field, string? from)
    {
        var open = Fills.Open(review, record, field).Select(group => (group.Key, Candidates: group.Where(one => from is null || one.Source == from).ToList())).Where(group => group.Candidates.Count > 0).ToList();
        var (place, taken) = (0, 0);
        foreach (var (key, candidates) in open)
        {
            var merged = MergedRecord.Of(Reports.Group(review, key.Record)).Record;
            session.Print($"-- {++place}/{open.Count}: {key.Record} {merged.Title} ({merged.Year}) · {key.Field}");
            for (var i = 0; i < candidates.Count; i++) session.Print($"{i + 1}  {Origin(candidates[i])}  {candidates[i].Value.ReplaceLineEndings(" ")}");
            while (true)
            {
                session.Output.Write(Ask.In(session.Language));
                if (session.Input.ReadLine()?.Trim() is not { } line || line == "q")
                {
                    session.Print("");
                    return 0;
                }
                if (line == "n") break;
                if (!int.TryParse(line, CultureInfo.InvariantCulture, out var number) || number < 1 || number > candidates.Count) continue;
                Taken(session, Fills.Take(review, candidates[number - 1]));
                taken++;
                break;
            }
        }
        session.Print($"{taken} taken of {open.Count}", $"共 {open.Count} 个，采用 {taken} 个");
        return 0;
    }

    public static Verb List(Host host)
    {
        var verb = new Verb(host, "list", new("The candidates for empty fields, with source, time and the hash of the answer", "空缺字段的候选值及其来源、时间和应答散列"), "reviewkit enrich list", "reviewkit enrich list --asked");
        var asked = verb.Option<bool>("--asked", null, new("what was asked and what came of it, report by report; default: candidates", "逐报告列出查询内容和结果；默认列出候选值"));
        return verb.Does((session, parsed) =>
        {
            using var review = session.Open();
            var zh = session.Language == Language.Zh;
            if (parsed.GetValue(asked))
            {
                var log = zh ? new Table("记录", "字段", "接口", "方式", "结果", "细节", "时间") : new Table("record", "field", "interface", "by", "result", "detail", "time");
                foreach (var one in Candidates.Asked(review)) log.Add(one.Record, one.Field, one.Source, one.How, one.Result, one.Detail, one.Time);
                log.Write(session.Output);
                return 0;
            }
            var table = zh ? new Table("记录", "字段", "接口", "匹配", "时间", "散列", "值") : new Table("record", "field", "interface", "match", "time", "sha256", "value");
            foreach (var one in Fills.Open(review).SelectMany(group => group))
                table.Add(one.Record, one.Field, one.Source, one.Match.ToString("0.00", CultureInfo.InvariantCulture), one.Time, one.Sha256[..12], Short(one.Value));
            table.Write(session.Output);
            return 0;
        });
    }

    static string Origin(Candidate candidate) => $"[{candidate.Source}, {candidate.How}, {candidate.Match.ToString("0.00", CultureInfo.InvariantCulture)}, {candidate.Time[..10]}]";

    static string Short(string value) => value.ReplaceLineEndings(" ") is { Length: > 60 } text ? text[..60] + "…" : value.ReplaceLineEndings(" ");
}
