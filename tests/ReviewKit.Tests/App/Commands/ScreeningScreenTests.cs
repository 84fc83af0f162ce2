using ReviewKit.App.Commands;
using ReviewKit.App.Terminal;
using ReviewKit.Screening;
using ReviewKit.Store;
using ReviewKit.Text;

namespace ReviewKit.Tests.App.Commands;

/// <summary>`screen` without a terminal.</summary>
public class ScreeningScreenTests
{
    static Language Of(string language) => language == "zh" ? Language.Zh : Language.En;

    [Theory]
    [InlineData("zh", 80, 24)]
    [InlineData("en", 80, 24)]
    [InlineData("zh", 160, 50)]
    [InlineData("en", 160, 50)]
    public void A_report_in_full_beside_what_the_review_asks(string language, int width, int height)
    {
        using var sample = new ScreenSample();
        var screen = sample.Screen(language: Of(language));
        var first = ScreenSample.Picture(screen, width, height);
        ScreenSample.Press(screen, "Enter n");
        Golden.Equal($"screen/{language}-{width}x{height}.txt", first + ScreenSample.Picture(screen, width, height, styles: true));
    }

    [Theory]
    [InlineData("zh")]
    [InlineData("en")]
    public void A_walk_through_a_stage(string language)
    {
        using var sample = new ScreenSample();
        var screen = sample.Screen(language: Of(language));
        var walk = "";
        foreach (var keys in (string[])["Enter", "i", "x", "2", "u", "Ctrl+r", "h", "Down Enter", "e", "/ 'Traffic' Enter", "Esc t 'asked_the_author' Enter", "g 6 Enter", "m", "c", "Esc ?", "Esc q"])
        {
            ScreenSample.Press(screen, keys);
            walk += $"keys: {keys}\n{ScreenSample.Picture(screen)}\n";
        }
        Golden.Equal($"screen/walk-{language}.txt", walk);
        Assert.Empty(Check.Of(sample.Review));
    }

    [Theory]
    [InlineData("zh")]
    [InlineData("en")]
    public void Two_reviewers_settle_a_conflict_and_read_the_agreement(string language)
    {
        using var sample = new ScreenSample();
        ScreenSample.Press(sample.Screen("wang"), "Enter i e 1 1 2 m");
        var screen = sample.Screen(language: Of(language));
        ScreenSample.Press(screen, "Enter i i 1 1 2 e");
        var walk = ScreenSample.Picture(screen) + "\n";
        foreach (var keys in (string[])["C", "Enter", "i", "1", "Enter", "e 1", "A"])
        {
            ScreenSample.Press(screen, keys);
            walk += $"keys: {keys}\n{ScreenSample.Picture(screen)}\n";
        }
        Golden.Equal($"screen/conflict-{language}.txt", walk);
        Assert.Equal("awaiting@full-text", sample.Place(1));
        Assert.Equal("excluded@title-abstract", sample.Place(5));
    }

    [Fact]
    public void Nobody_sees_what_the_other_said_before_both_are_done()
    {
        using var sample = new ScreenSample();
        ScreenSample.Press(sample.Screen("wang"), "Enter e t 'a_secret' Enter");
        Assert.DoesNotContain("wang", ScreenSample.Picture(sample.Screen("li")), StringComparison.Ordinal);
        var screen = sample.Screen("li");
        ScreenSample.Press(screen, "Enter i p");
        Assert.Contains("wang: exclude", ScreenSample.Picture(screen), StringComparison.Ordinal);
    }

    [Fact]
    public void At_full_text_an_exclusion_asks_for_its_reason_and_what_cannot_be_had_is_left()
    {
        using var sample = new ScreenSample();
        foreach (var report in sample.Ids)
            foreach (var reviewer in (string[])["li", "wang"]) Decisions.Decide(sample.Review, report, Verdict.Include, new Said("title-abstract", Reviewer: reviewer));
        var screen = sample.Screen(stage: "full-text", language: Language.Zh);
        var walk = "";
        foreach (var keys in (string[])["Enter", "e", "2", "r", "n", "'无法获取' Enter", "r s", "u u"])
        {
            ScreenSample.Press(screen, keys);
            walk += $"keys: {keys}\n{ScreenSample.Picture(screen)}\n";
        }
        Golden.Equal("screen/full-text-zh.txt", walk);
        Assert.Equal("excluded@full-text:outcome", sample.Place(0));
        Assert.Equal("awaiting@full-text", sample.Place(1));
        Assert.Empty(Check.Of(sample.Review));
    }

    [Theory]
    [InlineData(79, 24)]
    [InlineData(80, 23)]
    [InlineData(8, 3)]
    [InlineData(1, 1)]
    public void A_window_that_is_too_small_is_told_so_and_stops_nothing(int width, int height)
    {
        using var sample = new ScreenSample();
        var screen = sample.Screen(language: Language.Zh);
        Assert.DoesNotContain("PRISMA", ScreenSample.Picture(screen, width, height), StringComparison.Ordinal);
        foreach (var key in (string[])["?", "Esc", "Tab", "Esc", "x", "Esc", "/", "Esc", "C", "Esc", "A", "Esc", "c"])
        {
            ScreenSample.Press(screen, key);
            ScreenSample.Picture(screen, width, height);
        }
    }

