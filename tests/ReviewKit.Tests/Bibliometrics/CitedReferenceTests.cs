using ReviewKit.Bibliometrics;

namespace ReviewKit.Tests.Bibliometrics;

public class CitedReferenceTests
{
    public static TheoryData<string, string, string> Lines => new()
    {
        { "Lindholm KE, 1997, J INVENTED STUD, V48, P13, DOI 10.1234/jis.1997.48", "Lindholm KE, 1997, J INVENTED STUD, V48, P13", "lindholmke|1997|48|13" },
        { "LINDHOLM KE, 1997, J INVENTED STUD, V48, P13", "LINDHOLM KE, 1997, J INVENTED STUD, V48, P13", "lindholmke|1997|48|13" },
        { "Okafor B, 2003, BOOK OF CITIES", "Okafor B, 2003, BOOK OF CITIES", "okaforb2003bookofcities" },
        { "*WHO, 2010, REPORT, DOI 10.5555/who.10", "*WHO, 2010, REPORT", "10.5555/who.10" },
        { "Lindholm, K.E., Berg, A., Cities that learn, and others (1997) Journal of Invented Studies, 48, pp. 13-29", "Lindholm KE, 1997, Journal of Invented Studies, V48, P13", "lindholmke|1997|48|13" },
        { "Lindholm K.E., Berg A., Cities that learn, and others, Journal of Invented Studies, 48, 2, pp. 13-29, (1997)", "Lindholm KE, 1997, Journal of Invented Studies, V48, P13", "lindholmke|1997|48|13" },
        { "[3] 陈晓, 吴敏. 会学习的城市[J]. 城市虚构研究, 2018, 62(3): 11-15.", "陈晓, 2018, 城市虚构研究, V62, P11", "陈晓|2018|62|11" },
        { "Lindholm, K. E., & Berg, A. (1997). Cities that learn. Journal of Invented Studies, 48(2), 13-29.", "Lindholm KE, 1997, Journal of Invented Studies, V48, P13", "lindholmke|1997|48|13" },
        { "Private communication, mayor's office", "Private communication, mayor's office", "privatecommunicationmayorsoffice" },
    };

    [Theory]
    [MemberData(nameof(Lines))]
    public void Lines_of_many_styles(string line, string label, string key)
    {
        var reference = CitedReference.Parse(line);
        Assert.Equal(label, reference.Label);
        Assert.Equal(key, reference.Key);
    }

    [Fact]
    public void A_very_long_line_does_not_take_long() =>
        Assert.NotEmpty(CitedReference.Parse(string.Concat(Enumerable.Repeat("Aaa, B., ", 2000)) + "title").Key);
}
