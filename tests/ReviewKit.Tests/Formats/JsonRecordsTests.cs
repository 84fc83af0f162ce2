using ReviewKit.Formats;
using ReviewKit.Records;

namespace ReviewKit.Tests.Formats;

public sealed class JsonRecordsTests : IDisposable
{
    readonly string _path = Path.GetTempFileName();

    public void Dispose() => File.Delete(_path);

    [Theory]
    [InlineData("""[{"title":"甲"},{"title":"乙"}]""", 2)]
    [InlineData("""{"title":"甲"}""", 1)]
    [InlineData("{\"title\":\"甲\"}\n{\"title\":\"乙\"}\n{\"title\":\"丙\"}", 3)]
    [InlineData("""{"meta":{"count":2},"results":[{"title":"甲"},{"title":"乙"}],"group_by":[]}""", 2)]
    [InlineData("""{"status":"ok","message":{"items":[{"title":"甲","items":[{"title":"inner"}]}]}}""", 1)]
    [InlineData("""{"status":"ok","message":{"title":"甲"}}""", 1)]
    [InlineData("""[{"title":"a \"quoted\" } bracket"},{"title":"乙",},]""", 2)]
    [InlineData("""{"title":"甲","items":["no","objects"]}""", 1)]
    public void Records_are_the_objects_of_the_list_that_an_answer_holds(string json, int records) =>
        Assert.Equal(records, Read(json).OfType<RecordItem>().Count());

    [Fact]
    public void A_broken_record_costs_one_record_and_is_told()
    {
        var items = Read("""[{"title":"甲"},{"title":"乙" "x"},{"title":"丙"}]""").ToList();
        Assert.Equal(["甲", "丙"], items.OfType<RecordItem>().Select(i => i.Record.Title!));
        Assert.Contains("乙", items.OfType<ProblemItem>().Single().Problem.Said.En);
    }

    [Fact]
    public void A_record_without_its_opening_bracket_is_told()
    {
        var items = Read("""[{"title":"甲"},"title":"乙"},{"title":"丙"}]""").ToList();
        Assert.Contains(items.OfType<ProblemItem>(), p => p.Problem.Said.En.Contains('乙', StringComparison.Ordinal));
    }

    [Fact]
    public void A_file_that_ends_inside_a_record_is_damaged()
    {
        var items = Read("""[{"title":"甲"},{"title":"乙","abstract":"Only the be""").ToList();
        Assert.Single(items.OfType<RecordItem>());
        var problem = items.OfType<ProblemItem>().Single().Problem;
        Assert.True(problem.IsDamage);
        Assert.Contains("Only the be", problem.Said.En);
    }

    [Fact]
    public void Nesting_without_end_is_refused_and_not_followed() =>
        Assert.Empty(Read("[{\"title\":\"x\",\"a\":" + new string('[', 500_000)).OfType<RecordItem>());

    [Fact]
    public void A_record_of_our_own_is_the_same_again()
    {
        var record = new Record { Source = "cnki", Title = "路灯", Year = 2020, Doi = "10.9999/x", Keywords = ["路灯"], Authors = [new PersonName { Literal = "王小明", Orcid = "0000-0001-2345-6789" }] };
        record.Titles["en"] = "Lamps";
        record.AddOther("K9", "a \"quoted\"\nline");
        var again = Assert.IsType<RecordItem>(Assert.Single(Read(RecordJson.Write(record)))).Record;
        (again.File, again.Line, again.Encoding, again.Format) = ("", 0, "", "");
        Assert.Equal(RecordJson.Write(record), RecordJson.Write(again));
    }

    IEnumerable<Item> Read(string json)
    {
        File.WriteAllText(_path, json);
        return SourceFile.Open(_path, "x.json").Read();
    }
}
