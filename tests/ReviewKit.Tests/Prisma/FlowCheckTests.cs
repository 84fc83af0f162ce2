using System.Globalization;
using System.Text.Json;
using CsCheck;
using ReviewKit.Prisma;

namespace ReviewKit.Tests.Prisma;

public class FlowCheckTests
{
    // 500 + 118 = 618; 618 − 100 − 18 = 500; 500 − 380 = 120; 120 − 5 = 115; 115 − 45 − 30 = 40.
    const string Closing = """
        databases: {CNKI: 500, Scopus: 118}
        db_identified: 618
        db_removed: {duplicates: 100, other: 18}
        db_screened: 500
        db_excluded: 380
        db_sought: 120
        db_notretrieved: 5
        db_assessed: 115
        db_ftexcluded: {研究对象不符: 45, 没有全文数据: 30}
        included: {studies: 38, reports: 40}
        """;

    static FlowReport Check(string text) => FlowCheck.Of(DeclaredFlow.Parse(text, "flow.yaml"));

    static string Codes(FlowReport report) => string.Join(' ', report.Findings.Select(finding => finding.Code).Order(StringComparer.Ordinal));

    [Fact]
    public void The_recorded_cases_give_exactly_their_findings()
    {
        using var cases = JsonDocument.Parse(File.ReadAllText(RealData.Path("prisma/flow_cases.json")));
        foreach (var each in cases.RootElement.EnumerateArray())
        {
            var id = each.GetProperty("id").GetString();
            var report = FlowCheck.Of(DeclaredFlow.Parse(each.GetRawText(), id + ".json"));
            var expected = each.GetProperty("expect").EnumerateArray().Select(text => text.GetString()!.Split(' ')[0]);
            Assert.Equal(expected.Order(), report.Findings.Select(finding => finding.Code).Order());
            if (each.TryGetProperty("correction", out var correction))
            {
                Assert.NotNull(report.Correction);
                Assert.Equal(correction.GetProperty("box").GetString(), report.Correction.Box);
                Assert.Equal((correction.GetProperty("from").GetInt32(), correction.GetProperty("to").GetInt32()), (report.Correction.From, report.Correction.To));
            }
            if (each.TryGetProperty("derived", out var derived))
                foreach (var box in derived.EnumerateObject()) Assert.Equal(box.Value.GetInt32(), report.Derived[box.Name]);
        }
    }

    [Fact]
    public void A_flow_that_closes_has_no_findings() => Assert.Equal("", Codes(Check(Closing)));

