namespace ReviewKit.Tests.App;

public class TwoReviewersTests
{
    // Reviewer by record: four judged alike, two not, one judged by one person only.
    const string Said = """
        record_id,stage,reviewer,verdict,reason
        p1,title-abstract,李,include,
        p1,title-abstract,Ann,include,
        p2,title-abstract,李,exclude,topic
        p2,title-abstract,Ann,exclude,topic
        p3,title-abstract,李,include,
        p3,title-abstract,Ann,exclude,topic
        p4,title-abstract,李,maybe,
        p4,title-abstract,Ann,include,
        p5,title-abstract,李,exclude,document-type
        p5,title-abstract,Ann,include,
        p6,title-abstract,李,include,
        p7,title-abstract,李,include,
        p7,title-abstract,Ann,include,

        """;

    [Fact]
    public void Where_they_differ_is_listed_and_how_far_they_agree_is_counted()
    {
        using var line = new CommandLine();
        line.Good("new", "r");
        line.Write("r/exports/a.csv", "ID,title,abstract,year\n" + string.Concat(Enumerable.Range(1, 7).Select(i => $"p{i},智慧城市治理之{"一二三四五六七"[i - 1]},摘要{i},202{i}\n")));
        line.Write("r/said.csv", Said);
        line.Good("import", "-C", "r");
        line.Good("decisions", "import", "r/said.csv", "-C", "r");
        Assert.Equal("""
            ra  智慧城市治理之三
                李: include
                Ann: exclude (Not about the question)
            ra  智慧城市治理之五
                李: exclude (Not a research report)
                Ann: include
            2 in conflict

            """.ReplaceLineEndings("\n"), Sorted(line.Good("conflicts", "-C", "r")));
        // Ann and 李 share six reports: three pass (a maybe goes on), one is out, one differs each way. Observed 4/6; by chance (4*4 + 2*2)/36; the interval by the other form of the formula of 1969.
        Assert.Equal("""
            Title and abstract
              reviewers      reports  both pass  first only  second only  both exclude  agree %  kappa  95 % interval   PABAK
              Ann        李        6          3           1            1             1     66.7  0.250  -0.558 … 1.000  0.333

            """.ReplaceLineEndings("\n"), line.Good("agreement", "-C", "r"));

        line.Good("decide", "p3", "include", "--stage", "title-abstract", "--reviewer", "consensus", "-C", "r");
        Assert.EndsWith("1 in conflict\n", line.Good("conflicts", "-C", "r"), StringComparison.Ordinal);
        Assert.Contains("0.250", line.Good("agreement", "-C", "r"), StringComparison.Ordinal);
    }

