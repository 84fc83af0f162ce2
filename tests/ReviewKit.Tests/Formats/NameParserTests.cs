using ReviewKit.Formats;
using ReviewKit.Records;

namespace ReviewKit.Tests.Formats;

public class NameParserTests
{
    [Theory]
    [InlineData("Lu, Hong", "Lu", "Hong", null)]
    [InlineData("Gutowska K.", "Gutowska", "K.", null)]
    [InlineData("Zanni-Merk C.D.", "Zanni-Merk", "C.D.", null)]
    [InlineData("Walter BH", "Walter", "BH", null)]
    [InlineData("WHO EU", null, null, "WHO EU")]
    [InlineData("Massimo Aria", null, null, "Massimo Aria")]
    [InlineData("张三[1,2]", null, null, "张三")]
    [InlineData("Liu, Fengyuan (60410297700)", "Liu", "Fengyuan", null)]
    [InlineData("Stillman, Andrew N. (a.s@uconn.example)", "Stillman", "Andrew N.", null)]
    [InlineData("梁玖, ", null, null, "梁玖")]
    public void A_name_is_split_only_where_the_source_tells_the_parts_apart(string text, string? family, string? given, string? literal) =>
        Assert.Equal(new PersonName { Family = family, Given = given, Literal = literal }, NameParser.Of(text));

    [Theory]
    [InlineData("Giannotti, Fosca", "Giannotti", "Fosca", null)]
    [InlineData("Fosca Giannotti", "Giannotti", "Fosca", null)]
    [InlineData("Jan van der Berg", "van der Berg", "Jan", null)]
    [InlineData("King, Jr, Martin", "King", "Martin, Jr", null)]
    [InlineData("{Council on Towns, Streets}", null, null, "Council on Towns, Streets")]
    [InlineData("Eva H. {\\\"O}nnud{\\'o}ttir", "Önnudóttir", "Eva H.", null)]
    [InlineData("李四", null, null, "李四")]
    [InlineData("others", null, null, "others")]
    public void A_BibTeX_name_follows_BibTeX(string latex, string? family, string? given, string? literal) =>
        Assert.Equal(new PersonName { Family = family, Given = given, Literal = literal }, NameParser.OfBibTeX(latex));

    [Fact]
    public void Editors_of_Scopus_are_told_apart_without_and() =>
        Assert.Equal(["Zanni-Merk", "Howlett"], NameParser.SplitBibTeX("Zanni-Merk C., Howlett R.J.").Select(n => NameParser.OfBibTeX(n).Family));

    [Fact]
    public void An_affiliation_before_two_blanks_is_no_part_of_a_Chinese_name()
    {
        Assert.Equal(("南开大学文学院", "张子轼"), NameParser.SplitAffiliation("南开大学文学院  张子轼"));
        Assert.Null(NameParser.SplitAffiliation("张子轼"));
    }
}
