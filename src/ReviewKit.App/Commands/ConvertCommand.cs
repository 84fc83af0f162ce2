using ReviewKit.Formats;
using ReviewKit.Records;
using ReviewKit.Text;

namespace ReviewKit.App.Commands;

static class ConvertCommand
{
    const int ShownProblems = 5;

    public static Verb Build(Host host)
    {
        var verb = new Verb(host, "convert", new("Read files of any format and write them as another; says what the other cannot hold", "读取任意格式的文件并写成另一种格式；说明目标格式容纳不下的内容"),
            "reviewkit convert CNKI-1.net CNKI-2.txt -o cnki.ris", "reviewkit convert scopus.csv -o records.xlsx", "reviewkit convert cnki.net -o download_1.txt --to citespace");
        var files = verb.Argument<string[]>("FILE", new("export files of any kind; several are joined in the order given", "任意导出文件；多个文件按给出的顺序合并"), System.CommandLine.ArgumentArity.OneOrMore);
        var output = verb.Option<string>("--output", "OUT", new("where to; - is stdout; needed", "写到哪里；- 为标准输出；必需"), "-o");
        output.Required = true;
        var writing = new WritingOptions(verb);
        var source = verb.Option<string?>("--source", "S", new("the database: scopus, wos, cnki, wanfang, …; default: recognised from the content", "数据库：scopus、wos、cnki、wanfang……；默认由内容识别"));
        var format = verb.Option<string?>("--format", "F", new("the format of the files; default: recognised from the content", "文件的格式；默认由内容识别"));
        var map = ColumnsOption.On(verb);
        var all = verb.Option<bool>("--problems", null, new($"show every problem; default: the first {ShownProblems} of each file", $"显示全部问题；默认每个文件前 {ShownProblems} 个"));
        verb.List(new("Formats read, recognised from the content", "可读取的格式（由内容识别）"), FormatTable.All.Select(f => (f.Name, f.Title)));
        return verb.Does((session, parsed) =>
        {
            var named = parsed.GetValue(files)!;
            var path = parsed.GetValue(output)!;
            var target = writing.TargetOf(parsed, path);
            var opened = named.Select(file => Open(session, named, file, FormatCalled(parsed.GetValue(format)), parsed.GetValue(source), ColumnsOption.Of(parsed, map))).ToList();
            if (named.Any(file => session.PathOf(file) == session.PathOf(path)))
                throw new ReviewKitException($"{path} is one of the files to read: name another file to write", $"{path} 是要读取的文件之一：请写到另一个文件");
            var reading = new Reading(session, opened, parsed.GetValue(all) ? int.MaxValue : ShownProblems);
            writing.Write(session, parsed, target, path, reading.Records());
            return reading.IsDamaged ? 1 : 0;
        });
    }

    static SourceFile Open(Session session, string[] files, string file, Format? format, string? source, ColumnMap? columns)
    {
        var isAlone = files.Count(other => Path.GetFileName(other) == Path.GetFileName(file)) == 1;
        return SourceFile.Open(session.PathOf(file), isAlone ? Path.GetFileName(file) : file.Replace('\\', '/'), format, source, columns);
    }

    static Format? FormatCalled(string? name) => name is null ? null
        : FormatTable.Find(name) ?? throw new ReviewKitException($"no format {name}; known: {string.Join(", ", FormatTable.All.Select(f => f.Name))}", $"没有格式 {name}；可用：{string.Join("、", FormatTable.All.Select(f => f.Name))}");

    /// <summary>The records of all files, their problems told as they come.</summary>
    sealed class Reading(Session session, List<SourceFile> files, int shown)
    {
        public bool IsDamaged { get; private set; }

        public IEnumerable<Record> Records()
        {
            foreach (var file in files)
            {
                var (records, problems) = (0, 0);
                using var progress = new Progress(session.Error, file.Name);
                foreach (var item in file.Read())
                {
                    if (item is RecordItem { Record: var record } found)
                    {
                        progress.Tick(++records, (double)found.Offset / file.Length);
                        yield return record;
                    }
                    else if (item is ProblemItem { Problem: var problem })
                    {
                        IsDamaged |= problem.IsDamage;
                        if (++problems <= shown) session.Tell(new Message(problem.In(Language.En), problem.In(Language.Zh)));
                    }
                }
                if (problems > shown) session.Tell($"{file.Name}: {problems - shown} more problems; --problems shows all", $"{file.Name}：另有 {problems - shown} 个问题；用 --problems 显示全部");
                if (records == 0) session.Tell($"{file.Name}: no record was found in it ({file.Format.Name})", $"{file.Name}：其中没有记录（{file.Format.Name}）");
            }
        }
    }
}