    [Fact]
    public void Who_has_what_left_and_who_is_waited_for_is_shown()
    {
        using var line = new CommandLine();
        line.Good("new", "r");
        line.Write("r/review.yaml", File.ReadAllText(Path.Combine(line.Folder, "r", "review.yaml")).Replace("    kind: title-abstract\n", "    kind: title-abstract\n    calibration: 2\n", StringComparison.Ordinal).Replace("reviewers: []", "reviewers: [{ id: li }, { id: 王 }]", StringComparison.Ordinal));
        line.Write("r/exports/a.csv", "ID,title,abstract,year\n" + string.Concat(Enumerable.Range(1, 5).Select(i => $"p{i},智慧城市 {i},摘要,202{i}\n")));
        line.Good("import", "-C", "r");
        line.Good("decide", "include", "--where", "year > 2000", "-C", "r");
        Assert.Equal("""
            stage               reviewer  judged  left
            Title and abstract  li             2     0  calibration: waits for 王
            Title and abstract  王             0     2  calibration: 2 reports
            Full text           li             0     0
            Full text           王             0     0

            """.ReplaceLineEndings("\n"), line.Good("status", "--team", "-C", "r"));
        line.Good("decide", "include", "--where", "year > 2000", "-C", "r", "--as", "王");
        Assert.Contains("calibration round 1\n", line.Good("agreement", "-C", "r"), StringComparison.Ordinal);
        Assert.Contains("题名与摘要  王           2       3\n", line.Good("status", "--team", "-C", "r", "--lang", "zh"), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_who_exclude_for_different_reasons_are_told_of()
    {
        using var line = new CommandLine();
        line.Good("new", "r");
        line.Write("r/exports/a.csv", "ID,title,abstract,year\np1,智慧城市治理,摘要,2020\n");
        line.Good("import", "-C", "r");
        line.Good("decide", "p1", "exclude", "--reason", "topic", "--stage", "title-abstract", "-C", "r");
        line.Good("decide", "p1", "exclude", "--reason", "document-type", "--stage", "title-abstract", "--as", "王", "-C", "r");
        Assert.StartsWith("0 in conflict\n1 excluded by all, but for different reasons; the newest stands until they agree on one:\n", line.Good("conflicts", "-C", "r"), StringComparison.Ordinal);
        line.Good("decide", "p1", "exclude", "--reason", "topic", "--stage", "title-abstract", "--reviewer", "consensus", "-C", "r");
        Assert.Equal("0 篇有分歧\n", line.Good("conflicts", "-C", "r", "--lang", "zh"));
    }

    [Fact]
    public void Two_programs_that_decide_in_one_file_at_once_lose_nothing()
    {
        using var test = new TestReview();
        var ids = test.Import("exports/a.csv", "cnki", [.. Enumerable.Range(1, 60).Select(TestReview.Fitting)]);
        void Work(string person)
        {
            using var review = ReviewKit.Store.Review.Open(test.Folder, TestReview.Author with { Person = person, Device = person });
            foreach (var id in ids) ReviewKit.Screening.Decisions.Decide(review, id, ReviewKit.Store.Verdict.Include, new ReviewKit.Screening.Said("title-abstract"));
        }
        var threads = ((string[])["ann", "王"]).Select(person => new Thread(() => Work(person))).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        Assert.Equal(120, Dapper.SqlMapper.ExecuteScalar<long>(test.Review.Connection, "select count(*) from decision"));
        Assert.Empty(ReviewKit.Store.Check.Of(test.Review));
    }

    [Fact]
    public void Two_on_copies_are_blind_to_one_another_until_both_have_judged()
    {
        using var line = new CommandLine();
        line.Good("new", "li");
        line.Write("li/review.yaml", File.ReadAllText(Path.Combine(line.Folder, "li", "review.yaml")).Replace("    reviewers: 1", "    reviewers: 2", StringComparison.Ordinal).Replace("reviewers: []", "reviewers: [{ id: li }, { id: 王 }]", StringComparison.Ordinal));
        line.Write("li/exports/a.csv", "ID,title,abstract,year\np1,智慧城市治理,摘要,2020\np2,智慧交通,摘要,2021\n");
        line.Good("import", "-C", "li");
        Directory.CreateDirectory(Path.Combine(line.Folder, "王"));
        foreach (var name in (string[])["review.yaml", "review.db"]) File.Copy(Path.Combine(line.Folder, "li", name), Path.Combine(line.Folder, "王", name));
        line.Good("decide", "p1", "include", "-C", "li");
        line.Good("decide", "p1", "exclude", "--reason", "topic", "--reviewer", "王", "-C", "王");
        line.Good("decide", "p2", "exclude", "--reason", "topic", "--reviewer", "王", "-C", "王");

        Assert.Equal("王: 2 events taken in\n1 reports are in conflict since: `reviewkit conflicts` lists them\n", line.Good("decisions", "import", "王", "-C", "li"));
        var history = line.Good("history", "-C", "li");
        Assert.Contains("exclude", history.Split('\n').Single(said => said.Contains("reason topic", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains("王 judged", history, StringComparison.Ordinal);
        Assert.Contains("(hidden until all have judged)", history, StringComparison.Ordinal);
        Assert.Equal(3, line.Good("decisions", "export", "-C", "li").Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Equal(4, line.Good("decisions", "export", "-C", "li", "--as", "王").Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Equal("另一副本中没有新内容\n", line.Good("decisions", "import", "王/review.db", "-C", "li", "--lang", "zh"));
        line.Good("check", "-C", "li");
    }

    // Ids are hashes: the blocks are put in the order of their titles.
    static string Sorted(string conflicts)
    {
        var blocks = System.Text.RegularExpressions.Regex.Replace(conflicts, @"(?m)^r[a-z0-9]{7,}", "ra").Split("\nra");
        return string.Join('\n', conflicts.StartsWith('r') ? Blocks(blocks) : blocks);
    }

    static IEnumerable<string> Blocks(string[] blocks)
    {
        var tail = blocks[^1][blocks[^1].LastIndexOf("\n2 in", StringComparison.Ordinal)..];
        blocks[^1] = blocks[^1][..^tail.Length];
        return [.. blocks.Select(block => block.StartsWith("ra", StringComparison.Ordinal) ? block : "ra" + block).OrderBy(block => block.Contains('五')), tail[1..]];
    }
}
