using System.Text.Encodings.Web;
using System.Text.Json;
using ReviewKit.Query;
using ReviewKit.Query.Dialects;
using ReviewKit.Query.Lints;
using ReviewKit.Query.Parsing;

namespace ReviewKit.App.Commands;

static class QueryLintCommand
{
    static readonly JsonSerializerOptions Json = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Verb Build(Host host)
    {
        var verb = new Verb(host, "lint", new("What is wrong or doubtful in a query file, or in a search string of a platform", "检查检索式文件或某平台检索式中的错误和可疑之处"),
            "reviewkit query lint", "reviewkit query lint query.yaml", "reviewkit query lint --from wos strategy.txt", "reviewkit query lint --from cnki --string \"TI=（'智慧城市'）\" --fix");
        var file = verb.Argument<string?>("FILE", new("a query file, or with --from a text file (- is standard input); default: the query review.yaml names", "检索式文件；与 --from 同用时为文本文件（- 为标准输入）；默认为 review.yaml 指定的检索式"), System.CommandLine.ArgumentArity.ZeroOrOne);
        var from = verb.Option<string?>("--from", "P", new("the platform whose syntax the text is in; default: a query file", "文本所用语法的平台；默认为检索式文件"));
        var text = verb.Option<string?>("--string", "TEXT", new("the search string itself; default: from FILE", "检索式本身；默认取自 FILE"));
        var fix = verb.Option<bool>("--fix", null, new("write the string with the safe corrections made, the findings to stderr; default: findings only", "输出已做安全修正的检索式，意见写到标准错误；默认只输出意见"));
        var json = verb.Option<bool>("--json", null, new("findings as JSON: code, offset, length, message, fix; default: lines", "以 JSON 输出意见：代码、位置、长度、说明、修正；默认逐行输出"));
        var tree = verb.Option<bool>("--tree", null, new("write how the string was understood, as one line; default: not written", "以一行显示对检索式的理解；默认不输出"));
        return verb.Does((session, parsed) =>
        {
            var (strategy, found, understood) = parsed.GetValue(from) is { } platform ? Strategy(session, platform, parsed.GetValue(file), parsed.GetValue(text)) : QueryFile(session, parsed.GetValue(file), parsed.GetValue(text));
            if (parsed.GetValue(fix)) session.Print(Fixes.Apply(strategy.Text, found));
            if (parsed.GetValue(tree) && understood is not null) session.Print(ExpressionText.Of(understood));
            if (parsed.GetValue(json)) session.Print(JsonSerializer.Serialize(found.Select(one => new { code = one.Code, offset = one.At.Start, length = one.At.Length, message = one.Said.In(session.Language), fix = one.Fix is { } made ? new { offset = made.At.Start, length = made.At.Length, text = made.Text } : null }), Json));
            else
                foreach (var one in found) (parsed.GetValue(fix) ? session.Error : session.Output).WriteLine(strategy.Line(one, session.Language));
            if (found.Count == 0) session.Tell("nothing to remark", "没有意见");
            return found.Any(one => one.IsError) ? 1 : 0;
        });
    }

    static (StrategyText, IReadOnlyList<Diagnostic>, Expression?) Strategy(Session session, string platform, string? file, string? given)
    {
        var dialect = Platforms.Named(platform);
        if (!dialect.CanRead) throw new ReviewKitException($"strings of {dialect.Title.En} can be written, not read", $"{dialect.Title.Zh}的检索式只能生成，不能读取");
        var strategy = StrategyText.Of(session, file, given);
        var read = StrategyReader.Read(strategy.Text, dialect);
        return (strategy, read.Diagnostics, read.Tree);
    }

    static (StrategyText, IReadOnlyList<Diagnostic>, Expression?) QueryFile(Session session, string? file, string? given)
    {
        if (given is not null) throw new ReviewKitException("--string needs --from: the platform it is written for", "--string 需要 --from：指明其平台");
        var (query, text) = QueryText.Of(session, file);
        return (text, QueryLints.Of(query), null);
    }
}
