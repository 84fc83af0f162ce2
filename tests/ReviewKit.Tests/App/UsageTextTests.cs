namespace ReviewKit.Tests.App;

public class UsageTextTests
{
    [Theory]
    [InlineData("--last: \"abc\" is no whole number", "history", "--last", "abc")]
    [InlineData("\"statsu\" is no verb or option here", "statsu")]
    [InlineData("\"x\" is none of: cautious, balanced", "dedup", "--preset", "x")]
    [InlineData("--title must be given", "add")]
    [InlineData("ID is missing, or there are too few", "merge", "x")]
    public void Wrong_usage_is_told_in_words_without_names_of_types(string expected, params string[] args)
    {
        using var line = new CommandLine();
        var (code, _, error) = line.Run(args);
        Assert.Equal(2, code);
        Assert.StartsWith(expected + "\n", error, StringComparison.Ordinal);
    }

    [Fact]
    public void And_in_Chinese()
    {
        using var line = new CommandLine();
        Assert.StartsWith("--last：“abc”不是整数\n", line.Run("history", "--last", "abc", "--lang", "zh").Error, StringComparison.Ordinal);
    }
}
