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
        var verb = new Verb(host, "unmerge", new("Take a merged group apart; its parts return to the queue", "拆开合并组；其中各条记录回到待筛队列"), "reviewkit unmerge r4k7m2xq");
        var id = verb.Argument<string>("ID", new("any record of the group", "组内任意一条记录"));
        return verb.Does((session, parsed) =>
        {
            using var review = session.Open();
            var members = Merges.Unmerge(review, parsed.GetValue(id)!);
            session.Print($"apart again: {string.Join(", ", members)}; decisions on the group stay in the history only", $"已拆开：{string.Join("、", members)}；对该组的判断只留在历史中");
            return 0;
        });
    }

    public static Verb Link(Host host)
    {
        var verb = new Verb(host, "link", new("Relate two reports that stay two", "关联两篇报告（不合并）"), "reviewkit link r4k7m2xq r9d3bw1z --type preprint-of");
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
