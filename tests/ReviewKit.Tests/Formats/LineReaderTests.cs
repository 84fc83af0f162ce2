using System.Text;
using CsCheck;
using ReviewKit.Formats;

namespace ReviewKit.Tests.Formats;

public class LineReaderTests
{
    [Fact]
    public void Lines_end_at_each_kind_of_line_end_and_know_their_place()
    {
        var lines = Read(Encoding.UTF8.GetBytes("a\r\nbé\rc\n\n城市\rend"), TextEncoding.Utf8(0));
        Assert.Equal(["a", "bé", "c", "", "城市", "end"], lines.Select(l => l.Text));
        Assert.Equal([1, 2, 3, 4, 5, 6], lines.Select(l => l.Number));
        // a\r\n is 3 bytes, bé\r 4, c\n 2, \n 1, two Hanzi and \r 7.
        Assert.Equal([0, 3, 7, 9, 10, 17], lines.Select(l => (int)l.Offset));
        Assert.Equal([1, 3, 1, 0, 6, 3], lines.Select(l => (int)l.Length));
    }

    [Fact]
    public void Any_text_comes_back_line_by_line_whatever_the_encoding_and_the_size()
    {
        // Lines of up to 90,000 characters pass the 64 KB of the buffer.
        var line = Gen.Select(Gen.Char["abc 城市é,;{"].Array[0, 12], Gen.Int[1, 9000]).Select((c, n) => string.Concat(Enumerable.Repeat(new string(c), n % 7 == 0 ? n : 1)));
        var text = Gen.Select(line, Gen.Int[0, 2].Select(i => new[] { "\n", "\r\n", "\r" }[i])).Array[0, 30];
        text.Sample(parts =>
        {
            // A line of nothing between \r and \n would be one line end.
            var whole = string.Concat(parts.Select((p, i) => (p.Item1.Length == 0 ? "x" : p.Item1) + p.Item2));
            var expected = parts.Select(p => p.Item1.Length == 0 ? "x" : p.Item1).ToList();
            foreach (var encoding in new[] { TextEncoding.Utf8(0), TextEncoding.Gb18030(), TextEncoding.Utf16(false, 0), TextEncoding.Utf16(true, 0) })
            {
                var bytes = encoding.Decoder.GetBytes(whole);
                var lines = Read(bytes, encoding);
                Assert.Equal(expected, lines.Select(l => l.Text));
                Assert.All(lines, l => Assert.Equal(l.Text, encoding.Decoder.GetString(bytes, (int)l.Offset, (int)l.Length)));
            }
        }, iter: 60);
    }

    [Fact]
    public void A_line_over_the_cap_is_passed_over_and_the_next_is_read()
    {
        var text = "short\n" + new string('x', 500_000) + "\nafter\n";
        var lines = Read(Encoding.UTF8.GetBytes(text), TextEncoding.Utf8(0), longest: 100_000);
        Assert.Equal(["short", "after"], lines.Where(l => l.Damage == LineDamage.None).Select(l => l.Text));
        Assert.Equal((LineDamage.TooLong, 500_000L, 2), (lines[1].Damage, lines[1].Length, lines[1].Number));
        Assert.Equal(500_007, lines[2].Offset);
    }

    [Fact]
    public void Broken_bytes_are_shown_and_named_but_a_replacement_character_of_the_source_is_no_damage()
    {
        var lines = Read([.. "good\n"u8, .. "b"u8, 0xFF, .. "d\n"u8, .. "\uFFFD kept\n"u8, .. "n\0l\n"u8], TextEncoding.Utf8(0));
        Assert.Equal(["good", "b\uFFFDd", "\uFFFD kept", "nl"], lines.Select(l => l.Text));
        Assert.Equal([LineDamage.None, LineDamage.BrokenBytes, LineDamage.None, LineDamage.BrokenBytes], lines.Select(l => l.Damage));
    }

    static List<Line> Read(byte[] bytes, TextEncoding encoding, int longest = LineReader.Longest)
    {
        using var reader = new LineReader(new MemoryStream(bytes), encoding, longest);
        var lines = new List<Line>();
        while (reader.Read(out var line)) lines.Add(line);
        return lines;
    }
}
