using ReviewKit.Dedup;

namespace ReviewKit.Tests.Dedup;

public class TitleComparisonTests
{
    [Theory]
    [InlineData("α-synuclein &amp; sleep in H<sub>2</sub>O", "Alpha-synuclein & Sleep in H2O", "Equal")]
    [InlineData("[Sueño y ruido en la ciudad]", "Sueno y ruido en la ciudad.", "Equal")]
    [InlineData("Haemorrhage after oestrogen: type II", "Hemorrhage after estrogen, type 2", "Near")]
    [InlineData("Bruit et sommeil [Noise and sleep in the old town of Lyon]", "Noise and sleep in the old town of Lyon", "Equal")]
    [InlineData("Noise and sleep. [Erratum appears in Noise. 2001;3(1):9", "Noise and sleep", "Equal")]
    [InlineData("Noise and sleep [French]", "Noise and sleep", "Equal")]
    [InlineData("Micro task platforms for meta analysis", "Microtask platforms for a metaanalysis", "Near")]
    [InlineData("Behaviour of cyclists at night", "Behavior of cyclist at night", "Near")]
    [InlineData("Behaviour of cyclists at night", "Behaviour of cyclists at night: a field study in Porto", "Extended")]
    [InlineData("Typical errors in traffic counts", "Atypical errors in traffic counts", "Substituted")]
    [InlineData("Noise and sleep", "Parks and public health", "Different")]
    [InlineData("Noise and sleep", "噪声与睡眠", "Incomparable")]
    [InlineData("噪声与睡眠：以里昂为例", "噪聲與睡眠——以里昂為例", "Equal")]
    [InlineData("噪声与睡眠", "噪声与睡眠研究进展", "Extended")]
    public void Two_titles_are_laid_side_by_side(string a, string b, string expected)
    {
        var (x, y) = (TitleForm.Of(a, new Pool()).ToArray(), TitleForm.Of(b, new Pool()).ToArray());
        Assert.Equal(expected, TitleComparison.Of(x, y).Agreement.ToString());
        Assert.Equal(expected, TitleComparison.Of(y, x).Agreement.ToString());
    }

    [Theory]
    [InlineData("NA")]
    [InlineData("UNKNOWN")]
    [InlineData(" ")]
    [InlineData("无")]
    public void A_word_for_nothing_is_no_title(string title) => Assert.Empty(TitleForm.Of(title, new Pool()));

    [Theory]
    [InlineData("cyclists", "cyclist", true)]
    [InlineData("behaviour", "behavior", true)]
    [InlineData("prefectures", "prefectrues", true)]
    [InlineData("typical", "atypical", false)]
    [InlineData("hypertension", "hypotension", false)]
    [InlineData("2014", "2015", false)]
    [InlineData("men", "man", false)]
    public void A_variant_is_one_misprint_away(string a, string b, bool expected) => Assert.Equal(expected, Spelling.IsVariant(a, b));
}
