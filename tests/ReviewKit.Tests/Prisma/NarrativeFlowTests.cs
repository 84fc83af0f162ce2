using ReviewKit.Prisma;
using ReviewKit.Prisma.Narrative;
using ReviewKit.Text;

namespace ReviewKit.Tests.Prisma;

public class NarrativeFlowTests
{
    static string Read(string text) => string.Join(' ', NarrativeFlow.Parse(text, "methods.txt").Flow.Counts.Stated
        .Select(stated => $"{stated.Box.Key}={stated.Count.N}" + (stated.Count.Parts.Count == 0 ? "" : "{" + string.Join(",", stated.Count.Parts.Select(part => $"{part.Name}:{part.N}")) + "}")));

    static FlowReport Check(string text) => FlowCheck.Of(NarrativeFlow.Parse(text, "methods.txt").Flow);

    static string Codes(FlowReport report) => string.Join(' ', report.Findings.Select(finding => finding.Code));

    [Theory]
    [InlineData("A total of 1,418 records were identified through database searching (Scopus, n = 800; Web of Science, n = 618). After 300 duplicates were removed, 1,118 records were screened and 870 excluded on title and abstract. Of the 248 full-text articles assessed for eligibility, 213 were excluded: wrong population (n = 80), wrong intervention (n = 70) and no outcome of interest (n = 63). Thirty-five studies (38 reports) were included in the review.",
        "db_identified=1418 databases={Scopus:800,Web of Science:618} db_removed.duplicates=300 db_screened=1118 db_excluded=870 db_assessed=248 db_ftexcluded=213{wrong population:80,wrong intervention:70,no outcome of interest:63} included.studies=35 included.reports=38")]
    [InlineData("共检索到文献1418篇，其中CNKI 800篇、万方618篇。剔除重复文献300篇，剩余1118篇；阅读题名和摘要后排除870篇，对248篇进行全文阅读，排除213篇（研究对象不符80篇、干预措施不符70篇、无相关结局63篇），最终纳入35项研究（38篇文献）。",
        "db_identified=1418 databases={CNKI:800,Wanfang:618} db_removed.duplicates=300 db_screened=1118 db_excluded=870 db_assessed=248 db_ftexcluded=213{研究对象不符:80,干预措施不符:70,无相关结局:63} included.studies=35 included.reports=38")]
    [InlineData("We found 2345 citations in PubMed, Embase and CNKI. After removal of duplicates, 1900 remained. Screening of titles and abstracts left 120 for full-text review; five full texts could not be obtained. Of the remaining 115 articles, 75 were excluded, and 40 studies met the inclusion criteria.",
        "db_identified=2345 db_removed.duplicates=445 db_screened=1900 db_sought=120 db_notretrieved=5 db_assessed=115 db_ftexcluded=75 included.studies=40")]
    [InlineData("初步检索获得文献１８０３篇，去重后得到一千二百篇。初筛排除九百篇，获取全文300篇，阅读全文后排除216篇，最终纳入84篇。",
        "db_identified=1803 db_removed.duplicates=603 db_screened=1200 db_excluded=900 db_assessed=300 db_ftexcluded=216 included.studies=84 included.reports=84")]
    [InlineData("The search yielded 4,512 records (PubMed 1,200; Embase 1,512; CNKI 900; Wanfang 900). After removing 1,012 duplicates, 3,500 titles and abstracts were screened, of which 3,200 were excluded. We sought 300 full-text reports and could not retrieve 12. We assessed the remaining 288 reports for eligibility and excluded 240: 100 did not report the outcome, 90 used an ineligible design and 50 were conference abstracts only. In total, 45 studies reported in 48 articles were included; 30 studies were pooled in the meta-analysis.",
        "db_identified=4512 databases={PubMed:1200,Embase:1512,CNKI:900,Wanfang:900} db_removed.duplicates=1012 db_screened=3500 db_excluded=3200 db_sought=300 db_notretrieved=12 db_assessed=288 db_ftexcluded=240{did not report the outcome:100,used an ineligible design:90,conference abstracts only:50} included.studies=45 included.reports=48 meta_analysis.studies=30")]
    [InlineData("通过数据库检索共获得文献3276篇，其中中国知网1024篇、万方数据876篇、维普512篇、Web of Science 864篇，通过追溯参考文献补充获得12篇。使用EndNote X9去重后剩余2310篇。两名研究者独立阅读题目和摘要，排除与主题无关的文献2105篇，获得文献205篇。进一步阅读全文，排除文献163篇，其中研究类型不符70篇，数据不完整53篇，重复发表40篇。最终纳入文献54篇。",
        "db_identified=3276 databases={CNKI:1024,Wanfang:876,VIP:512,Web of Science:864} db_removed.duplicates=966 db_screened=2310 db_excluded=2105 db_sought=205 db_ftexcluded=163{研究类型不符:70,数据不完整:53,重复发表:40} ot_identified=12{citation searching:12} included.studies=54 included.reports=54")]
    [InlineData("Between January 2010 and December 2022 we retrieved 1992 records from Scopus (n = 1,200) and Web of Science (n = 792). 492 duplicates were removed, leaving 1,500 records for title and abstract screening. Of these, 1,380 (92%) were excluded. One hundred and twenty full-text articles were assessed; ninety were excluded because they were not empirical (n = 50) or not in English or Chinese (n = 40). Thirty studies were included (Table 2). Agreement was kappa = 0.81.",
        "db_identified=1992 databases={Scopus:1200,Web of Science:792} db_removed.duplicates=492 db_screened=1500 db_excluded=1380 db_assessed=120 db_ftexcluded=90{not empirical:50,not in English or Chinese:40} included.studies=30")]
    [InlineData("本研究检索了CNKI、万方、维普三个数据库，检索时间为2010年1月至2022年12月，共检索到文献1,562条。导入NoteExpress软件后，剔除重复题录562条，剩余1000条。经标题与摘要筛选，剔除800条；对剩余的200篇文献获取全文，其中5篇无法获取全文；阅读全文后剔除135篇，最终60篇文献纳入分析。",
        "db_identified=1562 db_removed.duplicates=562 db_screened=1000 db_excluded=800 db_sought=200 db_notretrieved=5 db_ftexcluded=135 included.studies=60 included.reports=60")]
    [InlineData("We identified 640 records: 400 from Scopus, 200 from Web of Science and 40 from ClinicalTrials.gov. 140 records were duplicates. Screening the remaining 500 titles and abstracts, we excluded 420. We could not obtain the full text of 5 of the 80 reports sought. At full text, 45 of 75 reports were excluded (25 off topic; 20 no original data). The review includes 28 studies (30 reports).",
        "db_identified=640 databases={Scopus:400,Web of Science:200} registers={ClinicalTrials.gov:40} db_removed.duplicates=140 db_screened=500 db_excluded=420 db_sought=80 db_notretrieved=5 db_assessed=75 db_ftexcluded=45{off topic:25,no original data:20} included.studies=28 included.reports=30")]
    [InlineData("Searches in PubMed (n=345), Web of Science (n=412) and CNKI (n=143) returned 900 records in total. After duplicates were removed (n=212), 688 records were screened by title and abstract and 590 were excluded. 98 full texts were assessed, of which 62 were excluded with reasons (wrong outcome n=40; review articles n=22). Thirty-six studies were included in the qualitative synthesis and 20 in the meta-analysis.",
        "db_identified=900 databases={PubMed:345,Web of Science:412,CNKI:143} db_removed.duplicates=212 db_screened=688 db_excluded=590 db_assessed=98 db_ftexcluded=62{wrong outcome:40,review articles:22} included.studies=36 meta_analysis.studies=20")]
    [InlineData("The search yielded 1,200 papers. We removed 200 duplicates and 50 papers without abstracts, leaving 950 papers. Title and abstract screening excluded 800 papers. We could not access the full text of 10 papers. After reading the full text of 140 papers, 100 were excluded, most commonly for a wrong design (n = 60). The final sample comprises 40 papers.",
        "db_identified=1200 db_removed.duplicates=200 db_removed.other=50 db_screened=950 db_excluded=800 db_notretrieved=10 db_assessed=140 db_ftexcluded=100 included.studies=40 included.reports=40")]
    [InlineData("In the identification phase, 2,345 records were retrieved from Scopus and 1,155 from WoS. Then 500 duplicate records were eliminated. Subsequently, the titles and abstracts of the remaining 3,000 records were reviewed, resulting in the exclusion of 2,600 records. In the eligibility phase, 400 full-text articles were read, and 350 were discarded. In the inclusion phase, 50 articles were selected for the review.",
        "databases={Scopus:2345,Web of Science:1155} db_removed.duplicates=500 db_screened=3000 db_excluded=2600 db_assessed=400 db_ftexcluded=350 included.studies=50 included.reports=50")]
    [InlineData("第一阶段：数据库检索获得1803条记录（Scopus 407条，Web of Science 307条，知网612条，万方477条）。第二阶段：剔除重复记录613条、无摘要记录219条，余971条。第三阶段：题名与摘要筛选剔除296条，余675条。第四阶段：全文评估剔除591篇（质量较低233篇，非核心期刊261篇，主题不符97篇）。最终纳入84项研究，对应84篇报告。",
        "db_identified=1803 databases={Scopus:407,Web of Science:307,CNKI:612,Wanfang:477} db_removed.duplicates=613 db_removed.other=219 db_screened=971 db_excluded=296 db_sought=675 db_ftexcluded=591{质量较低:233,非核心期刊:261,主题不符:97} included.studies=84 included.reports=84")]
    public void Counts_are_read_into_their_boxes(string text, string expected) => Assert.Equal(expected, Read(text));

