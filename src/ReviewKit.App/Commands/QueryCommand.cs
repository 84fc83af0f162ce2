namespace ReviewKit.App.Commands;

static class QueryCommand
{
    public static Verb Build(Host host) =>
        new(host, "query", new("The term sets: take every record through the rounds, explain one record's path, keep the log of the searches", "检索词组检索：让每条记录经过各轮，解释一条记录的路径，保存检索日志"), "reviewkit query run", "reviewkit query explain r4k7m2xq")
        {
            QueryRunCommand.Build(host),
            QueryExplainCommand.Build(host),
            QueryMatrixCommand.Build(host),
            QueryLogCommand.Build(host),
            QueryLintCommand.Build(host),
            QueryCompileCommand.Build(host),
            QueryTranslateCommand.Build(host),
        };
}
