using ReviewKit.App.Terminal;

namespace ReviewKit.Tests.App.Terminal;

public class FrameTests
{
    static readonly string[] Words = ["smart", "智慧城市", " ", "①", "±5", "e\u0301", "👍🏽", "❤️", "𠮷", "한글", "—", "policy", "，", "α", "ن", "क्ष"];

    [Fact]
    public void Only_what_differs_is_written()
    {
        var frame = new Frame();
        frame.To(Of("一 one", "二 too"));
        Assert.Equal("\u001b[?25l\u001b[2;5H\u001b[0mO", frame.To(Of("一 one", "二 tOo")));
        Assert.Equal("", frame.To(Of("一 one", "二 tOo")));
    }

    [Fact]
    public void Another_size_is_drawn_as_a_whole()
    {
        var frame = new Frame();
        frame.To(Of("一"));
        Assert.Contains("\u001b[2J", frame.To(new Surface(30, 2, Look.Plain)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_style_is_said_once_for_its_cells()
    {
        var surface = new Surface(4, 1, Look.Plain);
        surface.Put(0, 0, "城市", new Style(Colour.Red, Attributes: Attributes.Bold));
        Assert.Equal("\u001b[?25l\u001b[0m\u001b[2J\u001b[1;1H\u001b[0;1;31m城市", new Frame().To(surface));
    }

    /// <summary>Whatever was drawn before, the terminal shows what the surface says: 300 random screens, one after the other.</summary>
    [Fact]
    public void Frame_after_frame_the_terminal_shows_the_surface()
    {
        var look = Look.Plain;
        var terminal = new Emulator(40, 6, look.Width.Of);
        Compare(look, terminal, (surface, shown) => Assert.Equal(surface, shown));
    }

    /// <summary>On a terminal that counts ambiguous signs as two cells where we count one, everything else stays in its place.</summary>
    [Fact]
    public void A_sign_that_is_drawn_wider_than_we_count_damages_nothing_else()
    {
        var wide = new CellWidth(ambiguousIsWide: true);
        var terminal = new Emulator(40, 6, wide.Of);
        Compare(Look.Plain, terminal, (surface, shown) => Assert.Equal(Certain(surface), Certain(shown)));
    }

    static void Compare(Look look, Emulator terminal, Action<string, string> compare)
    {
        var random = new Random(7);
        var frame = new Frame();
        for (var round = 0; round < 300; round++)
        {
            var surface = new Surface(40, 6, look);
            for (var i = random.Next(12); i > 0; i--) surface.Put(random.Next(-3, 40), random.Next(6), Words[random.Next(Words.Length)] + Words[random.Next(Words.Length)]);
            terminal.Write(frame.To(surface));
            compare(surface.Dump(), terminal.Dump());
        }
    }

    // Letters and Chinese signs with where they stand in their line, counted by ours.
    static List<(int Line, string Sign)> Certain(string dump) =>
        [.. dump.Split('\n').SelectMany((line, y) => line.Where(c => char.IsAsciiLetter(c) || c is >= '\u4e00' and <= '\u9fff').Select(c => (y, c.ToString())))];

    static Surface Of(params string[] lines)
    {
        var surface = new Surface(20, lines.Length, Look.Plain);
        for (var y = 0; y < lines.Length; y++) surface.Put(0, y, lines[y]);
        return surface;
    }
}
