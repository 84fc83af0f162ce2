using ReviewKit.Query;
using ReviewKit.Query.Dialects;
using ReviewKit.Query.Parsing;

namespace ReviewKit.Tests.Query.Dialects;

public class StrategyReaderTests
{
    [Theory]
    [InlineData("scopus", "TITLE-ABS-KEY(\"smart city\" OR wom?n) AND PUBYEAR > 2009 AND PUBYEAR < 2021", "AND[OR[\"smart city\"[title,abstract,author-keywords,index-terms], wom?n[title,abstract,author-keywords,index-terms]], years[2010..2020]]")]
    [InlineData("scopus", "TITLE({smart city}) AND NOT LIMIT-TO(LANGUAGE, \"Chinese\")", "AND[{smart city}[title], NOT[language[zh]]]")]
    [InlineData("scopus", "AUTHKEY(smart PRE/2 cit*)", "PRE/2[smart[author-keywords], cit*[author-keywords]]")]
    [InlineData("wos", "TI=a AND TI=b OR TI=c NOT TI=d", "OR[AND[a[title], b[title]], AND[c[title], NOT[d[title]]]]")]
    [InlineData("wos", "TS=(智慧城市 OR \"smart cit*\") AND PY=(2010-2020) AND LA=(Chinese OR English)", "AND[OR[智慧城市[title,abstract,author-keywords,keywords-plus], \"smart cit*\"[title,abstract,author-keywords,keywords-plus]], years[2010..2020], language[zh,en]]")]
    [InlineData("wos", "AB=(air NEAR quality)", "NEAR/15[air[abstract], quality[abstract]]")]
    [InlineData("pubmed", "a[ti] OR b[ti] AND c[ti]", "AND[OR[a[title], b[title]], c[title]]")]
    [InlineData("pubmed", "\"urban air quality\"[tiab:~4] AND (\"2010/06/01\"[dp] : \"3000\"[dp])", "AND[NEAR/4[urban[title,abstract], air[title,abstract], quality[title,abstract]], years[2010-06-01..]]")]
    [InlineData("pubmed", "\"Air Pollution/adverse effects\"[Majr:NoExp] AND chinese[la]", "AND[heading(Air Pollution/adverse effects, focus), language[zh]]")]
    [InlineData("ovid", "exp *Air Pollution/ae, to or (air adj3 (quality or pollut$3)).ti,kf.", "OR[heading(Air Pollution/ae,to, exploded, focus), NEAR/2[air[title,author-keywords], OR[quality[title,author-keywords], pollut*3[title,author-keywords]]]]")]
    [InlineData("ovid", "heart attack adj stroke.ab.", "PRE/0[\"heart attack\"[abstract], stroke[abstract]]")]
    [InlineData("embase", "'air pollution'/exp/mj AND (clean NEXT/2 air):ti,ab AND [2010-2020]/py AND [english]/lim", "AND[heading(air pollution, exploded, focus), PRE/1[clean[title,abstract], air[title,abstract]], years[2010..2020], language[en]]")]
    [InlineData("ebsco", "(MH \"Air Pollution+\") OR TI (clean W2 air)", "OR[heading(Air Pollution, exploded), PRE/2[clean[title], air[title]]]")]
    [InlineData("ieee", "\"Document Title\":\"smart grid\" OR \"Abstract\":meter*", "OR[\"smart grid\"[title], meter*[abstract]]")]
    [InlineData("cnki", "SU='北京'*'奥运' and FT='环境保护'", "AND[北京[topic], 奥运[topic], 环境保护[full-text]]")]
    [InlineData("cnki", "TKA = ('智慧城市' + '数字城市') AND TI = ('政策 /NEAR 5 法规') NOT AU='张三' AND YE >= '2015'", "AND[OR[智慧城市[title,abstract,author-keywords], 数字城市[title,abstract,author-keywords]], NEAR/5[政策[title], 法规[title]], NOT[张三[author]], years[2015..]]")]
    [InlineData("cnki", "TI = 'rock ''n'' roll'", "\"rock 'n' roll\"[title]")]
    [InlineData("cnki", "TI='Alzheimer's disease'", "\"Alzheimer's disease\"[title]")]
    [InlineData("wanfang", "题名:(\"智慧城市\" or \"“十三五”规划\") and 摘要:\"政策\" not 作者:\"张三\" and Date:2010-2020", "AND[OR[智慧城市[title], “十三五”规划[title]], 政策[abstract], NOT[张三[author]], years[2010..2020]]")]
    [InlineData("wanfang", "题名或关键词:（“智慧城市”）", "智慧城市[title,author-keywords]")]
    [InlineData("vip", "(T=智慧城市 OR K=智慧城市) AND R=政策", "AND[智慧城市[title,author-keywords], 政策[abstract]]")]
    [InlineData("any", "smart cities NEAR/3 (policy OR law*) NOT draft.ti", "AND[NEAR/3[\"smart cities\", OR[policy, law*]], NOT[draft[title]]]")]
    public void Reads_the_platforms_syntax(string platform, string text, string expected)
    {
        var dialect = Platforms.Named(platform);
        Assert.Equal(expected, ExpressionText.Of(Normal.Of(StrategyReader.Read(text, dialect).Tree!, dialect)));
    }

