using ReviewKit.Formats;
using ReviewKit.Records;
using ReviewKit.Screening;
using ReviewKit.Store;
using ReviewKit.Text;

namespace ReviewKit.App.Commands;

static class ImportCommand
{
    const int ShownProblems = 5;

    public static Verb Build(Host host)
    {
        var verb = new Verb(host, "import", new("Read database exports into the review", "把数据库导出文件读入综述"),
            "reviewkit import", "reviewkit import exports/cnki/CNKI-20260131.txt --source cnki", "reviewkit import hits.csv --source-kind website --name \"Shenzhen open data\"",
            "reviewkit import 导出.xlsx --map \"Title=题目,Year=出版年度\"", "reviewkit import rayyan.csv --decisions title-abstract");
        var paths = verb.Argument<string[]>("PATH", new("files or folders; default: exports/ with all its folders", "文件或文件夹；默认为 exports/ 及其子文件夹"), System.CommandLine.ArgumentArity.ZeroOrMore);
        var source = verb.Option<string?>("--source", "S", new("the database: scopus, wos, cnki, wanfang, …; default: recognised from the content", "数据库：scopus、wos、cnki、wanfang……；默认由内容识别"));
        var format = verb.Option<string?>("--format", "F", new("the format; default: recognised from the content", "格式；默认由内容识别"));
        var kind = verb.Option<string?>("--source-kind", "K", new("database, register, website, organisation or citation; default: as review.yaml says of the source, else database", "database、register、website、organisation 或 citation；默认取 review.yaml 的设置，否则 database"));
        kind.AcceptOnlyFromAmong("database", "register", "website", "organisation", "citation");
        var name = verb.Option<string?>("--name", "N", new("what the PRISMA diagram calls the source; default: review.yaml's name for it", "PRISMA 图中的来源名称；默认取 review.yaml"));
        var map = verb.Option<string?>("--map", "F=C,…", new("what columns mean whose names are not known, as in Title=题目,Year=年度; remembered in review.yaml; default: the columns of review.yaml", "说明未知列的含义，如 Title=题目,Year=年度；记入 review.yaml；默认取 review.yaml 的 columns"));
        var decisions = verb.Option<string?>("--decisions", "STAGE", new("take the decisions of Rayyan, ASReview, Covidence or a label column as decisions of this stage; default: they stay in the records", "把 Rayyan、ASReview、Covidence 或标签列中的判断作为此阶段的判断读入；默认只保留在记录中"));
        var all = verb.Option<bool>("--problems", null, new($"show every problem; default: the first {ShownProblems} of each file", $"显示全部问题；默认每个文件前 {ShownProblems} 个"));
        return verb.Does((session, parsed) =>
        {
            using var review = session.Open();
            NewCommand.WarnOfCloud(session, review.Folder);
            var files = Files(session, review, parsed.GetValue(paths) ?? []);
            var columns = ColumnMap.Of(review.Protocol.Columns);
            if (parsed.GetValue(map) is { } said) columns = Remember(session, review, columns, ColumnMap.Parse(said));
            if (parsed.GetValue(decisions) is { } stage) Decisions.StageOf(review, stage);
            return Run(session, review, files, new Wanted(parsed.GetValue(source), Known(parsed.GetValue(format)),
                parsed.GetValue(kind), parsed.GetValue(name), parsed.GetValue(all) ? int.MaxValue : ShownProblems)
            { Columns = columns, Stage = parsed.GetValue(decisions) });
        });
    }

    /// <summary>What the user said of the files; null leaves it to the content and the protocol.</summary>
    public sealed record Wanted(string? Source = null, Format? Format = null, string? Kind = null, string? Name = null, int Problems = ShownProblems)
    {
        public ColumnMap? Columns { get; init; }

        /// <summary>The stage whose decisions the records bring along; null leaves them in the records.</summary>
        public string? Stage { get; init; }
    }

    static ColumnMap Remember(Session session, Review review, ColumnMap columns, ColumnMap said)
    {
        var path = Path.Combine(review.Folder, ProtocolFile.Name);
        var yaml = File.Exists(path) ? File.ReadAllText(path) : "";
        var with = ProtocolColumns.With(yaml, said.Pairs);
        if (with != yaml)
        {
            File.WriteAllText(path, with);
            review.TakeProtocol();
            session.Tell($"review.yaml: {said.Pairs.Count} columns noted", $"review.yaml：已记下 {said.Pairs.Count} 列的含义");
        }
        return columns.And(said);
    }

