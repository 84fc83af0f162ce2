using System.Text.RegularExpressions;

namespace ReviewKit.Prisma.Narrative;

/// <summary>What a clause says happened to what it counts.</summary>
enum Act { Found, Removed, Left, Resulted, Screened, Sought, NotRetrieved, Assessed, Read, ToFullText, ToScreening, Included, Pooled }

/// <summary>The step of the flow a clause speaks of.</summary>
enum Step { Duplicates, Automation, OtherRemoval, TitleAbstract, FullText, OtherMethods, Previous, Search }

/// <summary>The words by which authors say what they counted, English and Chinese side by side. Matched in folded text (<see cref="Sentence.Plain"/>).</summary>
static class Cues
{
    // In this order where two begin at the same place: the longer phrase says more.
    static readonly (Act Act, Regex Words)[] Acts =
    [
        (Act.NotRetrieved, Of(@"not (?:be )?(?:retriev|obtain|access|found|locat|availab)\w*|(?:un(?:available|obtainable|retrievable|able to (?:obtain|retrieve|access|locate)))|no full[- ]text|without full[- ]text|full[- ]texts? (?:was|were) (?:missing|not)|inaccessible|未获取?到?|(?:无法|不能|未能)(?:获取|获得|下载|得到)|(?:无|缺|没有|缺少|缺乏)全文|全文(?:不可得|缺失|获取失败)")),
        (Act.ToFullText, Of(@"(?:for|to|into|entered|proceeded to|eligible for|selected for|included (?:for|in)|moved (?:on )?to)(?: the| a| further| detailed)* full[- ]?text(?: review| screening| reading| assessment| evaluation| analysis)?|(?:进入|纳入|转入|需要?|留待)(?:了)?(?:全文|复筛|第二轮|二筛)(?:阅读|筛选|评估|评价|复筛|分析)?")),
        (Act.ToScreening, Of(@"(?:for|to|underwent|entered|proceeded to)(?: the| further| initial)* (?:title|abstract|screening)(?:s| and abstract| screening)*|进入(?:初筛|筛选|题名|题目|标题|摘要)|(?:用于|待)筛选")),
        (Act.Pooled, Of(@"(?:included|pooled|entered|combined) in (?:the |a |our )?(?:meta[- ]analys[ie]s|quantitative synthes[ie]s)|(?:纳入|进行|进入)(?:了)?(?:meta ?分析|荟萃分析|元分析|定量合成|定量综合)")),
        (Act.Sought, Of(@"sought|attempted to (?:retrieve|obtain)|(?:寻求|尝试)获取|查找全文")),
        (Act.Assessed, Of(@"(?:were |was |we |then )?(?:assess|evaluat|examin)ed(?: (?:for|in) (?:eligibility|full|detail))?|read in full|reading (?:of )?(?:the |all )*full[- ]?texts?|under(?:went|go) full[- ]?text \w+|full[- ]texts? (?:articles? |of )?(?:were |was )?(?:read|review|screen|assess|check)\w*|judged|资格评估|进行(?:了)?全文(?:阅读|评估|复筛|筛选|审阅|评价)|合格性(?:评估|评价)|(?:阅读|通读|精读|评估|审阅)(?:了)?(?:其)?全文|全文(?:阅读|评估|复筛|筛选|审阅|评价)")),
        (Act.Left, Of(@"remain(?:ed|ing|s|der)?|left|leaving|leaves|retain(?:ed|ing)|were kept|kept|(?:剩余|剩下|余下|尚余|还剩|剩|余|保留|留下)(?:了|有)?")),
        (Act.Removed, Of(@"remov(?:ed|ing|al(?: of)?)|exclu(?:ded?|ding|sion of)|eliminat(?:ed|ing)|discard(?:ed|ing)|delet(?:ed|ing|ion of)|reject(?:ed|ing)|dropp(?:ed|ing)|filtered out|ruled out|did not meet|not meeting|(?:were|was) (?:irrelevant|not relevant)|剔除|排除|删除|去除|移除|去掉|除去|筛除|淘汰|舍弃|不符合")),
        (Act.Resulted, Of(@"result(?:ed|ing) in|(?:之后|以后|后|最后)得到|后获得")),
        (Act.Included, Of(@"includ(?:ed|ing|es?)\b|selected for (?:the |this |our |final )*(?:review|analysis|inclusion|synthesis)|met (?:all |the |our |all of the )*(?:inclusion |eligibility |selection )?(?:criteria|requirements)|meet(?:s|ing)? (?:the |our )*(?:inclusion|eligibility) criteria|(?:final|resulting) (?:sample|set|corpus|dataset)|\beligible\b|(?:最终)?(?:共)?(?:纳入|入选|纳入分析)|符合(?:纳入)?(?:标准|要求)|满足(?:纳入)?(?:标准|要求)|有效文献|最终(?:获得|得到|确定|保留|选取|筛选出)")),
        (Act.Screened, Of(@"screened|screening (?:of|the)\b|(?:were|was|we) (?:then )?screen\w*|(?:对|共)?(?:初步?筛选?|筛选)(?:了)")),
        // Of abstracts it is screening, of full texts assessment.
        (Act.Read, Of(@"(?:were|was) (?:then |carefully |independently )?(?:reviewed|read|checked|inspected)")),
        (Act.Found, Of(@"identif(?:ied|ying)|found|finding|yield(?:ed|ing|s)|return(?:ed|ing)|retriev(?:ed|ing)|produc(?:ed|ing)|locat(?:ed|ing)|obtain(?:ed|ing)|generat(?:ed|ing)|brought|collected|gathered|searched|search(?:es)? gave|came from|hits|imported|exported|downloaded|检索?(?:到|出|得|获)(?:得|了)?|检得|查得|查到|命中|获得|得到|获取|收集到?|共有?(?=\d)|来自|补充|导出|下载")),
    ];

