using System.Globalization;
using System.Text;
using System.Xml.Linq;
using ReviewKit.CoWord;
using ReviewKit.Records;
using ReviewKit.Text;

namespace ReviewKit.Tests.CoWord;

public class MapFormatTests
{
    static readonly CoWordMap Map = CoWordMap.Of(Papers.SmartCities(), new CoWordOptions { MinimumOccurrences = 1, Inputs = [new InputFile("cnki.txt", "abc123")] });

    public static TheoryData<string> Names => [.. MapFormat.All.Select(format => format.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_format_is_written_with_its_settings_and_twice_the_same(string name)
    {
        var format = MapFormat.Of(name);
        var text = Written(format);
        Assert.NotEqual("", text);
        Assert.Equal(text, Written(format));
        if (format.HoldsSettings) Assert.Contains("cnki.txt sha256 abc123", text, StringComparison.Ordinal);
        if (name is not ("vos-network" or "themes")) Assert.Contains("智慧城市", text, StringComparison.Ordinal);
        if (Path.GetExtension(format.File) is ".svg" or ".gexf" or ".graphml") XDocument.Parse(text);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_map_without_terms_is_written_too(string name) =>
        Assert.NotNull(Written(MapFormat.Of(name), CoWordMap.Of([], new CoWordOptions())));

    [Fact]
    public void The_matrix_has_occurrences_on_its_diagonal_and_is_symmetric()
    {
        var rows = Written(MapFormat.Of("matrix")).TrimStart('\ufeff').TrimEnd('\n').Split('\n').Skip(1).Select(row => row.Split(',')[^Map.Terms.Count..]).ToList();
        for (var i = 0; i < rows.Count; i++)
        {
            Assert.Equal(Map.Terms[i].Occurrences.ToString(CultureInfo.InvariantCulture), rows[i][i]);
            for (var j = 0; j < i; j++) Assert.Equal(rows[i][j], rows[j][i]);
        }
    }

    [Theory]
    [InlineData("svg")]
    [InlineData("overlay")]
    public void No_two_circles_of_a_picture_overlap(string name)
    {
        var circles = XDocument.Parse(Written(MapFormat.Of(name))).Descendants().Where(element => element.Name.LocalName == "circle")
            .Select(circle => (X: Number(circle, "cx"), Y: Number(circle, "cy"), R: Number(circle, "r"))).ToList();
        Assert.Equal(Map.Terms.Count, circles.Count);
        foreach (var a in circles)
            foreach (var b in circles.Where(b => b != a))
                Assert.True(Math.Sqrt(Math.Pow(a.X - b.X, 2) + Math.Pow(a.Y - b.Y, 2)) >= a.R + b.R - 0.1);
    }

    [Fact]
    public void No_two_words_of_a_cloud_overlap()
    {
        var words = WordCloudSvg.Place(Map.Terms);
        Assert.Equal(Map.Terms.Count, words.Count);
        foreach (var a in words)
            foreach (var b in words.Where(b => b.Term != a.Term))
                Assert.True(a.Left + a.Width <= b.Left || b.Left + b.Width <= a.Left || a.Top + a.Height <= b.Top || b.Top + b.Height <= a.Top);
    }

    [Fact]
    public void Pictures_speak_Chinese()
    {
        Assert.Contains("密度", Written(MapFormat.Of("density"), language: Language.Zh), StringComparison.Ordinal);
        Assert.Contains("发动主题", Written(MapFormat.Of("diagram"), language: Language.Zh), StringComparison.Ordinal);
        Assert.Contains("平均年份", Written(MapFormat.Of("overlay"), language: Language.Zh), StringComparison.Ordinal);
    }

    static double Number(XElement element, string attribute) => double.Parse(element.Attribute(attribute)!.Value, CultureInfo.InvariantCulture);

    static string Written(MapFormat format, CoWordMap? map = null, Language language = Language.En)
    {
        using var stream = new MemoryStream();
        format.Write(map ?? Map, stream, new MapWriting(language));
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