    [Theory]
    [InlineData("ovid", "1. exp Cities/\n2. smart.ti.\n3. 1 or 2\n4. limit 3 to yr=\"2010 -Current\"", "AND[OR[heading(Cities, exploded), smart[title]], years[2010..]]")]
    [InlineData("ovid", "smart.ti.\ndigital.ti.\npolicy.ab.\nor/1-2\n3 and 4", "AND[policy[abstract], OR[smart[title], digital[title]]]")]
    [InlineData("wos", "#1 TS=air\n#2 TI=(clean\n   OR pure)\n#3 #1 AND #2", "AND[air[title,abstract,author-keywords,keywords-plus], OR[clean[title], pure[title]]]")]
    [InlineData("pubmed", "1. 智慧城市[ti]\n2. policy[ti]\n3. #1 OR #2", "OR[智慧城市[title], policy[title]]")]
    [InlineData("ebsco", "S1 TI air\nS2 AB water\nS3 S1 NOT S2", "AND[air[title], NOT[water[abstract]]]")]
    public void Lines_are_put_where_they_are_referred_to(string platform, string text, string expected)
    {
        var dialect = Platforms.Named(platform);
        var read = StrategyReader.Read(text, dialect);
        Assert.Equal(expected, ExpressionText.Of(Normal.Of(read.Tree!, dialect)));
        Assert.DoesNotContain(read.Diagnostics, one => one.IsError);
    }

