using System.CommandLine;
using ReviewKit.Screening;

namespace ReviewKit.App.Commands;

static class LabelCommand
{
    public static Verb Build(Host host)
    {
        var verb = new Verb(host, "label", new("Put a label on reports, or take it off; without arguments, how many reports have each", "给报告加标签或去掉标签；不带参数则列出各标签的篇数"),
            "reviewkit label r4k7m2xq 10.1000/182 \"check again\"", "reviewkit label city=Beijing --where \"title ~ 北京 or title ~ Beijing\"", "reviewkit label r4k7m2xq city=Beijing --remove", "reviewkit label");
        var words = verb.Argument<string[]>("ID… NAME", new("records, and last the label; a group of review.yaml is a label such as city=Beijing", "记录，最后为标签；review.yaml 的分组也是标签，如 city=Beijing"), ArgumentArity.ZeroOrMore);
        var where = verb.Option<string?>("--where", "EXPR", BulkDecisions.WhereHelp);
        var remove = verb.Option<bool>("--remove", null, new("take it off", "去掉标签"));
        return verb.Does((session, parsed) =>
        {
            using var review = session.Open();
            var given = parsed.GetValue(words) ?? [];
            var expression = parsed.GetValue(where);
            if (given.Length == 0 && expression is null)
            {
                var table = new Table("", "");
                foreach (var (label, reports) in Labels.Counts(review, Blinding.Of(review, session.Author.Person))) table.Add(label, reports);
                if (table.IsEmpty) session.Print("no labels yet", "还没有标签");
                else table.Write(session.Output);
                return 0;
            }
            if (given.Length < (expression is null ? 2 : 1))
                throw new ReviewKitException("give the records and the label: reviewkit label r4k7m2xq \"check again\"", "请给出记录和标签：reviewkit label r4k7m2xq “待复核”");
            if (expression is not null && given.Length > 1) throw new ReviewKitException("give either records or --where", "请只给出记录或 --where 之一");
            var name = Labels.Name(review.Protocol, given[^1]);
            var named = expression is null ? given[..^1] : Where.Find(review, expression);
            if (named.Count == 0) throw new ReviewKitException("no report matches", "没有符合条件的报告");
            var entry = Labels.Put(review, named, name, parsed.GetValue(remove), expression);
            session.Print(parsed.GetValue(remove) ? $"{name} taken off {named.Count} reports; `reviewkit undo {entry.Id[..8]}` takes it back" : $"{name} put on {named.Count} reports; `reviewkit undo {entry.Id[..8]}` takes it back",
                parsed.GetValue(remove) ? $"已从 {named.Count} 篇去掉标签 {name}；用 `reviewkit undo {entry.Id[..8]}` 撤销" : $"已给 {named.Count} 篇加上标签 {name}；用 `reviewkit undo {entry.Id[..8]}` 撤销");
            return 0;
        });
    }
}
