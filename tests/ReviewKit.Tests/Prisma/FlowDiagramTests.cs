using System.Globalization;
using System.Xml.Linq;
using ReviewKit.Prisma;
using ReviewKit.Text;

namespace ReviewKit.Tests.Prisma;

public class FlowDiagramTests
{
    static readonly XNamespace Ns = "http://www.w3.org/2000/svg";
    static readonly FlowDiagramOptions Zh = new() { Language = Language.Zh };

    public static TheoryData<string> Samples => ["en", "zh", "two-columns", "two-columns-zh", "updated", "updated-zh", "long", "long-zh", "blank-v2", "no-empty", "big-font", "totals", "split-zh", "options", "steps-zh", "twelve", "scr-zh", "zh-tw"];

    internal static string Draw(string sample) => sample switch
    {
        "en" => FlowDiagram.Svg(SampleFlows.English),
        "zh" => FlowDiagram.Svg(SampleFlows.Chinese, Zh),
        "two-columns" => FlowDiagram.Svg(SampleFlows.TwoColumns),
        "two-columns-zh" => FlowDiagram.Svg(SampleFlows.TwoColumns, Zh),
        "updated" => FlowDiagram.Svg(SampleFlows.Updated),
        "updated-zh" => FlowDiagram.Svg(SampleFlows.Updated, Zh),
        "long" => FlowDiagram.Svg(SampleFlows.Long),
        "long-zh" => FlowDiagram.Svg(SampleFlows.Long, Zh with { BoxWidth = 100 }),
        "blank-v2" => FlowDiagram.Svg(FlowCounts.Empty, new() { Template = "new-v2" }),
        "no-empty" => FlowDiagram.Svg(SampleFlows.English, new() { HideEmpty = true, Footnotes = false }),
        "big-font" => FlowDiagram.Svg(SampleFlows.Long, new() { FontSize = 14 }),
        "totals" => FlowDiagram.Svg(SampleFlows.TwoColumns, new() { TotalsInHeads = true }),
        "split-zh" => FlowDiagram.Svg(SampleFlows.Chinese with { RecordsExcludedByHuman = 200, RecordsExcludedByAutomation = 96 }, Zh),
        "options" => FlowDiagram.Svg(Synthesised, new() { TotalsInHeads = true, OfBefore = true, BoldHeads = true, Page = (595, 842), MoreNotes = ["* * a note of the project's own, as long as it has to be to need more than the one line it is given at the foot of a page"] }),
        "steps-zh" => FlowDiagram.Svg(SampleFlows.Chinese with { Steps = [new("题名", 971, BoxCount.Of(new NamedCount("与主题无关", 200))), new("摘要", 771, BoxCount.Of(new("语言不是中文或英文", 12), new("社论", 84)))] }, Zh with { StepsApart = true, OfBefore = true }),
        "twelve" => FlowDiagram.Svg(SampleFlows.English with { Databases = BoxCount.Of([.. Enumerable.Range(1, 12).Select(i => new NamedCount($"Database number {i} (via platform {i % 3})", 150 + i))]), DuplicatesRemoved = 639 }),
        "scr-zh" => FlowDiagram.Svg(SampleFlows.Chinese, Zh with { Wording = ["scr"] }),
        "zh-tw" => FlowDiagram.Svg(Synthesised, Zh with { Wording = ["zh-tw"] }),
        _ => throw new ArgumentOutOfRangeException(nameof(sample)),
    };

    static FlowCounts Synthesised => SampleFlows.Updated.With("appraised.studies", 88).With("narrative.studies", 88).With("meta_analysis.studies", 30).With("meta_analysis.reports", 31);

    [Theory]
    [MemberData(nameof(Samples))]
    public void Is_drawn_as_before(string sample) => Golden.Equal($"prisma/{sample}.svg", Draw(sample));

