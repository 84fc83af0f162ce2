using System.Globalization;
using System.Text;
using System.Xml;
using CsvHelper;
using ReviewKit.Text;

namespace ReviewKit.Query;

/// <summary>The search log as PRISMA-S asks for it: a row a search, the 16 items, and the strategies in full.</summary>
/// <param name="Said">To the items, in order (<see cref="PrismaS.Say"/>).</param>
public sealed record SearchTable(SearchTies Ties, IReadOnlyList<Message?> Said, Func<string, Message> NameOf)
{
    static readonly (Message Head, Func<TiedSearch, SearchTable, Language, string> Cell)[] Columns =
    [
        (new("Database (1)", "数据库（1）"), (tied, table, language) => table.NameOf(tied.Search.Platform).In(language) + (tied.Search.Via is { } via ? $" ({via})" : "")),
        (new("Date (13)", "日期（13）"), (tied, _, _) => tied.Search.Date),
        (new("Searched by", "检索者"), (tied, _, _) => tied.Search.Person ?? ""),
        (new("Limits beside the string (9)", "检索式之外的限制（9）"), (tied, _, language) => tied.Search.Filters switch { null => "", [] => language == Language.Zh ? "无" : "none", var filters => string.Join("; ", filters) }),
        (new("Hits shown", "显示命中"), (tied, _, _) => Number(tied.Search.Hits)),
        (new("Exported", "导出"), (tied, _, _) => Number(tied.Search.Exported)),
        (new("Records imported (15)", "导入记录（15）"), (tied, _, _) => tied.Files.Count == 0 ? "" : Number(tied.Files.Sum(file => file.Records))),
        (new("Files (SHA-256)", "文件（SHA-256）"), (tied, _, _) => string.Join("; ", tied.Files.Select(file => $"{file.Name} ({file.Sha256[..12]})").Concat(tied.Missing))),
        (new("Note", "说明"), (tied, _, language) => tied.Search.Note?.In(language) ?? ""),
    ];

    static readonly Message Strategy = new("Strategy as run (8)", "检索式原文（8）");
    static readonly Message Unsaid = new("not stated", "未说明");
    static readonly Message Title = new("Search log (PRISMA-S)", "检索日志（PRISMA-S）");
    static readonly Message[] ItemHeads = [new("Item", "条目"), new("PRISMA-S", "PRISMA-S"), new("Reported", "报告内容")];

    IEnumerable<string[]> Rows(Language language) => Ties.Searches.Select(tied => (string[])[.. Columns.Select(column => column.Cell(tied, this, language))]);

    IEnumerable<string[]> ItemRows(Language language) =>
        PrismaS.Items.Select((item, number) => (string[])[Number(number + 1), item.In(language), (Said[number] ?? Unsaid).In(language)]);

    static string[] Heads(Language language) => [.. Columns.Select(column => column.Head.In(language))];

    /// <summary>Tables of Markdown, and each strategy in a fence that no line of it can close.</summary>
    public string Markdown(Language language)
    {
        var text = new StringBuilder($"# {Title.In(language)}\n\n");
        MarkdownTable(text, Heads(language), Rows(language));
        MarkdownTable(text, [.. ItemHeads.Select(head => head.In(language))], ItemRows(language));
        foreach (var (search, _, _) in Ties.Searches.Where(tied => tied.Search.Text is not null))
        {
            var longest = search.Text!.Split('`').Length > 1 ? System.Text.RegularExpressions.Regex.Matches(search.Text, "`+").Max(run => run.Length) : 0;
            var fence = new string('`', Math.Max(3, longest + 1));
            text.Append(CultureInfo.InvariantCulture, $"## {NameOf(search.Platform).In(language)}, {search.Date}\n\n{fence}\n{search.Text.ReplaceLineEndings("\n")}\n{fence}\n\n");
        }
        return text.ToString().TrimEnd('\n') + "\n";
    }

    static void MarkdownTable(StringBuilder text, string[] heads, IEnumerable<string[]> rows)
    {
        static string Cell(string cell) => cell.ReplaceLineEndings(" ").Replace("\\", "\\\\", StringComparison.Ordinal).Replace("|", "\\|", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace("*", "\\*", StringComparison.Ordinal);
        text.Append("| ").AppendJoin(" | ", heads).Append(" |\n|").AppendJoin("|", heads.Select(_ => "---")).Append("|\n");
        foreach (var row in rows) text.Append("| ").AppendJoin(" | ", row.Select(Cell)).Append(" |\n");
        text.Append('\n');
    }

    /// <summary>One row a search, the strategy in the last column; cells are guarded against running as formulas.</summary>
    public void Csv(TextWriter target, Language language)
    {
        using var csv = CsvWriter.Create(target, new CsvWriterOptions { NewLine = "\n", Injection = CsvInjection.Escape });
        csv.WriteHeader([.. Heads(language), Strategy.In(language)]);
        foreach (var (tied, row) in Ties.Searches.Zip(Rows(language))) csv.WriteRecord([.. row, tied.Search.Text ?? ""]);
    }

    /// <summary>A page whose tables paste into a word processor: no style sheet, no script, borders as attributes.</summary>
    public string Html(Language language)
    {
        var text = new StringBuilder("<!DOCTYPE html>\n");
        using (var page = XmlWriter.Create(text, new XmlWriterSettings { OmitXmlDeclaration = true, Indent = true, IndentChars = " ", NewLineChars = "\n", CheckCharacters = false }))
        {
            page.WriteStartElement("html");
            page.WriteAttributeString("lang", language == Language.Zh ? "zh-CN" : "en");
            page.WriteStartElement("head");
            page.WriteStartElement("meta");
            page.WriteAttributeString("charset", "utf-8");
            page.WriteEndElement();
            page.WriteElementString("title", Title.In(language));
            page.WriteEndElement();
            page.WriteStartElement("body");
            page.WriteElementString("h1", Title.In(language));
            HtmlTable(page, Heads(language), Rows(language));
            HtmlTable(page, [.. ItemHeads.Select(head => head.In(language))], ItemRows(language));
            foreach (var (search, _, _) in Ties.Searches.Where(tied => tied.Search.Text is not null))
            {
                page.WriteElementString("h2", $"{NameOf(search.Platform).In(language)}, {search.Date}");
                page.WriteElementString("pre", Legal(search.Text!));
            }
            page.WriteEndElement();
            page.WriteEndElement();
        }
        return text.Append('\n').ToString();
    }

    static void HtmlTable(XmlWriter page, string[] heads, IEnumerable<string[]> rows)
    {
        page.WriteStartElement("table");
        page.WriteAttributeString("border", "1");
        Row(page, "th", heads);
        foreach (var row in rows) Row(page, "td", row);
        page.WriteEndElement();
    }

    static void Row(XmlWriter page, string cell, string[] cells)
    {
        page.WriteStartElement("tr");
        foreach (var text in cells)
        {
            page.WriteStartElement(cell);
            page.WriteString(Legal(text));
            // HTML knows no <td/>.
            page.WriteFullEndElement();
        }
        page.WriteEndElement();
    }

    // What somebody pasted may hold control characters, which no page may.
    static string Legal(string text) => string.Concat(text.Where(c => !char.IsControl(c) || c is '\n' or '\t'));

    static string Number(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
}
