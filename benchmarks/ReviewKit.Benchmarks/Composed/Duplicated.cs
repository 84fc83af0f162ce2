using System.Globalization;
using ReviewKit.Benchmarks.Accuracy;
using ReviewKit.Benchmarks.Demo;
using ReviewKit.Formats;
using ReviewKit.Records;

namespace ReviewKit.Benchmarks.Composed;

/// <summary>Papers as several databases return them: a third of the papers twice or more, the later copies with the differences databases have.</summary>
public static class Duplicated
{
    static readonly Func<Paper, Dice, Paper>[] Damages =
    [
        (paper, _) => paper with { Title = new Pair(paper.Title.Zh, paper.Title.En.ToUpperInvariant()) },
        (paper, _) => paper with { Title = new Pair(paper.Title.Zh.Replace(":", "：", StringComparison.Ordinal).Replace("——", "--", StringComparison.Ordinal), paper.Title.En.Replace(":", " -", StringComparison.Ordinal)) },
        (paper, dice) => paper with { Title = new Pair(Without(paper.Title.Zh, dice), Without(paper.Title.En, dice)) },
        (paper, _) => paper with { Authors = [paper.Authors[0]] },
        (paper, _) => paper with { LastPage = "" },
        (paper, _) => paper with { Issue = "" },
        (paper, _) => paper with { Volume = "" },
        (paper, _) => paper with { Volume = "", Issue = "", FirstPage = "", LastPage = "" },
        // Early view: the year before, in no issue, with the pages of the file.
        (paper, _) => paper with { Year = paper.Year - 1, Volume = "", Issue = "", FirstPage = "1", LastPage = (2 + paper.Number % 14).ToString(CultureInfo.InvariantCulture) },
        (paper, _) => paper with { Doi = "" },
        (paper, _) => paper with { Abstract = new Pair("", "") },
    ];

    /// <summary>Writes a file of each database.</summary>
    /// <param name="count">Records in all, within two.</param>
    /// <returns>For each format the numbers of the papers in its file, in order.</returns>
    public static IReadOnlyDictionary<string, List<int>> Write(int count, string folder)
    {
        var files = PaperFile.All.ToDictionary(file => file.Format, _ => new List<Paper>());
        for (int number = 0, left = count; left > 0; number++)
            foreach (var (format, paper) in Of(number))
            {
                files[format].Add(paper);
                left--;
            }
        foreach (var file in PaperFile.All) file.Write(files[file.Format], Path.Combine(folder, file.Name));
        return files.ToDictionary(file => file.Key, file => file.Value.ConvertAll(paper => paper.Number));
    }

    /// <summary>Writes the files, reads them, and says which records are of one paper.</summary>
    public static LabelledSet Compose(int count, string folder)
    {
        var numbers = Write(count, folder);
        var records = new List<Record>();
        var groups = new SortedDictionary<int, List<string>>();
        foreach (var file in PaperFile.All)
        {
            var ordinal = 0;
            foreach (var item in SourceFile.Open(Path.Combine(folder, file.Name), file.Name).Read().OfType<RecordItem>())
            {
                var number = numbers[file.Format][ordinal++];
                item.Record.Id = RecordId.Of(file.Name, ordinal);
                records.Add(item.Record);
                if (!groups.TryGetValue(number, out var group)) groups[number] = group = [];
                group.Add(item.Record.Id);
            }
            if (ordinal != numbers[file.Format].Count) throw new InvalidOperationException($"{file.Name}: {numbers[file.Format].Count} records were written, {ordinal} read");
        }
        return new LabelledSet("composed", records, [.. groups.Values.Where(group => group.Count > 1)]);
    }

    /// <summary>The same records one after the other, written and read some at a time: for numbers of which neither files nor records fit anywhere.</summary>
    /// <returns>Each with the number of its paper.</returns>
    public static IEnumerable<(Record Record, int Paper)> Stream(int count, string folder)
    {
        const int atATime = 20_000;
        for (int number = 0, given = 0; given < count;)
        {
            var from = number;
            var files = PaperFile.All.ToDictionary(file => file.Format, _ => new List<Paper>());
            for (var written = 0; written < Math.Min(atATime, count - given); number++)
                foreach (var (format, paper) in Of(number))
                {
                    files[format].Add(paper);
                    written++;
                }
            foreach (var file in PaperFile.All)
            {
                var path = Path.Combine(folder, file.Name);
                file.Write(files[file.Format], path);
                var ordinal = 0;
                foreach (var item in SourceFile.Open(path, file.Name).Read().OfType<RecordItem>())
                {
                    var paper = files[file.Format][ordinal++].Number;
                    item.Record.Id = RecordId.Of(string.Create(CultureInfo.InvariantCulture, $"{from} {file.Name}"), ordinal);
                    given++;
                    yield return (item.Record, paper);
                }
            }
        }
    }

    static IEnumerable<(string Format, Paper Paper)> Of(int number)
    {
        var paper = Papers.Of(number);
        var dice = new Dice("copies", number);
        // The third copy of a Chinese paper is described in English.
        string[] formats = paper.IsChinese ? ["noteexpress", "ris", "scopus-csv"] : ["scopus-csv", "wos-tagged", "ris"];
        var copies = dice.Next(100) switch { < 65 => 1, < 90 => 2, _ => 3 };
        yield return (formats[0], paper);
        for (var i = 1; i < copies; i++)
        {
            var copy = paper;
            for (var damages = dice.Next(3); damages > 0; damages--) copy = dice.Pick(Damages)(copy, dice);
            yield return (formats[i], copy);
        }
    }

    static string Without(string text, Dice dice)
    {
        var at = dice.Between(text.Length / 3, text.Length - 2);
        return text.Remove(at, 1);
    }
}
