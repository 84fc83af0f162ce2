namespace ReviewKit.Prisma;

/// <summary>A number of the flow: where it is drawn, what it is called, what a file may call it.</summary>
/// <param name="Key">The id of docs and files: a box of templates.json, a line of it after a dot.</param>
/// <param name="Label">The key of its text in labels.zh-CN.json; in English the text is that of the template.</param>
/// <param name="Drawn">The box of the template that shows it; null when no template does.</param>
/// <param name="Line">Its line in that box, from 0; -1 is the head.</param>
public sealed record FlowBox(string Key, string Label, string? Drawn, int Line)
{
    public const int Head = -1;

    /// <summary>Every number, in the order of the diagram.</summary>
    public static readonly IReadOnlyList<FlowBox> All =
    [
        new("previous.studies", "prev.studies", "prev", 0),
        new("previous.reports", "prev.reports", "prev", 1),
        new("db_identified", "identified", "db_identified", Head),
        new("sources", "sources", null, Head),
        new("databases", "identified.databases", "db_identified", 0),
        new("registers", "identified.registers", "db_identified", 1),
        new("db_removed", "removed", "db_removed", Head),
        new("db_removed.duplicates", "removed.duplicates", "db_removed", 0),
        new("db_removed.automation", "removed.automation", "db_removed", 1),
        new("db_removed.other", "removed.other", "db_removed", 2),
        new("db_screened", "screened", "db_screened", Head),
        new("db_excluded", "excluded", "db_excluded", Head),
        new("db_excluded.human", "excluded.human", null, 0),
        new("db_excluded.automation", "excluded.automation", null, 1),
        new("db_sought", "sought", "db_sought", Head),
        new("db_notretrieved", "notretrieved", "db_notretrieved", Head),
        new("db_assessed", "assessed", "db_assessed", Head),
        new("db_ftexcluded", "ftexcluded", "db_ftexcluded", Head),
        new("ot_identified", "identified.other", "ot_identified", Head),
        new("ot_duplicates", "duplicates.other", null, Head),
        new("ot_sought", "sought", "ot_sought", Head),
        new("ot_notretrieved", "notretrieved", "ot_notretrieved", Head),
        new("ot_assessed", "assessed", "ot_assessed", Head),
        new("ot_ftexcluded", "ftexcluded", "ot_ftexcluded", Head),
        new("included.studies", "included.studies", "included", 0),
        new("included.reports", "included.reports", "included", 1),
        new("new.studies", "new.studies", "new_included", 0),
        new("new.reports", "new.reports", "new_included", 1),
        new("total.studies", "total.studies", "total_included", 0),
        new("total.reports", "total.reports", "total_included", 1),
        new("appraised.studies", "appraised.studies", "appraised", 0),
        new("narrative.studies", "narrative.studies", "synthesis", 0),
        new("meta_analysis.studies", "meta.studies", "synthesis", 1),
        new("meta_analysis.reports", "meta.reports", "synthesis", 2),
    ];

    static readonly Dictionary<string, FlowBox> ByKey = All.ToDictionary(box => box.Key);

    public static FlowBox? Find(string key) => ByKey.GetValueOrDefault(key);

    public bool IsOther => Key.StartsWith("ot_", StringComparison.Ordinal);
}