    [Fact]
    public void What_another_window_writes_shows_up()
    {
        using var sample = new ScreenSample();
        var screen = sample.Screen();
        ScreenSample.Press(screen, "Enter");
        using var other = Review.Open(sample.Folder, TestReview.Author);
        ScreenSample.Press(sample.Screen(review: other), "Enter 1");
        Assert.True(screen.Idle());
        Assert.Contains("judged just now in another window: li: exclude, Not about", ScreenSample.Picture(screen, 160, 50), StringComparison.Ordinal);
        ScreenSample.Press(screen, "i");
        Assert.False(screen.Idle());
        Assert.Equal(2, sample.Review.Ledger.Live("decision").Count);
    }

    [Fact]
    public void Pasted_text_judges_nothing()
    {
        using var sample = new ScreenSample();
        var screen = sample.Screen();
        Assert.True(screen.Handle(new ReviewKit.App.Terminal.Key("Paste", "iii")));
        Assert.Empty(sample.Review.Ledger.Live("decision"));
    }

    [Theory]
    [InlineData("q")]
    [InlineData("Ctrl+c")]
    public void It_ends_with_q_and_with_Ctrl_C(string key)
    {
        using var sample = new ScreenSample();
        var screen = sample.Screen();
        ScreenSample.Press(screen, "Enter");
        Assert.False(ScreenSample.Press(screen, key));
    }

    [Fact]
    public void Nothing_is_opened_or_copied_without_its_key()
    {
        using var sample = new ScreenSample();
        var screen = sample.Screen();
        ScreenSample.Press(screen, "Enter o");
        Assert.Empty(sample.Opened);
        ScreenSample.Press(screen, "n o");
        Assert.Equal(["https://doi.org/10.9999/invented.2"], sample.Opened);
        ScreenSample.Press(screen, "y t");
        Assert.Equal(["Citizens in the smart city: a survey of planning meetings"], sample.Copied);
    }

    [Fact]
    public void Reports_of_the_same_title_and_text_are_decided_together_and_taken_back_together()
    {
        using var sample = new ScreenSample();
        var twin = new Record { Title = "市民参与智慧城市规划的路径——以三个社区为例", Abstract = "本文访谈了三个社区的市民,考察他们如何参与智慧城市的规划。结果表明,参与提高了对政策的信任,但年长市民参与较少。", Year = 2016 };
        var other = new Record { Title = "市民参与智慧城市规划的路径：以三个社区为例", Abstract = "另一项研究。", Year = 2016 };
        var ids = sample.Import("wanfang.txt", "wanfang", twin, other);
        var screen = sample.Screen(language: Language.Zh);
        ScreenSample.Press(screen, "Enter");
        Assert.Contains("另有 1 篇题名和内容相同，将一并判断", ScreenSample.Picture(screen, 160, 50), StringComparison.Ordinal);
        ScreenSample.Press(screen, "1");
        Assert.Contains("排除（与市民参与无关），共 2 篇", ScreenSample.Picture(screen, 160, 50), StringComparison.Ordinal);
        Assert.Equal([sample.Ids[0], ids[0]], sample.Review.Ledger.Live("decision").Select(entry => EventJson.Read<DecisionBody>(entry).Record));
        ScreenSample.Press(screen, "u");
        Assert.Empty(sample.Review.Ledger.Live("decision"));
        ScreenSample.Press(screen, "G i");
        Assert.Single(sample.Review.Ledger.Live("decision"));
    }

    [Fact]
    public void Labels_are_put_on_and_taken_off_and_undone()
    {
        using var sample = new ScreenSample();
        var screen = sample.Screen();
        ScreenSample.Press(screen, "Enter l + '重点' Enter");
        Assert.Contains("Labels: 重点", ScreenSample.Picture(screen), StringComparison.Ordinal);
        ScreenSample.Press(screen, "l 1");
        Assert.DoesNotContain("Labels:", ScreenSample.Picture(screen), StringComparison.Ordinal);
        ScreenSample.Press(screen, "u");
        Assert.Contains("Labels: 重点", ScreenSample.Picture(screen), StringComparison.Ordinal);
        Assert.Empty(Check.Of(sample.Review));
    }

    [Fact]
    public void Only_what_was_searched_for_comes_until_that_is_ended()
    {
        using var sample = new ScreenSample();
        var screen = sample.Screen();
        ScreenSample.Press(screen, "Enter / '仿真' Enter f");
        Assert.Contains("智慧城市交通信号的仿真", ScreenSample.Picture(screen).Split('\n')[1], StringComparison.Ordinal);
        ScreenSample.Press(screen, "1");
        Assert.Contains("Nothing is left of those you chose", ScreenSample.Picture(screen), StringComparison.Ordinal);
        ScreenSample.Press(screen, "F");
        Assert.Contains("市民参与", ScreenSample.Picture(screen).Split('\n')[1], StringComparison.Ordinal);
    }