    [Theory]
    [InlineData("db_identified: 618", "db_identified: 620", "E-IDENTIFIED E-SCREENED")] // 500 + 118 = 618; 620 − 118 = 502
    [InlineData("db_screened: 500", "db_screened: 510", "E-SCREENED E-SOUGHT")] // 618 − 118 = 500; 510 − 380 = 130
    [InlineData("db_screened: 500", "db_screened: 630", "E-GROWTH E-SCREENED E-SOUGHT")] // 630 > 618
    [InlineData("db_sought: 120", "db_sought: 121", "E-ASSESSED E-SOUGHT")]
    [InlineData("db_assessed: 115", "db_assessed: 114", "E-ASSESSED E-INCLUDED")]
    [InlineData("db_assessed: 115", "db_assessed: 125", "E-ASSESSED E-GROWTH E-INCLUDED")] // 125 > 120
    [InlineData("reports: 40", "reports: 41", "E-INCLUDED")]
    [InlineData("reports: 40", "reports: 116", "E-GROWTH E-INCLUDED")]
    [InlineData("studies: 38", "studies: 41", "E-STUDIES-EXCEED-REPORTS")]
    [InlineData("studies: 38", "studies: 0", "E-STUDIES-ZERO")]
    [InlineData("db_notretrieved: 5", "db_notretrieved: -5", "E-ASSESSED E-NEGATIVE")]
    [InlineData("没有全文数据: 30", "没有全文数据: 30, total: 74", "E-INCLUDED E-REASON-SUM")] // 115 − 74 = 41
    [InlineData("没有全文数据: 30", "没有全文数据: 30, 研究对象 不符: 0", "E-REASON-REPEATED E-REASON-ZERO")]
    [InlineData("没有全文数据", "\"\"", "E-REASON-EMPTY")]
    [InlineData("db_removed: {duplicates: 100, other: 18}", "db_removed: {total: 118, duplicates: 100, automation: 0, other: 17}", "E-REMOVED-SUM")]
    [InlineData("db_removed: {duplicates: 100, other: 18}", "db_removed: {合计: 118, duplicates: 100, other: 19}", "E-REMOVED-SUM")] // 119 > 118
    [InlineData("db_removed: {duplicates: 100, other: 18}", "db_removed: {all: 118, duplicates: 100}", "W-REMOVED-UNEXPLAINED")] // 118 − 100 = 18
    [InlineData("db_removed: {duplicates: 100, other: 18}", "db_removed: {total: 118, duplicates: 100, other: 17}", "W-REMOVED-UNEXPLAINED")]
    [InlineData("没有全文数据: 30", "没有全文数据: 30, all: 75", "")]
    [InlineData("没有全文数据: 30", "没有全文数据: 30, 总计: 75", "")]
    [InlineData("{研究对象不符: 45, 没有全文数据: 30}", "{合计: 75}", "W-SINGLE-REASON")]
    [InlineData("db_excluded: 380", "db_excluded: {total: 380, human: 300, automation: 70}", "E-EXCLUDED-SPLIT")]
    [InlineData("db_excluded: 380", "db_excluded: {total: 380, automation: 70}", "E-EXCLUDED-SPLIT")]
    [InlineData("db_excluded: 380", "db_excluded: {total: 380, 语种不符: 180, 主题不符: 199}", "E-REASON-SUM")]
    [InlineData("db_sought: 120", "db_sought: about 120", "E-NOT-INTEGER")]
    [InlineData("db_sought: 120", "db_sought: 120.5", "E-NOT-INTEGER")]
    [InlineData("db_sought: 120", "db_soght: 120", "W-UNKNOWN-BOX")]
    [InlineData("db_removed: {duplicates: 100, other: 18}", "db_removed: 118", "W-REMOVED-MIXED")]
    [InlineData("databases: {CNKI: 500, Scopus: 118}", "note: of two databases", "W-NO-PER-DATABASE")]
    [InlineData("databases: {CNKI: 500, Scopus: 118}", "databases: 618", "W-NO-PER-DATABASE")]
    [InlineData("{研究对象不符: 45, 没有全文数据: 30}", "75", "W-SINGLE-REASON")]
    [InlineData("{研究对象不符: 45, 没有全文数据: 30}", "{研究对象不符: 75}", "W-SINGLE-REASON")]
    [InlineData("db_ftexcluded: {研究对象不符: 45, 没有全文数据: 30}", "", "W-REASONS-ABSENT")]
    [InlineData("db_notretrieved: 5", "", "E-ASSESSED W-NOT-RETRIEVED-ABSENT")]
    [InlineData("{studies: 38, reports: 40}", "40", "W-UNIT-UNCLEAR")]
    [InlineData("reports: 40", "reports: 40}\nmeta_analysis: {studies: 39", "W-META-ANALYSIS")]
    public void One_change_gives_these_findings(string from, string to, string codes) =>
        Assert.Equal(codes, Codes(Check(Closing.Replace(from, to, StringComparison.Ordinal))));

    [Theory]
    [InlineData("{previous.studies: 10, previous.reports: 12, new.studies: 3, new.reports: 3, total.studies: 13, total.reports: 14}", "E-TOTAL")] // 12 + 3 = 15
    [InlineData("{db_identified: 100, db_removed: {duplicates: 120}}", "E-NEGATIVE")] // 100 − 120
    [InlineData("{ot_identified: {网站: 6, 专家: 4}, ot_sought: 8, ot_notretrieved: 1, ot_assessed: 7}", "W-OTHER-SOUGHT")]
    [InlineData("{ot_identified: {网站: 6, 专家: 4}, ot_duplicates: 2, ot_sought: 8, ot_notretrieved: 1, ot_assessed: 7}", "")] // 6 + 4 − 2 = 8
    [InlineData("{ot_sought: 8, ot_notretrieved: 1, ot_assessed: 8}", "E-ASSESSED")]
    [InlineData("{db_identified: 56, databases.Scopus: 50, ot_identified: 6}", "E-IDENTIFIED")]
    public void A_part_of_a_flow_is_judged_by_what_it_states(string text, string codes) => Assert.Equal(codes, Codes(Check(text)));

