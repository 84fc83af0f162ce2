using System.Globalization;
using CsvHelper;
using ReviewKit.Dedup;
using ReviewKit.Text;

namespace ReviewKit.App.Commands;

/// <summary>What deduplication found, as tables: docs/file-layouts.md.</summary>
static class DedupTables
{
    static readonly CsvWriterOptions ForPrograms = new() { NewLine = "\n" };

    // Opened in a spreadsheet by the person who answers.
    static readonly CsvWriterOptions ForPeople = new() { NewLine = "\n", WriteByteOrderMark = true, Injection = CsvInjection.Escape };

    /// <summary>In order of their smallest name, so that the same result is the same file.</summary>
    public static void Groups(string path, IEnumerable<IReadOnlyList<string>> all, IReadOnlyDictionary<string, string> names)
    {
        using var csv = CsvWriter.ToFile(path, ForPrograms);
        csv.WriteHeader(["group", "record"]);
        var number = 0;
        foreach (var group in all.Select(group => group.Select(id => names[id]).Order(StringComparer.Ordinal).ToList()).OrderBy(group => group[0], StringComparer.Ordinal))
        {
            number++;
            foreach (var record in group) csv.WriteRecord([number.ToString(CultureInfo.InvariantCulture), record]);
        }
    }

    public static void Links(string path, IEnumerable<Link> links, IReadOnlyDictionary<string, string> names, Language language)
    {
        using var csv = CsvWriter.ToFile(path, ForPrograms);
        csv.WriteHeader(["a", "b", "type", "reason"]);
        foreach (var link in links) csv.WriteRecord([names[link.A], names[link.B], link.Type, link.Reason.In(language)]);
    }

    /// <summary>The most valuable first.</summary>
    public static void Questions(string path, IEnumerable<Question> questions, Func<string, string> name, Func<string, string?> title, Language language)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var csv = CsvWriter.ToFile(path, ForPeople);
        csv.WriteHeader(["a", "b", "probability", "reason", "title_a", "title_b"]);
        foreach (var question in questions)
            csv.WriteRecord([name(question.A), name(question.B), question.Probability.ToString("0.000", CultureInfo.InvariantCulture), question.Reason.In(language), title(question.A) ?? "", title(question.B) ?? ""]);
    }

    public static void Journals(string path, IReadOnlyList<JournalIdentity> journals)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var writer = new StreamWriter(path, append: false, new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: true)) { NewLine = "\n" };
        JournalTable.Write(writer, journals);
    }
}
