using System.Globalization;
using CsvHelper;
using ReviewKit.Query;

namespace ReviewKit.App.Commands;

/// <summary>The counts of a run as tables that a spreadsheet opens; cells are guarded.</summary>
static class QueryTables
{
    public static void Write(Session session, RoundsResult rounds, string folder)
    {
        Directory.CreateDirectory(folder);
        var sets = rounds.Query.Sets;
        var sources = rounds.BySource.Keys.ToList();
        Table(folder, "rounds.csv", ["round", "set", "set_alone", "passed", .. sources],
            sets.Select((set, round) => (string[])[Number(round + 1), set.Id, Number(rounds.Alone(round)), Number(rounds.Counts[round]), .. sources.Select(source => Number(rounds.BySource[source][round + 1]))])
                .Prepend(["0", "", "", Number(rounds.Total), .. sources.Select(source => Number(rounds.BySource[source][0]))]));
        // Every combination of sets that occurs, so that any overlap can be added up.
        Table(folder, "overlap.csv", [.. sets.Select(set => set.Id), "records"],
            rounds.Patterns.Select(pattern => (string[])[.. sets.Select((_, set) => (pattern.Key >> set & 1) == 1 ? "1" : "0"), Number(pattern.Value)]));
        Table(folder, "terms.csv", ["set", "language", "term", "records", "only", "only_passing"],
            rounds.Terms.Select(term => (string[])[sets[term.Set].Id, term.Term.Language, term.Term.Text, Number(term.Records), Number(term.Only), Number(term.OnlyPassing)]));
        session.Tell($"rounds.csv, overlap.csv, terms.csv: {folder}", $"rounds.csv、overlap.csv、terms.csv：{folder}");
    }

    static void Table(string folder, string name, string[] header, IEnumerable<string[]> rows)
    {
        using var csv = CsvWriter.ToFile(Path.Combine(folder, name), new CsvWriterOptions { NewLine = "\n", WriteByteOrderMark = true, Injection = CsvInjection.Escape });
        csv.WriteHeader(header);
        foreach (var row in rows) csv.WriteRecord(row);
    }

    static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
