namespace ReviewKit.Tests.App;

/// <summary>A review of three records from start to end, command by command: each command with what it prints.</summary>
public class TranscriptTests
{
    static readonly string[][] Commands =
    [
        ["new", "r"],
        ["import", "-C", "r"],
        ["dedup", "-C", "r"],
        ["query", "run", "-C", "r"],
        ["query", "explain", "WOS:900000000000001", "-C", "r"],
        ["add", "--title", "Smart city bylaws 智慧城市条例", "--year", "2020", "--source-kind", "website", "--name", "City portal", "-C", "r"],
        ["decide", "exports/cnki/a.net:1", "include", "-C", "r"],
        ["decide", "WOS:900000000000001", "exclude", "--reason", "outcome", "-C", "r"],
        ["undo", "-C", "r"],
        ["decide", "WOS:900000000000001", "include", "--stage", "full-text", "-C", "r"],
        ["decide", "WOS:900000000000002", "exclude", "--reason", "topic", "--note", "中文备注", "-C", "r"],
        ["retrieve", "WOS:900000000000002", "not-retrieved", "--reason", "no copy", "-C", "r"],
        ["history", "WOS:900000000000002", "-C", "r"],
        ["decisions", "export", "-C", "r"],
        ["status", "-C", "r"],
        ["status", "-C", "r", "--lang", "zh"],
        ["prisma", "-C", "r"],
        ["prisma", "--list", "included", "-C", "r"],
        ["coword", "--min", "1", "-C", "r"],
        ["coword", "show", "智慧城市", "--min", "1", "-C", "r"],
        ["check", "-C", "r"],
    ];

    [Fact]
    public void A_small_review_from_start_to_end()
    {
        using var line = new CommandLine();
        var transcript = new System.Text.StringBuilder();
        foreach (var command in Commands)
        {
            if (command[0] == "import") WriteExports(line);
            var (code, output, error) = line.Run(command);
            transcript.Append($"% reviewkit {string.Join(' ', command)}\n{output}{error}{(code == 0 ? "" : $"(exit code {code})\n")}\n");
        }
        Golden.Equal("transcript.txt", transcript.ToString());
    }

    static void WriteExports(CommandLine line)
    {
        line.Write("r/exports/cnki/a.net", """
            {Reference Type}: Journal Article
            {Title}: 智慧城市建设中的政策扩散研究
            {Author}: 陈一;林二;
            {Journal}: 城市管理（虚构）
            {Year}: 2019
            {Issue}: 03
            {Pages}: 15-22
            {Keywords}: 智慧城市;;政策扩散;;数据治理
            {Abstract}: <正>本文考察智慧城市政策如何在城市之间扩散。
            {ISBN/ISSN}: 9501-0001
            {Database Provider}: CNKI

            """);
        line.Write("r/exports/wos/b.txt", """
            FN Clarivate Analytics Web of Science
            VR 1.0
            PT J
            AU Chen, Y
               Lin, E
            TI Policy diffusion in the making of smart cities
            SO URBAN MANAGEMENT (FICTIONAL)
            DE smart city; policy diffusion; data governance
            AB How smart city policies
               travel between cities.
            PY 2019
            UT WOS:900000000000001
            ER

            PT J
            AU Zhou, S
            TI Buses that answer: a smart city trial
            PY 2020
            UT WOS:900000000000002
            ER

            EF
            """);
    }
}
