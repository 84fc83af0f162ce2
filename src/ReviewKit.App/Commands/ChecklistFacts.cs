using System.Globalization;
using Dapper;
using ReviewKit.Prisma;
using ReviewKit.Query;
using ReviewKit.Screening;
using ReviewKit.Store;
using ReviewKit.Text;

namespace ReviewKit.App.Commands;

/// <summary>What a review knows of the items of a checklist, each with where it can be seen. What it does not know it does not say.</summary>
sealed class ChecklistFacts(Review review)
{
    readonly Protocol protocol = review.Protocol;

    static readonly Dictionary<string, Func<ChecklistFacts, ChecklistAnswer?>> Facts = new()
    {
        ["title"] = facts => Text(facts.protocol.Title, "review.yaml: title"),
        ["question"] = facts => Text(facts.protocol.Question, "review.yaml: question"),
        ["criteria"] = facts => facts.Criteria(),
        ["sources"] = facts => facts.Sources(),
        ["strategies"] = facts => facts.Strategies(),
        ["selection"] = facts => facts.Selection(),
        ["flow"] = facts => facts.FlowNumbers(),
        ["nearmisses"] = facts => facts.Listed("db_ftexcluded", new("{0} reports excluded at full text, each with its reason", "全文阶段排除 {0} 篇报告，均注明原因")),
        ["included"] = facts => facts.Listed("included", new("{0} reports included", "纳入 {0} 篇报告")),
        ["protocol"] = facts => facts.Events("protocol", new("review.yaml, kept with every change", "review.yaml，历次修改均有记录"), 1),
        ["amendments"] = facts => facts.Events("protocol", new("review.yaml was changed {0} times; the ledger says what changed and which decisions it touched", "review.yaml 修改 {0} 次；账本记录了修改内容及其涉及的判断"), 2),
        ["data"] = _ => new(new("files, strategies, decisions, hashes and settings can be deposited as one archive", "文件、检索式、判断、哈希与设置可打包存档"), Message.Verbatim("reviewkit export --archive")),
    };

    public FilledChecklist Fill(Checklist list)
    {
        var answers = new Dictionary<string, ChecklistAnswer>();
        foreach (var item in list.Items)
            if (item.Fact is { } fact && Facts[fact](this) is { } answer) answers[item.Id] = answer;
        return new(list, answers);
    }

    /// <summary>PRISMA-S, as the search log answers it.</summary>
    public FilledChecklist Searching()
    {
        var log = SearchLogFile.Read(review);
        var said = QueryLogCommand.TableOf(review, log ?? new SearchLog([], new Dictionary<int, Message>())).Said;
        var items = PrismaS.Items.Select((item, i) => new ChecklistItem((i + 1).ToString(CultureInfo.InvariantCulture), new("Searching", "检索"), item.En, item.Zh)).ToList();
        var answers = items.Zip(said).Where(pair => pair.Second is not null).ToDictionary(pair => pair.First.Id, pair => new ChecklistAnswer(pair.Second!.Value, Message.Verbatim("reviewkit query log")));
        // Without a log the files still say what they are from.
        foreach (var item in (string[])["1", "15"])
            if (!answers.ContainsKey(item) && Sources() is { } sources) answers[item] = sources;
        return new(new Checklist(new("PRISMA-S checklist", "PRISMA-S 清单"), "Rethlefsen ML et al. Syst Rev 2021;10:39, doi:10.1186/s13643-020-01542-z", items), answers);
    }

    static ChecklistAnswer? Text(Message text, string evidence) => text.En is { Length: > 0 } || text.Zh is { Length: > 0 } ? new(text, Message.Verbatim(evidence)) : null;

    static Message Joined(IEnumerable<Message> parts) => parts.ToList() is var all ? new(string.Join("; ", all.Select(part => part.En)), string.Join("；", all.Select(part => part.Zh))) : default;

    ChecklistAnswer? Criteria()
    {
        var parts = protocol.Criteria.Where(criterion => criterion.Apply == "remove").Select(criterion => new Message($"removed: {criterion.Label.En}", $"移除：{criterion.Label.Zh}"))
            .Concat(protocol.Stages.SelectMany(stage => stage.Reasons.Select(reason => new Message($"excluded ({stage.Name.En}): {reason.Name.En}", $"排除（{stage.Name.Zh}）：{reason.Name.Zh}")))).ToList();
        return parts.Count == 0 ? null : new(Joined(parts), Message.Verbatim("review.yaml: criteria, stages"));
    }

