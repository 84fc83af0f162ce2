using ReviewKit.Query.Dialects;

namespace ReviewKit.App.Commands;

static class QueryTranslateCommand
{
    public static Verb Build(Host host)
    {
        var verb = new Verb(host, "translate", new("A search string of one platform in the syntax of another; what gets lost is said on stderr", "把一个平台的检索式改写成另一个平台的语法；损失之处写到标准错误"),
            "reviewkit query translate --from wos --to scopus strategy.txt", "reviewkit query translate --from pubmed --to ovid --string \"smart cit*[tiab] AND policy[ti]\"");
        var from = verb.Option<string>("--from", "P", new("needed: the platform it was written for, or any for text in no platform's syntax", "必填：原平台；不属于任何平台语法时用 any"));
        var to = verb.Option<string>("--to", "P", new("needed: the platform to write for", "必填：目标平台"));
        (from.Required, to.Required) = (true, true);
        var text = verb.Option<string?>("--string", "TEXT", new("the string itself; default: from FILE", "检索式本身；默认取自 FILE"));
        var file = verb.Argument<string?>("FILE", new("a text file, one string or numbered lines (#1, #2 …); default: -, standard input", "文本文件，一个检索式或带编号的多行（#1、#2……）；默认 -，即标准输入"), System.CommandLine.ArgumentArity.ZeroOrOne);
        verb.List(new("Platforms", "平台"), Platforms.All.Append(Platforms.Any).Select(one => (one.Name, one.Title)));
        return verb.Does((session, parsed) =>
        {
            var (source, target) = (Platforms.Named(parsed.GetValue(from)!), Platforms.Named(parsed.GetValue(to)!));
            if (!source.CanRead)
                throw new ReviewKitException($"strings of {source.Title.En} can be written, not read", $"{source.Title.Zh}的检索式只能生成，不能读取");
            var strategy = StrategyText.Of(session, parsed.GetValue(file), parsed.GetValue(text));
            var translation = Translation.Of(strategy.Text, source, target);
            if (translation.Written is { Text.Length: > 0 } written) session.Print(written.Text);
            foreach (var one in translation.Diagnostics.Distinct()) session.Error.WriteLine(strategy.Line(one, session.Language));
            return translation.Diagnostics.Any(one => one.IsError) ? 1 : 0;
        });
    }
}
