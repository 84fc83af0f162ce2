using ReviewKit.Formats;
using ReviewKit.Store;
using ReviewKit.Text;

namespace ReviewKit.App.Commands;

static class ImportCommand
{
    const int ShownProblems = 5;

    public static Verb Build(Host host)
    {
        var verb = new Verb(host, "import", new("Read database exports into the review", "把数据库导出文件读入综述"),
            "reviewkit import", "reviewkit import exports/cnki/CNKI-20260131.txt --source cnki", "reviewkit import hits.csv --source-kind website --name \"Shenzhen open data\"");
        var paths = verb.Argument<string[]>("PATH", new("files or folders; default: exports/ with all its folders", "文件或文件夹；默认为 exports/ 及其子文件夹"), System.CommandLine.ArgumentArity.ZeroOrMore);
        var source = verb.Option<string?>("--source", "S", new("the database: scopus, wos, cnki, wanfang, …; default: recognised from the content", "数据库：scopus、wos、cnki、wanfang……；默认由内容识别"));
        var format = verb.Option<string?>("--format", "F", new("the format; default: recognised from the content", "格式；默认由内容识别"));
        var kind = verb.Option<string?>("--source-kind", "K", new("database, register, website, organisation or citation; default: as review.yaml says of the source, else database", "database、register、website、organisation 或 citation；默认取 review.yaml 的设置，否则 database"));
        kind.AcceptOnlyFromAmong("database", "register", "website", "organisation", "citation");
        var name = verb.Option<string?>("--name", "N", new("what the PRISMA diagram calls the source; default: review.yaml's name for it", "PRISMA 图中的来源名称；默认取 review.yaml"));
        var all = verb.Option<bool>("--problems", null, new($"show every problem; default: the first {ShownProblems} of each file", $"显示全部问题；默认每个文件前 {ShownProblems} 个"));
        return verb.Does((session, parsed) =>
        {
            using var review = session.Open();
            NewCommand.WarnOfCloud(session, review.Folder);
            return Run(session, review, Files(session, review, parsed.GetValue(paths) ?? []), new Wanted(parsed.GetValue(source), Known(parsed.GetValue(format)),
                parsed.GetValue(kind), parsed.GetValue(name), parsed.GetValue(all) ? int.MaxValue : ShownProblems));
        });
    }

    /// <summary>What the user said of the files; null leaves it to the content and the protocol.</summary>
    public sealed record Wanted(string? Source = null, Format? Format = null, string? Kind = null, string? Name = null, int Problems = ShownProblems);

    /// <summary>Imports each file in a transaction of its own; a file that cannot be read is named and the others go on.</summary>
    /// <returns>0, or 1 when a file was not read or is damaged.</returns>
    public static int Run(Session session, Review review, IReadOnlyList<(string Path, string Name)> files, Wanted wanted)
    {
        if (files.Count == 0) throw new ReviewKitException($"there are no files in {review.ExportsFolder}: put the downloaded files there", $"{review.ExportsFolder} 中没有文件：请把下载的文件放进去");
        var zh = session.Language == Language.Zh;
        var table = zh ? new Table("文件", "来源", "格式", "编码", "记录", "问题", "") : new Table("file", "source", "format", "encoding", "records", "problems", "");
        var (failed, damaged) = (0, 0);
        foreach (var (path, name) in files)
        {
            try
            {
                var (file, outcome) = One(session, review, path, name, wanted);
                damaged += outcome.IsDamaged ? 1 : 0;
                var note = outcome.IsDamaged ? zh ? "文件已损坏" : "damaged" : outcome.IsNew ? "" : zh ? "已导入过，未添加" : "imported before, nothing added";
                table.Add(name, outcome.Source, file.Format.Name, file.Encoding, outcome.Records, outcome.Problems, note);
            }
            catch (ReviewKitException unreadable)
            {
                failed++;
                session.Tell(unreadable.Said);
            }
        }
        if (!table.IsEmpty) table.Write(session.Output);
        if (failed > 0) session.Tell($"{failed} of {files.Count} files were not read; nothing of them was stored", $"{files.Count} 个文件中有 {failed} 个未能读取，均未存入");
        if (damaged > 0)
            session.Tell($"{damaged} files are damaged and were imported as far as they can be read: fetch them again, `reviewkit undo` the import (`reviewkit history` names it), and import anew",
                $"{damaged} 个文件已损坏，已按可读部分导入：请重新下载，用 `reviewkit undo` 撤销该导入（`reviewkit history` 可查），再重新导入");
        return failed + damaged > 0 ? 1 : 0;
    }

    static (SourceFile File, (bool IsNew, bool IsDamaged, string Source, int Records, int Problems) Outcome) One(Session session, Review review, string path, string name, Wanted wanted)
    {
        var opened = SourceFile.Open(path, name, wanted.Format, wanted.Source);
        if (Imports.Known(review, opened.Sha256) is { } known)
        {
            if (wanted.Source is { } other && other != known.Source)
                session.Tell($"{name} is in the review as {known.Source}: `reviewkit undo` that import (`reviewkit history` names it) and import it again as {other}", $"{name} 已作为 {known.Source} 导入：请用 `reviewkit undo` 撤销该导入（`reviewkit history` 可查），再以 {other} 重新导入");
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
            if (!name.StartsWith("exports/", StringComparison.Ordinal))
            {
                using var original = File.OpenRead(path);
                import.Keep(original);
            }
            source = import.Finish();
        });
        foreach (var problem in shown) session.Tell(problem);
        if (problems > shown.Count)
            session.Tell($"{name}: {problems - shown.Count} more problems; --problems shows all of a new import, `reviewkit status --problems` those of the review",
                $"{name}：另有 {problems - shown.Count} 个问题；导入时用 --problems 显示全部，或用 `reviewkit status --problems` 查看");
        return (opened, (true, isDamaged, source, records, problems));
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
