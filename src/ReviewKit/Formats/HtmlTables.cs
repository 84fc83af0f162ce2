using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace ReviewKit.Formats;

/// <summary>The "Excel" files of CNKI and Wanfang, which are HTML tables: several headers with other columns may follow in one table.</summary>
/// <remarks>Only the tags of the table are markup here: an HTML parser would take "P&lt;B and C&gt;D" and &lt;正&gt; in an abstract for tags and lose them.</remarks>
static partial class HtmlTables
{
    const int Largest = 32 << 20;

    public static IEnumerable<Item> Read(Reading reading)
    {
        var text = new StringBuilder();
        var lines = new List<(int Index, Line Line)>();
        while (reading.Lines.Read(out var line))
        {
            if (reading.Damage(line) is { } damage) yield return damage;
            if (text.Length + line.Text.Length > Largest)
            {
                yield return reading.Problem(line.Number, "the table is larger than 32 MB; the rest is left out", "该表超过 32 MB，其余部分已略过");
                break;
            }
            lines.Add((text.Length, line with { Text = "" }));
            text.Append(line.Text).Append('\n');
        }
        var sections = new TableSections(reading);
        var place = new Place(text.ToString(), lines, reading.Encoding);
        var outside = new List<(string Text, int Index)>();
        foreach (var (cells, start, end) in Rows(place.Text, outside))
        {
            var first = place.Line(start);
            foreach (var item in sections.Take(cells, first, place.Offset(start), place.Offset(end))) yield return item;
        }
        if (outside.Count > 0)
        {
            var shown = string.Join(" / ", outside.Take(10).Select(o => o.Text.Length > 2000 ? o.Text[..2000] + "…" : o.Text));
            yield return reading.Problem(place.LineOf(outside[0].Index), $"text outside the cells is left out: {shown}", $"单元格之外的文字已略过：{shown}");
        }
        if (lines.Count > 0 && !place.Text.Contains("</table", StringComparison.OrdinalIgnoreCase))
            yield return reading.Damaged(lines[^1].Line.Number, "the table is not closed: the file may be cut off; read as far as it goes", "表格没有结束：文件可能不完整，按已有内容读取");
    }

    static IEnumerable<(List<string> Cells, int Start, int End)> Rows(string text, List<(string Text, int Index)> outside)
    {
        List<string>? row = null;
        int rowStart = 0, cellStart = -1, behind = -1;
        foreach (Match tag in TableTag().Matches(text))
        {
            var name = tag.Groups[2].Value.ToLowerInvariant();
            if (cellStart >= 0)
            {
                row!.Add(Cell(text[cellStart..tag.Index]));
                cellStart = -1;
            }
            else if (behind >= 0) Outside(behind, tag.Index);
            behind = tag.Index + tag.Length;
            if (name is "tr" or "table")
            {
                if (row is { Count: > 0 }) yield return (row, rowStart, tag.Groups[1].Length > 0 ? tag.Index + tag.Length : tag.Index);
                row = name == "tr" && tag.Groups[1].Length == 0 ? [] : null;
                rowStart = tag.Index;
            }
            else if (tag.Groups[1].Length == 0)
            {
                if (row is null) (row, rowStart) = ([], tag.Index);
                cellStart = tag.Index + tag.Length;
            }
        }
        if (cellStart >= 0) row!.Add(Cell(text[cellStart..]));
        else if (behind >= 0) Outside(behind, text.Length);
        if (row is { Count: > 0 }) yield return (row, rowStart, text.Length - 1);

        void Outside(int start, int end)
        {
            if (!Blank.Is(text.AsSpan(start, end - start)) && Cell(AnyTag().Replace(text[start..end], " ")) is { Length: > 0 } words) outside.Add((words, start));
        }
    }

    static string Cell(string html)
    {
        if (html.Contains('<', StringComparison.Ordinal))
            html = Decoration().Replace(html, m => m.Value.StartsWith("<br", StringComparison.OrdinalIgnoreCase) ? "\n" : "");
        return Blank.Trim(html.Contains('&', StringComparison.Ordinal) ? WebUtility.HtmlDecode(html) : html);
    }

    /// <summary>From a place in the text to the line and the byte of the file; asked in rising order.</summary>
    sealed class Place(string text, List<(int Index, Line Line)> lines, TextEncoding encoding)
    {
        int _line;
        int _index;
        long _offset = -1;

        public string Text => text;

        /// <summary>Of any place, in any order.</summary>
        public int LineOf(int index) => lines.FindLast(line => line.Index <= index).Line.Number;

        public int Line(int index)
        {
            Offset(index);
            return lines[_line].Line.Number;
        }

        public long Offset(int index)
        {
            var moved = false;
            while (_line + 1 < lines.Count && lines[_line + 1].Index <= index)
            {
                _line++;
                moved = true;
            }
            // Counted on from the last place, because one line may hold the whole file.
            if (moved || _offset < 0 || index < _index) (_index, _offset) = (lines[_line].Index, lines[_line].Line.Offset);
            _offset = Math.Min(lines[_line].Line.End, _offset + encoding.Decoder.GetByteCount(text.AsSpan(_index, index - _index)));
            _index = index;
            return _offset;
        }
    }

    [GeneratedRegex(@"<(/?)(table|tr|td|th)(?:\s[^<>]*)?>", RegexOptions.IgnoreCase)]
    private static partial Regex TableTag();

    [GeneratedRegex("<[^<>]*>")]
    private static partial Regex AnyTag();

    [GeneratedRegex(@"<br\s*/?>|</?(?:font|span|a|nobr|center)(?:\s[^<>]*)?>", RegexOptions.IgnoreCase)]
    private static partial Regex Decoration();
}
