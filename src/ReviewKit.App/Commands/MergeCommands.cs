using System.CommandLine;
using ReviewKit.Dedup;

namespace ReviewKit.App.Commands;

/// <summary>What a person says of duplicates: merge, unmerge, link.</summary>
static class MergeCommands
{
    public static Verb Merge(Host host)
    {
        var verb = new Verb(host, "merge", new("Say that records are of one report", "把几条记录合并为同一篇报告"), "reviewkit merge r4k7m2xq WOS:000412345600001 --reason \"same paper, other title\"");
        var ids = verb.Argument<string[]>("ID", new("two records or more: ReviewKit's id or the beginning of it, the file's own id, file:number, or a DOI", "两条或更多记录：ReviewKit 编号（可只写开头）、文件自带编号、文件:序号或 DOI"), new ArgumentArity(2, 1000));
        var reason = verb.Option<string?>("--reason", "TEXT", new("why; default: merged by hand", "原因；默认“手动合并”"));
        return verb.Does((session, parsed) =>
        {
            using var review = session.Open();
            var entry = Merges.Merge(review, parsed.GetValue(ids)!, parsed.GetValue(reason));
            session.Print($"merged; `reviewkit undo {entry.Id[..8]}` takes it back", $"已合并；用 `reviewkit undo {entry.Id[..8]}` 撤销");
            return 0;
        });
    }

    public static Verb Unmerge(Host host)
    {
        var verb = new Verb(host, "unmerge", new("Take a merged group apart; or, with two records or more, say that they are different reports for good", "拆开合并组；给出两条或更多记录时，声明它们永远是不同的报告"),
            "reviewkit unmerge r4k7m2xq", "reviewkit unmerge r4k7m2xq WOS:000412345600001");
        var ids = verb.Argument<string[]>("ID", new("one record: its group is taken apart, the parts return to the queue, the rules leave them so; more: the rules never merge two of these", "一条：拆开其所在的组，各部分回到队列，规则不再合并；多条：规则永不合并其中任意两条"), ArgumentArity.OneOrMore);
        var reason = verb.Option<string?>("--reason", "TEXT", new("why, where two or more are named; default: none", "原因（给出多条时）；默认无"));
        return verb.Does((session, parsed) =>
        {
            using var review = session.Open();
            if (parsed.GetValue(ids) is [var one])
            {
                var members = Merges.Unmerge(review, one);
                session.Print($"apart again: {string.Join(", ", members)}; decisions on the group stay in the history only", $"已拆开：{string.Join("、", members)}；对该组的判断只留在历史中");
                return 0;
            }
            var (entry, taken) = Merges.Part(review, parsed.GetValue(ids)!, parsed.GetValue(reason));
            session.Print($"never merged from now on; `reviewkit undo {entry.Id[..8]}` takes it back", $"今后不再合并；用 `reviewkit undo {entry.Id[..8]}` 撤销");
            if (taken.Count > 0)
                session.Print($"their group was taken apart: {string.Join(", ", taken)}; `reviewkit dedup` puts together what still belongs together", $"它们所在的组已拆开：{string.Join("、", taken)}；`reviewkit dedup` 会重新合并仍应合并的");
            return 0;
        });
    }

    public static Verb Link(Host host)
    {
        var verb = new Verb(host, "link", new("Relate two reports that stay two: the rules never merge them", "关联两篇报告（不合并，规则也不再合并）"), "reviewkit link r4k7m2xq r9d3bw1z --type preprint-of");
        var a = verb.Argument<string>("A", new("a record", "一条记录"));
        var b = verb.Argument<string>("B", new("another", "另一条记录"));
        var type = verb.Option<string>("--type", "T", new(string.Join(", ", Merges.LinkTypes) + "; default: version-of", string.Join("、", Merges.LinkTypes) + "；默认 version-of"));
        type.AcceptOnlyFromAmong(Merges.LinkTypes);
        var reason = verb.Option<string?>("--reason", "TEXT", new("why; default: none", "原因；默认无"));
        var remove = verb.Option<bool>("--remove", null, new("take the link away", "删除该关联"));
        return verb.Does((session, parsed) =>
        {
            using var review = session.Open();
            var word = parsed.GetValue(type) ?? "version-of";
            Merges.Link(review, parsed.GetValue(a)!, parsed.GetValue(b)!, word, parsed.GetValue(reason), parsed.GetValue(remove));
            session.Print(parsed.GetValue(remove) ? "link removed" : $"linked: {word}", parsed.GetValue(remove) ? "已删除关联" : $"已关联：{word}");
            return 0;
        });
    }
}