    ChecklistAnswer? Sources()
    {
        var log = SearchLogFile.Read(review);
        var files = review.Connection.Query<(string Source, string Last, long Records)>("""
            select s.source, max(substr(i.time, 1, 10)), count(*) from import i cross join record r on r.import_id = i.id cross join state s on s.record_id = r.id group by 1 order by 1
            """).ToList();
        if (files.Count == 0) return null;
        return new(Joined(files.Select(file =>
        {
            var name = protocol.SourceName(file.Source);
            var date = log?.Searches.Where(search => search.Platform == file.Source).Max(search => search.Date);
            return date is null
                ? new Message($"{name.En}: {file.Records} records, imported {file.Last}; date of the search not in the log", $"{name.Zh}：{file.Records} 条记录，{file.Last} 导入；检索日志未记录检索日期")
                : new Message($"{name.En}: {file.Records} records, last searched {date}", $"{name.Zh}：{file.Records} 条记录，最后检索 {date}");
        })), Message.Verbatim("reviewkit status --files · reviewkit query log"));
    }

    ChecklistAnswer? Strategies()
    {
        if (SearchLogFile.Read(review) is { } log && log.Searches.Count(search => search.Text is not null) is > 0 and var strings)
            return new(new($"{strings} of {log.Searches.Count} strategies as run", $"{log.Searches.Count} 次检索中有 {strings} 个原样检索式"), Message.Verbatim("reviewkit query log -o search-log.html"));
        return protocol.Query is { } query ? new(new($"term sets in queries/{query.File}; strings as run are not in the log", $"检索词见 queries/{query.File}；日志中没有原样检索式"), Message.Verbatim("reviewkit query compile queries/" + query.File)) : null;
    }

    ChecklistAnswer? Selection()
    {
        if (protocol.Stages.Count == 0) return null;
        var parts = protocol.Stages.Select(stage => new Message($"{stage.Name.En}: {stage.Reviewers} reviewer{(stage.Reviewers == 1 ? "" : "s")} for each", $"{stage.Name.Zh}：每篇 {stage.Reviewers} 人")).ToList();
        parts.AddRange(Agreement.Of(review).Where(pair => !double.IsNaN(pair.CohensKappa)).Select(pair => new Message(
            string.Create(CultureInfo.InvariantCulture, $"{pair.First} and {pair.Second} ({pair.Stage}): Cohen's kappa {pair.CohensKappa:0.00} on {pair.Reports} reports"),
            string.Create(CultureInfo.InvariantCulture, $"{pair.First} 与 {pair.Second}（{pair.Stage}）：{pair.Reports} 篇，Cohen kappa {pair.CohensKappa:0.00}"))));
        var counts = Flow.Counts(review, Language.En);
        var automation = (counts.IneligibleByAutomation.Total ?? 0) + (counts.RecordsExcludedByAutomation.Total ?? 0);
        parts.Add(automation == 0 ? new("no record was excluded by automation; duplicates by rules", "没有由自动化工具排除的记录；去重按规则进行")
            : new($"{automation} records excluded by automation", $"由自动化工具排除 {automation} 条记录"));
        parts.Add(Message.Verbatim($"ReviewKit {Author.Tool}"));
        return new(Joined(parts), Message.Verbatim("review.yaml: stages · reviewkit agreement · reviewkit history"));
    }

    ChecklistAnswer? FlowNumbers()
    {
        var counts = Flow.Counts(review, Language.En);
        return counts.RecordsIdentified is not > 0 ? null : new(new(
            $"{counts.RecordsIdentified} records identified, {counts.RecordsScreened.Total} screened, {counts.ReportsAssessed.Total} reports assessed, {counts.StudiesIncluded.Total} studies in {counts.ReportsOfIncludedStudies.Total} reports included",
            $"识别 {counts.RecordsIdentified} 条记录，筛选 {counts.RecordsScreened.Total} 条，评估 {counts.ReportsAssessed.Total} 篇报告，纳入 {counts.StudiesIncluded.Total} 项研究（{counts.ReportsOfIncludedStudies.Total} 篇报告）"),
            Message.Verbatim("reviewkit prisma · reviewkit prisma --list BOX"));
    }

    ChecklistAnswer? Listed(string box, Message words)
    {
        var n = Flow.List(review, box).Count;
        return n == 0 ? null : new(new(string.Format(CultureInfo.InvariantCulture, words.En, n), string.Format(CultureInfo.InvariantCulture, words.Zh, n)), Message.Verbatim($"reviewkit prisma --list {box}"));
    }

    ChecklistAnswer? Events(string kind, Message words, int atLeast)
    {
        var events = review.Ledger.Live(kind);
        return events.Count < atLeast ? null : new(new(string.Format(CultureInfo.InvariantCulture, words.En, events.Count - 1), string.Format(CultureInfo.InvariantCulture, words.Zh, events.Count - 1)),
            new($"ledger: {string.Join(", ", events.Take(5).Select(entry => entry.Id[..8]))}", $"账本：{string.Join("、", events.Take(5).Select(entry => entry.Id[..8]))}"));
    }
}
