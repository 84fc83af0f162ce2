using ReviewKit.Screening;

namespace ReviewKit.App.Commands;

static class DecisionsCommand
{
    public static Verb Build(Host host)
    {
        var verb = new Verb(host, "decisions", new("Read or write decisions as CSV", "以 CSV 读入或写出判断"), "reviewkit decisions import decisions.csv", "reviewkit decisions export decisions.csv");
        var import = new Verb(host, "import", new("Take decisions from a file: all of them, or, if a line is wrong, none", "读入判断：要么全部读入，有错则一条不读"), "reviewkit decisions import li-decisions.csv");
        var from = import.Argument<string>("FILE", new("record_id,stage,reviewer,verdict,reason,time,note", "record_id,stage,reviewer,verdict,reason,time,note"));
        verb.Add(import.Does((session, parsed) =>
        {
            using var review = session.Open();
            Print(session, DecisionsFile.Import(review, session.PathOf(parsed.GetValue(from)!), parsed.GetValue(from)!));
            return 0;
        }));
        var export = new Verb(host, "export", new("Write all standing decisions", "写出全部有效判断"), "reviewkit decisions export decisions.csv", "reviewkit decisions export");
        var to = export.Argument<string?>("FILE", new("where to; default: the screen", "写到哪里；默认为屏幕"), System.CommandLine.ArgumentArity.ZeroOrOne);
        verb.Add(export.Does((session, parsed) =>
        {
            using var review = session.Open();
            if (parsed.GetValue(to) is not { } file)
            {
                DecisionsFile.Export(review, session.Output);
                return 0;
            }
            using var writer = new StreamWriter(session.PathOf(file));
            var count = DecisionsFile.Export(review, writer);
            session.Tell($"{count} decisions written to {file}", $"已把 {count} 个判断写入 {file}");
            return 0;
        }));
        return verb;
    }

    public static void Print(Session session, DecisionsImport result) =>
        session.Print($"{result.Added} decisions imported, {result.Known} were there already", $"读入 {result.Added} 个判断，{result.Known} 个已存在");
}
