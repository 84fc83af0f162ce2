using ReviewKit.Query;
using ReviewKit.Query.Dialects;
using ReviewKit.Query.Parsing;

namespace ReviewKit.Tests.Query.Dialects;

public class WrittenAndReadTests
{
    /// <summary>What a platform can say comes back as it was; the trees are random, the seeds fixed.</summary>
    [Theory]
    [InlineData("scopus", 2000)]
    [InlineData("wos", 2000)]
    [InlineData("pubmed", 2000)]
    [InlineData("cnki", 2000)]
    [InlineData("wanfang", 2000)]
    [InlineData("ovid", 300)]
    [InlineData("embase", 300)]
    [InlineData("ebsco", 300)]
    [InlineData("ieee", 300)]
    public void A_written_search_is_read_as_the_same_search(string platform, int count)
    {
        var dialect = Platforms.Named(platform);
        var trees = new RandomTrees(dialect, 20261122);
        for (var i = 0; i < count; i++)
        {
            var tree = trees.Next();
            var written = DialectWriter.Write(tree, dialect, new Writing());
            var read = StrategyReader.Read(written.Text, dialect);
            Assert.True(Normal.Same(written.Tree, read.Tree, dialect), $"number {i}\nmeant {Shown(written.Tree, dialect)}\nwrote {written.Text}\nread  {Shown(read.Tree, dialect)}");
            Assert.True(written.Diagnostics.Count > 0 || Normal.Same(tree, read.Tree, dialect), $"number {i}: changed without a word\nmeant {Shown(tree, dialect)}\nread  {Shown(read.Tree, dialect)}");
            Assert.DoesNotContain(read.Diagnostics, one => one.Code is "Q-E-BRACKET" or "Q-E-QUOTE" or "Q-E-SEQUENCE" or "Q-E-FIELD" or "Q-E-NOT" or "Q-E-FULLWIDTH");
        }
    }

    /// <summary>What one platform can say and another cannot is changed with a word, and then stays.</summary>
    [Theory]
    [InlineData("scopus", "wos")]
    [InlineData("wos", "pubmed")]
    [InlineData("wos", "scopus")]
    [InlineData("pubmed", "ieee")]
    [InlineData("scopus", "sinomed")]
    [InlineData("pubmed", "cnki")]
    [InlineData("ovid", "scopus")]
    [InlineData("embase", "wanfang")]
    [InlineData("cnki", "scopus")]
    [InlineData("wanfang", "wos")]
    [InlineData("ieee", "ovid")]
    [InlineData("ebsco", "embase")]
    public void Every_loss_is_named(string from, string to)
    {
        var (source, target) = (Platforms.Named(from), Platforms.Named(to));
        var trees = new RandomTrees(source, 7);
        for (var i = 0; i < 300; i++)
        {
            var text = DialectWriter.Write(trees.Next(), source, new Writing()).Text;
            var translation = Translation.Of(text, source, target);
            var back = StrategyReader.Read(translation.Written!.Text, target).Tree;
            Assert.True(Normal.Same(translation.Written.Tree, back, target), $"number {i}\nfrom  {text}\nwrote {translation.Written.Text}\nmeant {Shown(translation.Written.Tree, target)}\nread  {Shown(back, target)}");
            // CNKI and Wanfang put every value in quotes, so there they tell nothing.
            Assert.True(translation.Written.Diagnostics.Count > 0 || Normal.Same(translation.Read.Tree, back, target) || Normal.Same(Normal.Of(translation.Read.Tree!, source), back, target), $"number {i}: changed without a word\nfrom  {text}\nwrote {translation.Written.Text}");
        }
    }

    static string Shown(Expression? tree, Dialect dialect) => tree is null ? "nothing" : ExpressionText.Key(Normal.Of(tree, dialect));
}
