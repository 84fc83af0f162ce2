namespace ReviewKit.Tests.Dedup;

/// <summary>Pairs of reports that must stay two, made of patterns and works that were written by hand.</summary>
static class Traps
{
    static readonly Work[] Works =
    [
        new("Urban trees and heat stress", "Chen, L.; Roy, A.; Novak, P.", 2018, "Climate and Cities", "7", "2", 11),
        new("Exercise training after stroke", "Diaz, M.; Park, S.", 2014, "Journal of Motor Recovery", "21", "4", 305),
        new("Statin use and dementia", "Otieno, Benjamin", 2011, "European Review of Geriatrics", "", "9", 1),
    ];

    static readonly Work[] HanWorks =
    [
        new("城市绿地降温效应的遥感分析", "陈林; 罗安; 单晓丽", 2018, "气候与城市研究", "7", "2", 11),
        new("针刺治疗偏头痛的临床观察", "狄明; 欧阳修远", 2014, "康复医学实践", "", "4", 305),
        new("地方政府开放数据的绩效评价", "曾伟", 2019, "情报理论与应用", "38", "9", 3),
    ];

    /// <summary>Two titles of one work's words. {0} is the work's title.</summary>
    static readonly (string A, string B)[] Titles =
    [
        ("{0}. Part I: methods", "{0}. Part II: results"), ("{0}: part 1", "{0}: part 2"), ("{0} I", "{0} II"), ("{0} (1)", "{0} (2)"), ("{0}: first report", "{0}: second report"), ("{0}: one year on", "{0}: five years on"),
        ("{0} in men", "{0} in women"), ("{0} among boys", "{0} among girls"), ("{0} in male workers", "{0} in female workers"), ("{0} in adults", "{0} in children"), ("{0} in adult patients", "{0} in paediatric patients"),
        ("{0} in adolescents", "{0} in older people"), ("{0} in preterm infants", "{0} in young adults"), ("{0} in Eastern Africa", "{0} in Western Africa"), ("{0} in the north of Italy", "{0} in the south of Italy"),
        ("{0} in Norway", "{0} in Portugal"), ("{0} in rural districts", "{0} in urban districts"), ("{0} of the left hand", "{0} of the right hand"), ("{0} of the upper limb", "{0} of the lower limb"),
        ("{0} in acute care", "{0} in chronic care"), ("{0}: short-term outcomes", "{0}: long-term outcomes"), ("{0}: primary outcomes", "{0}: secondary outcomes"), ("{0} in type 1 diabetes", "{0} in type 2 diabetes"),
        ("{0} and IL6", "{0} and IL8"), ("{0} and PM2.5", "{0} and PM10"), ("{0} and H1N1 influenza", "{0} and H5N1 influenza"), ("{0} in hypertension", "{0} in hypotension"), ("{0} in mice", "{0} in rats"), ("{0} in vitro", "{0} in vivo"),
        ("{0}: a qualitative study", "{0}: a quantitative study"), ("{0}: study protocol", "{0}: results"), ("{0}: protocol of a trial", "{0}"), ("{0}: a pilot study", "{0}"), ("{0}: rationale and design", "{0}"), ("{0}: baseline findings", "{0}: follow-up findings"),
        ("{0}: interim analysis", "{0}: final analysis"), ("{0}: updated review", "{0}"), ("{0}: guideline 2010", "{0}: guideline 2015"), ("{0} in 2016", "{0} in 2017"), ("{0}, 2nd edition", "{0}, 3rd edition"),
        ("{0}, volume 1", "{0}, volume 2"), ("Chapter 3: {0}", "Chapter 4: {0}"), ("{0}, session A: children", "{0}, session A: adults"), ("Book review: {0}", "{0}"), ("{0} [Book review]", "{0}"),
    ];

    /// <summary>What is printed later about the work.</summary>
    static readonly (string A, string B)[] Notices =
    [
        ("Erratum: {0}", "{0}"), ("Erratum to \"{0}\"", "{0}"), ("Correction to: {0}", "{0}"), ("Corrigendum: {0}", "{0}"), ("Author correction: {0}", "{0}"), ("{0} (Erratum)", "{0}"), ("{0} [Corrigendum]", "{0}"),
        ("Retraction: {0}", "{0}"), ("Retraction notice to: {0}", "{0}"), ("Expression of concern: {0}", "{0}"), ("Comment on: {0}", "{0}"), ("Comments on {0}", "{0}"), ("Reply to: {0}", "{0}"), ("Response to: {0}", "{0}"),
        ("Letter to the editor: {0}", "{0}"), ("Re: {0}", "{0}"), ("{0}: reply", "{0}"), ("{0}: a comment", "{0}"), ("Authors' reply: {0}", "Re: {0}"), ("Commentary on {0}", "{0}"),
    ];

    static readonly (string A, string B)[] HanTitles =
    [
        ("{0}（上）", "{0}（下）"), ("{0}（一）", "{0}（二）"), ("{0}(Ⅰ)", "{0}(Ⅱ)"), ("{0}(1)", "{0}(2)"), ("{0}——男性样本", "{0}——女性样本"), ("{0}：老年人群", "{0}：少年人群"), ("{0}——以东部地区为例", "{0}——以西部地区为例"),
        ("{0}——以江苏省为例", "{0}——以浙江省为例"), ("{0}:城市样本", "{0}:乡村样本"), ("{0}的研究方案", "{0}的研究结果"), ("{0}：短期结局", "{0}：长期结局"), ("{0}(2010年版)", "{0}(2015年版)"), ("{0}（第1卷）", "{0}（第2卷）"),
        ("{0}（第一版）", "{0}（第二版）"), ("{0}：前期", "{0}：后期"), ("{0}与PM2.5", "{0}与PM10"), ("高强度{0}", "低强度{0}"), ("内陆{0}", "外海{0}"), ("{0}（小学组）", "{0}（大学组）"), ("第一阶段{0}", "第二阶段{0}"),
    ];

