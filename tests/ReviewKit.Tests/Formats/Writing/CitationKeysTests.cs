using ReviewKit.Formats;
using ReviewKit.Records;

namespace ReviewKit.Tests.Formats.Writing;

public class CitationKeysTests
{
    [Theory]
    [InlineData("Zhang", null, 2021, "The smart city: a review", "zhang2021smart")]
    [InlineData("Müller-Lüdenscheidt", null, 1999, "Bürger", "mullerludenscheidt1999burger")]
    [InlineData(null, "欧阳修", 2020, "智慧城市", "ouyang2020zhihui")]
    [InlineData(null, "许一", 2020, "5G 与城市", "xu20205g")]
    [InlineData(null, "World Health Organization", 2019, "", "organization2019")]
    [InlineData(null, null, null, "", "record")]
    public void A_key_is_family_name_year_and_first_word(string? family, string? literal, int? year, string title, string expected)
    {
        var record = new Record { Title = title.Length == 0 ? null : title, Year = year };
        if (family is not null || literal is not null) record.Authors.Add(new PersonName { Family = family, Literal = literal });
        Assert.Equal(expected, new CitationKeys().Of(record, null));
    }

    [Fact]
    public void A_key_is_given_once_and_a_record_keeps_its_own_where_it_can()
    {
        var keys = new CitationKeys();
        var record = new Record { Title = "x", Year = 2020 };
        Assert.Equal(["2020x", "2020xa", "2020xb"], Enumerable.Range(0, 3).Select(_ => keys.Of(record, null)));
        Assert.Equal(["Own:1", "Own:1a"], Enumerable.Range(0, 2).Select(_ => keys.Of(record, "Own:1")));
        Assert.Equal("2020xc", keys.Of(record, "not {safe}"));
    }
}
