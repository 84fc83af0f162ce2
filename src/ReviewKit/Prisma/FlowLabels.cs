using System.Globalization;
using System.Text.Json;
using ReviewKit.Text;

namespace ReviewKit.Prisma;

/// <summary>
/// The words of the diagram in one language. English is the official text of the templates; Chinese, of which no authorised translation was found, the first variant of labels.zh-CN.json.
/// A project may replace any of them by the keys of that file.
/// </summary>
public sealed class FlowLabels
{
    // What the official form has no words for.
    static readonly Dictionary<string, Message> Ours = new()
    {
        ["excluded.human"] = new("Excluded by a human", "由人工排除"),
        ["excluded.automation"] = new("Excluded by automation tools", "由自动化工具排除"),
        ["sources"] = new("Sources", "来源"),
        ["meta.studies"] = new("Total studies included in meta-analysis", "纳入荟萃分析的研究总数"),
        ["meta.reports"] = new("Reports of total included studies in meta-analysis", "纳入荟萃分析的研究报告总数"),
        ["duplicates.other"] = new("Duplicates among records of other methods", "其他方法识别的记录中的重复记录"),
        ["footnote.duplicate"] = new("{0} record found by other methods is a duplicate of a record counted above or of another such record.", "其他方法识别的记录中有 {0} 条与上述已计入的记录重复，或彼此重复。"),
        ["footnote.duplicates"] = new("{0} records found by other methods are duplicates of records counted above or of each other.", "其他方法识别的记录中有 {0} 条与上述已计入的记录重复，或彼此重复。"),
        ["appraised.studies"] = new("Studies appraised for quality", "进行质量评价的研究"),
        ["narrative.studies"] = new("Studies included in narrative synthesis", "纳入叙述性综合的研究"),
        ["footnote.split"] = new("**{0} excluded by a human, {1} by automation tools.", "**由人工排除 {0} 条，由自动化工具排除 {1} 条。"),
        ["reason"] = new("Reason", "原因"),
        ["etc"] = new("etc.", "等"),
        ["title"] = new("PRISMA 2020 flow diagram", "PRISMA 2020 流程图"),
        ["waiting"] = new("This review is not finished: {0} still to be screened, {1} still to be retrieved or assessed.", "本综述尚未完成：{0} 条记录待筛选，{1} 篇报告待获取或评估。"),
        ["footnote.databases"] = new(FlowTemplate.Footnotes[0], "*在可行的情况下，宜报告从每个检索的数据库或注册库识别的记录数（而不仅是所有数据库/注册库的总数）。"),
        ["footnote.automation"] = new(FlowTemplate.Footnotes[1], "**如使用了自动化工具，请说明由人工排除和由自动化工具排除的记录各有多少。"),
        ["attribution"] = new(FlowTemplate.Attribution, "来源：Page MJ, et al. BMJ 2021;372:n71. doi: 10.1136/bmj.n71。本图采用 CC BY 4.0 许可。"),
    };

    // What people and the R package call the three official kinds of other source.
    static readonly Dictionary<string, string> OtherSources = new(StringComparer.OrdinalIgnoreCase)
    {
        ["website"] = "identified.websites",
        ["websites"] = "identified.websites",
        ["organisation"] = "identified.organisations",
        ["organisations"] = "identified.organisations",
        ["organization"] = "identified.organisations",
        ["organizations"] = "identified.organisations",
        ["citation"] = "identified.citation",
        ["citations"] = "identified.citation",
        ["citation searching"] = "identified.citation",
        ["citation_searching"] = "identified.citation",
    };

    static readonly Lazy<Dictionary<string, string>> Chinese = new(LoadChinese);
    static readonly Lazy<Dictionary<string, string>> English = new(LoadEnglish);

    static readonly Lazy<Dictionary<string, Dictionary<string, Dictionary<string, string>>>> Sets =
        new(() => FlowTemplate.Resource("wordings.json", TemplateJsonContext.Default.DictionaryStringDictionaryStringDictionaryStringString));

    readonly Dictionary<string, string> replaced = [];

    FlowLabels(Language language, IReadOnlyDictionary<string, string>? replaced, IReadOnlyList<string> wordings)
    {
        Language = language;
        foreach (var name in wordings)
            foreach (var (key, text) in (Sets.Value.GetValueOrDefault(name) ?? throw new ReviewKitException($"no wording \"{name}\"; there are {string.Join(", ", Wordings)}", $"没有名为“{name}”的用语；可用的有 {string.Join("、", Wordings)}"))[language == Language.Zh ? "zh" : "en"])
                this.replaced[key] = text;
        foreach (var (key, text) in replaced ?? new Dictionary<string, string>()) this.replaced[key] = text;
        if (this.replaced.Keys.FirstOrDefault(key => !Keys.Contains(key)) is { } unknown)
            throw new ReviewKitException($"the diagram has no text \"{unknown}\"; there are {string.Join(", ", Keys.Order(StringComparer.Ordinal))}", $"图中没有名为“{unknown}”的文字；可用的有 {string.Join("、", Keys.Order(StringComparer.Ordinal))}");
    }

