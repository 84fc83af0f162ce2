using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using ReviewKit.Text;

namespace ReviewKit.Prisma;

/// <summary>
/// The diagram as one page that needs nothing else: a box that is clicked shows the records behind its number, searchable. Records are in the page once, as data; what they say is only ever shown as text.
/// </summary>
public static class FlowPage
{
    // Of titles of scanned tables of contents, and of abstracts in the title field, so much is enough to know them by.
    const int LongestTitle = 240;

    static readonly Message Records = new("Records behind this number", "该数字对应的记录");
    static readonly Message Hint = new("Click a box for the records behind its number.", "点击方框查看其数字对应的记录。");
    static readonly Message Search = new("Search these records", "在这些记录中查找");
    static readonly Message[] Heads = [new("Title", "题名"), new("Year", "年份"), new("Source", "来源"), new("File", "文件"), new("Reason", "原因")];

    /// <param name="lists">By box, as <see cref="Flow.List"/> gives them.</param>
    /// <param name="reasonOf">What a stage's reason is called.</param>
    /// <param name="title">Of the page.</param>
    /// <exception cref="ReviewKitException">As for <see cref="FlowDiagram.Svg"/>.</exception>
    public static string Html(FlowCounts counts, FlowDiagramOptions options, IReadOnlyDictionary<string, IReadOnlyList<FlowRecord>> lists, Func<FlowRecord, string?> reasonOf, string title)
    {
        var language = options.Language;
        var links = lists.Keys.ToDictionary(box => box, box => "#" + box);
        if (links.ContainsKey("included")) links["new_included"] = "#included";
        var svg = FlowDiagram.Svg(counts, options with { Links = links });
        var page = new StringBuilder("<!DOCTYPE html>\n<html lang=\"").Append(language == Language.Zh ? "zh-CN" : "en").Append("\">\n<head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>")
            .Append(WebUtility.HtmlEncode(title)).Append("</title>\n<style>").Append(Style).Append("</style></head>\n<body>\n<h1>").Append(WebUtility.HtmlEncode(title)).Append("</h1>\n<figure>\n").Append(svg)
            .Append("</figure>\n<section id=\"list\"><p>").Append(Hint.In(language)).Append("</p></section>\n<script type=\"application/json\" id=\"data\">");
        Data(page, lists, reasonOf);
        page.Append("</script>\n<script>\nconst words = ").Append(Json(new[] { Records.In(language), Search.In(language) })).Append(", heads = ").Append(Json(Heads.Select(head => head.In(language)).ToArray()))
            .Append(";\n").Append(Script).Append("</script>\n</body>\n</html>\n");
        return page.ToString();
    }

    /// <summary>Each record once, each box as places in that list.</summary>
    static void Data(StringBuilder page, IReadOnlyDictionary<string, IReadOnlyList<FlowRecord>> lists, Func<FlowRecord, string?> reasonOf)
    {
        var at = new Dictionary<string, int>(StringComparer.Ordinal);
        var (names, records) = (new Dictionary<string, int>(StringComparer.Ordinal), new StringBuilder());
        int Name(string? name) => name is null ? -1 : names.TryGetValue(name, out var n) ? n : names[name] = names.Count;
        foreach (var record in lists.OrderBy(list => list.Key, StringComparer.Ordinal).SelectMany(list => list.Value))
        {
            if (!at.TryAdd(record.RecordId, at.Count)) continue;
            var title = record.Title is { Length: > LongestTitle } longer ? longer[..(char.IsHighSurrogate(longer[LongestTitle - 1]) ? LongestTitle - 1 : LongestTitle)] + "…" : record.Title ?? "";
            records.Append(records.Length > 0 ? ",\n" : "").Append(CultureInfo.InvariantCulture, $"[{Json(title)},{record.Year ?? 0},{Name(record.Source)},{Name(record.File)},{record.Ordinal},{Name(reasonOf(record))}]");
        }
        page.Append("{\"names\":").Append(Json(names.OrderBy(name => name.Value).Select(name => name.Key).ToArray())).Append(",\n\"records\":[").Append(records).Append("],\n\"boxes\":{")
            .AppendJoin(",\n", lists.OrderBy(list => list.Key, StringComparer.Ordinal).Select(list => $"{Json(list.Key)}:[{string.Join(',', list.Value.Select(record => at[record.RecordId].ToString(CultureInfo.InvariantCulture)))}]"))
            .Append("}}");
    }

    // Escapes <, > and & too, so that no title can end the element it stands in.
    static readonly JsonSerializerOptions Safe = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), TypeInfoResolver = TemplateJsonContext.Default };

    static string Json<T>(T value) => JsonSerializer.Serialize(value, (System.Text.Json.Serialization.Metadata.JsonTypeInfo<T>)Safe.GetTypeInfo(typeof(T)));

    const string Style = """
        body{font-family:Arial,Helvetica,'Noto Sans CJK SC','Microsoft YaHei','PingFang SC',sans-serif;margin:2em auto;max-width:75em;padding:0 1em}
        figure{margin:0}figure svg{max-width:100%;height:auto}a rect{cursor:pointer}a:hover rect{fill:#fff3cd}a text{fill:#000}
        table{border-collapse:collapse;width:100%}th,td{border:1px solid #999;padding:.2em .5em;text-align:left;vertical-align:top}input{width:100%;margin:.5em 0;padding:.3em}
        """;

    const string Script = """
        const data = JSON.parse(document.getElementById('data').textContent), list = document.getElementById('list');
        const cell = (row, text, kind) => { const td = document.createElement(kind || 'td'); td.textContent = text; row.append(td); };
        const name = n => n < 0 ? '' : data.names[n];
        function show() {
          const box = decodeURIComponent(location.hash.slice(1)), members = data.boxes[box];
          if (!members) return;
          list.replaceChildren();
          const head = document.createElement('h2');
          head.textContent = `${words[0]}: ${box} (${members.length})`;
          const search = document.createElement('input');
          search.placeholder = words[1];
          const table = document.createElement('table'), body = document.createElement('tbody'), top = document.createElement('thead');
          heads.forEach(text => cell(top, text, 'th'));
          table.append(top, body);
          const fill = () => {
            const wanted = search.value.toLowerCase(), rows = [];
            for (const n of members) {
              const [title, year, source, file, number, reason] = data.records[n];
              if (wanted && !`${title} ${year} ${name(source)} ${name(reason)}`.toLowerCase().includes(wanted)) continue;
              const row = document.createElement('tr');
              [title, year || '', name(source), `${name(file)}:${number}`, name(reason)].forEach(text => cell(row, text));
              rows.push(row);
            }
            body.replaceChildren(...rows);
          };
          search.oninput = fill;
          fill();
          list.append(head, search, table);
          list.scrollIntoView();
        }
        addEventListener('hashchange', show);
        show();
        """;
}
