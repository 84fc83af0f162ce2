using ReviewKit.Prisma;

namespace ReviewKit.Tests.Prisma;

/// <summary>Flows made up for tests; all of them close.</summary>
static class SampleFlows
{
    public static FlowCounts English => new()
    {
        Databases = BoxCount.Of(new("Scopus", 612), new("Web of Science Core Collection", 540), new("CNKI", 401), new("Wanfang Data", 250)),
        Registers = 0,
        DuplicatesRemoved = 561,
        IneligibleByAutomation = 0,
        RemovedForOtherReasons = new(271, [new("Records without abstract", 271)]),
        RecordsScreened = 971,
        RecordsExcluded = BoxCount.Of(new("Not in Chinese or English", 12), new("Editorial, preface, announcement, seminar or book", 124), new("Not about smart city applications", 160)),
        ReportsSought = 675,
        ReportsNotRetrieved = 0,
        ReportsAssessed = 675,
        ReportsExcluded = BoxCount.Of(new("Low quality", 300), new("Not in a core journal", 200), new("No policy content", 91)),
        StudiesIncluded = 84,
        ReportsOfIncludedStudies = 84,
    };

    public static FlowCounts Chinese => English with
    {
        Databases = BoxCount.Of(new("Scopus", 612), new("Web of Science 核心合集", 540), new("中国知网（CNKI）", 401), new("万方数据", 250)),
        RemovedForOtherReasons = new(271, [new("无摘要的记录", 271)]),
        RecordsExcluded = BoxCount.Of(new("语言不是中文或英文", 12), new("编者按、前言、专刊征稿启事、会议通知或图书", 124), new("与智慧城市的实际应用无关，只在背景部分提到“智慧城市”一词，没有可供分析的政策内容", 160)),
        ReportsExcluded = BoxCount.Of(new("质量评价未达到事先规定的标准（JBI清单得分低于50%，且无法联系到作者补充材料）", 300), new("非核心期刊", 200), new("没有政策内容", 91)),
    };

    public static FlowCounts TwoColumns => English with
    {
        OtherIdentified = BoxCount.Of(new("websites", 7), new("organisations", 4), new("citation searching", 20), new("Letters to experts in the field, answered within the term set", 2)),
        OtherReportsSought = 33,
        OtherReportsNotRetrieved = BoxCount.Of(new NamedCount("Paywalled", 3)),
        OtherReportsAssessed = 30,
        OtherReportsExcluded = BoxCount.Of(new("No policy content", 22), new("Outside the date window", 2)),
        StudiesIncluded = 88,
        ReportsOfIncludedStudies = 90,
    };

    public static FlowCounts Updated => TwoColumns with { PreviousStudies = 19, PreviousReports = 22 };

    /// <summary>What strains a layout: twenty databases, reasons of several lines, words that cannot be broken, scripts in one line, an unfinished review.</summary>
    public static FlowCounts Long => TwoColumns with
    {
        Databases = new(2000, [.. Enumerable.Range(1, 20).Select(i => new NamedCount(i % 3 == 0 ? $"第{i}号中文数据库（收录期刊论文与学位论文，含优先出版）" : $"Database {i} via Platform {i}", 100))]),
        ReportsExcluded = BoxCount.Of(
            new("Wrong population, not adults; the authors report children and adults together and do not give the numbers apart", 200),
            new("https://example.org/a/very/long/address/that-has-no-blank-in-it/and_keeps_going_for_much_longer_than_a_box_is_wide", 91),
            new("Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft", 150),
            new("研究对象不符合纳入标准：未报告“智慧城市”政策工具的分类依据，或仅以政府公报为材料（无全文）", 100),
            new("Смешанные данные без разделения по городам", 50)),
        RecordsAwaitingScreening = 12,
        ReportsAwaitingAssessment = 1,
    };
}
