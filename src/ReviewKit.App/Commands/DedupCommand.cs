using CsvHelper;
using ReviewKit.App.Terminal;
using ReviewKit.Dedup;
using ReviewKit.Formats;
using ReviewKit.Records;

namespace ReviewKit.App.Commands;

static class DedupCommand
{
    public static Verb Build(Host host)
    {
        var verb = new Verb(host, "dedup", new("Find records of the same report; without FILE merges them in the review", "查找同一报告的记录；不给 FILE 时在综述中合并"),
            "reviewkit dedup", "reviewkit dedup --review", "reviewkit dedup scopus.csv cnki.net --groups groups.csv --links links.csv");
        var files = verb.Argument<string[]>("FILE", new("export files of any kind, for one-off use without a review", "任意导出文件，无需综述的一次性使用"), System.CommandLine.ArgumentArity.ZeroOrMore);
        var preset = verb.Option<string>("--preset", "P", new("cautious or balanced; default: cautious", "cautious 或 balanced；默认 cautious"));
        preset.AcceptOnlyFromAmong("cautious", "balanced");
        var groups = verb.Option<string?>("--groups", "OUT.csv", new("group,record, a row for every record; default: not written", "group,record，每条记录一行；默认不写"));
        var links = verb.Option<string?>("--links", "OUT.csv", new("a,b,type,reason; default: not written", "a,b,type,reason；默认不写"));
        var questions = verb.Option<string?>("--questions", "OUT.csv", new("pairs left for a person, with reasons; default: out/questions.csv, when there are any", "留待人工判断的各对及理由；有则默认写入 out/questions.csv"));
        var review_ = verb.Option<bool>("--review", null, new("go through the pairs left for a person, two records side by side; without a terminal, line by line", "逐对判断留待人工的记录，左右对照；没有终端时逐行询问"));
        var options = ScreenOptions.AddTo(verb);
        return verb.Does((session, parsed) =>
        {
            var chosen = parsed.GetValue(preset) == "balanced" ? Preset.Balanced : Preset.Cautious;
            if (parsed.GetValue(files) is { Length: > 0 } named) return Files(session, named, chosen, parsed.GetValue(groups), parsed.GetValue(links));
            using var review = session.Open();
            var result = Merges.Run(review, chosen);
            Print(session, result);
            if (parsed.GetValue(review_)) return Ask(session, new QuestionQueue(review, result.Found.Questions), options(parsed));
            Questions(session, review, result.Found.Questions, parsed.GetValue(questions));
            if (parsed.GetValue(groups) is not null || parsed.GetValue(links) is not null)
            {
                var members = Store.Reports.Members(review);
                var ids = members.SelectMany(group => group.Value).ToDictionary(id => id);
                Write(session, members.Values, result.Found.Links, ids, parsed.GetValue(groups), parsed.GetValue(links));
            }
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

    /// <summary>A file of its own, since each line asks for a `merge`, a `link`, or nothing.</summary>
    static void Questions(Session session, Store.Review review, IReadOnlyList<Question> questions, string? named)
    {
        if (questions.Count == 0 && named is null) return;
        var path = named is null ? Path.Combine(review.OutFolder, "questions.csv") : session.PathOf(named);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var csv = CsvWriter.ToFile(path, new CsvWriterOptions { NewLine = "\n", WriteByteOrderMark = true, Injection = CsvInjection.Escape });
        csv.WriteHeader(["a", "b", "probability", "reason", "title_a", "title_b"]);
        foreach (var question in questions)
            csv.WriteRecord([question.A, question.B, question.Probability.ToString("0.000", System.Globalization.CultureInfo.InvariantCulture), question.Reason.In(session.Language),
                Store.Reports.Read(review, question.A).Title ?? "", Store.Reports.Read(review, question.B).Title ?? ""]);
        session.Tell($"{questions.Count} pairs to look at: {path}; `reviewkit dedup --review` goes through them", $"有 {questions.Count} 对待判断：{path}；用 `reviewkit dedup --review` 逐对判断");
    }

    static int Files(Session session, string[] files, Preset preset, string? groups, string? links)
    {
        var records = new List<Record>();
        var problems = 0;
        foreach (var file in files)
        {
            var isAlone = files.Count(other => Path.GetFileName(other) == Path.GetFileName(file)) == 1;
            var source = SourceFile.Open(session.PathOf(file), isAlone ? Path.GetFileName(file) : file.Replace('\\', '/'));
            var ordinal = 0;
            foreach (var item in source.Read())
            {
                if (item is ProblemItem) problems++;
                if (item is not RecordItem { Record: var record }) continue;
                // The same file named twice is two sets of records here, so the file's place in the list is part of the id.
                record.Id = RecordId.Of($"{Array.IndexOf(files, file)}:{source.Sha256}", ++ordinal);
                records.Add(record);
            }
        }
        if (problems > 0) session.Tell($"{problems} problems while reading; `reviewkit import` in a review names each", $"读取时有 {problems} 个问题；在综述中用 `reviewkit import` 可逐一查看");
        var found = Deduplication.Of(records, new DedupOptions { Preset = preset });
        Print(session, new MergesResult(found, 0, 0));
        var grouped = found.Groups.SelectMany(group => group.Records).ToHashSet();
        var all = found.Groups.Select(group => group.Records).Concat(records.Where(record => !grouped.Contains(record.Id)).Select(record => (IReadOnlyList<string>)[record.Id]));
        Write(session, all, found.Links, OwnIds.Unique(records), groups, links);
        return 0;
    }

    /// <summary>Groups in order of their smallest name, so that the same result is the same file.</summary>
    static void Write(Session session, IEnumerable<IReadOnlyList<string>> all, IEnumerable<Link> found, IReadOnlyDictionary<string, string> names, string? groups, string? links)
    {
        if (groups is not null)
        {
            using var csv = CsvWriter.ToFile(session.PathOf(groups), new CsvWriterOptions { NewLine = "\n" });
            csv.WriteHeader(["group", "record"]);
            var number = 0;
            foreach (var group in all.Select(group => group.Select(id => names[id]).Order(StringComparer.Ordinal).ToList()).OrderBy(group => group[0], StringComparer.Ordinal))
            {
                number++;
                foreach (var record in group) csv.WriteRecord([number.ToString(System.Globalization.CultureInfo.InvariantCulture), record]);
            }
        }
        if (links is null) return;
        using var target = CsvWriter.ToFile(session.PathOf(links), new CsvWriterOptions { NewLine = "\n" });
        target.WriteHeader(["a", "b", "type", "reason"]);
        foreach (var link in found) target.WriteRecord([names[link.A], names[link.B], link.Type, link.Reason.In(session.Language)]);
    }
}