    [Theory]
    [MemberData(nameof(Samples))]
    public void Every_line_stands_inside_its_box(string sample)
    {
        var svg = XDocument.Parse(Draw(sample)).Root!;
        foreach (var group in svg.Elements(Ns + "g").Where(group => group.Descendants(Ns + "rect").Any()))
        {
            var rect = group.Descendants(Ns + "rect").Single();
            var text = group.Descendants(Ns + "text").Single();
            // A phase name that runs upwards has its width along the height of the bar.
            var isTurned = text.Attribute("transform") is not null;
            var (left, top, width, height) = (Number(rect, "x"), Number(rect, "y"), Number(rect, "width"), Number(rect, "height"));
            var (size, isBold, isCentred) = (Number(text, "font-size"), text.Attribute("font-weight") is not null, text.Attribute("text-anchor")!.Value == "middle");
            foreach (var line in text.Elements(Ns + "tspan"))
            {
                var length = TextWidth.Of(line.Value, size, isBold || line.Attribute("font-weight") is not null);
                Assert.True(length <= (isTurned ? height : width), $"{sample}: \"{line.Value}\" is {length} long");
                if (isTurned) continue;
                var x = Number(line, "x") - (isCentred ? length / 2 : 0);
                Assert.InRange(x, left, left + width - length);
                Assert.InRange(Number(line, "y"), top + size * 0.8, top + height - size * 0.2);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Boxes_do_not_touch(string sample)
    {
        var rects = XDocument.Parse(Draw(sample)).Descendants(Ns + "g").SelectMany(group => group.Descendants(Ns + "rect")).ToList();
        foreach (var (i, a) in rects.Index())
            foreach (var b in rects.Skip(i + 1))
                Assert.False(
                    Number(a, "x") <= Number(b, "x") + Number(b, "width") && Number(b, "x") <= Number(a, "x") + Number(a, "width")
                    && Number(a, "y") <= Number(b, "y") + Number(b, "height") && Number(b, "y") <= Number(a, "y") + Number(a, "height"), sample);
    }

    public static TheoryData<string> Templates => [.. FlowTemplate.Names];

    [Theory]
    [MemberData(nameof(Templates))]
    public void The_blank_form_has_the_official_words(string name)
    {
        var template = FlowTemplate.Named(name);
        var drawn = Boxes(FlowDiagram.Svg(FlowCounts.Empty, new() { Template = name }));
        foreach (var box in template.Boxes)
            Assert.Equal(string.Join(' ', ((string?[])[box.En, .. box.Lines ?? []]).OfType<string>()), drawn[box.Id]);
        foreach (var (column, text) in template.Headers) Assert.Equal(text, drawn["header_" + column]);
        Assert.Equal("Identification", drawn["phase_identification"]);
        Assert.Equal("Included", drawn["phase_included"]);
        Assert.Contains("*Consider, if feasible to do so, reporting", drawn["notes"], StringComparison.Ordinal);
        Assert.Contains("doi: 10.1136/bmj.n71.", drawn["notes"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("templates.json")]
    [InlineData("labels.zh-CN.json")]
    public void The_words_are_those_of_the_checked_copy(string name)
    {
        using var stream = typeof(FlowDiagram).Assembly.GetManifestResourceStream("ReviewKit.Prisma." + name)!;
        Assert.Equal(File.ReadAllText(RealData.Path("prisma/" + name)), new StreamReader(stream).ReadToEnd());
    }

    [Fact]
    public void The_numbers_stand_in_their_boxes()
    {
        var drawn = Boxes(FlowDiagram.Svg(SampleFlows.TwoColumns));
        Assert.Equal("Records identified from*: Databases (n = 1803): Scopus (n = 612) Web of Science Core Collection (n = 540) CNKI (n = 401) Wanfang Data (n = 250) Registers (n = 0)", drawn["db_identified"]);
        Assert.Equal("Records screened (n = 971)", drawn["db_screened"]);
        Assert.Equal("Reports assessed for eligibility (n = 30)", drawn["ot_assessed"]);
        Assert.Equal("Studies included in review (n = 88) Reports of included studies (n = 90)", drawn["included"]);
    }

    [Fact]
    public void An_updated_review_adds_the_previous_studies()
    {
        var drawn = Boxes(FlowDiagram.Svg(SampleFlows.Updated));
        Assert.Equal("New studies included in review (n = 88) Reports of new included studies (n = 90)", drawn["new_included"]);
        // 19 + 88 and 22 + 90
        Assert.Equal("Total studies included in review (n = 107) Reports of total included studies (n = 112)", drawn["total_included"]);
    }

    [Fact]
    public void Chinese_labels_are_the_first_of_each_list_and_can_be_replaced()
    {
        var drawn = Boxes(FlowDiagram.Svg(SampleFlows.Chinese, Zh with { Labels = new Dictionary<string, string> { ["screened"] = "进入筛选的记录", ["phase.identification"] = "检索" } }));
        Assert.Equal("进入筛选的记录（n = 971）", drawn["db_screened"]);
        Assert.Equal("检 索", drawn["phase_identification"]);
        Assert.Equal("未获取到的报告（n = 0）", drawn["db_notretrieved"]);
        Assert.StartsWith("筛选前移除的记录： 重复记录（n = 561）", drawn["db_removed"], StringComparison.Ordinal);
    }

    [Fact]
    public void An_unfinished_review_says_so()
    {
        Assert.Equal("This review is not finished: 12 records still to be screened, 1 report still to be retrieved or assessed.", Boxes(FlowDiagram.Svg(SampleFlows.Long))["pending"]);
        Assert.Equal("本综述尚未完成：12 条记录待筛选，1 篇报告待获取或评估。", Boxes(FlowDiagram.Svg(SampleFlows.Long, Zh))["pending"]);
        Assert.DoesNotContain("pending", Boxes(FlowDiagram.Svg(SampleFlows.English)).Keys);
    }

    [Fact]
    public void Empty_optional_boxes_can_be_left_out()
    {
        var drawn = Boxes(FlowDiagram.Svg(SampleFlows.English, new() { HideEmpty = true }));
        Assert.DoesNotContain("db_notretrieved", drawn.Keys);
        Assert.DoesNotContain("Registers", drawn["db_identified"], StringComparison.Ordinal);
        Assert.DoesNotContain("automation", drawn["db_removed"], StringComparison.Ordinal);
    }

    [Fact]
    public void Boxes_can_be_links_with_tooltips()
    {
        var svg = XDocument.Parse(FlowDiagram.Svg(SampleFlows.English, new()
        {
            Links = new Dictionary<string, string> { ["db_screened"] = "screened.html?a=1&b=\"2\"" },
            Tooltips = new Dictionary<string, string> { ["db_screened"] = "971 <records>" },
        }));
        var box = svg.Descendants(Ns + "g").Single(group => group.Attribute("data-box")?.Value == "db_screened");
        Assert.Equal("971 <records>", box.Element(Ns + "title")!.Value);
        Assert.Equal("screened.html?a=1&b=\"2\"", Assert.Single(svg.Descendants(Ns + "a")).Attribute("href")!.Value);
    }

    [Fact]
    public void A_reason_that_no_xml_may_hold_does_no_harm()
    {
        var svg = FlowDiagram.Svg(SampleFlows.English with { ReportsExcluded = BoxCount.Of(new("a\u0000b\ud83dc\r\nd <&> \"e\"", 300), new("‘’", 291)) });
        Assert.Contains("ab\ufffdc d <&> \"e\" (n = 300)", Boxes(svg)["db_ftexcluded"], StringComparison.Ordinal);
    }

    [Fact]
    public void What_leaves_is_printed_as_a_share_where_that_is_asked()
    {
        var drawn = Boxes(FlowDiagram.Svg(SampleFlows.English, new() { OfBefore = true, PerSource = false, ReasonsAtScreening = false }));
        Assert.Equal("Records excluded** (n = 296/971)", drawn["db_excluded"]);
        Assert.Equal("Records identified from*: Databases (n = 1803) Registers (n = 0)", drawn["db_identified"]);
        Assert.StartsWith("Reports excluded: Low quality (n = 300/675)", drawn["db_ftexcluded"], StringComparison.Ordinal);
    }

    [Fact]
    public void Stages_of_screening_stand_apart()
    {
        var drawn = Boxes(Draw("steps-zh"));
        Assert.Equal("筛选的记录：题名（n = 971）", drawn["db_screened"]);
        Assert.Equal("排除的记录**（n = 200/971）： 与主题无关（n = 200/971）", drawn["db_excluded"]);
        Assert.Equal("筛选的记录：摘要（n = 771）", drawn["db_screened-2"]);
        Assert.StartsWith("排除的记录**（n = 96/771）：", drawn["db_excluded-2"], StringComparison.Ordinal);
    }

    [Fact]
    public void Exclusions_by_people_and_by_tools_are_told_in_the_note_that_asks_for_them()
    {
        var split = SampleFlows.English with { RecordsExcludedByHuman = 200, RecordsExcludedByAutomation = 96 };
        Assert.Contains("**200 excluded by a human, 96 by automation tools.", Boxes(FlowDiagram.Svg(split))["notes"], StringComparison.Ordinal);
        Assert.Contains("**200 excluded by a human", Boxes(FlowDiagram.Svg(split, new() { Footnotes = false }))["notes"], StringComparison.Ordinal);
    }

    [Fact]
    public void Words_can_be_those_of_a_scoping_review_and_an_unknown_text_is_refused()
    {
        var drawn = Boxes(FlowDiagram.Svg(SampleFlows.English, new() { Wording = ["scr"] }));
        Assert.Equal("Sources of evidence assessed for eligibility (n = 675)", drawn["db_assessed"]);
        Assert.Equal("納入綜述的研究（n = 84） 納入研究的報告（n = 84）", Boxes(FlowDiagram.Svg(SampleFlows.Chinese, Zh with { Wording = ["zh-tw"] }))["included"]);
        Assert.StartsWith("no wording \"lsr\"; there are scr, zh-tw", Assert.Throws<ReviewKitException>(() => FlowDiagram.Svg(FlowCounts.Empty, new() { Wording = ["lsr"] })).Said.En, StringComparison.Ordinal);
        Assert.StartsWith("the diagram has no text \"screend\"; there are appraised.studies", Assert.Throws<ReviewKitException>(() => FlowDiagram.Svg(FlowCounts.Empty, new() { Labels = new Dictionary<string, string> { ["screend"] = "x" } })).Said.En, StringComparison.Ordinal);
    }

    [Fact]
    public void There_is_nothing_that_other_programs_do_not_draw()
    {
        string[] drawn = ["svg", "title", "g", "rect", "text", "tspan", "polyline", "polygon"];
        var svg = XDocument.Parse(FlowDiagram.Svg(SampleFlows.Long));
        Assert.All(svg.Descendants(), element => Assert.Contains(element.Name.LocalName, drawn));
        Assert.All(svg.Descendants(), element => Assert.Null(element.Attribute("style")));
    }

    [Fact]
    public void The_template_follows_from_the_counts()
    {
        Assert.DoesNotContain("ot_identified", FlowDiagram.Svg(SampleFlows.English), StringComparison.Ordinal);
        Assert.Contains("ot_identified", FlowDiagram.Svg(SampleFlows.English, new() { Template = "new-v2" }), StringComparison.Ordinal);
        Assert.Equal("no PRISMA template \"v3\"; there are new-v1, new-v2, updated-v1, updated-v2", Assert.Throws<ReviewKitException>(() => FlowDiagram.Svg(FlowCounts.Empty, new() { Template = "v3" })).Said.En);
    }

    [Fact]
    public void The_picture_does_not_depend_on_the_culture()
    {
        var (before, expected) = (CultureInfo.CurrentCulture, Draw("long"));
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            Assert.Equal(expected, Draw("long"));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    static double Number(XElement element, string name) => double.Parse(element.Attribute(name)!.Value, CultureInfo.InvariantCulture);

    /// <summary>The text of each group, its lines joined by a blank.</summary>
    static Dictionary<string, string> Boxes(string svg) => XDocument.Parse(svg).Descendants(Ns + "g")
        .ToDictionary(group => group.Attribute("data-box")!.Value, group => string.Join(' ', group.Descendants(Ns + "tspan").Select(line => line.Value)));

    [Theory]
    [InlineData(4, Language.En, "4 records found by other methods are duplicates of records counted above or of each other.")]
    [InlineData(1, Language.En, "1 record found by other methods is a duplicate of a record counted above or of another such record.")]
    [InlineData(4, Language.Zh, "其他方法识别的记录中有 4 条与上述已计入的记录重复，或彼此重复。")]
    public void Duplicates_among_records_of_other_methods_are_a_footnote(int n, Language language, string note)
    {
        string Notes(int duplicates) => string.Concat(XDocument.Parse(FlowDiagram.Svg(SampleFlows.TwoColumns with { OtherDuplicates = duplicates }, new() { Language = language, Footnotes = false, Attribution = false }))
            .Descendants(Ns + "g").Where(group => group.Attribute("data-box")?.Value == "notes").Descendants(Ns + "tspan").Select(line => line.Value)).Replace(" ", "", StringComparison.Ordinal);
        Assert.Equal(note.Replace(" ", "", StringComparison.Ordinal), Notes(n));
        Assert.Equal("", Notes(0));
    }

    [Theory]
    [InlineData("new-v1", "new-v2")]
    [InlineData("updated-v1", "updated-v2")]
    public void A_template_that_would_drop_the_other_methods_is_refused(string asked, string fitting)
    {
        var said = Assert.Throws<ReviewKitException>(() => FlowDiagram.Svg(SampleFlows.Updated, new() { Template = asked })).Said;
        // 7 + 4 + 20 + 2 = 33.
        Assert.Equal($"template {asked} has no column for other methods, but ot_identified is 33; use {fitting}", said.En);
        Assert.Equal($"模板 {asked} 没有“其他方法”一列，但 ot_identified 为 33；请使用 {fitting}", said.Zh);
        Assert.NotEmpty(FlowDiagram.Svg(SampleFlows.Updated, new() { Template = fitting }));
    }
}