    /// <summary>Imports each file in a transaction of its own; a file that cannot be read is named and the others go on.</summary>
    /// <returns>0, or 1 when a file was not read or is damaged.</returns>
    public static int Run(Session session, Review review, IReadOnlyList<(string Path, string Name)> files, Wanted wanted)
    {
        if (files.Count == 0) throw new ReviewKitException($"there are no files in {review.ExportsFolder}: put the downloaded files there", $"{review.ExportsFolder} 中没有文件：请把下载的文件放进去");
        var zh = session.Language == Language.Zh;
        var table = zh ? new Table("文件", "来源", "格式", "编码", "记录", "问题", "") : new Table("file", "source", "format", "encoding", "records", "problems", "");
        var (failed, damaged) = (0, 0);
        var parts = files.SelectMany(Parts).ToList();
        var added = new List<string>();
        foreach (var part in parts)
        {
            try
            {
                var (file, outcome) = One(session, review, part, wanted);
                damaged += outcome.IsDamaged ? 1 : 0;
                if (outcome.IsNew) added.Add(file.Name);
                var note = outcome.IsDamaged ? zh ? "文件已损坏" : "damaged" : outcome.IsNew ? "" : zh ? "已导入过，未添加" : "imported before, nothing added";
                table.Add(file.Name, outcome.Source, file.Format.Name, file.Encoding, outcome.Records, outcome.Problems, note);
            }
            catch (ReviewKitException unreadable)
            {
                failed++;
                session.Tell(unreadable.Said);
            }
        }
        if (!table.IsEmpty) table.Write(session.Output);
        QueryLogCommand.TellTies(session, review, added);
        if (failed > 0) session.Tell($"{failed} of {parts.Count} files were not read; nothing of them was stored", $"{parts.Count} 个文件中有 {failed} 个未能读取，均未存入");
        if (damaged > 0)
            session.Tell($"{damaged} files are damaged and were imported as far as they can be read: fetch them again, `reviewkit undo` the import (`reviewkit history` names it), and import anew",
                $"{damaged} 个文件已损坏，已按可读部分导入：请重新下载，用 `reviewkit undo` 撤销该导入（`reviewkit history` 可查），再重新导入");
        return failed + damaged > 0 ? 1 : 0;
    }

    /// <summary>A file, or each file in a zip archive: an archive of two databases is two imports.</summary>
    static IEnumerable<Part> Parts((string Path, string Name) file)
    {
        IReadOnlyList<string> entries = [];
        try
        {
            entries = SourceFile.EntriesOf(file.Path, file.Name);
        }
        catch (ReviewKitException)
        {
            // Opening it will say what is wrong, beside the other files.
        }
        return entries.Count == 0 ? [new Part(file.Path, file.Name, null)] : entries.Select(entry => new Part(file.Path, file.Name, entry));
    }

    sealed record Part(string Path, string Name, string? Entry);

    static (SourceFile File, (bool IsNew, bool IsDamaged, string Source, int Records, int Problems) Outcome) One(Session session, Review review, Part part, Wanted wanted)
    {
        var opened = SourceFile.Open(part.Path, part.Name, wanted.Format, wanted.Source, wanted.Columns, part.Entry);
        var name = opened.Name;
        if (Imports.Known(review, opened.Sha256) is { } known)
        {
            if (wanted.Source is { } other && other != known.Source)
                session.Tell($"{name} is in the review as {known.Source}: `reviewkit undo` that import (`reviewkit history` names it) and import it again as {other}", $"{name} 已作为 {known.Source} 导入：请用 `reviewkit undo` 撤销该导入（`reviewkit history` 可查），再以 {other} 重新导入");
            if (wanted.Stage is not null) TakeDecisions(session, review, opened, wanted.Stage);
            return (opened, (false, false, known.Source, known.Records, 0));
        }
        if (Imports.EventOf(review, name) is { } earlier)
            session.Tell($"{name}: a file of this name with other content is in the review; both count. If this one replaces it: reviewkit undo {earlier[..8]}", $"{name}：综述中已有同名但内容不同的文件，两者都计数。如以此文件取代它：reviewkit undo {earlier[..8]}");
        var file = new ImportedFile(opened.Sha256, name, wanted.Source, wanted.Kind, wanted.Name, opened.Format.Name, opened.Encoding, opened.Length);
        var shown = new List<Message>();
        using var progress = new Progress(session.Error, name);
        var (source, records, problems, isDamaged) = ("", 0, 0, false);
        review.Write(() =>
        {
            if (Imports.Known(review, opened.Sha256) is not null)
                throw new ReviewKitException($"{name} was imported by another ReviewKit just now", $"{name} 刚刚由另一个 ReviewKit 导入");
            using var import = Imports.Begin(review, file);
            foreach (var item in opened.Read())
            {
                if (item is RecordItem { Record: var record } found)
                {
                    import.Add(record, found.Offset, found.Length, OwnIds.OwnId(record));
                    progress.Tick(++records, (double)found.Offset / opened.Length);
                }
                else if (item is ProblemItem { Problem: var problem })
                {
                    import.Add(problem.Line, problem.Said);
                    isDamaged |= problem.IsDamage;
                    if (++problems <= wanted.Problems) shown.Add(new Message(problem.In(Language.En), problem.In(Language.Zh)));
                }
            }
            if (records == 0)
                throw new ReviewKitException($"{name}: no record was found in it ({opened.Format.Name})", $"{name}：其中没有记录（{opened.Format.Name}）");
            if (part.Entry is not null || !name.StartsWith("exports/", StringComparison.Ordinal))
            {
                using var original = opened.OpenBytes();
                import.Keep(original);
            }
            source = import.Finish();
            if (wanted.Stage is not null) TakeDecisions(session, review, opened, wanted.Stage);
        });
        foreach (var problem in shown) session.Tell(problem);
        if (problems > shown.Count)
            session.Tell($"{name}: {problems - shown.Count} more problems; --problems shows all of a new import, `reviewkit status --problems` those of the review",
                $"{name}：另有 {problems - shown.Count} 个问题；导入时用 --problems 显示全部，或用 `reviewkit status --problems` 查看");
        return (opened, (true, isDamaged, source, records, problems));
    }

