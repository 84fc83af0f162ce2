using CsCheck;
using ReviewKit.Formats;
using ReviewKit.Records;

namespace ReviewKit.Tests.Formats.Writing;

public class LaTeXWriterTests
{
    [Theory]
    [InlineData("R&D at 100% of $5 #1 a_b", @"R\&D at 100\% of \$5 \#1 a\_b")]
    [InlineData("{x} ~ ^ \\", @"\textbraceleft{}x\textbraceright{} \textasciitilde{} \textasciicircum{} \textbackslash{}")]
    [InlineData("a -- b --- c ``q''", "a -{}- b -{}-{}- c `{}`q'{}'")]
    [InlineData("智慧城市——以上海为例", "智慧城市——以上海为例")]
    [InlineData("Müller’s “é”", "Müller’s “é”")]
    public void What_LaTeX_would_take_for_a_command_is_escaped_and_nothing_else(string text, string latex)
    {
        Assert.Equal(latex, LaTeXWriter.Coded(text));
        Assert.Equal(text, BibTeXText.Decode(latex));
    }

    [Theory]
    [InlineData("RNA-seq in the iPhone age of Paris", "{RNA-seq} in the {iPhone} age of Paris")]
    [InlineData("COVID-19与城市", "{COVID}-19与城市")]
    public void Words_with_inner_capitals_are_protected(string title, string latex)
    {
        Assert.Equal(latex, LaTeXWriter.Protected(title));
        Assert.Equal(title, BibTeXText.Decode(latex));
    }

    [Theory]
    [InlineData("van der Berg", "Jan", null, "van der Berg, Jan")]
    [InlineData("King", "Martin Luther, Jr", null, "King, Jr, Martin Luther")]
    [InlineData("Barnes and Noble", "X", null, "{Barnes and Noble}, X")]
    [InlineData(null, null, "Institute of Streets and Squares", "{Institute of Streets and Squares}")]
    [InlineData(null, null, "欧阳明", "{欧阳明}")]
    public void A_name_is_read_back_as_it_was(string? family, string? given, string? literal, string latex)
    {
        var name = new PersonName { Family = family, Given = given, Literal = literal };
        Assert.Equal(latex, LaTeXWriter.Name(name));
        Assert.Equal(name, NameParser.OfBibTeX(latex));
    }

    [Fact]
    public void Any_text_is_read_back_as_it_was() =>
        Gen.OneOf(" abAB{}\\$&%#_~^-`'\",;@=\n智慧–“".ToCharArray()).Array[0, 40].Select(c => new string(c)).Select(t => t.Trim()).Where(t => !t.Contains(" \n", StringComparison.Ordinal))
            .Sample(text => BibTeXText.Decode(LaTeXWriter.Coded(text)) == text, iter: 3000, print: text => $"[{text}] -> [{LaTeXWriter.Coded(text)}] -> [{BibTeXText.Decode(LaTeXWriter.Coded(text))}]");
}
