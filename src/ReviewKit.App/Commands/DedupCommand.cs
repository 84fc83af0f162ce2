using ReviewKit.App.Terminal;
using ReviewKit.Dedup;
using ReviewKit.Store;

namespace ReviewKit.App.Commands;

static class DedupCommand
{
    const string JournalsName = "journals.csv";

    public static Verb Build(Host host)
    {
        var verb = new Verb(host, "dedup", new("Find records of the same report; without FILE merges them in the review", "查找同一报告的记录；不给 FILE 时在综述中合并"),
            "reviewkit dedup", "reviewkit dedup --review", "reviewkit dedup scopus.csv cnki.net --groups groups.csv --links links.csv");
        var files = verb.Argument<string[]>("FILE", new("export files of any kind, for one-off use without a review", "任意导出文件，无需综述的一次性使用"), System.CommandLine.ArgumentArity.ZeroOrMore);
        var preset = verb.Option<string>("--preset", "P", new("cautious or balanced; default: cautious", "cautious 或 balanced；默认 cautious"));
        preset.AcceptOnlyFromAmong("cautious", "balanced");
        var groups = verb.Option<string?>("--groups", "OUT.csv", new("group,record, a row for every record; default: not written", "group,record，每条记录一行；默认不写"));
        var links = verb.Option<string?>("--links", "OUT.csv", new("a,b,type,reason; default: not written", "a,b,type,reason；默认不写"));
        var questions = verb.Option<string?>("--questions", "OUT.csv", new("pairs left for a person, with reasons; default: in a review out/questions.csv, when there are any", "留待人工判断的各对及理由；在综述中有则默认写入 out/questions.csv"));
        var journals = verb.Option<string?>("--journals", "IN.csv", new("names and numbers of journals that are one, laid out as the out/journals.csv that a review's dedup writes; default: in a review queries/journals.csv, if it is there",
            "属于同一期刊的名称和刊号，格式同综述中 dedup 写出的 out/journals.csv；在综述中默认读取 queries/journals.csv（如有）"));
        var walk = verb.Option<bool>("--review", null, new("go through the pairs left for a person, two records side by side; without a terminal, line by line", "逐对判断留待人工的记录，左右对照；没有终端时逐行询问"));
        var screen = ScreenOptions.AddTo(verb);
        var map = ColumnsOption.On(verb);
        return verb.Does((session, parsed) =>
        {
            string? PathOf(string? given) => given is null ? null : session.PathOf(given);
            var chosen = parsed.GetValue(preset) == "balanced" ? Preset.Balanced : Preset.Cautious;
            var said = PathOf(parsed.GetValue(journals)) is { } table ? JournalTable.Read(table, Path.GetFileName(table)) : null;
            var paths = new DedupPaths(PathOf(parsed.GetValue(groups)), PathOf(parsed.GetValue(links)), PathOf(parsed.GetValue(questions)));
            if (parsed.GetValue(files) is { Length: > 0 } named)
                return parsed.GetValue(walk)
                    ? throw new ReviewKitException("--review answers into a review: `reviewkit new`, `import`, then `dedup --review`; for files, --questions OUT.csv lists the pairs", "--review 的回答要记入综述：请先 `reviewkit new`、`import`，再 `dedup --review`；对文件可用 --questions OUT.csv 列出各对")
                    : DedupFiles.Run(session, named, ColumnsOption.Of(parsed, map), new DedupOptions { Preset = chosen, Journals = said ?? [] }, paths);
            using var review = session.Open();
            var own = Path.Combine(review.QueriesFolder, JournalsName);
            var result = Merges.Run(review, chosen, said ?? (File.Exists(own) ? JournalTable.Read(own, JournalsName) : []));
            Print(session, result);
            Rates(session, chosen);
            DedupTables.Journals(Path.Combine(review.OutFolder, JournalsName), result.Found.Journals);
            if (parsed.GetValue(walk)) return Ask(session, new QuestionQueue(review, result.Found.Questions), screen(parsed));
            Write(session, review, result.Found, paths);
            return 0;
        });
    }

    public static void Print(Session session, MergesResult result)
    {
        var found = result.Found;
        foreach (var note in found.Notes) session.Tell(note);
        var removable = found.Groups.Sum(group => group.Records.Count - 1);
        if (result.Parted > 0)
            session.Tell($"{result.Parted} groups of an earlier run were taken apart: records that came later speak against them", $"{result.Parted} 个先前合并的组已拆开：后来导入的记录表明它们不同");
        session.Print($"groups of duplicates: {found.Groups.Count}, duplicate records in them: {removable}; merged now: {result.Merged} groups; links added: {result.Linked}; pairs left for a person: {found.Questions.Count}",
            $"重复组 {found.Groups.Count} 组，其中重复记录 {removable} 条；本次合并 {result.Merged} 组；新增关联 {result.Linked} 条；留待人工判断 {found.Questions.Count} 对");
    }

    /// <summary>How often the preset errs where that was measured.</summary>
    public static void Rates(Session session, Preset preset)
    {
        session.Tell($"the {preset.ToString().ToLowerInvariant()} preset, as measured:", $"预设 {preset.ToString().ToLowerInvariant()} 的实测误差：");
        foreach (var rates in PresetRates.Measured.Where(rates => rates.Preset == preset)) session.Tell(new Text.Message("  " + rates.Said.En, "  " + rates.Said.Zh));
    }

    static void Write(Session session, Review review, DedupResult found, DedupPaths paths)
    {
        var questions = paths.Questions ?? Path.Combine(review.OutFolder, "questions.csv");
        // An old list would be taken for today's.
        if (found.Questions.Count == 0 && paths.Questions is null) File.Delete(questions);
        else
        {
            DedupTables.Questions(questions, found.Questions, id => id, id => Store.Reports.Read(review, id).Title, session.Language);
            session.Tell($"{found.Questions.Count} pairs to look at: {questions}; `reviewkit dedup --review` goes through them", $"有 {found.Questions.Count} 对待判断：{questions}；用 `reviewkit dedup --review` 逐对判断");
        }
        if (paths.Groups is null && paths.Links is null) return;
        var members = Store.Reports.Members(review);
        var ids = members.SelectMany(group => group.Value).ToDictionary(id => id);
        if (paths.Groups is { } groups) DedupTables.Groups(groups, members.Values, ids);
        if (paths.Links is { } links) DedupTables.Links(links, found.Links, ids, session.Language);
    }

    static int Ask(Session session, QuestionQueue queue, ScreenOptions options)
    {
        if (!Screen.IsThere || !ReferenceEquals(session.Output, Console.Out))
        {
            new QuestionPrompts(queue, session.Input, session.Output, session.Language).Run();
            return 0;
        }
        var view = new DedupReviewScreen(queue, session.Language);
        using (var screen = new Screen(options)) screen.Run(view.Draw, view.Handle);
        session.Print($"{queue.Answered} answered, {queue.Skipped} skipped", $"已答 {queue.Answered} 对，跳过 {queue.Skipped} 对");
        return 0;
    }
}
