using ReviewKit.Text;

namespace ReviewKit.Tests.Text;

public class DifferenceTests
{
    [Theory]
    [InlineData("Smart city policy", "Smart city policies", "policy", "policies")]
    [InlineData("SMART CITY: policy", "Smart city policy", "", "")]
    [InlineData("智慧城市的治理", "智慧城市治理", "的", "")]
    [InlineData("智慧城市的治理研究", "智慧城市的政策研究", "治理", "政策")]
    [InlineData("智慧城市", "智能城市", "慧", "能")]
    [InlineData("數字經濟", "数字经济", "", "")]
    [InlineData("第１２期", "第12期", "", "")]
    [InlineData("Müller, K.; Wang, L", "Muller K, Wang L.", "", "")]
    [InlineData("part one of two", "part two of two", "one", "two")]
    [InlineData("10.1000/abc.1", "10.1000/abc.2", "1", "2")]
    [InlineData("03", "3", "", "")]
    [InlineData("0", "", "0", "")]
    [InlineData("", "new", "", "new")]
    [InlineData("智慧城市 smart city 2019", "智慧城市 smart cities 2020", "city 2019", "cities 2020")]
    public void Only_what_says_something_else_is_marked(string a, string b, string inA, string inB)
    {
        var (oddA, oddB) = Difference.Between(a, b);
        Assert.Equal(inA, string.Join('|', oddA.Select(range => a[range])));
        Assert.Equal(inB, string.Join('|', oddB.Select(range => b[range])));
    }

    /// <summary>What is left when the marked parts are taken out is the same on both sides.</summary>
    [Fact]
    public void The_rest_agrees()
    {
        var random = new Random(5);
        string[] words = ["智", "慧", "smart", "city", "of", "城"];
        for (var round = 0; round < 500; round++)
        {
            var (a, b) = (Text(), Text());
            var (oddA, oddB) = Difference.Between(a, b);
            Assert.Equal(Rest(a, oddA), Rest(b, oddB));
        }

        string Text() => string.Join(' ', Enumerable.Range(0, random.Next(8)).Select(_ => words[random.Next(words.Length)]));
    }

    static string Rest(string text, IReadOnlyList<Range> odd)
    {
        foreach (var range in odd.Reverse()) text = text.Remove(range.Start.Value, range.End.Value - range.Start.Value);
        return text.Replace(" ", "", StringComparison.Ordinal);
    }
}