    static readonly (Step Step, Regex Words)[] Steps =
    [
        (Step.Duplicates, Of(@"duplicat\w*|deduplicat\w*|double entries|重复|去重|查重")),
        (Step.Automation, Of(@"automat(?:ion|ed|ic|ically)\b|machine learning|自动化?(?:工具|标记|筛除|排除|剔除|识别)|机器学习")),
        (Step.OtherRemoval, Of(@"(?:without|no|lack(?:ing|ed)?|missing|absen\w+|had no)(?: an| the| any)? abstracts?|for other reasons|无摘要|(?:没有|缺少|缺|缺乏|缺失)摘要|摘要缺失|其他原因|信息不全|题录不全")),
        (Step.FullText, Of(@"full[- ]?texts?|in full\b|whole text|全文|复筛|二筛|精读|通读")),
        (Step.TitleAbstract, Of(@"(?<!without an |without the |without |no |lacking |missing |had no )(?<!without (?:an )?titles? or )abstracts?(?! (?:was|were) (?:missing|absent))|titles?\b(?! or abstracts? was)|initial screening|first screening|preliminary screening|(?<!无|没有|缺少|缺|缺乏)摘要(?!缺失)|题名|题目|标题|题录|初筛|初步筛选|粗筛")),
        (Step.OtherMethods, Of(@"(?:citation|reference|hand|manual|grey literature|gray literature|website)[- ]?(?:search\w*|track\w*|chas\w*|check\w*|lists?)|snowball\w*|reference lists?|bibliograph(?:y|ies)|(?:backward|forward) (?:citation|search)|grey literature|gray literature|websites?|other (?:sources|methods)|experts?|hand[- ]?search\w*|(?:手工|人工|手动|补充|追溯)检索|参考文献|引文(?:检索|追踪)|滚雪球|追溯|灰色文献|网站|其他(?:途径|来源|方法|渠道)|专家")),
        (Step.Previous, Of(@"previous (?:version|review)|original review|earlier version|上一版|原综述|既往综述|前一版")),
        (Step.Search, Of(@"search(?:es|ed|ing)?\b|databases?|检索|数据库")),
    ];