    /// <summary>Sets of words in place of the official ones, of wordings.json.</summary>
    public static IReadOnlyCollection<string> Wordings => Sets.Value.Keys;

    /// <summary>What can be replaced.</summary>
    static HashSet<string> Keys => [.. Chinese.Value.Keys, .. English.Value.Keys, .. Ours.Keys];

    public Language Language { get; }

    /// <param name="replaced">Texts by the keys of labels.zh-CN.json, in the language asked for.</param>
    /// <param name="wordings">Of <see cref="Wordings"/>; a later one goes before an earlier, <paramref name="replaced"/> before all.</param>
    /// <exception cref="ReviewKitException">There is no such text or set.</exception>
    public static FlowLabels Of(Language language, IReadOnlyDictionary<string, string>? replaced = null, IReadOnlyList<string>? wordings = null) => new(language, replaced, wordings ?? []);

    /// <summary>The text of a key without its number; lists end with a colon.</summary>
    public string this[string key]
    {
        get
        {
            if (replaced.TryGetValue(key, out var own)) return own;
            // The other column has the same words without the footnote sign.
            if (key == "identified.other" && Language == Language.Zh) return this["identified"].Replace("*", "", StringComparison.Ordinal);
            var official = Language == Language.Zh ? Chinese.Value : English.Value;
            return official.TryGetValue(key, out var text) ? text : Ours[key].In(Language);
        }
    }

    /// <summary>A text with its number; an unknown number leaves the blank of the form.</summary>
    /// <param name="of">What it is a share of; null where that is not printed.</param>
    public string Counted(string text, int? n, int? of = null)
    {
        var form = replaced.GetValueOrDefault("count") ?? (Language == Language.Zh ? Chinese.Value["count"] : " (n = {n})");
        // No break within the brackets: it would tear "n = 5" apart.
        return text + form.Replace("{n}", n?.ToString(CultureInfo.InvariantCulture) + (n is not null && of is { } whole ? string.Create(CultureInfo.InvariantCulture, $"/{whole}") : ""), StringComparison.Ordinal).Replace(" = ", "\u00a0=\u00a0", StringComparison.Ordinal);
    }

    /// <summary>The name of a part: the official kinds of other source are translated, all else is the author's own word.</summary>
    public string Part(FlowBox box, string name) =>
        box.Key == "ot_identified" && OtherSources.TryGetValue(name.Trim(), out var key) ? this[key] : name;

    public string Header(FlowTemplate template, string column) =>
        column == "prev" ? this["header.prev"] : this[$"header.{column}.{(template.IsUpdate ? "updated" : "new")}"];

    public string Colon => Language == Language.Zh ? "：" : ":";

    static Dictionary<string, string> LoadChinese() => FlowTemplate
        .Resource("labels.zh-CN.json", TemplateJsonContext.Default.DictionaryStringJsonElement)
        .Where(entry => entry.Key != "_note")
        .SelectMany(entry => entry.Value.ValueKind switch
        {
            JsonValueKind.Array => [(entry.Key, entry.Value[0].GetString()!)],
            JsonValueKind.Object => entry.Value.EnumerateObject().Select(phase => ($"{entry.Key}.{phase.Name}", phase.Value[0].GetString()!)),
            _ => new[] { (entry.Key, entry.Value.GetString()!) },
        })
        .ToDictionary(pair => pair.Item1, pair => pair.Item2);

    static Dictionary<string, string> LoadEnglish()
    {
        var texts = new Dictionary<string, string>
        {
            ["phase.identification"] = "Identification",
            ["phase.screening"] = "Screening",
            ["phase.included"] = "Included",
        };
        foreach (var name in FlowTemplate.Names)
        {
            var template = FlowTemplate.Named(name);
            foreach (var (column, header) in template.Headers)
                texts[column == "prev" ? "header.prev" : $"header.{column}.{(template.IsUpdate ? "updated" : "new")}"] = header;
            var boxes = template.Boxes.ToDictionary(box => box.Id);
            foreach (var box in FlowBox.All)
            {
                if (box.Drawn is null || !boxes.TryGetValue(box.Drawn, out var drawn)) continue;
                if ((box.Line == FlowBox.Head ? drawn.En : drawn.Lines?.ElementAtOrDefault(box.Line)) is { } text) texts[box.Label] = Bare(text);
            }
            if (boxes.TryGetValue("ot_identified", out var other))
                foreach (var (line, key) in other.Lines!.Zip(["identified.websites", "identified.organisations", "identified.citation"])) texts[key] = Bare(line);
        }
        return texts;
    }

    static string Bare(string text) => text.Replace(" (n = )", "", StringComparison.Ordinal);
}
