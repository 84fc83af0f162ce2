using CsCheck;
using ReviewKit.Prisma;

namespace ReviewKit.Tests.Prisma;

public class LineBreaksTests
{
    // At size 10 a Chinese character is 10 wide, a digit 5.56.
    static string Wrap(string text, double width, double hang = 0) => string.Join('|', LineBreaks.Wrap(text, width, 10, hang: hang));

    [Theory]
    [InlineData("研究对象不符", 40, "研究对象|不符")]
    [InlineData("研究对象，不符", 40, "研究对|象，不符")] // no line begins with a comma
    [InlineData("研究对（象）不符", 40, "研究对|（象）不|符")] // none ends with an opening bracket
    [InlineData("共１８０３条（n = 5）", 70, "共１８０３条|（n = 5）")]
    [InlineData("CNKI 与万方", 45, "CNKI 与|万方")]
    [InlineData("co-word map", 40, "co-word|map")]
    [InlineData("co-word map", 30, "co-|word|map")]
    [InlineData("2010-2020", 30, "2010-|2020")] // only because it does not fit: forced
    [InlineData("aaaaaaaa", 20, "aaa|aaa|aa")] // a word that is too long is cut
    [InlineData("字", 1, "字")] // too narrow for anything: one character a line
    [InlineData("", 10, "")]
    [InlineData("  ", 10, "")]
    public void Breaks_where_a_reader_expects_it(string text, double width, string expected) => Assert.Equal(expected, Wrap(text, width));

    [Fact]
    public void Later_lines_are_shorter_when_they_hang() => Assert.Equal("一二三四|五六|七", Wrap("一二三四五六七", 40, hang: 20));

    [Fact]
    public void What_is_joined_by_a_hard_blank_stays_together() => Assert.Equal("all the|(n\u00a0=\u00a05)", Wrap("all the (n\u00a0=\u00a05)", 50));

    [Fact]
    public void No_line_is_too_wide_and_nothing_is_lost() =>
        Gen.Select(Gen.OneOf("研", "究", "，", "（", "）", "。", "“", "a", "W", "i", " ", "-", "/", "7", "é", "é", "👩‍🔬", "𠮷").Array[0, 60], Gen.Double[15, 120]).Sample((elements, width) =>
        {
            var text = string.Concat(elements);
            var lines = LineBreaks.Wrap(text, width, 10);
            return lines.All(line => TextWidth.Of(line, 10) <= width + 1e-9)
                && string.Concat(lines).Replace(" ", "", StringComparison.Ordinal) == text.Replace(" ", "", StringComparison.Ordinal);
        });
}