    [Theory]
    [InlineData("wos", "TS=(air AND (water)", "Q-E-BRACKET", 3, 1)]
    [InlineData("wos", "TS=air) OR TS=water", "Q-E-BRACKET", 6, 1)]
    [InlineData("scopus", "TITLE(\"smart city) AND ABS(policy)", "Q-E-QUOTE", 6, 11)]
    [InlineData("wos", "TI=air OR", "Q-E-SEQUENCE", 7, 2)]
    [InlineData("pubmed", "\"air\"[ti] \"water\"[ti]", "Q-E-SEQUENCE", 0, 17)]
    [InlineData("wos", "XY=air", "Q-E-FIELD", 0, 3)]
    [InlineData("pubmed", "air[xyz]", "Q-E-FIELD", 3, 5)]
    [InlineData("cnki", "TI=（'智慧城市'）", "Q-E-FULLWIDTH", 3, 1)]
    [InlineData("cnki", "TI=‘智慧城市’", "Q-E-FULLWIDTH", 3, 1)]
    [InlineData("wanfang", "题名：\"智慧城市\"", "Q-E-FULLWIDTH", 2, 1)]
    [InlineData("sinomed", "“智慧城市”[标题]", "Q-E-FULLWIDTH", 0, 1)]
    [InlineData("scopus", "TITLE(air) NOT TITLE(water)", "Q-E-NOT", 11, 3)]
    [InlineData("wos", "TS=(air NEAR/3 (water AND fire))", "Q-E-NEAR", 16, 14)]
    [InlineData("scopus", "TITLE(air NEAR/3 water)", "Q-E-NEAR-FORM", 10, 6)]
    [InlineData("wos", "TS=(air NEAR/40 water)", "Q-E-DISTANCE", 8, 7)]
    [InlineData("pubmed", "air*[ti]", "Q-E-STEM", 0, 4)]
    [InlineData("wos", "TI=ai*", "Q-E-STEM", 3, 3)]
    [InlineData("cnki", "TI='智慧*'", "Q-E-WILDCARD", 3, 5)]
    [InlineData("embase", "'smart cit*':ti", "Q-E-WILDCARD-QUOTED", 0, 12)]
    [InlineData("scopus", "TITLE({smart cit*})", "Q-E-WILDCARD-QUOTED", 6, 12)]
    [InlineData("wos", "TI=* AND TI=air", "Q-E-WILDCARD-ALONE", 3, 1)]
    [InlineData("pubmed", "(air OR water)[ti]", "Q-E-TAG-GROUP", 14, 4)]
    [InlineData("wos", "TI=air AND PY=2020-2010", "Q-E-WINDOW", 14, 9)]
    [InlineData("wos", "TI=air AND PY=201*", "Q-E-YEAR", 14, 4)]
    [InlineData("wos", "PY=2010-2020", "Q-E-YEAR-ONLY", 3, 9)]
    [InlineData("wos", "#1 TI=air\n#2 #1 AND #7", "Q-E-LINE", 20, 2)]
    [InlineData("wos", "#1 #2 OR TI=a\n#2 #1 AND TI=b", "Q-E-CIRCLE", 17, 2)]
    [InlineData("wanfang", "题名:智慧城市", "Q-W-UNQUOTED", 3, 4)]
    [InlineData("wos", "TI=air and TI=water", "Q-W-CASE", 7, 3)]
    [InlineData("scopus", "TITLE(a) AND TITLE(b) OR TITLE(c)", "Q-W-MIXED", 22, 2)]
    [InlineData("cnki", "KY='政策'", "Q-W-EQUALITY", 0, 3)]
    [InlineData("cnki", "SU %= '政策'", "Q-W-RELEVANCE", 0, 5)]
    [InlineData("cnki", "TI='智慧城市' OR TI='智慧城市建设'", "Q-W-SUBSUMED", 16, 8)]
    [InlineData("wos", "TI=\"smart city\" OR TI=\"smart city policy\"", "Q-W-SUBSUMED", 22, 19)]
    [InlineData("cnki", "AB='安全'", "Q-W-COMMON", 3, 4)]
    [InlineData("wos", "TI=air AND DO=abc", "Q-W-IDENTIFIER", 14, 3)]
    [InlineData("wos", "#1 TI=a\n#2 TI=b\n#3 #1 OR TI=c", "Q-W-LINE-UNUSED", 11, 4)]
    [InlineData("wos", "TI=air! AND TI=water", "Q-W-CHARACTER", 6, 1)]
    [InlineData("wos", "TI=water-*", "Q-W-WILDCARD", 3, 7)]
    [InlineData("ieee", "(a1*) AND (b1*) AND (c1*) AND (d1*) AND (e1*) AND (f1*) AND (g1*) AND (h1*) AND (i1*)", "Q-E-TOO-MANY", 0, 85)]
    [InlineData("scopus", "“智慧城市”", "Q-W-QUOTES", 0, 1)]
    [InlineData("wos", "Web of Science: TI=air", "Q-W-PLATFORM-NAME", 0, 16)]
    [InlineData("wos", "\"TI=(air) AND TI=(water)\"", "Q-W-WHOLE-QUOTED", 0, 25)]
    [InlineData("pubmed", "", "Q-E-EMPTY", 0, 0)]
    public void Says_what_is_wrong_and_where(string platform, string text, string code, int offset, int length)
    {
        var said = StrategyReader.Read(text, Platforms.Named(platform)).Diagnostics;
        Assert.True(said.Any(one => one.Code == code && one.At == new Span(offset, length)), string.Join('\n', said));
        Assert.All(said, one => Assert.False(one.Said.En.Length == 0 || one.Said.Zh.Length == 0));
    }

    /// <summary>Whatever the text: an answer, and every place lies in the text.</summary>
    [Fact]
    public void Never_gives_up()
    {
        var signs = new[] { "(", ")", "\"", "'", "[", "]", "“", "”", "（", "）", "AND ", "or ", "NOT ", "NEAR/3 ", "adj2 ", "TI=", "TITLE(", "[ti]", ".ab.", ":ti", "#1", "\n", "1. ", "*", "?", "$", "{", "}", "/", "exp ", "2010", "-", "智慧城市", "air ", "\\", "=", "题名:", "+", "," };
        var random = new Random(5);
        foreach (var dialect in Platforms.All.Append(Platforms.Any).Where(one => one.CanRead))
            for (var i = 0; i < 1500; i++)
            {
                var text = string.Concat(Enumerable.Range(0, random.Next(1, 14)).Select(_ => signs[random.Next(signs.Length)]));
                var read = StrategyReader.Read(text, dialect);
                Assert.All(read.Diagnostics, one => Assert.True(one.At.Start >= 0 && one.At.End <= text.Length, $"{dialect.Name} {text}: {one}"));
                foreach (var target in Platforms.All.Where(_ => i % 50 == 0))
                    if (read.Tree is not null) DialectWriter.Write(read.Tree, target, new Writing { Source = dialect.Name });
            }
    }
}
