namespace ReviewKit.Tests.Dedup;

/// <summary>Pairs that look like duplicates and are two reports; where they belong together, the link says how.</summary>
public class TrapsTests
{
    [Theory]
    [InlineData("part-of-series", "Urban trees and heat. Part I: measurements | Chen, L.; Roy, A. | 2018 | Climate and Cities | 7(2): 11-25", "Urban trees and heat. Part II: models | Chen, L.; Roy, A. | 2018 | Climate and Cities | 7(2): 26-41")]
    [InlineData("part-of-series", "Urban trees and heat: 1 | Chen, L.; Roy, A. | 2018 | Climate and Cities | 7(2)", "Urban trees and heat: 2 | Chen, L.; Roy, A. | 2018 | Climate and Cities | 7(2)")]
    [InlineData("part-of-series", "城市树木与热环境研究（上） | 陈林; 罗安 | 2018 | 气候与城市 | 7(2): 11-25", "城市树木与热环境研究（下） | 陈林; 罗安 | 2018 | 气候与城市 | 7(2): 26-41")]
    [InlineData("part-of-series", "城市树木与热环境研究（一） | 陈林 | 2018 | 气候与城市", "城市树木与热环境研究（二） | 陈林 | 2018 | 气候与城市")]
    [InlineData("part-of-series", "Fear of crime among men in night buses | Diaz, M. | 2014 | Transport and Society | 5(1)", "Fear of crime among women in night buses | Diaz, M. | 2014 | Transport and Society | 5(1)")]
    [InlineData("part-of-series", "城市夜间公交中男性的犯罪恐惧 | 狄明 | 2014 | 交通与社会 | 5(1)", "城市夜间公交中女性的犯罪恐惧 | 狄明 | 2014 | 交通与社会 | 5(1)")]
    [InlineData("part-of-series", "Walking to school: adult perceptions in four towns | Diaz, M.; Park, S. | 2014 | Health Place Studies", "Walking to school: child perceptions in four towns | Diaz, M.; Park, S. | 2014 | Health Place Studies")]
    [InlineData("part-of-series", "Access to piped water in Eastern Africa, 1990 to 2010 | Otieno, B.; Smith, K. | 2013 | Water Policy Review | 9", "Access to piped water in Western Africa, 1990 to 2010 | Otieno, B.; Smith, K. | 2013 | Water Policy Review | 9")]
    [InlineData("same-study", "Cool roofs and sleep in summer: a cluster trial | Novak, P.; Iyer, R. | 2016 | Trials in Housing | 2(1)", "Cool roofs and sleep in summer: a cluster trial protocol | Novak, P.; Iyer, R. | 2016 | Trials in Housing | 2(1)")]
    [InlineData("erratum-of", "Erratum: Cool roofs and sleep in summer | Novak, P.; Iyer, R. | 2016 | Trials in Housing | 2(3): 77", "Cool roofs and sleep in summer | Novak, P.; Iyer, R. | 2016 | Trials in Housing | 2(1): 5-19")]
    [InlineData("erratum-of", "Corrigendum to \"Cool roofs and sleep in summer\" | Novak, P.; Iyer, R. | 2016 | Trials in Housing | 2", "Cool roofs and sleep in summer | Novak, P.; Iyer, R. | 2016 | Trials in Housing | 2")]
    [InlineData("erratum-of", "Retraction notice: Cool roofs and sleep in summer | Novak, P.; Iyer, R. | 2018 | Trials in Housing", "Cool roofs and sleep in summer | Novak, P.; Iyer, R. | 2016 | Trials in Housing")]
    [InlineData("erratum-of", "更正：夏季冷屋顶与睡眠质量的关系 | 诺万; 易然 | 2016 | 住房试验 | 2(3): 77", "夏季冷屋顶与睡眠质量的关系 | 诺万; 易然 | 2016 | 住房试验 | 2(1): 5-19")]
    [InlineData("comment-on", "Reply to: Cool roofs and sleep in summer | Novak, P.; Iyer, R. | 2016 | Trials in Housing | 2(2): 31-32", "Cool roofs and sleep in summer | Novak, P.; Iyer, R. | 2016 | Trials in Housing | 2(1): 5-19")]
    [InlineData("comment-on", "Cool roofs and sleep in summer: reply | Novak, P.; Iyer, R. | 2016 | Trials in Housing | 2(2): 31", "Cool roofs and sleep in summer | Novak, P.; Iyer, R. | 2016 | Trials in Housing | 2(2): 31")]
    [InlineData("conference-version-of", "Counting cyclists with acoustic fibre | Sato, Y.; Berg, T. | 2012 | Proceedings of the 9th Symposium on Sensing | : 44-51", "Counting cyclists with acoustic fibre | Sato, Y.; Berg, T. | 2012 | Sensors and Streets | 4(2): 101-120")]
    [InlineData("conference-version-of", "Counting cyclists with acoustic fibre | Sato, Y.; Berg, T. | 2012 | European Heart and Street Journal | 33(Suppl 1): S450", "Counting cyclists with acoustic fibre | Sato, Y.; Berg, T. | 2013 | Sensors and Streets | 4(2): 101-120")]
    [InlineData("version-of", "Night noise and blood pressure: an abstract | Weber, U.; Costa, D. | 2010 | Journal of Noise | 12(Suppl 2): S14", "Night noise and blood pressure: an abstract | Weber, U.; Costa, D. | 2010 | Hearing and Health | 5(Suppl 1): S201")]
    [InlineData("preprint-of", "Reading parking signs with neural networks | Ito, K.; Lang, P. | 2021 | arXiv preprint arXiv:2101.00001", "Reading parking signs with neural networks | Ito, K.; Lang, P. | 2021 | Machine Vision for Cities | 3(1): 9-30 | 10.1234/mvc.9")]
    [InlineData("preprint-of", "Reading parking signs with neural networks | Ito, K.; Lang, P. | 2021 |  |  | 10.48550/arXiv.2101.00001", "Reading parking signs with neural networks | Ito, K.; Lang, P. | 2022 | Machine Vision for Cities | 3(1): 9-30 | 10.1234/mvc.9")]
    [InlineData("version-of", "Introduction to the minitrack on city data | Roy, A.; Meyer, J. | 2020 | Annual Conference on System Studies", "Introduction to the minitrack on city data | Roy, A.; Meyer, J. | 2021 | Annual Conference on System Studies")]
    [InlineData("version-of", "Guidelines for the assessment of playground safety | Playground Safety Board | 2010 | Standards Quarterly", "Guidelines for the assessment of playground safety | Playground Safety Board | 2015 | Standards Quarterly")]
    [InlineData("version-of", "Guidelines for playground safety 2010 | Playground Safety Board | 2010 | Standards Quarterly", "Guidelines for playground safety 2011 | Playground Safety Board | 2011 | Standards Quarterly")]
    [InlineData("version-of", "Street lighting for preventing falls | Green, P.; Hall, O. | 2008 | Database of Systematic Reviews | (2): CD004411 | 10.1002/99.CD004411.pub2", "Street lighting for preventing falls | Green, P.; Hall, O. | 2013 | Database of Systematic Reviews | (9): CD004411 | 10.1002/99.CD004411.pub4")]
    [InlineData("version-of", "The image of the market square | Rossi, F. | 1961 | Architectural Notes | 12(1): 3-19", "The image of the market square | Rossi, F. | 1998 | Classics of Planning | 2(4): 201-220")]
    // Volumes of one proceedings, each with its own number in its database.
    [InlineData("part-of-series", "Sensing the Street: 9th Symposium, Proceedings |  | 2010 | Notes on Street Computing | 6016 NSC(PART 1) | eid=2-s2.0-77950000001", "Sensing the Street: 9th Symposium, Proceedings |  | 2010 | Notes on Street Computing | 6017 NSC(PART 2) | eid=2-s2.0-77950000002")]
    [InlineData("part-of-series", "Sensing the Street: 9th Symposium, Proceedings |  | 2010 | Notes on Street Computing | 6016 | ut=WOS:000270000000001", "Sensing the Street: 9th Symposium, Proceedings |  | 2010 | Notes on Street Computing | 6017 | ut=WOS:000270000000002")]
    [InlineData("part-of-series", "城市街道感知学术研讨会论文集选编 |  | 2010 | 街道计算论丛 | 16 | cnki=JDJS201000001", "城市街道感知学术研讨会论文集选编 |  | 2010 | 街道计算论丛 | 17 | cnki=JDJS201000002")]
    // Notices that are printed again every year.
    [InlineData("version-of", "敬请赐稿街道计算 |  | 2014 | 街道计算 | (6)", "敬请赐稿街道计算 |  | 2015 | 街道计算 | (6)")]
    [InlineData("version-of", "欢迎订阅城市问题观察 |  | 2014 | 城市问题观察 | (12): 96", "欢迎订阅城市问题观察 |  | 2015 | 城市问题观察 | (12): 96")]
    [InlineData("version-of", "Subscribe to Street Computing today |  | 2014 | Street Computing", "Subscribe to Street Computing today |  | 2015 | Street Computing")]
    public void They_are_linked_and_not_merged(string type, string a, string b)
    {
        foreach (var result in new[] { Composed.Result(a, b), Composed.Result(b, a) })
        {
            Assert.Empty(result.Groups);
            Assert.Equal(type, Assert.Single(result.Links).Type);
        }
    }

