using ReviewKit.App.Terminal;

namespace ReviewKit.Tests.App.Terminal;

public class CellWidthTests
{
    [Theory]
    [InlineData("a", 1, 1)]
    [InlineData("中", 2, 2)]
    [InlineData("，", 2, 2)]
    [InlineData("ｶ", 1, 1)]
    [InlineData("𠮷", 2, 2)]
    [InlineData("한", 2, 2)]
    [InlineData("e\u0301", 1, 1)]
    [InlineData("\u00e9", 1, 2)]
    [InlineData("👍🏽", 2, 2)]
    [InlineData("👩‍👩‍👧", 2, 2)]
    [InlineData("❤️", 2, 2)]
    [InlineData("🇨🇳", 2, 2)]
    [InlineData("①", 1, 2)]
    [InlineData("—", 1, 2)]
    [InlineData("±", 1, 2)]
    [InlineData("α", 1, 2)]
    [InlineData("Я", 1, 2)]
    [InlineData("─", 1, 2)]
    [InlineData("ن", 1, 1)]
    [InlineData("\u0301", 0, 0)]
    [InlineData("\u001b", 0, 0)]
    [InlineData("\u202e", 0, 0)]
    public void A_grapheme_takes_the_cells_a_terminal_gives_it(string grapheme, int narrow, int wide)
    {
        Assert.Equal(narrow, new CellWidth().Of(grapheme));
        Assert.Equal(wide, new CellWidth(ambiguousIsWide: true).Of(grapheme));
    }

    [Theory]
    [InlineData("智慧城市", 8, "智慧城市")]
    [InlineData("智慧城市", 7, "智慧城…")]
    [InlineData("智慧城市", 6, "智慧…")]
    [InlineData("智慧城市", 2, "…")]
    [InlineData("smart", 3, "sm…")]
    [InlineData("smart", 0, "")]
    public void A_text_is_cut_between_signs_and_says_so(string text, int cells, string expected) => Assert.Equal(expected, new CellWidth().Cut(text, cells));
}
