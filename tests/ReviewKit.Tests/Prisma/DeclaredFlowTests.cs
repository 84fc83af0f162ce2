using CsCheck;
using ReviewKit.Prisma;

namespace ReviewKit.Tests.Prisma;

public class DeclaredFlowTests
{
    static FlowCounts Counts(string text, string name = "flow.yaml") => DeclaredFlow.Parse(text, name).Counts;

    [Theory]
    [InlineData("db_removed: {duplicates: 300}")]
    [InlineData("db_removed.duplicates: 300")]
    [InlineData("db_removed:\n  duplicates: \"300\"\n")]
    [InlineData("db_removed.duplicates: ３００")]
    [InlineData("DB_Removed.Duplicates: 300.0")]
    public void Dotted_and_nested_names_are_the_same(string yaml) => Assert.Equal(300, Counts(yaml).DuplicatesRemoved.N);

    [Fact]
    public void Json_is_read_as_yaml_is()
    {
        var json = Counts("""{"db_ftexcluded": {"研究对象不符": 45, "U.S. only": 30}, "db_ftexcluded.total": 75, "other_identified": 6}""", "flow.json");
        Assert.Equal([new("研究对象不符", 45), new("U.S. only", 30)], json.ReportsExcluded.Parts);
        Assert.Equal(75, json.ReportsExcluded.N);
        Assert.Equal(6, json.OtherIdentified.N);
    }

    [Fact]
    public void A_test_case_wraps_the_numbers()
    {
        var counts = Counts("""{"id": "x", "declared": {"db_identified": 5}, "sources": {"万方": 3}, "expect": ["E-IDENTIFIED"]}""", "x.json");
        Assert.Equal((5, 3), (counts["db_identified"].N, counts["sources"].Total));
    }

    [Theory]
    [InlineData("1,803", 1803)]
    [InlineData("1803", 1803)]
    [InlineData("-3", -3)]
    public void Numbers_are_read(string text, int n) => Assert.Equal(n, Counts($"db_screened: \"{text}\"").RecordsScreened.N);

    [Theory]
    [InlineData("12,5")]
    [InlineData("about 12")]
    [InlineData("12.5")]
    [InlineData("99999999999")]
    public void What_is_no_number_is_a_problem_with_its_line(string text)
    {
        var flow = DeclaredFlow.Parse($"db_identified: 5\ndb_screened: \"{text}\"\n", "f.yaml");
        Assert.Null(flow.Counts.RecordsScreened.N);
        Assert.Equal($"f.yaml:2: db_screened is \"{text}\", expected a whole number", Assert.Single(flow.Problems).Message.En);
    }

    [Fact]
    public void Parts_of_the_removed_box_that_are_no_official_line_are_other_reasons() =>
        Assert.Equal([new("无摘要", 271)], Counts("db_removed: {duplicates: 561, 无摘要: 271}").RemovedForOtherReasons.Parts);

    [Theory]
    [InlineData("db_screened: 5\nother: [}", "f.yaml:2: not readable as YAML")]
    [InlineData("{\"db_screened\": 5,\n \"db_sought\" 4}", "f.json:2: not readable as JSON")]
    [InlineData("{\"db_screened\": 5,\n\"db_screened\": 4}", "f.json:2: db_screened states db_screened again, after line 1")]
    [InlineData("title: no numbers here", "f.yaml states no number of a flow")]
    [InlineData("db_sought: 3\nreconciliation:\n- {box: db_sought, gap: 2}", "f.yaml:3: a reconciliation needs a box, a gap (a whole number) and a reason")]
    public void What_cannot_be_read_is_said_with_its_line(string text, string begins)
    {
        var e = Assert.Throws<ReviewKitException>(() => DeclaredFlow.Parse(text, text.StartsWith('{') ? "f.json" : "f.yaml"));
        Assert.StartsWith(begins, e.Said.En, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_and_one_in_another_encoding_are_said()
    {
        Assert.Equal("there is no file nowhere.yaml", Assert.Throws<ReviewKitException>(() => DeclaredFlow.Read("nowhere.yaml")).Said.En);
        var path = Path.Combine(Directory.CreateTempSubdirectory().FullName, "数字.yaml");
        File.WriteAllBytes(path, [0x64, 0x3a, 0x20, 0xd6, 0xd0]); // "d: 中" in GBK
        Assert.EndsWith("不是 UTF-8 文本；请另存为 UTF-8", Assert.Throws<ReviewKitException>(() => DeclaredFlow.Read(path)).Said.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void Whatever_a_file_holds_there_is_a_flow_or_a_message()
    {
        var piece = Gen.OneOf("db_screened", "db_ftexcluded", "included", "data,node,n\n", "records_screened,,3\n", "dbr_excluded,,\"", "reconciliation", "declared", ":", ": ", "{", "}", "[", "]", "\"", ",", "\n", "\n  ", "- ", "12", "-3", "null", "~", "中", "&a ", "*a", "? ", "!!x", "%", "\t", "\0", "；", "，");
        Gen.Select(piece.Array[0, 12], Gen.OneOf("f.yaml", "f.json", "f.csv", "f")).Sample((pieces, name) =>
        {
            try
            {
                var flow = DeclaredFlow.Parse(string.Concat(pieces), name);
                FlowCheck.Of(flow);
                FlowDiagram.Svg(flow.Counts);
            }
            catch (ReviewKitException)
            {
            }
        }, iter: 5_000);
    }

    [Theory]
    [InlineData("&a {db_screened: 3, more: *a}")]
    [InlineData("{x: [*b], db_screened: 3}")]
    [InlineData("a: &a [1,1,1,1,1,1,1,1,1,1]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c,*c]\ne: [*d,*d,*d,*d,*d,*d,*d,*d,*d,*d]")]
    public void Yaml_without_end_is_given_up(string yaml)
    {
        try
        {
            DeclaredFlow.Parse(yaml, "f.yaml");
        }
        catch (ReviewKitException e)
        {
            Assert.StartsWith("f.yaml:1: not readable as YAML", e.Said.En, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("[", "")]
    [InlineData("{a: ", "")]
    [InlineData("- ", "1")]
    public void A_file_nested_without_end_is_refused_with_its_line(string part, string last)
    {
        var refused = Assert.Throws<ReviewKitException>(() => DeclaredFlow.Parse(string.Concat(Enumerable.Repeat(part, 20_000)) + last, "流程.yaml"));
        Assert.StartsWith("流程.yaml:1: not readable as YAML: ", refused.Said.En, StringComparison.Ordinal);
        Assert.Contains("nested more than 100 deep", refused.Said.En, StringComparison.Ordinal);
    }
}
