using ReviewKit.Bibliometrics;

namespace ReviewKit.Tests.Bibliometrics;

public class InstitutionsTests
{
    [Theory]
    [InlineData("Wuhan Univ, Sch Informat Management, Wuhan, Peoples R China.", true, "Wuhan Univ")]
    [InlineData("Department of Urban Studies, University of Nowhere, Nowhere City, Norway", false, "University of Nowhere")]
    [InlineData("Urban Lab, Institute of Invented Things, Oslo, Norway", false, "Institute of Invented Things")]
    [InlineData("Oslo, Norway", false, "Oslo")]
    [InlineData("武汉大学信息管理学院", false, "武汉大学")]
    [InlineData("国家信息中心，北京", false, "国家信息中心")]
    [InlineData("", false, "")]
    public void Of_an_address(string address, bool isInstitutionFirst, string expected) => Assert.Equal(expected, Institutions.OfAddress(address, isInstitutionFirst));

    [Fact]
    public void Names_in_brackets_are_no_part_of_an_address_and_each_institution_counts_once() =>
        Assert.Equal(["Wuhan Univ", "Univ Oslo"], Institutions.Of(new Record
        {
            Source = "wos",
            Affiliations = ["[Li, Na; Wu, Min] Wuhan Univ, Sch Informat, Wuhan, Peoples R China.", "[Wu, Min] Wuhan Univ, Dept Geog, Wuhan, Peoples R China.", "[Berg, Ada] Univ Oslo, Oslo, Norway."],
        }));
}