    static readonly (string A, string B)[] HanNotices =
    [
        ("更正：{0}", "{0}"), ("勘误:{0}", "{0}"), ("《{0}》更正启事", "{0}"), ("撤稿声明：{0}", "{0}"), ("评论：{0}", "{0}"), ("商榷：{0}", "{0}"), ("回复：{0}", "评论：{0}"), ("书评：{0}", "{0}"), ("《{0}》一文的勘误", "{0}"), ("关于撤销《{0}》一文的声明", "{0}"),
    ];

    public static IEnumerable<(string A, string B)> All() =>
    [
        .. Of(Works, Titles), .. Of(HanWorks, HanTitles), .. Later(Works, Notices), .. Later(HanWorks, HanNotices), .. Works.Concat(HanWorks).SelectMany(OtherPlaces),
    ];

    /// <summary>Where nothing is said of the place, in one issue, and in one volume.</summary>
    static IEnumerable<(string, string)> Of(Work[] works, (string A, string B)[] titles) =>
        from title in titles
        from work in works
        let a = work.Titled(title.A)
        let b = work.Titled(title.B)
        from pair in new[] { (a.Bare(), b.Bare()), (a.Line(), b.Next().Line()), (a.Sparse(), b.Sparse()) }
        select pair;

    static IEnumerable<(string, string)> Later(Work[] works, (string A, string B)[] titles) =>
        from title in titles
        from work in works
        let a = work.Titled(title.A)
        let b = work.Titled(title.B)
        from pair in new[] { (a.Bare(), b.Bare()), (a.Short().Line(), b.Line()), ((a.Short() with { Authors = "" }).Line(), b.Line()) }
        select pair;

    /// <summary>The same title, and the place or the kind says that it is another report.</summary>
    static IEnumerable<(string, string)> OtherPlaces(Work work)
    {
        var line = work.Line();
        yield return (line, (work with { Journal = "Proceedings of the 9th Symposium on Care and Cities", Volume = "", Issue = "", First = 44 }).Line());
        yield return (line, $"{work.Title} | {work.Authors} | {work.Year - 1} | {work.Journal} | {work.Volume}(Suppl 1): S450");
        yield return ($"{work.Title} | {work.Authors} | {work.Year} | Annals of Congresses | 12(Suppl 2): S14", $"{work.Title} | {work.Authors} | {work.Year} | Society Abstracts | 5(Suppl 1): S201");
        yield return (line, $"{work.Title} | {work.Authors} | {work.Year} | medRxiv");
        yield return (line, $"{work.Title} | {work.Authors} | {work.Year} |  |  | 10.48550/arXiv.2101.00001");
        yield return (line, $"{work.Title} | {work.Authors} | {work.Year - 1} |  |  | type=thesis");
        yield return (line, (work with { Year = work.Year + 12, Journal = "Classics Reprinted", Volume = "2", Issue = "1", First = 201 }).Line());
        yield return (line, (work with { Year = work.Year + 3, Volume = "99", First = work.First + 100 }).Line());
        yield return ($"{work.Title} | {work.Authors} | 2008 | Database of Reviews | (2): CD004411 | 10.1002/99.CD004411.pub2", $"{work.Title} | {work.Authors} | 2013 | Database of Reviews | (9): CD004411 | 10.1002/99.CD004411.pub4");
        yield return (line, (work with { Journal = work.Journal + " (English Edition)", First = work.First + 40 }).Line());
        yield return ($"Introduction to the minitrack on {work.Title} | {work.Authors} | 2020 | Annual Conference on Systems", $"Introduction to the minitrack on {work.Title} | {work.Authors} | 2021 | Annual Conference on Systems");
        yield return ($"Editorial | {work.Authors} | {work.Year} | {work.Journal} | {work.Volume}(1): 1-2", $"Editorial | {work.Authors} | {work.Year} | {work.Journal} | {work.Volume}(2): 1-2");
        yield return ($"{work.Journal} | {work.Authors} | {work.Year} | {work.Journal} | {work.Volume}(1)", $"{work.Journal} | {work.Authors} | {work.Year} | {work.Journal} | {work.Volume}(2)");
        yield return ($"编者按 | {work.Authors} | {work.Year} | {work.Journal} | (1): 1", $"编者按 | {work.Authors} | {work.Year} | {work.Journal} | (2): 1");
    }

    sealed record Work(string Title, string Authors, int Year, string Journal, string Volume, string Issue, int First)
    {
        public Work Titled(string pattern) => this with { Title = string.Format(System.Globalization.CultureInfo.InvariantCulture, pattern, Title) };
        public Work Next() => this with { First = First + 9 };
        public Work Short() => this with { First = First + 240, Issue = Issue == "9" ? "11" : "6" };
        public string Bare() => $"{Title} | {Authors} | {Year} | {Journal}";
        public string Sparse() => $"{Title} | {Authors} | {Year} | {Journal} | {Volume}";
        public string Line() => $"{Title} | {Authors} | {Year} | {Journal} | {Volume}{(Issue.Length > 0 ? $"({Issue})" : "")}: {First}-{First + 8}";
    }
}
