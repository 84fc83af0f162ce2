using ReviewKit.CoWord;
using ReviewKit.Dedup;
using ReviewKit.Prisma;
using ReviewKit.Screening;
using ReviewKit.Store;
using ReviewKit.Text;

namespace ReviewKit.App.Commands;

static class DemoCommand
{
    public static Verb Build(Host host)
    {
        var verb = new Verb(host, "demo", new("The shipped review, from its export files to the PRISMA diagram and the co-word map", "随附的示例综述：从导出文件到 PRISMA 流程图和共词图"), "reviewkit demo", "reviewkit demo my-demo --lang zh");
        var folder = verb.Argument<string?>("DIR", new("where; default: ./reviewkit-demo", "位置；默认 ./reviewkit-demo"), System.CommandLine.ArgumentArity.ZeroOrOne);
        return verb.Does((session, parsed) =>
        {
            var target = session.PathOf(parsed.GetValue(folder) ?? "reviewkit-demo");
            using var review = Open(session, target);
            Run(session, review);
            return 0;
        });
    }

    /// <summary>Where queries/ and exports/ lie beside the program.</summary>
    static string Shipped => Path.Combine(AppContext.BaseDirectory, "shipped");

    static Review Open(Session session, string target)
    {
        if (File.Exists(Path.Combine(target, Review.DatabaseName))) return Review.Open(target, session.Author);
        if (Directory.Exists(target) && Directory.EnumerateFileSystemEntries(target).Any())
            throw new ReviewKitException($"{target} is not empty and holds no review; name another folder: reviewkit demo DIR", $"{target} 不是空文件夹，也不是综述；请另选文件夹：reviewkit demo 文件夹");
        Copy(Path.Combine(Shipped, "queries"), Path.Combine(target, "queries"));
        Copy(Path.Combine(Shipped, "exports"), Path.Combine(target, "exports"));
        File.Move(Path.Combine(target, "queries", ProtocolFile.Name), Path.Combine(target, ProtocolFile.Name), overwrite: true);
        return Review.Create(target, session.Author);
    }

    static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target, overwrite: true);
        }
    }

    static void Run(Session session, Review review)
    {
        review.TakeProtocol();
        Step(session, "1 import", "1 导入");
        var files = Directory.EnumerateFiles(review.ExportsFolder, "*", SearchOption.AllDirectories).Where(path => !Path.GetFileName(path).StartsWith("README", StringComparison.Ordinal))
            .Select(path => (path, Path.GetRelativePath(review.Folder, path).Replace('\\', '/'))).OrderBy(file => file.Item2, StringComparer.Ordinal).ToList();
        ImportCommand.Run(session, review, files, new ImportCommand.Wanted());
        Step(session, "2 duplicates", "2 去重");
        DedupCommand.Print(session, Merges.Run(review, Preset.Cautious));
        Step(session, "3 the four-set query and the criteria", "3 四组检索词与规则");
        QueryRunCommand.Run(session, review);
        Step(session, "4 recorded decisions", "4 重放判断记录");
        DecisionsCommand.Print(session, DecisionsFile.Import(review, Path.Combine(review.QueriesFolder, "decisions.csv"), "queries/decisions.csv"));
        Step(session, "5 the flow", "5 流程");
        StatusCommand.Print(session, review);
        foreach (var language in (Language[])[Language.En, Language.Zh])
            PrismaCommand.Draw(review, Path.Combine(review.OutFolder, language == Language.Zh ? "prisma.zh.svg" : "prisma.svg"), DiagramOptions.Of(language, review.Protocol));
        Step(session, "6 the co-word map", "6 共词图");
        var set = ReportSet.Of(session, review, [], null, "included");
        var map = CoWordMap.Of(set.Records, new CoWordOptions { Inputs = set.Inputs });
        MapOutputs.WriteStandard(session, review.OutFolder, map);
        CoWordCommand.Print(session, map, set.Records.Count);
        Step(session, "7 the flow as the thesis prints it", "7 学位论文所印的流程");
        PrismaCheckCommand.Print(session, FlowCheck.Of(DeclaredFlow.Read(Path.Combine(review.QueriesFolder, "flow-as-printed.yaml"))));
        session.Print("");
        session.Print($"The records are composed; exports/README.md says from what. Results: {review.OutFolder}", $"记录为编写的示例，来源见 exports/README.md。结果在：{review.OutFolder}");
        foreach (var file in Directory.EnumerateFiles(review.OutFolder).Order(StringComparer.Ordinal)) session.Print("  " + Path.GetFileName(file));
    }

    static void Step(Session session, string en, string zh)
    {
        session.Print("");
        session.Print("— " + en, "— " + zh);
    }
}
