using System.Text;
using System.Text.RegularExpressions;
using ReviewKit.Formats;
using ReviewKit.Records;
using ReviewKit.Text;

namespace ReviewKit.Benchmarks;

/// <summary>Words of a file that are in none of its records although no problem was reported: what reading must never do to a damaged file.</summary>
/// <remarks>Looked for are words that are values somewhere in the undamaged files, since names of tags and columns are no words of a record.</remarks>
sealed partial class SilentLoss
{
    readonly HashSet<string> values = [];
    readonly HashSet<string> understood = [];

    public SilentLoss(IReadOnlyList<string> sound)
    {
        var files = sound.Select(Open).OfType<SourceFile>().ToList();
        foreach (var file in files) values.UnionWith(Words(Said(file.Read())));
        // "January", "Chinese", the name of a column that is another's value: understood and written differently.
        foreach (var file in files) understood.UnionWith(Missing(file, [.. file.Read()]));
        foreach (var path in sound) understood.UnionWith(Words(string.Join('\n', Names(path))));
    }

    /// <summary>The first of them; null where all is in the records, or something was said.</summary>
    public string? Of(SourceFile file, List<Item> items) =>
        items.Count == 0 || items.Exists(item => item is ProblemItem) ? null : Missing(file, items).FirstOrDefault();

    IEnumerable<string> Missing(SourceFile file, List<Item> items)
    {
        if (file.Encoding == "binary") return [];
        using var stream = file.OpenBytes();
        using var reader = new StreamReader(stream, Encoding.GetEncoding(file.Encoding == "utf-16le" ? "utf-16" : file.Encoding));
        var said = Said(items);
        return Words(reader.ReadToEnd()).Where(word => values.Contains(word) && !understood.Contains(word) && !said.Contains(word, StringComparison.Ordinal)).ToList();
    }

    /// <summary>Names of columns, tags and elements.</summary>
    static IEnumerable<string> Names(string path) => File.ReadLines(path).Take(1).Concat(File.ReadLines(path).SelectMany(line => Label().Matches(line)).Select(match => match.Value));

    static SourceFile? Open(string path)
    {
        try
        {
            return SourceFile.Open(path, "sound");
        }
        catch (ReviewKitException)
        {
            return null;
        }
    }

    static string Said(IEnumerable<Item> items) => Fold.Term(string.Join('\n', items.Select(item => item is RecordItem { Record: var record } ? RecordJson.Write(record).Replace("\\n", " ", StringComparison.Ordinal).Replace("\\uFEFF", "", StringComparison.Ordinal) : ((ProblemItem)item).Problem.Said.En)));

    static HashSet<string> Words(string text) => [.. Word().Matches(Fold.Term(text)).Select(match => match.Value)];

    [GeneratedRegex("""^[^:：】}=]{2,40}[:：】}=]|</?[\w:]+|"\w+"\s*:|<?t[dh][^<>]*>[^<>]*""")]
    private static partial Regex Label();

    [GeneratedRegex("[a-z]{6,}|[\u4e00-\u9fff]{2,}")]
    private static partial Regex Word();
}