    [Theory]
    [InlineData("Two reviewers screened 500 records in 2021 (see Table 5 and Figure 12), 30% of them twice; kappa was 0.81 [12, 14].", "db_screened=500")]
    [InlineData("2010年至2022年间，3名研究者分两轮筛选了500条记录（见表5、图12），一致率为0.81。", "db_screened=500")]
    public void Years_people_tables_and_shares_are_no_counts(string text, string expected) => Assert.Equal(expected, Read(text));

    // The flow the shipped review prints, in words of our own; 832 "resulted", which may mean taken out or left.
    const string AsPrinted = """
        The first searches of Web of Science, Scopus, CNKI and Wanfang brought 1803 articles published before 2021-12-31.
        In the first step, removing duplicates and articles without abstract resulted in 832 articles.
        In step 2 the abstracts were read: 296 articles were removed, because they were not in Chinese or English, were editorials or announcements, or were not about smart city applications.
        In step 3 the title, abstract, full text and journal quality were considered, and 591 low-quality articles were excluded.
        The remaining 849 full texts were judged to meet the requirements of this review. These 84 articles are listed by city in Tables 7 to 13.
        """;

    const string AsPrintedZh = """
        首先在Web of Science、Scopus、CNKI和万方四个数据库中检索，共获得1803篇文章（2021年12月31日之前）。
        第一步，剔除重复和无摘要的文章832篇。
        第二步，阅读摘要，剔除非中英文、社论、通知以及与智慧城市应用无关的文章296篇。
        第三步，综合题目、摘要、全文和期刊质量，排除低质量文章591篇。
        其余849篇全文符合本综述的要求，最终纳入84篇文章。
        """;

