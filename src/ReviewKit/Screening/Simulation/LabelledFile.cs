using System.IO.Compression;
using CsvHelper;
using ReviewKit.Screening.Ranking;
using ReviewKit.Text;

namespace ReviewKit.Screening.Simulation;

/// <summary>A screened record: its row in the file (0-based), its text, and whether it was relevant.</summary>
public sealed record LabelledRecord(int Row, RankedText Text, bool IsRelevant);

/// <summary>A data set whose records are all screened: CSV, also in gzip, with the columns title, abstract and label.</summary>
public sealed class LabelledFile
{
    // The names that ASReview, SYNERGY and our own exports use.
    static readonly Dictionary<string, string[]> Names = new()
    {
        ["title"] = ["title", "primary_title", "题名", "标题", "篇名"],
        ["abstract"] = ["abstract", "notes_abstract", "摘要"],
        ["keywords"] = ["keywords", "author_keywords", "关键词"],
        ["label"] = ["label", "included", "label_included", "asreview_label", "final_included", "纳入"],
    };

    LabelledFile(string name, IReadOnlyList<LabelledRecord> records, int unlabelled) => (Name, Records, Unlabelled) = (name, records, unlabelled);

    /// <summary>The file's name without .csv and .gz.</summary>
    public string Name { get; }

    public IReadOnlyList<LabelledRecord> Records { get; }

    /// <summary>Rows without a label, which are left out.</summary>
    public int Unlabelled { get; }

    /// <exception cref="ReviewKitException">It is not there, has no label column, or a label that is neither 0 nor 1.</exception>
    public static LabelledFile Read(string path)
    {
        var name = Path.GetFileName(path);
        var rows = new List<LabelledRecord>();
        var text = Text(path, name);
        var separator = Separator(text);
        using var csv = CsvReader.FromText(text, new CsvReaderOptions
        {
            Separator = separator,
            TrackLineNumbers = true,
            MissingField = CsvMissingFieldHandling.ReturnEmpty,
            FieldCountMismatch = CsvFieldCountHandling.Allow,
        });
        var header = csv.Headers.Select(column => column.Trim().ToLowerInvariant()).ToList();
        var (title, abstractText, keywords, label) = (At(header, "title"), At(header, "abstract"), At(header, "keywords"), At(header, "label"));
        if (label < 0 || title < 0 && abstractText < 0)
            throw new ReviewKitException($"{name}:1: no column {(label < 0 ? "label" : "title")}; expected record_id,title,abstract,label", $"{name}:1：缺少列 {(label < 0 ? "label" : "title")}；应有 record_id,title,abstract,label");
        var (row, unlabelled) = (0, 0);
        for (; csv.Read(); row++)
        {
            string Cell(int column) => column >= 0 && column < csv.FieldCount ? csv.GetString(column) ?? "" : "";
            var said = Cell(label).Trim();
            if (said is "" or "-1") unlabelled++;
            else rows.Add(new LabelledRecord(row, new RankedText(Cell(title), Cell(abstractText), Cell(keywords)), said.ToLowerInvariant() switch
            {
                "1" or "1.0" or "true" or "include" or "included" or "纳入" => true,
                "0" or "0.0" or "false" or "exclude" or "excluded" or "排除" => false,
                _ => throw new ReviewKitException($"{name}:{csv.LineNumber}: label is \"{said}\", expected 1, 0 or nothing", $"{name}:{csv.LineNumber}：标签为“{said}”，应为 1、0 或空"),
            }));
        }
        return new LabelledFile(NameOf(path), rows, unlabelled);
    }

    /// <summary>The name under which a file's priors are listed: without folder, .gz and .csv.</summary>
    public static string NameOf(string path)
    {
        var name = Path.GetFileName(path);
        foreach (var ending in (string[])[".gz", ".csv"])
            if (name.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) name = name[..^ending.Length];
        return name;
    }

    // A spreadsheet saves what it calls CSV with tabs or semicolons where its language wants so.
    static char Separator(string text)
    {
        var header = text.AsSpan(0, text.AsSpan().IndexOfAny('\r', '\n') is >= 0 and var end ? end : text.Length);
        var (commas, tabs, semicolons) = (header.Count(','), header.Count('\t'), header.Count(';'));
        return commas >= Math.Max(tabs, semicolons) ? ',' : tabs >= semicolons ? '\t' : ';';
    }

    static int At(List<string> header, string column) => Names[column].Select(name => header.IndexOf(name)).FirstOrDefault(at => at >= 0, -1);

    static string Text(string path, string name)
    {
        if (!name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase)) return TextFile.Read(path, name);
        if (!File.Exists(path)) throw new ReviewKitException($"{name} is not there", $"找不到 {name}");
        // A set of half a million abstracts is 1 GB; more than that in a small archive is a bomb.
        const int most = 1_000_000_000;
        using var unpacked = new MemoryStream();
        try
        {
            using var packed = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
            var buffer = new byte[1 << 16];
            for (int read; (read = packed.Read(buffer)) > 0; unpacked.Write(buffer, 0, read))
                if (unpacked.Length + read > most) throw new ReviewKitException($"{name} unpacks to more than {most / 1_000_000_000} GB: not read", $"{name} 解压后超过 {most / 1_000_000_000} GB：不予读取");
        }
        catch (InvalidDataException damaged)
        {
            throw new ReviewKitException(new Message($"{name} is not a gzip file, or a damaged one", $"{name} 不是 gzip 文件或已损坏"), damaged);
        }
        return TextFile.Decode(unpacked.ToArray(), name);
    }
}
