using System.Text.Json;
using ReviewKit.Formats;
using ReviewKit.Records;

namespace ReviewKit.Benchmarks.Accuracy;

/// <summary>Records of which people have said which are duplicates.</summary>
/// <param name="Records">In the order of the file.</param>
/// <param name="Groups">Ids of one report each, two or more; whatever is in none stands alone.</param>
public sealed record LabelledSet(string Name, IReadOnlyList<Record> Records, IReadOnlyList<IReadOnlyList<string>> Groups)
{
    /// <summary>Reads records.csv (column ID) and duplicate_groups.csv (ids joined by ";" under a heading).</summary>
    public static LabelledSet Read(string folder) => new(Path.GetFileName(folder), ReadRecords(Path.Combine(folder, "records.csv")),
        [.. File.ReadLines(Path.Combine(folder, "duplicate_groups.csv")).Skip(1).Select(line => (IReadOnlyList<string>)line.Trim('"').Split(';')).Where(ids => ids.Count > 1)]);

    /// <summary>Pairs with their answer (test_cases.json), each a set of its own.</summary>
    public static IEnumerable<LabelledSet> ReadCases(string path)
    {
        using var cases = JsonDocument.Parse(File.ReadAllText(path));
        foreach (var pair in cases.RootElement.GetProperty("cases").EnumerateArray())
        {
            Record Side(string name) => Of(
                field => pair.GetProperty(name).TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null, name, 2);
            yield return new LabelledSet(pair.GetProperty("id").GetString()!, [Side("record_a"), Side("record_b")],
                pair.GetProperty("expected_duplicate").GetBoolean() ? [["record_a", "record_b"]] : []);
        }
    }

    /// <summary>Pairs a line, "COL title VAL … COL authors VAL … COL venue VAL … COL year VAL …" twice and 1 or 0, parted by tabs; each a set of its own.</summary>
    public static IEnumerable<LabelledSet> ReadPairs(string path) =>
        from line in File.ReadLines(path)
        let cells = line.Split('\t', StringSplitOptions.TrimEntries)
        where cells.Length == 3
        select new LabelledSet("pair", [Side(cells[0], "a"), Side(cells[1], "b")], cells[2] == "1" ? [["a", "b"]] : []);

    static Record Side(string text, string id)
    {
        var columns = text.Split("COL ", StringSplitOptions.RemoveEmptyEntries).Select(column => column.Split(" VAL ", 2, StringSplitOptions.TrimEntries)).Where(column => column.Length == 2).ToDictionary(column => column[0], column => column[1]);
        return Of(name => columns.GetValueOrDefault(name switch { "author" => "authors", "journal" => "venue", _ => name })?.Replace(" , ", ";", StringComparison.Ordinal), id, 1);
    }

    /// <summary>By the reader that the command uses: what it makes of a column matters as much as the rules.</summary>
    static List<Record> ReadRecords(string path)
    {
        var records = SourceFile.Open(path, Path.GetFileName(path)).Read().OfType<RecordItem>().Select(item => item.Record).ToList();
        foreach (var record in records) record.Id = OwnIds.OwnId(record)!;
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
