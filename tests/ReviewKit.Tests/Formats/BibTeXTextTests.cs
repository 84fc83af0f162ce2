using ReviewKit.Formats;

namespace ReviewKit.Tests.Formats;

public class BibTeXTextTests
{
    [Theory]
    [InlineData(@"P\""{a}ckert", "Päckert")]
    [InlineData(@"{\'A}rp{\'a}d \v{C}apek \c{c}a Gen\`eve", "Árpád Čapek ça Genève")]
    [InlineData(@"na\""{\i}ve \o re stra{\ss}e jafnr{\ae}{\dh}i", "naïve øre straße jafnræði")]
    [InlineData(@"Towns \& streets, 50\% of \$5, a\_b, \#1", "Towns & streets, 50% of $5, a_b, #1")]
    [InlineData(@"$\Sigma^{0}$ and DNA$_{\textrm{2}}$", "Σ0 and DNA2")]
    [InlineData("costs $5 and $10, about ~20", "costs $5 and $10, about ~20")]
    [InlineData("J.~Smith, 36--44 --- ``so''", "J. Smith, 36–44 — “so”")]
    [InlineData(@"\textit{in situ} {MORE} {[}x]", "in situ MORE [x]")]
    [InlineData("A dummy title&apos;s &#169;", "A dummy title's ©")]
    [InlineData("wrapped\n   over lines", "wrapped over lines")]
    [InlineData(@"C:\\some\\path", @"C:\some\path")]
    [InlineData(@"\unknown{x}", @"\unknownx")]
    [InlineData("城市{更新}", "城市更新")]
    [InlineData(@"ends in \", @"ends in \")]
    public void LaTeX_becomes_plain_text(string latex, string expected) => Assert.Equal(expected, BibTeXText.Decode(latex));
}
