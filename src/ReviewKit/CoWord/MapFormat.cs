using System.Text;
using ReviewKit.Graphs;
using ReviewKit.Text;

namespace ReviewKit.CoWord;

/// <summary>How a map is written.</summary>
/// <param name="Language">Of what pictures say.</param>
/// <param name="Gexf">Version of GEXF files.</param>
public sealed record MapWriting(Language Language, GexfVersion Gexf = GexfVersion.Draft12);

/// <summary>A kind of file that a map can be written as.</summary>
/// <param name="Name">Of the option that asks for it.</param>
/// <param name="File">The usual name, "map" standing for what the map is of.</param>
/// <param name="Says">One line about it.</param>
/// <param name="HoldsSettings">The file itself says how the map was made; tables have no place for that.</param>
/// <param name="Write">Writes all of it and leaves the stream open.</param>
public sealed record MapFormat(string Name, string File, Message Says, bool HoldsSettings, Action<CoWordMap, Stream, MapWriting> Write)
{
    public static IReadOnlyList<MapFormat> All { get; } =
    [
        new("gexf", "map.gexf", new("the network for Gephi", "Gephi 网络文件"), true, (map, stream, how) => map.WriteGexf(stream, null, how.Gexf)),
        new("gexf-by-year", "map-by-year.gexf", new("the same with a time line", "带时间轴的 Gephi 网络文件"), true, (map, stream, how) => map.WriteGexf(stream, null, how.Gexf, byYear: true)),
        // Excel takes a CSV for UTF-8 only when it begins with a byte order mark.
        new("keywords", "keywords.csv", new("the nodes as a table", "节点表"), false, (map, stream, _) => Text(stream, map.WriteKeywords, bom: true)),
        new("pairs", "pairs.csv", new("the links as a table", "连线表"), false, (map, stream, _) => Text(stream, map.WritePairs, bom: true)),
        new("matrix", "matrix.csv", new("a square table: records in common, occurrences on the diagonal", "共现矩阵（对角线为频次）"), false, (map, stream, _) => Text(stream, writer => CoWordTables.WriteMatrix(writer, map), bom: true)),
        new("svg", "map.svg", new("a picture of the network", "网络图"), true, (map, stream, how) => CoWordSvg.Write(stream, map, how.Language, MapColors.Cluster)),
        new("overlay", "overlay.svg", new("the same picture, coloured by average year", "按平均年份着色的网络图"), true, (map, stream, how) => CoWordSvg.Write(stream, map, how.Language, MapColors.Year)),
        new("density", "density.svg", new("a picture of where most records lie", "密度图"), true, (map, stream, how) => DensitySvg.Write(stream, map, how.Language)),
        new("cloud", "cloud.svg", new("a word cloud", "词云"), true, (map, stream, how) => WordCloudSvg.Write(stream, map, how.Language)),
        new("diagram", "diagram.svg", new("the strategic diagram: themes by Callon's centrality and density", "战略坐标图（Callon 中心度与密度）"), true, (map, stream, how) => StrategicDiagramSvg.Write(stream, map, how.Language)),
        new("themes", "themes.csv", new("the themes as a table", "主题表"), false, (map, stream, _) => Text(stream, writer => CoWordTables.WriteThemes(writer, Theme.Of(map)), bom: true)),
        new("vos-map", "map.txt", new("VOSviewer's map file", "VOSviewer 地图文件"), false, (map, stream, _) => Text(stream, map.WriteVosMap)),
        new("vos-network", "network.txt", new("VOSviewer's network file", "VOSviewer 网络文件"), false, (map, stream, _) => Text(stream, map.WriteVosNetwork)),
        new("vos-json", "map.json", new("VOSviewer's JSON file: map and network", "VOSviewer JSON 文件（地图与网络）"), true, (map, stream, _) => CoWordVos.WriteJson(stream, map)),
        new("pajek", "map.net", new("the network for Pajek", "Pajek 网络文件"), true, (map, stream, _) => Text(stream, writer => Pajek.Write(writer, CoWordGexf.Of(map)))),
        new("graphml", "map.graphml", new("the network for igraph, Cytoscape, yEd", "igraph、Cytoscape、yEd 可读的 GraphML"), true, (map, stream, _) => GraphMl.Write(stream, CoWordGexf.Of(map))),
    ];

    public static MapFormat Of(string name) => All.First(format => format.Name == name);

    static void Text(Stream stream, Action<TextWriter> write, bool bom = false)
    {
        using var writer = new StreamWriter(stream, new UTF8Encoding(bom), leaveOpen: true);
        write(writer);
    }
}
