using System.CommandLine;
using System.Text;
using ReviewKit.Formats;
using ReviewKit.Records;

namespace ReviewKit.App;

/// <summary>The options of every verb that writes records to a file, and the writing.</summary>
sealed class WritingOptions
{
    readonly Option<string?> to;
    readonly Option<bool> noGuard;
    readonly Option<bool> crlf;

    public WritingOptions(Verb verb)
    {
        to = verb.Option<string?>("--to", "NAME", new("one of the names below; default: what the ending of OUT stands for", "下列名称之一；默认由 OUT 的扩展名决定"));
        noGuard = verb.Option<bool>("--no-guard", null, new("no ' before cells of a CSV that a spreadsheet would run as a formula; default: guarded", "不在 CSV 中会被当作公式的单元格前加 '；默认加"));
        crlf = verb.Option<bool>("--crlf", null, new("end lines of tagged text and BibTeX with CR LF; default: LF", "标签文本和 BibTeX 的行尾用 CR LF；默认 LF"));
        verb.List(new("Formats written (--to)", "可写出的格式（--to）"), TargetTable.All.Select(t => (t.Name, new Text.Message($"{t.Title.En} ({t.Extension})", $"{t.Title.Zh}（{t.Extension}）"))));
    }

    /// <exception cref="ReviewKitException">No such target, or none can be told from the name of the file.</exception>
    public Target TargetOf(ParseResult parsed, string file)
    {
        var known = TargetTable.All.Select(t => t.Name).ToList();
        if (parsed.GetValue(to) is { } name)
            return TargetTable.Find(name) ?? throw new ReviewKitException($"nothing is written as {name}; known: {string.Join(", ", known)}", $"没有可写出的格式 {name}；可用：{string.Join("、", known)}");
        return TargetTable.ForName(file)
            ?? throw new ReviewKitException($"what to write cannot be told from {file}: name it with --to ({string.Join(", ", known)})", $"无法由 {file} 判断写成什么格式：请用 --to 指定（{string.Join("、", known)}）");
    }

    /// <summary>Writes the records to OUT and says on stderr how many, and what of them is not in the file.</summary>
    public void Write(Session session, ParseResult parsed, Target target, string file, IEnumerable<Record> records)
    {
        var options = new WriteOptions(!parsed.GetValue(noGuard), parsed.GetValue(crlf));
        var written = file == "-" ? ToOutput(session, target, records, options) : ToFile(session.PathOf(file), target, records, options);
        session.Tell($"{written.Records} records written to {file} ({target.Name})", $"已把 {written.Records} 条记录写入 {file}（{target.Name}）");
        foreach (var said in written.Said()) session.Tell(said);
        if (target.Name == "citespace" && file != "-" && !Path.GetFileName(file).StartsWith("download_", StringComparison.Ordinal))
            session.Tell($"CiteSpace only opens files called download_*.txt: rename {file}", $"CiteSpace 只打开名为 download_*.txt 的文件：请给 {file} 改名");
    }

    /// <summary>Beside its place first, so that an error in the middle leaves what was there.</summary>
    static Written ToFile(string path, Target target, IEnumerable<Record> records, WriteOptions options)
    {
        if (Directory.Exists(path)) throw new ReviewKitException($"{path} is a folder: name a file", $"{path} 是文件夹：请给出文件名");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var beside = path + ".part";
        try
        {
            Written written;
            using (var stream = File.Create(beside)) written = target.Write(records, stream, options);
            File.Move(beside, path, overwrite: true);
            return written;
        }
        finally
        {
            File.Delete(beside);
        }
    }

    static Written ToOutput(Session session, Target target, IEnumerable<Record> records, WriteOptions options)
    {
        if (ReferenceEquals(session.Output, Console.Out))
        {
            using var console = Console.OpenStandardOutput();
            return target.Write(records, console, options);
        }
        using var memory = new MemoryStream();
        var written = target.Write(records, memory, options);
        session.Output.Write(Encoding.UTF8.GetString(memory.ToArray()).TrimStart('\uFEFF'));
        return written;
    }
}