    [Fact]
    public void Hundreds_of_traps_catch_nothing()
    {
        var all = Traps.All().ToList();
        Assert.True(all.Count >= 300, $"{all.Count} traps");
        Assert.Equal([], all.Where(pair => Composed.Groups(pair.A, pair.B).Count + Composed.Groups(pair.B, pair.A).Count > 0).Select(pair => pair.A + "\n" + pair.B));
    }

    [Theory]
    [InlineData("Erratum: Cool roofs and sleep | Novak, P. | 2016 | Trials in Housing | 2(3): 77", "Cool roofs and sleep | Novak, P. | 2016 | Trials in Housing | 2(1): 5-19", "a1", "b2")]
    [InlineData("Cool roofs and sleep | Novak, P. | 2016 | Trials in Housing | 2(1): 5-19", "Cool roofs and sleep | Novak, P. | 2016 | medRxiv", "b2", "a1")]
    public void A_link_starts_at_the_report_that_is_about_the_other(string a, string b, string from, string to)
    {
        var link = Assert.Single(Composed.Result(a, b).Links);
        Assert.Equal((from, to), (link.A, link.B));
    }

    [Theory]
    // Two books reviewed in one issue, and a review beside its book.
    [InlineData("Book review: The walkable town | Perez, I. | 2005 | Town Studies | 8(2): 91", "Book review: The driven town | Perez, I. | 2005 | Town Studies | 8(2): 92")]
    [InlineData("Book review: The walkable town | Perez, I. | 2005 | Town Studies | 8(2): 91", "The walkable town | Blum, E. | 2004")]
    // Chapters of one book.
    [InlineData("Chapter 3: Streets as rooms | Blum, E. | 2004 | The walkable town | : 45-70 | type=chapter", "Chapter 4: Rooms as streets | Blum, E. | 2004 | The walkable town | : 71-92 | type=chapter")]
    [InlineData("The walkable town | Blum, E. | 2004 |  |  | type=book", "The walkable town | Blum, E. | 2004 | The walkable town | : 1-20 | type=chapter")]
    // Editions and volumes.
    [InlineData("Handbook of town planning, 2nd edition | Blum, E.; Roy, A. | 2004", "Handbook of town planning, 3rd edition | Blum, E.; Roy, A. | 2009")]
    [InlineData("Handbook of town planning, volume 1 | Blum, E.; Roy, A. | 2004", "Handbook of town planning, volume 2 | Blum, E.; Roy, A. | 2004")]
    // One DOI for a whole supplement, and one DOI given to two works.
    [InlineData("Sleep and traffic noise in Porto | Silva, R.; Costa, D. | 2011 | Journal of Noise | 13(Suppl 1): S1 | 10.1234/noise.s1", "Sleep and aircraft noise in Porto | Silva, R.; Costa, D. | 2011 | Journal of Noise | 13(Suppl 1): S2 | 10.1234/noise.s1")]
    [InlineData("Privacy assimilation in organisations | Attar, V.; Mehta, S. | 2018 | Communications on Systems | 42 | 10.1770/cs.04204", "Misperceptions of students | Anders, H.; Moran, S. | 2019 | Communications on Systems | 44: 537-571 | 10.1770/cs.04204")]
    // The same authors with the next paper of a project.
    [InlineData("Commitment in a virtual team | Powers, A. | 1999 | Nordic Meeting on Systems", "A proposed study on commitment in virtual teams | Powers, A. | 1999 | Nordic Meeting on Systems")]
    [InlineData("Effect of shade on walking in Lagos | Okafor, N.; Bello, T. | 2017 | Heat and Health | 3(1): 1-9", "Effect of wind on walking in Lagos | Okafor, N.; Bello, T. | 2017 | Heat and Health | 3(1): 10-19")]
    [InlineData("拉各斯遮阳对步行的影响研究 | 欧佳; 白特 | 2017 | 热与健康 | 3(1): 1-9", "拉各斯通风对步行的影响研究 | 欧佳; 白特 | 2017 | 热与健康 | 3(1): 10-19")]
    // Abstracts in two journals of which little is known.
    [InlineData("Night noise and blood pressure in nurses | Weber, U.; Costa, D. | 2010 | Journal of Noise | 12: S14", "Night noise and blood pressure in nurses | Weber, U.; Costa, D. | 2010 | Hearing and Health | : A201")]
    [InlineData("Night noise and blood pressure in nurses | Weber, U.; Costa, D. | 2010 |  | 12", "Night noise and blood pressure in nurses | Weber, U.; Costa, D. | 2010 |  | 5")]
    [InlineData("Night noise and blood pressure in nurses | Weber, U.; Costa, D. | 2011 | Journal of Noise | (3): 742-747", "Night noise and blood pressure in nurses | Weber, U.; Costa, D. | 2010 | Journal of Noise | : S500")]
    // Editorials on the pages every issue has, the issue unknown on one side; two articles of one author on the same pages of two issues.
    [InlineData("Editorial | Meyer, J.; Roy, A. | 2001 | Cities and Data | 10: iii-iv", "Editorial | Meyer, J.; Roy, A. | 2001 | Cities and Data | 10(4): iii-iv")]
    [InlineData("Ranking of couriers on platforms | Durand, M. | 2019 | Issues in Labour | 7(1): 54-59", "Hiring by algorithm in large firms | Durand, M. | 2019 | Issues in Labour | 7: 54-59")]
    [InlineData("Remarks from the capital: editor's comments | Lind, A. | 2000 | Systems Quarterly | 24(1)", "Remarks from the capital: editor's comments | Lind, A. | 2000 | Systems Quarterly | 24(2)")]
    // Other people under a common title.
    [InlineData("Smart cities: a literature review | Wang, L. | 2019 | Cities and Data", "Smart cities: a literature review | Moreno, P. | 2019 | Urban Systems Review")]
    [InlineData("智慧城市研究综述 | 王磊 | 2019 | 城市问题研究", "智慧城市研究综述 | 莫沛 | 2019 | 情报工作")]
    [InlineData("智慧城市建设 | 王磊 | 2013 | 某大学学报", "智慧城市建设 | 李强 | 2016 | 城市问题研究")]
    // A thesis and the article drawn from it.
    [InlineData("Noise maps and planning practice in Porto | Silva, R. | 2011 |  |  | type=thesis", "Noise maps and planning practice in Porto | Silva, R. | 2012 | Journal of Noise | 14(1): 1-22")]
    // Titles that are no titles.
    [InlineData("UNKNOWN | Hall, D. | 2020 | Nordic Meeting on Systems", "UNKNOWN | Hall, D. | 2020 | Nordic Meeting on Systems | : 4-9")]
    [InlineData("Communications on Systems Volume 52 Paper 45 | Rao, L. | 2023 | Communications on Systems | 52", "Communications on Systems Volume 52 Paper 41 | Rao, L. | 2023 | Communications on Systems | 52")]
    public void They_are_not_merged(string a, string b)
    {
        Assert.Empty(Composed.Groups(a, b));
        Assert.Empty(Composed.Groups(b, a));
    }

