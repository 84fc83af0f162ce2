namespace ReviewKit.Benchmarks.Demo;

/// <summary>The shipped review's files as bytes: the export files of four databases, the decisions, and the true groups for tests.</summary>
public static class DemoReview
{
    /// <summary>Paths below the repository, with '/', and what they hold; the same on every run and platform.</summary>
    public static IReadOnlyList<(string Path, byte[] Content)> Files()
    {
        var reports = Reports.Compose();
        var copies = Copies.Of(reports);
        var library = new Library(reports);
        var files = new List<(string, byte[])>();
        foreach (var (path, _) in Plan.Files)
        {
            var records = copies.Where(copy => copy.File == path).ToList();
            files.Add(("exports/" + path, Content(path, records, library)));
        }
        files.Add(("queries/decisions.csv", Decisions.Csv(copies)));
        files.Add(("tests/ReviewKit.Tests/Fixtures/demo/groups.csv", Decisions.Groups(copies)));
        return files;
    }

    static byte[] Content(string path, List<Copy> copies, Library library) => path switch
    {
        "scopus/scopus.csv" => ScopusFile.New(copies, library),
        "scopus/scopus-old-columns.csv" => ScopusFile.Old(copies, library),
        "wos/savedrecs.txt" => WosFile.Wrapped(copies, library),
        "wos/savedrecs-2.txt" => WosFile.ChineseInterface(copies, library),
        "wanfang/wanfang-20220413-1.net" => WanfangFile.Of(copies, "\n"),
        "wanfang/wanfang-20220413-2.net" => WanfangFile.Of(copies, "\r\n"),
        _ when path.EndsWith(".net", StringComparison.Ordinal) => CnkiNoteExpress.Of(copies),
        _ when path.EndsWith(".xls", StringComparison.Ordinal) => CnkiSpreadsheet.Of(copies),
        _ => CnkiCustomText.Of(copies),
    };
}
