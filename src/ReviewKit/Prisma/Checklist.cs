using System.Text;
using System.Xml;
using ReviewKit.Text;

namespace ReviewKit.Prisma;

/// <summary>A reporting checklist: what a paper should say, in our own short words (the official ones are at the sources named), as checklists.json has it.</summary>
public sealed record Checklist(ChecklistText Title, string Source, IReadOnlyList<ChecklistItem> Items)
{
    static readonly Lazy<Dictionary<string, Checklist>> All = new(() => FlowTemplate.Resource("checklists.json", TemplateJsonContext.Default.DictionaryStringChecklist));

    /// <summary>prisma2020, abstract, scr.</summary>
    public static IReadOnlyCollection<string> Names => All.Value.Keys;

    /// <exception cref="ReviewKitException">There is none of this name.</exception>
    public static Checklist Named(string name) => All.Value.GetValueOrDefault(name) ?? throw new ReviewKitException(
        $"no checklist \"{name}\"; there are {string.Join(", ", Names)}", $"没有名为“{name}”的清单；可用的有 {string.Join("、", Names)}");
}

/// <summary>A text in both languages, as JSON has it.</summary>
public sealed record ChecklistText(string En, string Zh)
{
    public string In(Language language) => new Message(En, Zh).In(language);
}

/// <summary>One item.</summary>
/// <param name="Fact">What a review knows that answers it; null where only the author can.</param>
public sealed record ChecklistItem(string Id, ChecklistText Section, string En, string Zh, string? Fact = null);

/// <summary>What is said to an item, and where it can be seen.</summary>
/// <param name="Evidence">A command, file or ledger event; null for none.</param>
public sealed record ChecklistAnswer(Message Said, Message? Evidence);

/// <summary>A checklist filled in as far as the review knows; the rest is the author's.</summary>
/// <param name="Answers">By <see cref="ChecklistItem.Id"/>.</param>
public sealed record FilledChecklist(Checklist List, IReadOnlyDictionary<string, ChecklistAnswer> Answers)
{
    static readonly Message[] Heads = [new("Section", "部分"), new("Item", "条目"), new("What to report", "报告内容"), new("What the review knows", "综述已知"), new("Evidence", "依据"), new("Location (page)", "位置（页码）")];

    public IReadOnlyList<string> Header(Language language) => [.. Heads.Select(head => head.In(language))];

    /// <summary>A row an item; the last cell is left for the author.</summary>
    public IEnumerable<IReadOnlyList<string>> Rows(Language language) => List.Items.Select(item => (IReadOnlyList<string>)
        [item.Section.In(language), item.Id, new Message(item.En, item.Zh).In(language), Answers.GetValueOrDefault(item.Id)?.Said.In(language) ?? "", Answers.GetValueOrDefault(item.Id)?.Evidence?.In(language) ?? "", ""]);

    public string Markdown(Language language)
    {
        static string Cell(string cell) => cell.ReplaceLineEndings(" ").Replace("\\", "\\\\", StringComparison.Ordinal).Replace("|", "\\|", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);
        var text = new StringBuilder($"# {List.Title.In(language)}\n\n{List.Source}\n\n| ");
        text.AppendJoin(" | ", Header(language)).Append(" |\n|").AppendJoin("|", Heads.Select(_ => "---")).Append("|\n");
        foreach (var row in Rows(language)) text.Append("| ").AppendJoin(" | ", row.Select(Cell)).Append(" |\n");
        return text.ToString();
    }

    /// <summary>A page whose table a word processor takes as it is: no style sheet, borders as attributes.</summary>
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
            page.WriteElementString("title", List.Title.In(language));
            page.WriteEndElement();
            page.WriteStartElement("body");
            Table(page, language);
            page.WriteEndElement();
            page.WriteEndElement();
        }
        return text.Append('\n').ToString();
    }

    /// <summary>Heading, source and table, into a page that is being written.</summary>
    public void Table(XmlWriter page, Language language)
    {
        page.WriteElementString("h2", List.Title.In(language));
        page.WriteElementString("p", List.Source);
        page.WriteStartElement("table");
        page.WriteAttributeString("border", "1");
        Row(page, "th", Header(language));
        foreach (var row in Rows(language)) Row(page, "td", row);
        page.WriteEndElement();
    }

    static void Row(XmlWriter page, string cell, IReadOnlyList<string> cells)
    {
        page.WriteStartElement("tr");
        foreach (var text in cells)
        {
            page.WriteStartElement(cell);
            page.WriteString(string.Concat(text.Where(c => !char.IsControl(c) || c is '\n' or '\t')));
            // HTML knows no <td/>.
            page.WriteFullEndElement();
        }
        page.WriteEndElement();
    }
}
