using System.Globalization;
using System.Text;

namespace ReviewKit.Benchmarks.Demo;

/// <summary>The same thing said in Chinese and in English.</summary>
sealed record Pair(string Zh, string En);

/// <summary>The word lists of Words/*.txt: sections in square brackets, rows of cells between bars, # for comments.</summary>
static class Words
{
    static readonly Dictionary<(string Table, string Section), List<string[]>> Sections = [];

    /// <summary>The rows of one section; "" is what stands before the first section.</summary>
    public static IReadOnlyList<string[]> Rows(string table, string section = "")
    {
        lock (Sections)
        {
            if (!Sections.ContainsKey((table, ""))) Load(table);
            return Sections[(table, section)];
        }
    }

    /// <summary>The rows of a section whose first two cells are Chinese and English.</summary>
    public static IReadOnlyList<Pair> Pairs(string table, string section) =>
        Rows(table, section).Select(row => new Pair(row[0], row[1])).ToList();

    /// <summary>The same without the words that were not in use by the year; a third cell says since when they are.</summary>
    public static IReadOnlyList<Pair> PairsBy(int year, string table, string section) =>
        Rows(table, section).Where(row => row.Length < 3 || int.Parse(row[2], CultureInfo.InvariantCulture) <= year).Select(row => new Pair(row[0], row[1])).ToList();

    static void Load(string table)
    {
        using var stream = typeof(Words).Assembly.GetManifestResourceStream(table + ".txt")
            ?? throw new ArgumentException($"no word list {table}", nameof(table));
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var rows = Sections[(table, "")] = [];
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            if (line[0] == '[') rows = Sections[(table, line.Trim('[', ']'))] = [];
            else rows.Add(line.Split('|').Select(cell => cell.Trim()).ToArray());
        }
    }
}