    [Fact]
    public void Two_volumes_with_numbers_of_their_own_are_two_whatever_the_DOI()
    {
        string[] volumes = [.. Enumerable.Range(6016, 4).Select(volume => $"Sensing the Street: 9th Symposium, Proceedings |  | 2010 | Notes on Street Computing | {volume} | eid=2-s2.0-7795000{volume} 10.1234/nsc.2010")];
        var result = Composed.Result(volumes);
        Assert.Empty(result.Groups);
        Assert.NotEmpty(result.Questions);
        // Web of Science and MEDLINE number the same report each in its own way, and a token of CNKI is another one every time.
        Assert.NotEmpty(Composed.Groups("Sensing the Street | Sato, Y. | 2010 | Street Computing | 16: 5-9 | ut=WOS:000270000000001 10.1234/sc.1", "Sensing the Street | Sato, Y. | 2010 | Street Computing | 2 | ut=MEDLINE:20000001 10.1234/sc.1"));
        Assert.NotEmpty(Composed.Groups("街道感知研究综述 | 佐藤 | 2010 | 街道计算 | 16 | cnki=3uoqIhG8C44YLTlOAiTRKibYlV5Vjs7i 10.1234/sc.1", "街道感知研究综述 | 佐藤 | 2010 | 街道计算 | 2 | cnki=9kQw8C44YLTlOAiTRKibYlV5Vjs7xYz0 10.1234/sc.1"));
    }

    [Theory]
    [InlineData("欢迎订阅城市问题观察 |  | 2014 | 城市问题观察 | 8(12): 96", "欢迎订阅城市问题观察 |  | 2015 | 城市问题观察 | 8(12): 96")]
    [InlineData("Street lighting standards in ten towns |  | 2014 | Street Computing |  | 10.1234/sc.2", "Street lighting standards in ten towns |  | 2015 | Street Computing | 9(1): 3-8 | 10.1234/sc.2")]
    public void Without_authors_a_year_apart_needs_a_DOI_or_page_and_volume(string a, string b) => Assert.True(Composed.Merges(a, b));

    [Fact]
    public void An_english_edition_of_a_chinese_journal_is_another_report() =>
        Assert.Empty(Composed.Groups(
            "城市热岛的遥感监测 | 王晓丽; 张伟 | 2015 | 遥感与城市 | 10(2): 33-40 | 1234-5679",
            "Remote sensing of urban heat islands | Wang, Xiaoli; Zhang, Wei | 2015 | Remote Sensing and Cities (English Edition) | 10(2): 33-40 | 2434-561X"));
}
