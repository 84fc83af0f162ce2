using ReviewKit.Text;

namespace ReviewKit.Prisma;

/// <summary>How a flow diagram is drawn. The defaults give the official form.</summary>
public sealed record FlowDiagramOptions
{
    public Language Language { get; init; } = Language.En;

    /// <summary>new-v1, new-v2, updated-v1 or updated-v2; null: the one the counts need.</summary>
    public string? Template { get; init; }

    /// <summary>Leave out optional boxes, and lines, of which the number is 0 or unknown.</summary>
    public bool HideEmpty { get; init; }

    /// <summary>Print the total in the head of a list too: "Reports excluded (n = 591):".</summary>
    public bool TotalsInHeads { get; init; }

    /// <summary>Print what leaves the flow as a share of what it leaves: "n = 296/971".</summary>
    public bool OfBefore { get; init; }

    /// <summary>The number of each database and register under the totals.</summary>
    public bool PerSource { get; init; } = true;

    /// <summary>Reasons for excluding records at title and abstract, where there are any.</summary>
    public bool ReasonsAtScreening { get; init; } = true;

    /// <summary>A pair of boxes for each of <see cref="FlowCounts.Steps"/>.</summary>
    public bool StepsApart { get; init; }

    /// <summary>Heads of boxes in bold.</summary>
    public bool BoldHeads { get; init; }

    /// <summary>Sets of words, of <see cref="FlowLabels.Wordings"/>: scr for scoping reviews, zh-tw for traditional characters.</summary>
    public IReadOnlyList<string> Wording { get; init; } = [];

    /// <summary>Notes of the project's own, above the official ones.</summary>
    public IReadOnlyList<string> MoreNotes { get; init; } = [];

    /// <summary>The page the diagram is put on, in points, shrunk where it must be and centred; null: as large as it is.</summary>
    public (double Width, double Height)? Page { get; init; }

    /// <summary>The official notes to * and **. The notes that a review is not finished, and on duplicates among the records of other methods, are always printed.</summary>
    public bool Footnotes { get; init; } = true;

    /// <summary>The line that the licence of the form (CC BY 4.0) asks for; to be left out only when the caption has it.</summary>
    public bool Attribution { get; init; } = true;

    /// <summary>In points, above 0; everything is drawn in proportion.</summary>
    public double FontSize { get; init; } = 9;

    /// <summary>Of every box, in points; null: what lets the form fit an upright (one column) or a lying (two columns) A4 page at 9 points.</summary>
    public double? BoxWidth { get; init; }

    /// <summary>The boxes are measured for Helvetica, Arial and fonts as wide as these.</summary>
    public string FontFamily { get; init; } = "Arial, Helvetica, 'Liberation Sans', 'Noto Sans CJK SC', 'Microsoft YaHei', 'PingFang SC', SimSun, sans-serif";

    public string HeaderFill { get; init; } = "#ffc000";
    public string PhaseFill { get; init; } = "#9cc2e5";

    /// <summary>Of the columns for previous studies and other methods, whose boxes are filled in only where they apply.</summary>
    public string OptionalColumnFill { get; init; } = "#e7e6e6";

    /// <summary>Texts in place of ours, by the keys of labels.zh-CN.json.</summary>
    public IReadOnlyDictionary<string, string> Labels { get; init; } = new Dictionary<string, string>();

    /// <summary>Where a box leads when it is clicked, by box id; a box without entry is no link.</summary>
    public IReadOnlyDictionary<string, string> Links { get; init; } = new Dictionary<string, string>();

    /// <summary>What is shown when the pointer rests on a box, by box id; a box without entry shows its own text.</summary>
    public IReadOnlyDictionary<string, string> Tooltips { get; init; } = new Dictionary<string, string>();
}