    [Theory]
    [InlineData(AsPrinted)]
    [InlineData(AsPrintedZh)]
    public void The_shipped_flow_in_words_has_the_findings_of_its_numbers_and_two_of_its_words(string text)
    {
        var report = Check(text);
        Assert.Equal("E-ASSESSED E-INCLUDED E-GROWTH W-RECORDS-CALLED-STUDIES W-QUALITY-UNDECLARED W-REMOVED-MIXED W-NO-PER-DATABASE W-SINGLE-REASON W-NOT-RETRIEVED-ABSENT", Codes(report));
        Assert.Equal(("db_assessed", 849, 675), (report.Correction?.Box, report.Correction?.From, report.Correction?.To));
    }

    [Fact]
    public void What_was_taken_out_or_left_is_asked()
    {
        var flow = NarrativeFlow.Parse(AsPrinted, "methods.txt");
        Assert.Equal("line 2: is 832 what was taken out or what was left? It was read as db_removed; the other reading, db_screened, fits the other numbers less well", Assert.Single(flow.Questions).En);
        Assert.Equal("第 2 行：832 是移出的数量还是剩余的数量？按 db_removed 读取；另一种读法 db_screened 与其他数字更不相符", flow.Questions[0].Zh);
        Assert.Equal((3, "In step 2 the abstracts were read: 296 articles were removed, because they were not in Chinese or English, were editorials or announcements, or were not about smart city applications."),
            flow.Statements.Where(statement => statement.N == 296).Select(statement => (statement.Line, statement.Sentence)).Single());
    }

