using ReviewKit.Query;
using ReviewKit.Query.Dialects;

namespace ReviewKit.Tests.Query.Dialects;

/// <summary>The shipped query on every platform, each string written by hand from the platform's rules.</summary>
public class CompilationTests
{
    const string En1 = "\"smart cities\" OR \"digital city\" OR \"smart city\"";
    const string En2 = "policy OR notification OR statement OR \"laws and regulations\"";
    const string En3 = "economy OR environment OR security OR life OR education OR government";
    const string En4 = "Beijing OR Shanghai OR Guangzhou OR Shenzhen";
    static readonly string[][] Zh = [["智慧城市", "数字城市", "智能城市"], ["政策", "通知", "声明", "法律法规"], ["经济", "环境", "安全", "生活", "教育", "政务"], ["北京", "上海", "广州", "深圳"]];
    static readonly string[] En = [En1, En2, En3, En4];
    static readonly TermQuery Shipped = TermQuery.Read(Path.Combine(Repository.Root, "queries", "smart-city-policy.yaml"), "smart-city-policy.yaml");

    static string Whole(string platform, CompileOptions? options = null) => Assert.Single(Compilation.Of(Shipped, Platforms.Named(platform), options ?? new()).Runs);

    [Fact]
    public void Scopus() =>
        Assert.Equal(string.Join(" AND ", En.Select(set => $"TITLE-ABS-KEY({set})")) + " AND PUBYEAR > 2009 AND PUBYEAR < 2023 AND (LANGUAGE(chinese) OR LANGUAGE(english))", Whole("scopus"));

    [Fact]
    public void Web_of_Science_by_topic() =>
        Assert.Equal(string.Join(" AND ", En.Select(set => $"TS=({set})")) + " AND PY=2010-2022 AND LA=(Chinese OR English)", Whole("wos"));

    [Fact]
    public void Web_of_Science_field_by_field() =>
        Assert.Equal(string.Join(" AND ", En.Select(set => $"(TI=({set}) OR AB=({set}) OR AK=({set}))")) + " AND PY=2010-2022 AND LA=(Chinese OR English)", Whole("wos", new() { Separate = true }));

    [Fact]
    public void Web_of_Science_round_by_round() => Assert.Equal(
    [
        $"#1 TI=({En1}) OR AB=({En1}) OR AK=({En1})",
        $"#2 #1 AND (TI=({En2}) OR AB=({En2}) OR AK=({En2}))",
        $"#3 #2 AND (TI=({En3}) OR AB=({En3}) OR AK=({En3}))",
        $"#4 #3 AND (TI=({En4}) OR AB=({En4}) OR AK=({En4}))",
        "#5 #4 AND PY=2010-2022",
        "#6 #5 AND LA=(Chinese OR English)",
    ], Compilation.Of(Shipped, Platforms.Named("wos"), new() { Separate = true }).Rounds);

    [Fact]
    public void Cnki() =>
        Assert.Equal(string.Join(" AND ", Zh.Select(set => $"TKA = ({string.Join(" + ", set.Select(term => $"'{term}'"))})")) + " AND YE BETWEEN ('2010','2022')", Whole("cnki"));

    [Fact]
    public void Cnki_field_by_field() =>
        Assert.Equal(string.Join(" AND ", Zh.Select(set => string.Join(" + ", set.Select(term => $"'{term}'"))).Select(set => $"(TI = ({set}) OR AB = ({set}) OR KY = ({set}))")) + " AND YE BETWEEN ('2010','2022')", Whole("cnki", new() { Separate = true }));

    [Fact]
    public void Cnki_round_by_round_is_a_whole_string_each()
    {
        var rounds = Compilation.Of(Shipped, Platforms.Named("cnki"), new()).Rounds;
        Assert.Equal("TKA = ('智慧城市' + '数字城市' + '智能城市') AND YE BETWEEN ('2010','2022')", rounds[0]);
        Assert.Equal((4, Whole("cnki")), (rounds.Count, rounds[3]));
    }

    [Fact]
    public void Wanfang() =>
        Assert.Equal(string.Join(" and ", Zh.Select(set => string.Join(" or ", set.Select(term => $"\"{term}\""))).Select(set => $"(题名:({set}) or 摘要:({set}) or 关键词:({set}))")) + " and Date:2010-2022", Whole("wanfang"));