    [Fact]
    public void Two_columns_meet_in_the_included_box()
    {
        // 115 − 75 = 40 and 20 − 12 = 8.
        var both = Closing.Replace("reports: 40", "reports: 48", StringComparison.Ordinal) + "\nother_identified: 20\nother_sought: 20\nother_notretrieved: 0\nother_assessed: 20\nother_ftexcluded: {主题不符: 12}\n";
        Assert.Equal("", Codes(Check(both)));
        Assert.Equal("E-INCLUDED", Codes(Check(both.Replace("reports: 48", "reports: 40", StringComparison.Ordinal))));
    }

    [Fact]
    public void The_flow_as_printed_names_the_849_as_the_one_wrong_number()
    {
        var report = FlowCheck.Of(DeclaredFlow.Read(AsPrinted()));
        Assert.Equal("E-ASSESSED E-GROWTH E-INCLUDED W-NO-PER-DATABASE W-NOT-RETRIEVED-ABSENT W-REMOVED-MIXED W-SINGLE-REASON", Codes(report));
        Assert.Equal(("db_assessed", 849, 675), (report.Correction?.Box, report.Correction?.From, report.Correction?.To));
        var assessed = report.Findings[0];
        Assert.Equal("db_assessed: 849 is declared, but db_sought 675 − db_notretrieved 0 = 675 (gap +174)", assessed.Message.En);
        Assert.Equal("db_assessed：声明为 849，但 db_sought 675 − db_notretrieved 0 = 675（差 +174）", assessed.Message.Zh);
        Assert.Contains("were 174 of the 832 in db_removed taken out at db_ftexcluded instead (832 = 658 + 174)?", report.Questions.Select(question => question.En));
    }

    [Theory]
    [InlineData("all")]
    [InlineData("total")]
    [InlineData("合计")]
    public void A_total_beside_reasons_that_do_not_add_up_is_the_one_wrong_number(string total)
    {
        // 800 + 618 = 1418; 1418 − 318 = 1100; 1100 − 870 = 230; 80 + 60 + 55 = 195; 230 − 195 = 35.
        var report = Check($$"""
            databases: {Scopus: 800, WoS: 618}
            db_removed: { {{total}}: 318, duplicates: 300 }
            db_screened: 1100
            db_excluded: 870
            db_sought: 230
            db_notretrieved: 0
            db_assessed: 230
            db_ftexcluded: { {{total}}: 190, population: 80, 干预不符: 60, outcome: 55 }
            included: {studies: 35, reports: 35}
            """);
        Assert.Equal("E-INCLUDED E-REASON-SUM W-REMOVED-UNEXPLAINED", Codes(report));
        Assert.Equal("db_ftexcluded: 190 is declared, but 80 + 60 + 55 = 195 (gap -5)", report.Findings[0].Message.En);
        Assert.Equal(("db_ftexcluded", 190, 195), (report.Correction?.Box, report.Correction?.From, report.Correction?.To));
        Assert.Equal("18 of the records removed are not explained: 318 in all, 300 with a reason", report.Findings[^1].Message.En);
        Assert.Equal("移除的记录中有 18 条没有说明原因：共 318 条，已说明 300 条", report.Findings[^1].Message.Zh);
    }

