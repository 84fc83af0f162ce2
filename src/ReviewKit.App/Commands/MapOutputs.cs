using System.CommandLine;
using ReviewKit.CoWord;
using ReviewKit.Graphs;
using ReviewKit.Store;

namespace ReviewKit.App.Commands;

/// <summary>The files a map is written to: an option for each format, and one for all of them.</summary>
sealed class MapOutputs
{
    // What a review gets without asking.
    static readonly string[] Standard = ["gexf", "keywords", "pairs", "svg"];

    readonly bool isKeywords;
    readonly List<(MapFormat Format, Option<string?> Option)> options = [];
    readonly Option<string?> version, folder;

    public MapOutputs(Verb verb, bool isKeywords)
    {
        this.isKeywords = isKeywords;
        foreach (var format in MapFormat.All)
        {
            var usual = isKeywords && Standard.Contains(format.Name) ? FileName(format, "coword") : null;
            options.Add((format, verb.Option<string?>($"--{OptionName(format)}", Path.GetExtension(format.File) == ".csv" ? "OUT.csv" : "OUT",
                new($"{format.Says.En}; default: {(usual is null ? "not written" : $"out/{usual}")}", $"{format.Says.Zh}；默认{(usual is null ? "不写" : $" out/{usual}")}"))));
        }
        folder = verb.Option<string?>("--out", "DIR", new("all of these files into a folder; default: none", "将以上全部文件写入一个文件夹；默认无"), "-o");
        version = verb.Option<string?>("--gexf-version", "V", new("1.2 (Gephi, networkx, graphology) or 1.3; default: 1.2", "1.2（Gephi、networkx、graphology 均可读）或 1.3；默认 1.2"));
        version.AcceptOnlyFromAmong("1.2", "1.3");
    }

    /// <param name="session">Tells where a path lies, and in which language pictures speak.</param>
    /// <param name="parsed">The command line.</param>
    /// <param name="review">Null: only what was asked for is written.</param>
    /// <param name="prefix">What the map is of, for the names of files.</param>
    /// <param name="map">With something on it.</param>
    public void Write(Session session, ParseResult parsed, Review? review, string prefix, CoWordMap map)
    {
        var files = new List<(MapFormat, string)>();
        foreach (var (format, option) in options)
        {
            if (parsed.GetValue(option) is { } named) files.Add((format, session.PathOf(named)));
            else if (parsed.GetValue(folder) is { } all) files.Add((format, Path.Combine(session.PathOf(all), FileName(format, prefix))));
            else if (review is not null && Standard.Contains(format.Name)) files.Add((format, Path.Combine(review.OutFolder, FileName(format, prefix))));
        }
        Write(session, map, prefix, files, parsed.GetValue(version) == "1.3" ? GexfVersion.V13 : GexfVersion.Draft12);
    }

    /// <summary>The standard files of a co-word map.</summary>
    public static void WriteStandard(Session session, string folder, CoWordMap map) =>
        Write(session, map, "coword", [.. MapFormat.All.Where(format => Standard.Contains(format.Name)).Select(format => (format, Path.Combine(folder, format.File.Replace("map.", "coword.", StringComparison.Ordinal))))], GexfVersion.Draft12, tells: false);

    public static void Write(Session session, CoWordMap map, string prefix, IReadOnlyList<(MapFormat Format, string Path)> files, GexfVersion version, bool tells = true)
    {
        foreach (var (format, path) in files)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            using var stream = File.Create(path);
            format.Write(map, stream, new MapWriting(session.Language, version));
            if (tells) session.Tell($"written: {path}", $"已写出：{path}");
        }
        // Tables have no place for it, so it lies beside them.
        if (files.FirstOrDefault(file => !file.Format.HoldsSettings) is { Path: { } table })
            File.WriteAllText(Path.Combine(Path.GetDirectoryName(table)!, $"{prefix}-settings.txt"), map.Description + "\n");
    }

    string OptionName(MapFormat format) => format.Name == "keywords" && !isKeywords ? "nodes" : format.Name;

    string FileName(MapFormat format, string prefix) =>
        isKeywords ? format.File.StartsWith("map", StringComparison.Ordinal) ? prefix + format.File[3..] : format.File
        : format.Name == "keywords" ? $"{prefix}.csv" : format.File.StartsWith("map", StringComparison.Ordinal) ? prefix + format.File[3..] : $"{prefix}-{format.File}";
}
