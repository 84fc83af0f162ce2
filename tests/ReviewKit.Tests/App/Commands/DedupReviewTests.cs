using ReviewKit.App.Commands;
using ReviewKit.App.Terminal;
using ReviewKit.Tests.Dedup;
using ReviewKit.Text;

namespace ReviewKit.Tests.App.Commands;

/// <summary>`dedup --review` without a terminal: keys in, pictures out.</summary>
public class DedupReviewTests
{
    static string Picture(DedupReviewScreen screen, int width, int height, bool styles = false)
    {
        var surface = new Surface(width, height, Look.Plain);
        screen.Draw(surface);
        return styles ? surface.Dump() + surface.DumpStyles() : surface.Dump();
    }

    static void Press(DedupReviewScreen screen, params string[] keys)
    {
        foreach (var key in keys) screen.Handle(key.Length == 1 ? Key.Of(key) : new Key(key));
    }

    [Theory]
    [InlineData("zh", 80, 24)]
    [InlineData("en", 80, 24)]
    [InlineData("zh", 160, 50)]
    [InlineData("en", 160, 50)]
    [InlineData("zh", 60, 24)]
    public void Two_records_side_by_side(string language, int width, int height)
    {
        using var doubtful = new Doubtful();
        var screen = new DedupReviewScreen(doubtful.Queue, language == "zh" ? Language.Zh : Language.En);
        Golden.Equal($"dedup-review/{language}-{width}x{height}.txt", Picture(screen, width, height, styles: height == 24));
    }

    [Fact]
    public void A_walk_through_the_queue()
    {
        using var doubtful = new Doubtful();
        var screen = new DedupReviewScreen(doubtful.Queue, Language.Zh);
        var walk = "";
        foreach (var keys in (string[][])[["?"], ["Esc", "l"], ["Down", "Down"], ["Enter"], ["u"], ["y"], ["s"], ["n"], ["y"], ["u", "u", "u", "u"]])
        {
            Press(screen, keys);
            walk += $"keys: {string.Join(' ', keys)}\n{Picture(screen, 80, 24)}\n";
        }
        Golden.Equal("dedup-review/walk-zh.txt", walk);
    }

    [Fact]
    public void The_help_runs_the_key_that_is_chosen_in_it()
    {
        using var doubtful = new Doubtful();
        var screen = new DedupReviewScreen(doubtful.Queue, Language.En);
        Press(screen, "?", "Down", "Enter");
        Assert.Equal(1, doubtful.Queue.Answered);
        Assert.Equal("apart", doubtful.Review.Ledger.Newest(1)[0].Kind);
    }

    [Fact]
    public void Pasted_text_answers_nothing()
    {
        using var doubtful = new Doubtful();
        var screen = new DedupReviewScreen(doubtful.Queue, Language.En);
        Assert.True(screen.Handle(new Key("Paste", "yyy")));
        Assert.Equal(0, doubtful.Queue.Answered);
    }

    [Theory]
    [InlineData("q")]
    [InlineData("Ctrl+c")]
    public void It_ends_with_q_and_with_Ctrl_C(string key)
    {
        using var doubtful = new Doubtful();
        Assert.False(new DedupReviewScreen(doubtful.Queue, Language.En).Handle(key.Length == 1 ? Key.Of(key) : new Key(key)));
    }

    [Theory]
    [InlineData(20, 5)]
    [InlineData(8, 3)]
    [InlineData(1, 1)]
    public void A_terminal_that_is_far_too_small_does_not_stop_it(int width, int height)
    {
        using var doubtful = new Doubtful();
        var screen = new DedupReviewScreen(doubtful.Queue, Language.Zh);
        Press(screen, "?");
        Picture(screen, width, height);
        Press(screen, "Esc", "l");
        Picture(screen, width, height);
    }

    [Theory]
    [InlineData("zh", "l conference-version-of ba\nu\nx\ny\nn\nq\n")]
    [InlineData("en", "s\nu\ns\ns\ns\ns\n")]
    public void Without_a_terminal_it_asks_line_by_line(string language, string typed)
    {
        using var doubtful = new Doubtful();
        using var output = new StringWriter();
        new QuestionPrompts(doubtful.Queue, new StringReader(typed), output, language == "zh" ? Language.Zh : Language.En).Run();
        Golden.Equal($"dedup-review/lines-{language}.txt", output.ToString().ReplaceLineEndings("\n"));
    }
}
