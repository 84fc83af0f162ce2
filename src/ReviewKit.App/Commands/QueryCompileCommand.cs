using ReviewKit.Query;
using ReviewKit.Query.Dialects;

namespace ReviewKit.App.Commands;

static class QueryCompileCommand
{
    public static Verb Build(Host host)
    {
        var verb = new Verb(host, "compile", new("The query file as search strings to paste into the platforms", "把检索式文件编译成可粘贴到各平台的检索式"),
            "reviewkit query compile --to scopus", "reviewkit query compile query.yaml --to wos --rounds", "reviewkit query compile query.yaml --to all", "reviewkit query compile query.yaml --to cnki --sentence --lang zh");
        var file = verb.Argument<string?>("FILE", new("a query file (docs/query.md); default: the one review.yaml names", "检索式文件（见 docs/query.md）；默认为 review.yaml 指定者"), System.CommandLine.ArgumentArity.ZeroOrOne);
        var to = verb.Option<string[]>("--to", "P", new("needed: the platform, or all; may be repeated", "必填：平台，或 all 表示全部；可重复"));
        (to.Required, to.AllowMultipleArgumentsPerToken) = (true, false);
        var rounds = verb.Option<bool>("--rounds", null, new("one line a set, cumulative, for reading the counts; default: one string", "每组一行、逐轮累积，用于读取各轮命中数；默认为一个检索式"));
        var sentence = verb.Option<bool>("--sentence", null, new("the search in plain words, for the methods section; default: the string", "用文字描述检索，供方法部分使用；默认输出检索式"));
        var fields = verb.Option<string?>("--fields", "combined|separate", new("the platform's combined field (TITLE-ABS-KEY, TS, TKA) or each field by itself (TI, AB, AK); default: combined", "使用平台的组合字段（TITLE-ABS-KEY、TS、TKA）或逐个字段（TI、AB、AK）；默认 combined"));
        fields.AcceptOnlyFromAmong("combined", "separate");
        var terms = verb.Option<string?>("--terms", "en,zh", new("languages of the terms; default: what the file says for the platform, else zh for CNKI, Wanfang, VIP, SinoMed, Baidu and en for the others", "检索词的语种；默认按文件中该平台的设定，否则知网、万方、维普、SinoMed、百度用 zh，其余用 en"));
        var box = verb.Option<int?>("--box", "N", new("characters the search box takes: longer strings are split into runs; default: the platform's limit where one is known", "检索框可容纳的字符数，超出则拆成多次运行；默认为已知的平台上限"));
        verb.List(new("Platforms", "平台"), Platforms.All.Select(one => (one.Name, one.Title)));
        return verb.Does((session, parsed) =>
        {
            var (query, text) = QueryText.Of(session, parsed.GetValue(file));
            var targets = parsed.GetValue(to)!.SelectMany(name => name.Equals("all", StringComparison.OrdinalIgnoreCase) ? Platforms.All : [Platforms.Named(name)]).Distinct().ToList();
            if (targets.Contains(Platforms.Any)) throw new ReviewKitException("any is no platform to compile to; see --help for the list", "any 不是可编译的目标平台；列表见 --help");
            var options = new CompileOptions { Separate = parsed.GetValue(fields) == "separate", Box = parsed.GetValue(box), Terms = Languages(parsed.GetValue(terms)) };
            var failed = false;
            foreach (var target in targets)
            {
                var compiled = Compilation.Of(query, target, options);
                failed |= compiled.HasErrors;
                if (targets.Count > 1) session.Print($"{(target == targets[0] ? "" : Environment.NewLine)}# {target.Title.In(session.Language)}");
                Print(session, query, compiled, parsed.GetValue(rounds), parsed.GetValue(sentence));
                foreach (var one in compiled.Diagnostics) session.Error.WriteLine((targets.Count > 1 ? target.Name + ": " : "") + text.Line(one, session.Language));
            }
            return failed ? 1 : 0;
        });
    }

    static void Print(Session session, TermQuery query, Compiled compiled, bool rounds, bool sentence)
    {
        if (sentence && !compiled.HasErrors) session.Print(ProtocolSentence.Of(query, compiled).In(session.Language));
        if (sentence && !rounds) return;
        foreach (var line in rounds ? compiled.Rounds : compiled.Runs) session.Print(line);
    }

    static IReadOnlyList<string> Languages(string? asked)
    {
        var named = (asked ?? "").Split([',', '，', ' '], StringSplitOptions.RemoveEmptyEntries);
        if (named.FirstOrDefault(one => one is not ("zh" or "en")) is { } unknown)
            throw new ReviewKitException($"--terms has \"{unknown}\"; expected zh, en or both, as in zh,en", $"--terms 中有“{unknown}”；应为 zh、en 或两者，如 zh,en");
        return named;
    }
}
