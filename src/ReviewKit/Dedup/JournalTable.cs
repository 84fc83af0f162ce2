using CsvHelper;
using ReviewKit.Text;

namespace ReviewKit.Dedup;

/// <summary>Journals with all that they are called as a CSV: a journal a row, columns journal, also, serials, records; several values with semicolons.</summary>
public static class JournalTable
{
    static readonly string[] Columns = ["journal", "also", "serials", "records"];

    /// <summary>Every name and number of each row; rows with fewer than two say nothing.</summary>
    /// <param name="path">The file.</param>
    /// <param name="name">What messages call it.</param>
    /// <exception cref="ReviewKitException">No column `journal`.</exception>
    public static IReadOnlyList<IReadOnlyList<string>> Read(string path, string name)
    {
        using var csv = CsvReader.FromText(TextFile.Read(path, name), new CsvReaderOptions { Separator = ',', MissingField = CsvMissingFieldHandling.ReturnEmpty, FieldCountMismatch = CsvFieldCountHandling.Allow });
        var header = csv.Headers.Select(column => column.Trim().ToLowerInvariant()).ToList();
        if (!header.Contains(Columns[0]))
            throw new ReviewKitException($"{name}:1: no column {Columns[0]}; expected {string.Join(',', Columns)}", $"{name}:1：缺少列 {Columns[0]}；应有 {string.Join(',', Columns)}");
        var journals = new List<IReadOnlyList<string>>();
        while (csv.Read())
        {
            var called = Columns[..3].SelectMany(column => header.IndexOf(column) is >= 0 and var at && at < csv.FieldCount ? csv.GetString(at).Split([';', '；'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) : [])
                .Select(SpreadsheetCell.Unguard).ToList();
            if (called.Count > 1) journals.Add(called);
        }
        return journals;
    }

    public static void Write(TextWriter target, IReadOnlyList<JournalIdentity> journals)
    {
        using var csv = CsvWriter.Create(target, new CsvWriterOptions { NewLine = "\n" }, leaveOpen: true);
        csv.WriteHeader(Columns);
        foreach (var journal in journals)
            csv.WriteRecord([.. ((string[])[journal.Names.FirstOrDefault(""), string.Join("; ", journal.Names.Skip(1)), string.Join("; ", journal.Serials)]).Select(SpreadsheetCell.GuardReversibly), journal.Records.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
    }
}
