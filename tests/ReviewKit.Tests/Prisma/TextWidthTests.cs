using ReviewKit.Prisma;

namespace ReviewKit.Tests.Prisma;

public class TextWidthTests
{
    [Theory]
    [InlineData("n", 556)]
    [InlineData("(n = 84)", 333 + 556 + 278 + 584 + 278 + 556 + 556 + 333)]
    [InlineData("é", 556)] // as e
    [InlineData("e\u0301", 556)] // the mark has no width of its own
    [InlineData("智慧", 2000)]
    [InlineData("（n）", 1000 + 556 + 1000)]
    [InlineData("Ａ", 1000)] // full width
    [InlineData("한", 1000)]
    [InlineData("\u1112\u1161\u11ab", 1000)] // the same, decomposed
    [InlineData("👩‍🔬", 1250)] // three code points, one picture
    [InlineData("𠮷", 1250)] // beyond the basic plane: an emoji for all the table knows
    [InlineData("", 0)]
    public void In_thousandths_of_the_size(string text, int expected) => Assert.Equal(expected, TextWidth.Of(text, 1000), 6);

    [Fact]
    public void Bold_is_wider() => Assert.Equal(0.611, TextWidth.Of("n", 1, bold: true), 6);
}
