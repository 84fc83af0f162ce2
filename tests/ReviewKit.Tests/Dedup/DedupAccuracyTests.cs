using System.Text.Json;
using CsvHelper;
using ReviewKit.Dedup;
using ReviewKit.Records;

namespace ReviewKit.Tests.Dedup;

/// <summary>Labelled sets of real reviews, read from outside the project: no false merge, and a floor on what is found.</summary>
public class DedupAccuracyTests
{
    /// <param name="set">Folder of the set.</param>
    /// <param name="most">Removable duplicates that may be missed. What is missed is a thesis beside its abstract, an abstract in two supplements, an erratum, and two editorials: each is kept apart on purpose.</param>
    [Theory]
    [InlineData("cytology_screening", 0)]
    [InlineData("stroke", 2)]
    [InlineData("diabetes", 0)]
    [InlineData("digital_work", 2)]
    [InlineData("special_cases", 0)]
    public void A_labelled_set_is_deduplicated_without_a_false_merge(string set, int most)
    {
        var folder = RealData.Path("dedup/" + set);
        var records = Read(Path.Combine(folder, "records.csv"));
        var truth = File.ReadLines(Path.Combine(folder, "duplicate_groups.csv")).Skip(1).Select(line => line.Trim('"').Split(';')).Where(ids => ids.Length > 1).ToList();
        var work = new Dictionary<string, int>();
        for (var i = 0; i < truth.Count; i++)
            foreach (var id in truth[i]) work[id] = i;
        var groups = Deduplication.Of(records).Groups;
        var wrong = groups.Where(group => group.Records.Select(id => work.GetValueOrDefault(id, -1)).Distinct().Count() > 1 || !work.ContainsKey(group.Records[0])).ToList();
        Assert.Empty(wrong);
        var missed = truth.Sum(ids => ids.Length - 1) - groups.Sum(group => group.Records.Count - 1);
        Assert.True(missed <= most, $"{missed} duplicates missed");
    }

    [Fact]
    public void The_unit_cases_are_all_right()
    {
        using var cases = JsonDocument.Parse(File.ReadAllText(RealData.Path("dedup/unit_cases/test_cases.json")));
        foreach (var pair in cases.RootElement.GetProperty("cases").EnumerateArray())
        {
            Record Side(string name) => Of(field => pair.GetProperty(name).TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null, name, 2);
            Assert.True(Deduplication.Of([Side("record_a"), Side("record_b")]).Groups.Count == 1 == pair.GetProperty("expected_duplicate").GetBoolean(), pair.GetProperty("id").GetString());
        }
    }

    static List<Record> Read(string path)
    {
        using var csv = CsvReader.FromText(File.ReadAllText(path));
        var header = csv.Headers.ToArray();
        var records = new List<Record>();
        while (csv.Read())
        {
            var row = Enumerable.Range(0, csv.FieldCount).Select(csv.GetString).ToArray();
            string? Field(string name) => Array.IndexOf(header, name) is var at and >= 0 && at < row.Length ? row[at] : null;
            records.Add(Of(Field, Field("ID")!, records.Count + 2));
        }
        return records;
    }

    static Record Of(Func<string, string?> field, string id, int line)
    {
        string? First(params string[] names) => names.Select(field).FirstOrDefault(value => !string.IsNullOrWhiteSpace(value));
        var record = new Record
        {
            Id = id,
            File = "records.csv",
            Line = line,
            Type = field("ENTRYTYPE") switch { "inproceedings" => "paper-conference", "incollection" => "chapter", "book" => "book", "article" => "article-journal", _ => null },
            Title = First("title"),
            Abstract = First("abstract"),
            Year = PartialDate.Year(First("year")),
            Journal = First("journal", "booktitle"),
            Volume = First("volume"),
            Issue = First("number", "issue"),
            Pages = First("pages"),
            Doi = Doi.Parse(First("doi")),
        };
        foreach (var issn in Issn.ParseAll(First("issn", "isbn"))) record.Issn.Add(issn);
        foreach (var author in (First("author") ?? "").Split([" and ", ";"], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)) record.Authors.Add(PersonName.Parse(author));
        return record;
    }
}