    [Fact]
    public void Vip() =>
        Assert.Equal(string.Join(" AND ", Zh.Select(set => string.Join(" OR ", set)).Select(set => $"(T=({set}) OR R=({set}) OR K=({set}))")), Whole("vip"));

    [Fact]
    public void SinoMed() => Assert.Equal(
        string.Join('\n', [.. Zh.Select((set, i) => $"#{i + 1} {string.Join(" OR ", set)}"), "#5 #1 AND #2", "#6 #5 AND #3", "#7 #6 AND #4"]), Whole("sinomed"));

    [Fact]
    public void PubMed()
    {
        static string Tagged(string set) => string.Join(" OR ", ((string[])["[tiab]", "[ot]"]).SelectMany(tag => set.Split(" OR ").Select(term => term + tag)));
        Assert.Equal(string.Join(" AND ", En.Select(set => $"({Tagged(set)})")) + " AND 2010:2022[dp] AND (chinese[la] OR english[la])", Whole("pubmed"));
    }

    [Fact]
    public void Ovid() => Assert.Equal(
        "1. (smart cities or digital city or smart city).ti,ab,kf. and (policy or notification or statement or \"laws and regulations\").ti,ab,kf. and (economy or environment or security or life or education or government).ti,ab,kf. and (Beijing or Shanghai or Guangzhou or Shenzhen).ti,ab,kf. and (chinese or english).la.\n"
        + "2. limit 1 to yr=\"2010-2022\"", Whole("ovid"));

    [Fact]
    public void Embase() =>
        Assert.Equal(string.Join(" AND ", En.Select(set => $"({set.Replace('"', '\'')}):ti,ab,kw")) + " AND [2010-2022]/py AND ([chinese]/lim OR [english]/lim)", Whole("embase"));

    [Fact]
    public void Ebsco() =>
        Assert.Equal(string.Join(" AND ", En.Select(set => $"(TI ({set}) OR AB ({set}) OR KW ({set}))")) + " AND PY 2010-2022 AND (LA Chinese OR LA English)", Whole("ebsco"));

    [Fact]
    public void Ieee()
    {
        static string Named(string set) => string.Join(" OR ", set.Split(" OR ").SelectMany(term => ((string[])["Document Title", "Abstract", "Author Keywords"]).Select(field => $"\"{field}\":{term}")));
        Assert.Equal(string.Join(" AND ", En.Select(set => $"({Named(set)})")), Whole("ieee"));
    }

    [Fact]
    public void OpenAlex() =>
        Assert.Equal("filter=title_and_abstract.search:" + string.Join(" AND ", En.Select(set => $"({set})")) + ",publication_year:2010-2022,language:zh|en", Whole("openalex"));

    [Fact]
    public void Baidu_is_split_into_runs_that_fit_and_together_ask_for_every_combination()
    {
        var runs = Compilation.Of(Shipped, Platforms.Named("baidu"), new()).Runs;
        Assert.All(runs, run => Assert.True(run.Length <= 38, run));
        // 3 · 4 · 6 · 4 combinations of one term from each set.
        var asked = runs.SelectMany(run => Zh.Aggregate((IEnumerable<string>)[""], (rows, set) => rows.SelectMany(row => set.Where(term => run.Contains($"\"{term}\"", StringComparison.Ordinal)).Select(term => row + term)))).ToList();
        Assert.Equal((3 * 4 * 6 * 4, 3 * 4 * 6 * 4), (asked.Count, asked.Distinct().Count()));
    }

    [Theory]
    [InlineData("wos", "Q-W-FIELD-WIDER")]
    [InlineData("cnki", "Q-I-MATCH Q-I-HALF-WIDTH")]
    [InlineData("wanfang", "Q-I-MATCH Q-I-FORM")]
    [InlineData("ieee", "Q-I-LIMITS Q-I-FORM")]
    [InlineData("openalex", "Q-W-FIELD-NARROWER")]
    [InlineData("vip", "Q-I-FORM")]
    [InlineData("baidu", "Q-W-NESTING Q-W-RUNS")]
    public void What_to_know_is_said(string platform, string codes)
    {
        var said = Compilation.Of(Shipped, Platforms.Named(platform), new()).Diagnostics.Select(one => one.Code).ToList();
        Assert.All(codes.Split(' '), code => Assert.Contains(code, said));
    }

