using System.Text;
using ReviewKit.App.Terminal;

namespace ReviewKit.Tests.App.Terminal;

public class KeyDecoderTests
{
    [Theory]
    [InlineData("j", "j")]
    [InlineData("中文", "中 文")]
    [InlineData("👍", "👍")]
    [InlineData(" ", "Space")]
    [InlineData("\r", "Enter")]
    [InlineData("\t", "Tab")]
    [InlineData("\u007f", "Backspace")]
    [InlineData("\u0003", "Ctrl+c")]
    [InlineData("\u001a", "Ctrl+z")]
    [InlineData("\u001bx", "Alt+x")]
    [InlineData("\u001b中", "Alt+中")]
    [InlineData("\u001b[A\u001bOB", "Up Down")]
    [InlineData("\u001b[1;5C", "Ctrl+Right")]
    [InlineData("\u001b[1;2D", "Shift+Left")]
    [InlineData("\u001b[5~\u001b[6~", "PgUp PgDn")]
    [InlineData("\u001b[H\u001b[F\u001b[1~\u001b[4~\u001bOH", "Home End Home End Home")]
    [InlineData("\u001b[3~\u001b[3;5~", "Delete Ctrl+Delete")]
    [InlineData("\u001bOP\u001b[15~\u001b[[A\u001b[24~", "F1 F5 F1 F12")]
    [InlineData("\u001b[1;2R", "Shift+F3")]
    [InlineData("\u001b[2;3R", "Cursor")]
    [InlineData("\u001b[Z", "Shift+Tab")]
    [InlineData("\u001b[<0;11;5M\u001b[<0;11;5m\u001b[<64;1;1M\u001b[<65;1;1M\u001b[<2;1;1Mq", "Click WheelUp WheelDown q")]
    [InlineData("\u001bOM\u001bOq", "Enter 1")]
    [InlineData("\u001b\u001bj", "Esc Alt+j")]
    [InlineData("\u001b[?62;c\u001b[99~j", "j")]
    [InlineData("\u001b[200~y\u001b[A\r城\u001b[201~n", "Paste n")]
    public void What_terminals_send_becomes_the_key_that_was_pressed(string sent, string expected)
    {
        var decoder = new KeyDecoder();
        Assert.Equal(expected, string.Join(' ', decoder.Feed(Encoding.UTF8.GetBytes(sent))));
        Assert.False(decoder.IsWaiting);
    }

    [Fact]
    public void Pasted_text_is_text_and_no_orders()
    {
        var key = Assert.Single(new KeyDecoder().Feed("\u001b[200~y\u001b[A\r城\u001b[201~"u8));
        Assert.Equal(new Key("Paste", "y\u001b[A\r城"), key);
    }

    /// <summary>Byte by byte, as over a slow line, the keys are the same.</summary>
    [Theory]
    [InlineData("j中👍\u001b[A\u001b[1;5C\u001bOP\u001bx\u001b[200~pasted 粘贴\u001b[201~q")]
    public void Bytes_may_come_one_by_one(string sent)
    {
        var decoder = new KeyDecoder();
        var oneByOne = Encoding.UTF8.GetBytes(sent).SelectMany(b => decoder.Feed([b])).ToList();
        Assert.Equal(new KeyDecoder().Feed(Encoding.UTF8.GetBytes(sent)), oneByOne);
    }

    [Fact]
    public void A_click_says_where() =>
        Assert.Equal(new Key("Click", "", 10, 4), Assert.Single(new KeyDecoder().Feed("\u001b[<0;11;5M"u8)));

    [Fact]
    public void A_lone_Esc_is_the_key_once_nothing_follows()
    {
        var decoder = new KeyDecoder();
        Assert.Empty(decoder.Feed("\u001b"u8));
        Assert.True(decoder.IsWaiting);
        Assert.Equal("Esc", Assert.Single(decoder.Flush()).Name);
    }

    [Fact]
    public void A_paste_that_takes_its_time_is_not_taken_for_keys()
    {
        var decoder = new KeyDecoder();
        Assert.Empty(decoder.Feed("\u001b[200~yes"u8));
        Assert.Empty(decoder.Flush());
        Assert.Equal("Paste", Assert.Single(decoder.Feed("\u001b[201~"u8)).Name);
    }

    [Fact]
    public void Bytes_that_are_no_text_are_passed_over()
    {
        var decoder = new KeyDecoder();
        Assert.Equal("a b", string.Join(' ', decoder.Feed([0x61, 0xff, 0xc3, 0x62])));
    }

    [Fact]
    public void Random_bytes_never_stop_it()
    {
        var random = new Random(3);
        var decoder = new KeyDecoder();
        for (var i = 0; i < 20_000; i++) decoder.Feed([(byte)(random.Next(4) == 0 ? 0x1b : random.Next(256))]);
        decoder.Feed("\u001b[201~"u8);
        decoder.Flush();
        Assert.Equal("q", decoder.Feed("  q"u8)[^1].Name);
    }
}
