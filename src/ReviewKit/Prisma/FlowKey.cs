namespace ReviewKit.Prisma;

/// <summary>Which number a name in a file means: a box of <see cref="FlowBox"/>, or a part of one.</summary>
/// <param name="Part">A database, a reason, …; null for the number of the box itself.</param>
readonly record struct FlowKey(string Box, string? Part)
{
    // Longer names first: each stands for the beginning of what is written.
    static readonly (string Written, string Meant)[] Aliases =
    [
        ("db_identified.databases", "databases"), ("db_identified.registers", "registers"), ("db_identified.sources", "sources"),
        ("total_included", "total"), ("new_included", "new"), ("prev", "previous"), ("meta", "meta_analysis"),
    ];

    static readonly HashSet<string> Splittable =
    [
        "databases", "registers", "sources", "db_removed.duplicates", "db_removed.automation", "db_removed.other", "db_excluded",
        "db_notretrieved", "db_ftexcluded", "ot_identified", "ot_notretrieved", "ot_ftexcluded",
    ];

    // Beside reasons, or in their place, people write the sum of them under one of these.
    static readonly HashSet<string> Totals = new(StringComparer.OrdinalIgnoreCase) { "total", "all", "合计", "总计", "合計", "總計" };

    /// <returns>null when no box is called so.</returns>
    public static FlowKey? Parse(string written)
    {
        var key = Canonical(written.Trim());
        if (key is "included") return new("included", null);
        // The longest box that the name begins with; a part keeps its dots ("Embase.com").
        var box = FlowBox.All.Where(box => StartsWith(key, box.Key)).MaxBy(box => box.Key.Length)?.Key;
        if (box is null) return null;
        if (key.Length == box.Length) return new(box, null);
        var part = key[(box.Length + 1)..];
        if (StartsWith(part, "reasons") && part.Length > 7) part = part[8..];
        if (Totals.Contains(part.Trim())) return new(box, null);
        return box switch
        {
            "db_identified" => new("databases", part),
            "db_removed" => new("db_removed.other", part),
            _ => Splittable.Contains(box) ? new(box, part) : null,
        };
    }

    static string Canonical(string key)
    {
        if (key.StartsWith("other_", StringComparison.OrdinalIgnoreCase)) return "ot_" + key[6..];
        foreach (var (written, meant) in Aliases)
            if (StartsWith(key, written)) return meant + key[written.Length..];
        return key;
    }

    static bool StartsWith(string key, string beginning) =>
        key.StartsWith(beginning, StringComparison.OrdinalIgnoreCase) && (key.Length == beginning.Length || key[beginning.Length] == '.');
}