    static string AsPrinted()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "ReviewKit.sln"))) folder = folder.Parent!;
        return Path.Combine(folder.FullName, "queries", "flow-as-printed.yaml");
    }

    [Fact]
    public void A_gap_that_is_another_number_is_named()
    {
        var report = Check("{db_identified: 1000, db_removed: 0, db_screened: 1056, ot_identified: 56}");
        Assert.Equal("db_screened: 1056 is declared, but db_identified 1000 − db_removed 0 = 1000 (gap +56); equals ot_identified: records of other methods do not enter the screening box", Assert.Single(report.Findings).Message.En);
        Assert.EndsWith("等于 ot_identified：其他方法的记录不进入筛选框", report.Findings[0].Message.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void A_gap_between_records_and_reports_may_be_explained()
    {
        var gap = Closing.Replace("db_sought: 120", "db_sought: 123", StringComparison.Ordinal).Replace("db_notretrieved: 5", "db_notretrieved: 8", StringComparison.Ordinal);
        Assert.Equal("E-SOUGHT", Codes(Check(gap)));
        Assert.Equal("W-RECONCILED", Codes(Check(gap + "\nreconciliation:\n  - {box: db_sought, gap: 3, reason: 三条记录各有两篇报告}\n")));
        Assert.Equal("E-SOUGHT W-RECONCILED", Codes(Check(gap + "\nreconciliation:\n  - {box: db_sought, gap: 2, reason: 两条记录各有两篇报告}\n")));
        Assert.Equal("E-SOUGHT W-RECONCILIATION-UNUSED", Codes(Check(gap + "\nreconciliation:\n  - {box: db_screened, gap: 3, reason: 误}\n")));
    }

    [Fact]
    public void Several_corrections_are_questions()
    {
        var report = Check(Closing.Replace("duplicates: 100", "duplicates: 103", StringComparison.Ordinal));
        Assert.Equal("E-SCREENED", Codes(report));
        Assert.Null(report.Correction);
        Assert.Equal("is db_removed.duplicates 100 rather than 103?", report.Questions[0].En);
        Assert.Equal("is db_removed.other 15 rather than 18?", report.Questions[1].En);
    }

    [Fact]
    public void A_mistake_carried_along_is_asked_about()
    {
        var report = Check("{previous.studies: 7, databases.Wanfang: 90, db_identified: 97, db_removed: 0, db_screened: 97}");
        Assert.Equal("E-IDENTIFIED", Codes(report));
        Assert.Contains("do all of db_identified, db_screened count 7 that do not belong there?", report.Questions.Select(question => question.En));
    }

    /// <summary>A flow that closes, in the numbers that any flow has.</summary>
    static readonly Gen<FlowCounts> Consistent =
        from studies in Gen.Int[1, 50]
        from moreReports in Gen.Int[0, 20]
        from reasons in Gen.Int[1, 400].Array[2, 5]
        from notRetrieved in Gen.Int[0, 30]
        from excluded in Gen.Int[1, 2000]
        from removed in Gen.Int[0, 500].Array[3]
        let assessed = studies + moreReports + reasons.Sum()
        let screened = assessed + notRetrieved + excluded
        let identified = screened + removed.Sum()
        select new FlowCounts
        {
            Databases = BoxCount.Of(new("万方", 3), new("Scopus", identified - 3)),
            Registers = 0,
            DuplicatesRemoved = removed[0],
            IneligibleByAutomation = removed[1],
            RemovedForOtherReasons = removed[2],
            RecordsScreened = screened,
            RecordsExcluded = excluded,
            ReportsSought = screened - excluded,
            ReportsNotRetrieved = notRetrieved,
            ReportsAssessed = assessed,
            ReportsExcluded = BoxCount.Of([.. reasons.Select((n, i) => new NamedCount($"原因{i}", n))]),
            StudiesIncluded = studies,
            ReportsOfIncludedStudies = studies + moreReports,
        };

    [Fact]
    public void Any_flow_that_closes_has_no_findings() =>
        Consistent.Sample(counts => FlowCheck.Of(DeclaredFlow.Of(counts)).Findings.Count == 0);

    [Fact]
    public void A_number_that_stands_in_two_equations_is_found_again_when_it_is_wrong()
    {
        // Each of these is the result of one equation and a term of the next, so that no other single change mends both.
        var inTwo = Gen.OneOf("db_screened", "db_sought", "db_assessed");
        Gen.Select(Consistent, inTwo, Gen.Int[1, 90]).Sample((counts, box, k) =>
        {
            var right = counts[box].N!.Value;
            var report = FlowCheck.Of(DeclaredFlow.Of(counts.With(box, right + k)));
            return !report.Closes && report.Correction is { } correction && (correction.Box, correction.From, correction.To) == (box, right + k, right);
        });
    }

    [Fact]
    public void Any_wrong_number_is_noticed() =>
        Gen.Select(Consistent, Gen.OneOf("db_removed.duplicates", "db_removed.other", "db_excluded", "db_notretrieved", "included.reports"), Gen.Int[1, 90])
            .Sample((counts, box, k) => !FlowCheck.Of(DeclaredFlow.Of(counts.With(box, counts[box].N!.Value + k))).Closes);

    [Fact]
    public void The_words_do_not_depend_on_the_culture()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("sv-SE");
            Assert.Equal("db_screened: 0 is declared, but db_identified 3 − db_removed 5 = -2 (gap +2)", Check("{db_identified: 3, db_removed: 5, db_screened: 0}").Findings[0].Message.En);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