    [Theory]
    [InlineData("cnki", "smart card")]
    [InlineData("wos", "公司")]
    public void What_must_not_be_found_and_is_in_the_other_language_is_said_to_be_left_out(string platform, string term)
    {
        var query = TermQuery.Parse("sets:\n  - { id: S1, zh: [智慧城市], en: [smart city], not: [公司, smart card] }\n", "q.yaml");
        var said = Assert.Single(Compilation.Of(query, Platforms.Named(platform), new()).Diagnostics, one => one.Code == "Q-W-LEFT-OUT");
        Assert.StartsWith($"set S1: {term}, which must or must not be found", said.Said.En, StringComparison.Ordinal);
    }

    [Fact]
    public void A_set_without_terms_in_the_platforms_language_is_an_error_and_no_string()
    {
        var query = TermQuery.Parse("sets:\n  - { id: S1, zh: [智慧城市], en: [smart city] }\n  - { id: S2, zh: [政策] }\n", "q.yaml");
        var compiled = Compilation.Of(query, Platforms.Named("scopus"), new());
        Assert.Empty(compiled.Runs);
        Assert.Equal("Q-E-NO-TERMS", Assert.Single(compiled.Diagnostics).Code);
        Assert.Equal("TITLE-ABS-KEY(\"智慧城市\" OR \"smart city\") AND TITLE-ABS-KEY(\"政策\")", Assert.Single(Compilation.Of(query, Platforms.Named("scopus"), new() { Terms = ["zh", "en"] }).Runs));
    }

    [Fact]
    public void Wildcards_nearness_nesting_and_overrides_of_the_query_file_are_compiled()
    {
        var query = TermQuery.Parse("""
            fields: [title]
            window: { from: 2015 }
            sets:
              - id: S1
                en: [smart cit*, { near: [digital, [city, town]], within: 2 }]
                zh: [智慧城市]
                not: [game]
              - id: S2
                en: [policy]
                zh: [政策]
            platforms:
              wos: { fields: [title, abstract] }
              cnki: { string: "TI = '智慧城市'" }
            """, "q.yaml");
        Assert.Equal("(TITLE((smart PRE/0 cit*) OR (digital W/2 (city OR town))) AND NOT TITLE(game)) AND TITLE(policy) AND PUBYEAR > 2014", Assert.Single(Compilation.Of(query, Platforms.Named("scopus"), new()).Runs));
        Assert.Equal("((TI=(\"smart cit*\" OR (digital NEAR/2 (city OR town))) OR AB=(\"smart cit*\" OR (digital NEAR/2 (city OR town)))) NOT (TI=game OR AB=game)) AND (TI=policy OR AB=policy) AND PY=2015-2099", Assert.Single(Compilation.Of(query, Platforms.Named("wos"), new()).Runs));
        var cnki = Compilation.Of(query, Platforms.Named("cnki"), new());
        Assert.Equal(("TI = '智慧城市'", "Q-I-OVERRIDE"), (Assert.Single(cnki.Runs), cnki.Diagnostics[0].Code));
    }

    [Fact]
    public void A_box_that_is_too_small_gives_runs_that_fit()
    {
        var runs = Compilation.Of(Shipped, Platforms.Named("wanfang"), new() { Box = 300 }).Runs;
        Assert.True(runs.Count > 1);
        Assert.All(runs, run => Assert.True(run.Length <= 300, run));
    }

    [Fact]
    public void The_sentence_for_the_methods_section_is_in_both_languages()
    {
        var query = TermQuery.Parse("window: { from: 2010, to: 2020 }\nlanguages: [zh, en]\nsets:\n  - { id: S1, name: { en: smart city, zh: 智慧城市 }, zh: [智慧城市, 数字城市], en: [smart city] }\n", "q.yaml");
        var said = ProtocolSentence.Of(query, Compilation.Of(query, Platforms.Named("cnki"), new()));
        Assert.Equal("In CNKI (professional search), title, abstract and author keywords were searched for records that have \"智慧城市\" or \"数字城市\" (set S1, smart city); published from 2010 to 2020; in Chinese or English.", said.En);
        Assert.Equal("在中国知网（专业检索）的题名、摘要、作者关键词中检索，要求含有“智慧城市”、“数字城市”之一（S1 智慧城市）；发表于 2010 至 2020；语种为中文或英文。", said.Zh);
    }
}