    [Fact]
    public void The_mouse_chooses_a_row_and_opens_it()
    {
        using var sample = new ScreenSample();
        var screen = sample.Screen();
        ScreenSample.Press(screen, "Enter Tab");
        ScreenSample.Picture(screen);
        screen.Handle(new Key("Click", "", 10, 4));
        Assert.Contains("[waiting 6]", ScreenSample.Picture(screen), StringComparison.Ordinal);
        screen.Handle(new Key("Click", "", 10, 4));
        Assert.Contains("A simulation of traffic lights", ScreenSample.Picture(screen).Split('\n')[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1", "ranked")]
    [InlineData("4", "newest")]
    public void The_order_is_chosen_while_one_screens(string key, string name)
    {
        using var sample = new ScreenSample();
        using var queue = new ScreeningQueue(sample.Review, sample.Review.Protocol.Stages[0], "li");
        var screen = new ScreeningScreen(queue, Language.En, new ScreenOutside(null, _ => { }));
        ScreenSample.Press(screen, $"Enter O {key}");
        Assert.Equal(name, queue.Options.Order);
        if (name == "newest") Assert.Equal(sample.Ids[5], queue.Current);
    }

    [Fact]
    public void A_reason_behind_the_ninth_has_a_letter_in_the_list()
    {
        var reasons = string.Join("\n", Enumerable.Range(1, 11).Select(i => $"      - {{ id: r{i}, en: Reason {i}, zh: 理由{i} }}"));
        using var sample = new ScreenSample($"stages:\n  - id: title-abstract\n    kind: title-abstract\n    reasons:\n{reasons}\n");
        var screen = sample.Screen();
        ScreenSample.Press(screen, "Enter x b");
        Assert.Equal("excluded@title-abstract:r11", sample.Place(0));
    }

    [Fact]
    public void Another_program_that_writes_for_long_is_said_and_nothing_is_lost()
    {
        using var sample = new ScreenSample();
        var screen = sample.Screen();
        ScreenSample.Press(screen, "Enter");
        using var other = Review.Open(sample.Folder, TestReview.Author);
        sample.Review.Connection.DefaultTimeout = 1;
        using (other.Connection.BeginTransaction(deferred: false))
        {
            ScreenSample.Press(screen, "i");
            Assert.Contains("is being written by another ReviewKit", ScreenSample.Picture(screen, 200, 50), StringComparison.Ordinal);
        }
        ScreenSample.Press(screen, "i");
        Assert.Single(sample.Review.Ledger.Live("decision"));
    }

    [Theory]
    [InlineData("zh", "x\ni\ne 2\nu\nn\nm\nq\n")]
    [InlineData("en", "e 1\ne\ni\ni\ni\ni\ni\n")]
    public void Without_a_terminal_it_asks_line_by_line(string language, string typed)
    {
        using var sample = new ScreenSample();
        using var queue = new ScreeningQueue(sample.Review, sample.Review.Protocol.Stages[0], "li");
        using var output = new StringWriter();
        new ScreenPrompts(queue, new StringReader(typed), output, Of(language)).Run();
        Golden.Equal($"screen/lines-{language}.txt", output.ToString().ReplaceLineEndings("\n"));
    }

    [Fact]
    public void The_command_falls_back_to_lines_and_says_what_is_left()
    {
        using var line = new CommandLine { Input = new StringReader("i\nq\n") };
        line.Good("new", "r");
        line.Write("r/exports/a.ris", "TY  - JOUR\nTI  - 智慧城市\nER  - \n\nTY  - JOUR\nTI  - Smart city\nER  - \n");
        line.Good("import", "-C", "r");
        Assert.EndsWith("1 judged at Title and abstract, 1 left\n", line.Good("screen", "-C", "r"), StringComparison.Ordinal);
        var (code, _, error) = line.Run("screen", "-C", "r", "--stage", "third");
        Assert.Equal((1, "no stage third; review.yaml has: title-abstract, full-text\n"), (code, error));
    }

    [Fact]
    public void The_attached_full_text_is_read_with_its_words_marked_and_searched()
    {
        using var sample = new ScreenSample();
        foreach (var reviewer in (string[])["li", "wang"]) Decisions.Decide(sample.Review, sample.Ids[1], Verdict.Include, new Said("title-abstract", Reviewer: reviewer));
        var screen = sample.Screen(stage: "full-text");
        ScreenSample.Press(screen, "Enter v");
        Assert.Contains("no full text is attached", ScreenSample.Picture(screen), StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(sample.Folder, "paper.txt"), "Citizens met twelve times. 市民在会上提出了意见。\fResults: the zebra crossing was moved.");
        ScreenSample.Press(screen, "r f 'paper.txt' Enter v");
        var picture = ScreenSample.Picture(screen, styles: true);
        Assert.Contains("Citizens met twelve times.", picture, StringComparison.Ordinal);
        Assert.Contains("Black on Green", picture, StringComparison.Ordinal);
        ScreenSample.Press(screen, "Esc / 'zebra' Enter");
        Assert.Contains("[found: zebra 1]", ScreenSample.Picture(screen), StringComparison.Ordinal);
    }
}
