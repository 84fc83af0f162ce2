using ReviewKit.Query.Dialects;

namespace ReviewKit.Tests.Query.Dialects;

public class TranslationTests
{
    [Theory]
    [InlineData("wos", "pubmed", "AK=policy", "policy[ot]", "")]
    [InlineData("pubmed", "wos", "policy[tiab]", "TI=policy OR AB=policy", "")]
    [InlineData("pubmed", "scopus", "chinese[la] AND air[ti]", "LANGUAGE(chinese) AND TITLE(air)", "")]
    [InlineData("pubmed", "scopus", "air[ti] AND 2010:2020[dp]", "TITLE(air) AND PUBYEAR > 2009 AND PUBYEAR < 2021", "")]
    [InlineData("wos", "ebsco", "TI=air AND PY=2015-2020", "TI air AND PY 2015-2020", "")]
    [InlineData("ovid", "scopus", "air.ti,ab,kf.", "TITLE-ABS-KEY(air)", "Q-W-FIELD-WIDER")]
    [InlineData("ovid", "wos", "(air adj3 quality).ti.", "TI=(air NEAR/2 quality)", "")]
    [InlineData("wos", "ovid", "TI=(air NEAR/2 quality)", "(air adj3 quality).ti.", "")]
    [InlineData("ovid", "embase", "(air adj3 quality).ti.", "(air NEAR/3 quality):ti", "")]
    [InlineData("wos", "scopus", "TS=\"智慧城市\"", "TITLE-ABS-KEY(\"智慧城市\")", "Q-W-FIELD-WIDER")]
    [InlineData("cnki", "wanfang", "TI = ('智慧城市' + '数字城市') AND YE > '2014'", "题名:(\"智慧城市\" or \"数字城市\") and Date:2015-*", "")]
    [InlineData("wanfang", "cnki", "题名:(\"智慧城市\" or \"数字城市\") and Date:2010-2020", "TI = ('智慧城市' + '数字城市') AND YE BETWEEN ('2010','2020')", "")]
    [InlineData("wanfang", "scopus", "关键词:\"智慧 城市\"", "AUTHKEY(\"智慧 城市\")", "")]
    [InlineData("scopus", "pubmed", "TITLE(organi?ation)", "organi*ation[ti]", "Q-W-WILDCARD")]
    [InlineData("wos", "wanfang", "TI=(air NEAR/2 quality)", "题名:\"air\" and 题名:\"quality\"", "Q-W-NEAR-LOST")]
    [InlineData("wos", "cnki", "TI=((air OR water) NEAR/2 quality)", "TI = ('air /NEAR 2 quality' + 'water /NEAR 2 quality')", "Q-I-NEAR")]
    [InlineData("pubmed", "embase", "\"Air Pollution\"[mh]", "'Air Pollution'/exp", "Q-W-HEADING")]
    [InlineData("ovid", "pubmed", "exp Air Pollution/ae,to", "\"Air Pollution/ae\"[mh] OR \"Air Pollution/to\"[mh]", "")]
    [InlineData("any", "pubmed", "smart cities AND polic*.ti,ab.", "\"smart cities\" AND polic*[tiab]", "")]
    [InlineData("any", "embase", "“smart cities” or behavio?r", "'smart cities' OR behavio$r", "")]
    [InlineData("scopus", "embase", "TITLE(\"Alzheimer's disease\")", "\"Alzheimer's disease\":ti", "")]
    [InlineData("scopus", "wos", "TITLE(a) AND NOT ABS(b)", "TI=a NOT AB=b", "")]
    [InlineData("cnki", "scopus", "SU = '智慧城市'", "TITLE-ABS-KEY(\"智慧城市\")", "Q-W-FIELD-NARROWER")]
    [InlineData("ovid", "pubmed", "ai*.ti.", "ai*[ti]", "Q-E-STEM")]
    [InlineData("pubmed", "wos", "randomized controlled trial[pt]", "DT=\"randomized controlled trial\"", "Q-W-TYPE")]
    [InlineData("ovid", "ovid", "\"laws and regulations\".ti.", "\"laws and regulations\".ti.", "")]
    public void Says_the_same_in_the_other_syntax_or_names_what_changed(string from, string to, string text, string expected, string code)
    {
        var written = Translation.Of(text, Platforms.Named(from), Platforms.Named(to)).Written!;
        Assert.Equal(expected, written.Text);
        Assert.Equal(code.Length == 0 ? [] : [code], written.Diagnostics.Select(one => one.Code).Distinct());
    }
}
