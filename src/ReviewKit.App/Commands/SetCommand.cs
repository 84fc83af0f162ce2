using System.CommandLine;
using ReviewKit.Records;
using ReviewKit.Store;

namespace ReviewKit.App.Commands;

static class SetCommand
{
    public static Verb Build(Host host)
    {
        var verb = new Verb(host, "set", new("Say what a field of a report is, whatever the sources have; used by criteria, screening and exports", "指定报告某个字段的值，优先于各来源；用于规则、筛选和导出"),
            "reviewkit set WOS:990000000000362 year=2019 \"title=A better title\"", "reviewkit set WOS:990000000000362 year=");
        var id = verb.Argument<string>("ID", new("any record of the report", "该报告的任意一条记录"));
        var values = verb.Argument<string[]>("FIELD=VALUE", new("lists with semicolons; nothing behind = gives the field back to the sources", "列表以分号分隔；= 后为空则恢复来源的值"), ArgumentArity.OneOrMore);
        verb.List(new("Fields:", "字段："), FieldText.Names.Chunk(8).Select(names => (string.Join(", ", names), new Text.Message("", ""))));
        return verb.Does((session, parsed) =>
        {
            var pairs = new List<(string, string)>();
            foreach (var text in parsed.GetValue(values)!)
            {
                var at = text.IndexOf('=', StringComparison.Ordinal);
                if (at <= 0) throw new ReviewKitException($"\"{text}\": expected FIELD=VALUE, such as year=2019", $"“{text}”：应为 字段=值，如 year=2019");
                pairs.Add((text[..at].Trim(), text[(at + 1)..].Trim()));
            }
            using var review = session.Open();
            foreach (var entry in Pins.Set(review, parsed.GetValue(id)!, pairs))
                session.Print($"{EventText.Of(entry).En}; `reviewkit undo {entry.Id[..8]}` takes it back", $"{EventText.Of(entry).Zh}；用 `reviewkit undo {entry.Id[..8]}` 撤销");
            return 0;
        });
    }
}
