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
}
