using ReviewKit.Text;

namespace ReviewKit.Tests.Text;

public class SpreadsheetCellTests
{
    [Theory]
    [InlineData("=HYPERLINK(\"x\")", "'=HYPERLINK(\"x\")")]
    [InlineData("-omics", "'-omics")]
    [InlineData("+5V", "'+5V")]
    [InlineData("@risk", "'@risk")]
    [InlineData("＝智慧城市", "'＝智慧城市")]
    [InlineData("－城市", "'－城市")]
    [InlineData("\u00a0 =1+1", "'\u00a0 =1+1")]
    [InlineData("\t智慧", "'\t智慧")]
    [InlineData("two lines\n=1", "'two lines\n=1")]
    public void A_text_that_would_run_as_a_formula_is_guarded(string text, string expected) => Assert.Equal(expected, SpreadsheetCell.Guard(text));

    [Theory]
    [InlineData("")]
    [InlineData("智慧城市")]
    [InlineData("smart-city")]
    [InlineData("c++")]
    [InlineData("two lines\nb=1")]
    public void Any_other_text_stays_as_it_is(string text) => Assert.Same(text, SpreadsheetCell.Guard(text));
}