    public static readonly (string Name, bool IsRegister, Regex Words)[] Databases =
    [
        ("PubMed", false, Of(@"pubmed")), ("MEDLINE", false, Of(@"medline")), ("Embase", false, Of(@"embase")), ("Scopus", false, Of(@"scopus")),
        ("Web of Science", false, Of(@"web of science(?: core collection)?|\bwos\b|\bisi\b|\bssci\b|\bsci-?e\b")), ("CNKI", false, Of(@"\bcnki\b|\bcnik\b|中国知网|(?<!中国)知网")),
        ("Wanfang", false, Of(@"wan ?fang(?: data)?|万方(?:数据)?")), ("VIP", false, Of(@"\bvip\b|\bcqvip\b|维普(?:网|数据)?")), ("SinoMed", false, Of(@"sinomed|\bcbm\b|中国生物医学文献(?:服务系统|数据库)?")),
        ("CSSCI", false, Of(@"\bcssci\b|中文社会科学引文索引")), ("Cochrane Library", false, Of(@"cochrane(?: library| central)?|\bcentral\b(?= (?:\(|register))")), ("PsycINFO", false, Of(@"psyc(?:info|articles)")),
        ("CINAHL", false, Of("cinahl")), ("ERIC", false, Of(@"\beric\b")), ("IEEE Xplore", false, Of(@"\bieee(?: xplore)?")), ("ProQuest", false, Of("proquest")), ("EBSCO", false, Of(@"ebsco(?:host)?")),
        ("Google Scholar", false, Of("google scholar|谷歌学术")), ("Baidu Scholar", false, Of("baidu scholar|百度学术")), ("JSTOR", false, Of("jstor")), ("ScienceDirect", false, Of("science ?direct")), ("SpringerLink", false, Of("springer(?:link)?")),
        ("LILACS", false, Of("lilacs")), ("Dimensions", false, Of(@"\bdimensions\.ai|\bdimensions database")), ("ACM Digital Library", false, Of(@"\bacm\b(?: digital library)?")), ("OpenAlex", false, Of("openalex")), ("Europe PMC", false, Of("europe pmc")),
        ("Academic Search", false, Of("academic search (?:complete|premier|ultimate)")), ("Sociological Abstracts", false, Of("sociological abstracts")), ("ClinicalTrials.gov", true, Of(@"clinicaltrials(?:\.gov)?")),
        ("WHO ICTRP", true, Of(@"\bictrp\b")), ("ChiCTR", true, Of("chictr|中国临床试验注册中心")), ("ISRCTN", true, Of("isrctn")), ("PROSPERO", true, Of("prospero")),
    ];

    /// <summary>The act whose words stand nearest to a place; what is before it wins a tie, as "excluding 870 left 230" is read.</summary>
    public static Act? NearestAct(string text, int start, int end)
    {
        (Act Act, int Distance, int Length)? best = null;
        foreach (var (act, words) in Acts)
            foreach (Match match in words.Matches(text))
            {
                var distance = match.Index >= end ? (match.Index - end) * 2 + 1 : Math.Max(0, start - match.Index - match.Length) * 2;
                if (best is null || distance < best.Value.Distance || (distance == best.Value.Distance && match.Length > best.Value.Length)) best = (act, distance, match.Length);
            }
        return best?.Act;
    }

    /// <summary>"and 20 in the meta-analysis".</summary>
    public static bool IsPooled(string text) => Pooled.IsMatch(text);

    static readonly Regex Pooled = Of("in (?:the |a |our )?(?:meta[- ]analys[ie]s|quantitative synthes[ie]s)|(?:meta ?|荟萃|元)分析|定量(?:合成|综合)");

    /// <summary>"leaving 230 for full-text review": where they go says more than that they are left.</summary>
    public static Act? Destination(string text) =>
        Acts.Where(each => each.Act is Act.ToFullText or Act.ToScreening && each.Words.IsMatch(text)).Select(each => (Act?)each.Act).FirstOrDefault();

    public static IReadOnlySet<Step> StepsIn(string text) => Steps.Where(step => step.Words.IsMatch(text)).Select(step => step.Step).ToHashSet();

    public static IReadOnlyList<(string Name, bool IsRegister, int Index)> DatabasesIn(string text) =>
        [.. from database in Databases
            from Match match in database.Words.Matches(text)
            orderby match.Index
            select (database.Name, database.IsRegister, match.Index)];

    static Regex Of(string words) => new(words, RegexOptions.CultureInvariant);
}
