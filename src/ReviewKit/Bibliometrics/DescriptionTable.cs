using System.Globalization;
using System.Text.Json;
using CsvHelper;
using ReviewKit.Text;

namespace ReviewKit.Bibliometrics;

/// <summary>One table of a description, for the screen, CSV and JSON alike.</summary>
/// <param name="Name">Of its file, and its key in the JSON.</param>
/// <param name="Columns">Names in files.</param>
/// <param name="Rows">Numbers as numbers; absent values null; ids as lists of strings.</param>
public sealed record DescriptionTable(string Name, Message Title, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<object?>> Rows)
{
    static readonly CsvWriterOptions Format = new() { NewLine = "\n" };

    /// <summary>Every digit that is sure to be the same on all machines, and no more.</summary>
    const string Digits = "0.##########";

    /// <summary>What a column is called on the screen.</summary>
    public static Message Head(string column) => Heads.TryGetValue(column, out var head) ? head : new Message(column.Replace('_', ' '), column.Replace('_', ' '));

    static readonly Dictionary<string, Message> Heads = new()
    {
        ["figure"] = new("", ""),
        ["value"] = new("", ""),
        ["year"] = new("year", "年份"),
        ["documents"] = new("documents", "文献"),
        ["cumulated"] = new("cumulated", "累计"),
        ["times_cited"] = new("citations", "被引"),
        ["mean_citations"] = new("mean", "篇均被引"),
        ["mean_citations_per_year"] = new("mean a year", "年篇均被引"),
        ["source"] = new("source", "来源"),
        ["author"] = new("author", "作者"),
        ["country"] = new("country", "国家"),
        ["zone"] = new("zone", "分区"),
        ["rank"] = new("rank", "排名"),
        ["h"] = new("h", "h"),
        ["g"] = new("g", "g"),
        ["m"] = new("m", "m"),
        ["first_year"] = new("since", "起始年"),
        ["fractional"] = new("fractional", "分数计数"),
        ["written"] = new("documents written", "发文数"),
        ["authors"] = new("authors", "作者数"),
        ["share"] = new("share", "占比"),
        ["by_law"] = new("by the law", "按定律"),
        ["single"] = new("SCP", "本国"),
        ["multiple"] = new("MCP", "多国"),
        ["multiple_share"] = new("MCP share", "多国占比"),
        ["document"] = new("document", "文献"),
        ["per_year"] = new("a year", "年均"),
        ["normalized"] = new("normalised", "归一化"),
        ["local"] = new("local", "本集被引"),
        ["field"] = new("field", "字段"),
        ["keyword"] = new("keyword", "关键词"),
        ["q1"] = new("from", "起"),
        ["median"] = new("median", "中位"),
        ["q3"] = new("to", "止"),
        ["begin"] = new("begin", "开始"),
        ["end"] = new("end", "结束"),
        ["strength"] = new("strength", "强度"),
        ["articles"] = new("articles", "文献"),
        ["sources"] = new("sources", "来源数"),
    };

    /// <summary>For people: formulas are made harmless. For Excel the writer's encoding should be UTF-8 with a byte order mark.</summary>
    public void WriteCsv(TextWriter writer)
    {
        using var csv = CsvWriter.Create(writer, Format, true);
        csv.WriteRecord([.. Columns]);
        foreach (var row in Rows) csv.WriteRecord([.. row.Select(cell => SpreadsheetCell.Guard(Text(cell)))]);
    }

    internal void WriteJson(Utf8JsonWriter json)
    {
        json.WriteStartArray(Name);
        foreach (var row in Rows)
        {
            json.WriteStartObject();
            for (var column = 0; column < Columns.Count; column++)
                if (row[column] is { } cell) Write(json, Columns[column], cell);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    static void Write(Utf8JsonWriter json, string name, object cell)
    {
        json.WritePropertyName(name);
        if (cell is IReadOnlyList<string> list)
        {
            json.WriteStartArray();
            foreach (var item in list) json.WriteStringValue(item);
            json.WriteEndArray();
        }
        else if (cell is string text) json.WriteStringValue(text);
        else json.WriteRawValue(Text(cell));
    }

    /// <summary>A cell as files have it; "" for null.</summary>
    public static string Text(object? cell) => cell switch
    {
        null => "",
        double number => number.ToString(Digits, CultureInfo.InvariantCulture),
        IReadOnlyList<string> list => string.Join(' ', list),
        _ => Convert.ToString(cell, CultureInfo.InvariantCulture)!,
    };
}
