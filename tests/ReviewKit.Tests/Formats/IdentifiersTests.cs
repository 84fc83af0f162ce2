using ReviewKit.Formats;

namespace ReviewKit.Tests.Formats;

public class IdentifiersTests
{
    [Theory]
    [InlineData("15590267; 10800549", "1559-0267 1080-0549", "", true)]
    [InlineData("20762615 (ISSN)", "2076-2615", "", true)]
    [InlineData("1999-7777(Electronic),0222-6666(Print)", "1999-7777 0222-6666", "", true)]
    [InlineData("EISSN-2375-5636", "2375-5636", "", true)]
    [InlineData("978-1-4028-9462-6", "", "978-1-4028-9462-6", true)]
    [InlineData("0306406152 (paperback)", "", "0306406152", true)]
    [InlineData("2099-9999 of the series", "2099-9999", "", false)]
    [InlineData("CN102345A", "CN102345A", "", true)]
    public void Serial_numbers_are_told_apart(string text, string issn, string isbn, bool isWhole)
    {
        var draft = new Draft(new Record { Type = "article-journal" });
        Assert.Equal(isWhole, Identifiers.PutSerialNumber(draft, text));
        Assert.Equal((issn, isbn), (string.Join(' ', draft.Record.Issn), string.Join(' ', draft.Record.Isbn)));
    }

    [Theory]
    [InlineData("https://doi.org/10.1002/asi.21075", "10.1002/asi.21075", true)]
    [InlineData("10.3969／j.issn.1672－9676.2020.01.039", "10.3969/j.issn.1672-9676.2020.01.039", true)]
    [InlineData("10.1002/asi.21075 [doi]; also 5", "10.1002/asi.21075", false)]
    [InlineData("不详", null, false)]
    public void A_doi_is_taken_out_of_its_field(string text, string? doi, bool isWhole)
    {
        var draft = new Draft(new Record());
        Assert.Equal(isWhole, Identifiers.PutDoi(draft, text));
        Assert.Equal(doi, draft.Record.Doi);
    }

    [Theory]
    [InlineData("https://link.cnki.net/doi/10.13207/j.cnki.1", "10.13207/j.cnki.1")]
    [InlineData("http://dx.doi.org/10.1000%2F1", "10.1000/1")]
    [InlineData("https://www.scopus.com/x?doi=10.1%2f2", null)]
    public void A_resolver_address_gives_a_doi(string url, string? doi) => Assert.Equal(doi, Identifiers.DoiOfUrl(url));
}