    // The file is read once more, so that its records need not be in memory: only those with decisions are kept.
    static void TakeDecisions(Session session, Review review, SourceFile file, string stage)
    {
        var found = new List<ForeignImport.Found>();
        var ordinal = 0;
        foreach (var record in file.Read().OfType<RecordItem>().Select(item => item.Record))
        {
            ordinal++;
            if (ForeignDecisions.Of(record) is { Count: > 0 } decisions) found.Add(new ForeignImport.Found(RecordId.Of(file.Sha256, ordinal), record.Line, decisions));
        }
        var result = ForeignImport.Append(review, file.Name, stage, found);
        var removed = result.Removed > 0;
        session.Tell($"{file.Name}: {result.Added} decisions of {found.Count} records taken over at {stage}, {result.Known} were there already{(removed ? $", {result.Removed} are on records removed before screening" : "")}; {ordinal - found.Count} records have none",
            $"{file.Name}：读入 {found.Count} 条记录的 {result.Added} 个判断（{stage}），{result.Known} 个已存在{(removed ? $"，{result.Removed} 个属于筛选前已移除的记录" : "")}；{ordinal - found.Count} 条记录没有判断");
    }

    static Format? Known(string? name) => name is null
        ? null
        : FormatTable.Find(name) ?? throw new ReviewKitException($"no format {name}; known: {string.Join(", ", FormatTable.All.Select(format => format.Name))}",
            $"没有格式 {name}；可用：{string.Join("、", FormatTable.All.Select(format => format.Name))}");

    /// <summary>Files in ordinal order of their names; hidden files, our own README and what an operating system leaves are passed over.</summary>
    static List<(string Path, string Name)> Files(Session session, Review review, string[] arguments)
    {
        var found = new List<(string Path, string Name)>();
        foreach (var argument in arguments.Length == 0 ? [review.ExportsFolder] : arguments.Select(session.PathOf))
        {
            if (Directory.Exists(argument))
                found.AddRange(Directory.EnumerateFiles(argument, "*", SearchOption.AllDirectories).Where(IsExport).Select(path => (path, NameOf(review, path))));
            else if (File.Exists(argument)) found.Add((argument, NameOf(review, argument)));
            else throw new ReviewKitException($"{argument} is not there", $"找不到 {argument}");
        }
        return [.. found.DistinctBy(file => file.Path).OrderBy(file => file.Name, StringComparer.Ordinal)];
    }

    static bool IsExport(string path)
    {
        var name = Path.GetFileName(path);
        return !name.StartsWith('.') && !name.StartsWith("README", StringComparison.OrdinalIgnoreCase) && name is not ("Thumbs.db" or "desktop.ini");
    }

    static string NameOf(Review review, string path)
    {
        var relative = Path.GetRelativePath(review.Folder, path);
        return relative.StartsWith("..", StringComparison.Ordinal) || Path.IsPathRooted(relative) ? Path.GetFileName(path) : relative.Replace('\\', '/');
    }
}
