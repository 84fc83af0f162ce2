using ReviewKit.Prisma;
using ReviewKit.Text;

namespace ReviewKit.Tests.Prisma;

public class FlowCsvTests
{
    const string Head = "data,node,box,description,boxtext,tooltips,url,n\n";

    static FlowCounts Read(string rows) => DeclaredFlow.Parse(Head + rows, "PRISMA.csv").Counts;

    [Fact]
    public void A_comma_in_a_reason_does_not_end_it()
    {
        var counts = Read("dbr_excluded,,,,,,,\"Wrong population, not adults, 12; 语言不符，5；社论, 3\"\n");
        Assert.Equal([new("Wrong population, not adults", 12), new("语言不符", 5), new("社论", 3)], counts.ReportsExcluded.Parts);
    }

    [Fact]
    public void Without_a_previous_version_the_new_are_the_included()
    {
        var counts = Read("previous_studies,,,,,,,0\nnew_studies,,,,,,,12\nnew_reports,,,,,,,13\ntotal_studies,,,,,,,0\nwebsite_results,,,,,,,0\nrecords_screened,,,,,,,NA\n");
        Assert.Equal((12, 13), (counts.StudiesIncluded.N, counts.ReportsOfIncludedStudies.N));
        Assert.Equal(["included.studies", "included.reports"], counts.Stated.Select(stated => stated.Box.Key));
    }

    [Fact]
    public void With_one_the_new_stay_new()
    {
        var counts = Read("previous_studies,,,,,,,19\nnew_studies,,,,,,,13\ntotal_studies,,,,,,,32\n");
        Assert.Equal((19, 13, 32), (counts.PreviousStudies.N, counts["new.studies"].N, counts["total.studies"].N));
    }

    [Fact]
    public void The_sample_of_the_package_is_read_and_closes()
    {
        var flow = DeclaredFlow.Read(RealData.Path("prisma/PRISMA2020_R_extdata_PRISMA.csv"));
        Assert.Empty(flow.Problems);
        // All its numbers are 0 and its lists are placeholders.
        Assert.All(flow.Counts.Stated, stated => Assert.Equal(0, stated.Count.Total));
        Assert.True(FlowCheck.Of(flow).Closes);
    }

    [Fact]
    public void The_sample_of_the_package_is_drawn_with_its_numbers_in_its_boxes()
    {
        var counts = DeclaredFlow.Read(RealData.Path("prisma/PRISMA2020_R_extdata_PRISMA.csv"), allForms: true).Counts;
        var svg = System.Xml.Linq.XDocument.Parse(FlowDiagram.Svg(counts, new() { Template = "updated-v2" }));
        var drawn = svg.Descendants().Where(each => each.Attribute("data-box") is not null).ToDictionary(each => each.Attribute("data-box")!.Value, each => string.Join(' ', each.Descendants().Where(line => line.Name.LocalName == "tspan").Select(line => line.Value)).Replace('\u00a0', ' '));
        // The package draws n = 0 in each of these; its lists of reasons are placeholders without numbers.
        foreach (var box in (string[])["prev", "db_identified", "db_removed", "db_screened", "db_excluded", "db_sought", "db_notretrieved", "db_assessed", "ot_identified", "ot_sought", "ot_notretrieved", "ot_assessed", "new_included", "total_included"])
        {
            Assert.Contains("(n = 0)", drawn[box], StringComparison.Ordinal);
            Assert.DoesNotContain("(n = )", drawn[box], StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(Language.En)]
    [InlineData(Language.Zh)]
    public void What_is_written_is_read_again(Language language)
    {
        var written = SampleFlows.TwoColumns with { OtherIdentified = BoxCount.Of(new("websites", 7), new("organisations", 4), new("citation searching", 22)) };
        var read = DeclaredFlow.Parse(FlowCsv.Write(written, language), "PRISMA.csv").Counts;
        foreach (var (box, count) in read.Stated) Assert.Equal(written.Total(box.Key), count.Total);
        Assert.Equal(written.ReportsExcluded.Parts, read.ReportsExcluded.Parts);
        Assert.Equal(written.Databases.Parts, read.Databases.Parts);
        Assert.Equal((88, 90), (read.StudiesIncluded.N, read.ReportsOfIncludedStudies.N));
    }

    [Fact]
    public void Has_the_rows_of_the_package()
    {
        static IEnumerable<string> Ids(string csv) => csv.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n').Select(line => string.Join(',', line.Split(',')[..3].Select(cell => cell.Length == 0 ? "NA" : cell)));
        var package = File.ReadAllText(RealData.Path("prisma/PRISMA2020_R_extdata_PRISMA.csv"));
        Assert.Equal(Ids(package), Ids(FlowCsv.Write(SampleFlows.Updated)));
    }
}
