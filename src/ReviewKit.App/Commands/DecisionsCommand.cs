using ReviewKit.Screening;
using ReviewKit.Store;

namespace ReviewKit.App.Commands;

static class DecisionsCommand
{
    public static Verb Build(Host host)
    {
        var verb = new Verb(host, "decisions", new("Bring decisions together: from and to CSV, or from another copy of the review", "汇总判断：以 CSV 读入或写出，或并入综述的另一副本"),
            "reviewkit decisions export li.csv", "reviewkit decisions import li.csv", "reviewkit decisions import ../copy-of-ann");
        var import = new Verb(host, "import", new("Take in decisions of a CSV file (all, or, if a line is wrong, none), or all that another copy of the review has; says what differs", "读入 CSV 中的判断（要么全部读入，有错则一条不读），或并入另一副本的全部内容；并说明差异"),
            "reviewkit decisions import li-decisions.csv", "reviewkit decisions import ../copy-of-ann", "reviewkit decisions import usb/review.db");
        var from = import.Argument<string>("FILE", new("CSV with record_id,stage,reviewer,verdict,reason,time,note; or a review folder, or its review.db", "含 record_id,stage,reviewer,verdict,reason,time,note 的 CSV；或综述文件夹、其 review.db"));
        verb.Add(import.Does((session, parsed) =>
        {
            using var review = session.Open();
            var path = session.PathOf(parsed.GetValue(from)!);
            if (Directory.Exists(path) || Path.GetExtension(path) == ".db")
            {
                Print(session, review, Copies.Take(review, path));
                // The newest protocol of the union may be the other copy's; the file that lies here says what holds here.
                if (review.TakeProtocol() is { } differs)
                    session.Print($"the other copy has another review.yaml ({string.Join("; ", differs.Changed)}); the one in this folder holds", $"另一副本的 review.yaml 不同（{string.Join("；", differs.Changed)}）；以本文件夹中的为准");
            }
            else
            {
                var result = DecisionsFile.Import(review, path, parsed.GetValue(from)!);
                Print(session, result);
                Differ(session, review, result.Differences, result.Conflicts);
            }
            return 0;
        }));
        var export = new Verb(host, "export", new("Write all standing decisions but those that are hidden from you", "写出全部有效判断（对您隐藏的除外）"), "reviewkit decisions export decisions.csv", "reviewkit decisions export");
        var to = export.Argument<string?>("FILE", new("where to; default: the screen", "写到哪里；默认为屏幕"), System.CommandLine.ArgumentArity.ZeroOrOne);
        verb.Add(export.Does((session, parsed) =>
        {
            using var review = session.Open();
            var blinding = Blinding.Of(review, session.Author.Person);
            if (parsed.GetValue(to) is not { } file)
            {
                DecisionsFile.Export(review, session.Output, blinding);
                return 0;
            }
            using var writer = new StreamWriter(session.PathOf(file));
            var count = DecisionsFile.Export(review, writer, blinding);
            session.Tell($"{count} decisions written to {file}", $"已把 {count} 个判断写入 {file}");
            return 0;
        }));
        return verb;
    }

    static void Print(Session session, Review review, CopyTaken taken)
    {
        if (taken.Events.Count == 0) session.Print("this copy has everything the other has", "另一副本中没有新内容");
        foreach (var (person, count) in taken.Events) session.Print($"{person}: {count} events taken in", $"{person}：并入 {count} 个事件");
        if (taken.Files > 0) session.Print($"{taken.Files} files copied into exports/ and fulltexts/", $"已复制 {taken.Files} 个文件到 exports/ 和 fulltexts/");
        Differ(session, review, taken.Differences, taken.Conflicts);
    }

    static void Differ(Session session, Review review, IReadOnlyList<DecisionDifference> differences, IReadOnlyList<string> conflicts)
    {
        var blinding = Blinding.Of(review, session.Author.Person);
        foreach (var (record, stage, reviewer, here, there, stands) in differences)
        {
            var hidden = blinding.Hides(record, stage, reviewer);
            session.Print(hidden ? $"{reviewer} judged {record} at {stage} on both, and otherwise (hidden until all have judged)" : $"{reviewer} on {record} at {stage}: {here.Verdict.Word()} here ({here.Time}), {there.Verdict.Word()} there ({there.Time}); both are kept, {stands?.Word() ?? "neither"} stands",
                hidden ? $"{reviewer} 在 {stage} 阶段对 {record} 的两处判断不同（全部判断完毕前不显示）" : $"{reviewer} 在 {stage} 阶段对 {record}：此处 {PlaceText.Of(here.Verdict).Zh}（{here.Time}），彼处 {PlaceText.Of(there.Verdict).Zh}（{there.Time}）；两者均保留，{(stands is { } word ? $"以{PlaceText.Of(word).Zh}为准" : "现均已失效")}");
        }
        if (conflicts.Count > 0) session.Print($"{conflicts.Count} reports are in conflict since: `reviewkit conflicts` lists them", $"由此产生 {conflicts.Count} 篇分歧：用 `reviewkit conflicts` 查看");
    }

    public static void Print(Session session, DecisionsImport result) =>
        session.Print($"{result.Added} decisions imported, {result.Known} were there already", $"读入 {result.Added} 个判断，{result.Known} 个已存在");
}
