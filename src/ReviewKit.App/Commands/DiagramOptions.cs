using System.CommandLine;
using System.Globalization;
using ReviewKit.Prisma;
using ReviewKit.Store;
using ReviewKit.Text;

namespace ReviewKit.App.Commands;

/// <summary>The options that say how a flow diagram looks.</summary>
sealed class DiagramOptions
{
    static readonly string[] Templates = ["new-v1", "new-v2", "updated-v1", "updated-v2"];

    // In points.
    static readonly Dictionary<string, (double, double)> Pages = new(StringComparer.OrdinalIgnoreCase)
    {
        ["a4"] = (595, 842),
        ["a4-landscape"] = (842, 595),
        ["a3"] = (842, 1191),
        ["a3-landscape"] = (1191, 842),
        ["letter"] = (612, 792),
        ["letter-landscape"] = (792, 612),
    };

    readonly Option<string?> template, font, colours, page;
    readonly Option<bool> hide, totals, share, bold, steps, withoutSources, withoutReasons, withoutNotes;
    readonly Option<double?> size, width;
    readonly Option<string[]> wording, notes;

    public DiagramOptions(Verb verb)
    {
        template = verb.Option<string?>("--template", "T", new($"{string.Join(", ", Templates)}; default: the one the review needs", $"{string.Join("、", Templates)}；默认按综述选择"));
        template.AcceptOnlyFromAmong(Templates);
        hide = verb.Option<bool>("--hide-empty", null, new("leave out optional boxes and lines that are 0; default: show", "隐去为 0 的可选框和行；默认显示"));
        wording = verb.Option<string[]>("--wording", "SET", new($"{string.Join(", ", FlowLabels.Wordings)}: words of a scoping review, traditional characters; may be repeated; default: the official ones, with labels: of review.yaml", $"{string.Join("、", FlowLabels.Wordings)}：范围综述用语、繁体字；可重复；默认官方用语及 review.yaml 的 labels"));
        steps = verb.Option<bool>("--steps", null, new("a pair of boxes for each stage of title and abstract; default: one pair", "题名摘要的每个阶段各一对框；默认合为一对"));
        totals = verb.Option<bool>("--totals", null, new("totals in the heads of lists; default: only in their lines", "列表标题中也给出合计；默认仅在各行"));
        share = verb.Option<bool>("--share", null, new("what leaves as a share of what it leaves, n = 296/971; default: n = 296", "移出数写作占比，n = 296/971；默认 n = 296"));
        withoutSources = verb.Option<bool>("--no-sources", null, new("only the sum of the databases; default: each", "只给数据库合计；默认逐一列出"));
        withoutReasons = verb.Option<bool>("--no-screening-reasons", null, new("no reasons at title and abstract; default: those there are", "不列题名摘要阶段的原因；默认列出"));
        withoutNotes = verb.Option<bool>("--no-footnotes", null, new("without the official notes * and **; default: with them", "不印官方脚注 * 和 **；默认印出"));
        notes = verb.Option<string[]>("--note", "TEXT", new("a footnote of yours; may be repeated; default: none", "自加脚注，可重复；默认无"));
        bold = verb.Option<bool>("--bold", null, new("heads of boxes in bold; default: plain", "框的标题用粗体；默认常规"));
        font = verb.Option<string?>("--font", "NAME", new("default: Arial or what is like it, with a Chinese font behind", "默认 Arial 或类似字体，并附中文字体"));
        size = verb.Option<double?>("--font-size", "POINTS", new("default: 9", "默认 9"));
        width = verb.Option<double?>("--box-width", "POINTS", new("default: what fits an A4 page", "默认适合 A4 页面"));
        colours = verb.Option<string?>("--colours", "HEAD,PHASE,OTHER", new("as #rrggbb; default: #ffc000,#9cc2e5,#e7e6e6", "形如 #rrggbb；默认 #ffc000,#9cc2e5,#e7e6e6"));
        page = verb.Option<string?>("--page", "SIZE", new($"{string.Join(", ", Pages.Keys)}: shrunk to fit and centred; default: as large as it is", $"{string.Join("、", Pages.Keys)}：缩小以适合并居中；默认原大"));
        page.AcceptOnlyFromAmong([.. Pages.Keys]);
    }

    public FlowDiagramOptions Of(ParseResult parsed, Session session, Protocol protocol)
    {
        var options = Of(session.Language, protocol) with
        {
            Template = parsed.GetValue(template),
            HideEmpty = parsed.GetValue(hide),
            Wording = parsed.GetValue(wording) ?? [],
            StepsApart = parsed.GetValue(steps),
            TotalsInHeads = parsed.GetValue(totals),
            OfBefore = parsed.GetValue(share),
            PerSource = !parsed.GetValue(withoutSources),
            ReasonsAtScreening = !parsed.GetValue(withoutReasons),
            Footnotes = !parsed.GetValue(withoutNotes),
            MoreNotes = parsed.GetValue(notes) ?? [],
            BoldHeads = parsed.GetValue(bold),
            BoxWidth = Positive(parsed.GetValue(width), "--box-width"),
            FontSize = Positive(parsed.GetValue(size), "--font-size") ?? 9,
            Page = parsed.GetValue(page) is { } named ? Pages[named] : null,
        };
        if (parsed.GetValue(font) is { } family) options = options with { FontFamily = $"'{family.Replace("'", "", StringComparison.Ordinal)}', {options.FontFamily}" };
        return parsed.GetValue(colours) is { } chosen ? Coloured(options, chosen) : options;
    }

    /// <summary>As the project wants it, with its labels.</summary>
    public static FlowDiagramOptions Of(Language language, Protocol protocol) => new()
    {
        Language = language,
        Labels = protocol.Labels.ToDictionary(label => label.Key, label => label.Value.In(language)),
    };

    static double? Positive(double? n, string option) => n is null or (> 0 and < 1000) ? n : throw new ReviewKitException(
        $"{option} is {n.Value.ToString(CultureInfo.InvariantCulture)}, expected points above 0", $"{option} 为 {n.Value.ToString(CultureInfo.InvariantCulture)}，应为大于 0 的磅数");

    static FlowDiagramOptions Coloured(FlowDiagramOptions options, string chosen)
    {
        var all = chosen.Split(',', StringSplitOptions.TrimEntries);
        if (all.Length != 3 || !all.All(colour => colour.Length == 7 && colour[0] == '#' && colour[1..].All(char.IsAsciiHexDigit)))
            throw new ReviewKitException($"--colours is {chosen}, expected three as #ffc000,#9cc2e5,#e7e6e6", $"--colours 为 {chosen}，应为三个，如 #ffc000,#9cc2e5,#e7e6e6");
        return options with { HeaderFill = all[0], PhaseFill = all[1], OptionalColumnFill = all[2] };
    }
}