    [Theory]
    [InlineData("We found 900 records. 40 studies (45 reports) were included.", "")]
    [InlineData("共检索到文献900篇，最终纳入40项研究（45篇文献）。", "")]
    [InlineData("共检索到文献900篇，最终纳入文献40篇。", "W-RECORDS-CALLED-STUDIES")]
    [InlineData("We found 900 papers. 40 studies (45 reports) were included.", "W-RECORDS-CALLED-STUDIES")]
    [InlineData("Eligibility criteria: articles in core journals. We found 900 records. 200 records in non-core journals were excluded.", "")]
    [InlineData("纳入标准：核心期刊论文。共检索到记录900条，排除非核心期刊200条。", "")]
    [InlineData("We found 900 records. 200 were excluded for low journal quality.", "W-QUALITY-UNDECLARED")]
    [InlineData("Searches were limited to English. We found 900 records. On the abstract, 30 were excluded as not in English.", "W-LANGUAGE-TWICE")]
    [InlineData("One reviewer screened 900 records.", "W-SINGLE-REVIEWER")]
    [InlineData("由一名研究者独立筛选了900条记录。", "W-SINGLE-REVIEWER")]
    [InlineData("900 records were screened. In all, 950 records were screened on title.", "W-STATED-TWICE")]
    public void Words_are_judged_too(string text, string codes) =>
        Assert.Equal(codes, string.Join(' ', NarrativeFlow.Parse(text, "methods.txt").Flow.Problems.Select(problem => problem.Code)));

    [Fact]
    public void A_text_without_counts_is_refused() =>
        Assert.StartsWith("methods.txt states no number of a flow", Assert.Throws<ReviewKitException>(() => NarrativeFlow.Parse("Nothing was counted in 2021.", "methods.txt")).Said.En, StringComparison.Ordinal);

    [Fact]
    public void A_word_processor_file_is_read_by_its_paragraphs()
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("reviewkit-").FullName, "方法.docx");
        using (var zip = System.IO.Compression.ZipFile.Open(path, System.IO.Compression.ZipArchiveMode.Create))
        using (var part = new StreamWriter(zip.CreateEntry("word/document.xml").Open()))
            part.Write("<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>方法</w:t></w:r></w:p><w:p><w:r><w:t xml:space=\"preserve\">共检索到</w:t></w:r><w:r><w:t>记录900条。</w:t></w:r></w:p></w:body></w:document>");
        var statement = Assert.Single(NarrativeFlow.Read(path, "方法.docx").Statements);
        Assert.Equal(("db_identified", 900, 2), (statement.Box, statement.N, statement.Line));
        File.WriteAllText(path, "no zip");
        Assert.StartsWith("方法.docx cannot be read as .docx", Assert.Throws<ReviewKitException>(() => NarrativeFlow.Read(path, "方法.docx")).Said.En, StringComparison.Ordinal);
        Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
    }

    [Fact]
    public void Text_and_figure_are_compared()
    {
        var text = NarrativeFlow.Parse("Of 971 records screened, 290 were excluded on title and abstract.", "methods.txt").Flow.Counts;
        var figure = DeclaredFlow.Parse(FlowDiagram.Svg(SampleFlows.English), "figure.svg").Counts;
        Assert.Equal(1803, figure.RecordsIdentified);
        Assert.Equal(["db_excluded: methods.txt states 290, figure.svg has 296"], FlowComparison.Of(text, "methods.txt", figure, Message.Verbatim("figure.svg")).Select(finding => finding.Message.En));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_diagram_is_read_back_as_drawn(bool chinese)
    {
        var counts = chinese ? SampleFlows.Chinese : SampleFlows.Updated;
        var read = DeclaredFlow.Parse(FlowDiagram.Svg(counts, new() { Language = chinese ? Language.Zh : Language.En }), "figure.svg");
        Assert.Empty(FlowComparison.Of(read.Counts, "figure.svg", counts, Message.Verbatim("drawn")));
        Assert.True(read.Counts.Stated.Count() >= 10);
        Assert.Empty(read.Problems);
    }
}
