using System.Globalization;
using System.Text;
using CsvHelper;
using ReviewKit.Text;

namespace ReviewKit.Prisma;

/// <summary>The spreadsheet of the R package PRISMA2020 (1.1.4): a row per line of the diagram, the number in column n, lists in one cell as "name, 12; name, 3".</summary>
public static class FlowCsv
{
    // data, node, box as the package has them; the last is ours: the number, or a part of it after "/".
    static readonly (string Data, string Node, string Box, string Key)[] Rows =
    [
        ("NA", "node4", "prevstud", ""),
        ("previous_studies", "node5", "box1", "previous.studies"),
        ("previous_reports", "NA", "box1", "previous.reports"),
        ("NA", "node6", "newstud", ""),
        ("database_results", "node7", "box2", "databases"),
        ("database_specific_results", "NA", "box2", "databases/*"),
        ("register_results", "NA", "box2", "registers"),
        ("register_specific_results", "NA", "box2", "registers/*"),
        ("NA", "node16", "othstud", ""),
        ("website_results", "node17", "box11", "ot_identified/websites"),
        ("organisation_results", "NA", "box11", "ot_identified/organisations"),
        ("citations_results", "NA", "box11", "ot_identified/citation searching"),
        ("duplicates", "node8", "box3", "db_removed.duplicates"),
        ("excluded_automatic", "NA", "box3", "db_removed.automation"),
        ("excluded_other", "NA", "box3", "db_removed.other"),
        ("records_screened", "node9", "box4", "db_screened"),
        ("records_excluded", "node10", "box5", "db_excluded"),
        ("dbr_sought_reports", "node11", "box6", "db_sought"),
        ("dbr_notretrieved_reports", "node12", "box7", "db_notretrieved"),
        ("other_sought_reports", "node18", "box12", "ot_sought"),
        ("other_notretrieved_reports", "node19", "box13", "ot_notretrieved"),
        ("dbr_assessed", "node13", "box8", "db_assessed"),
        ("dbr_excluded", "node14", "box9", "db_ftexcluded/*"),
        ("other_assessed", "node20", "box14", "ot_assessed"),
        ("other_excluded", "node21", "box15", "ot_ftexcluded/*"),
        ("new_studies", "node15", "box10", "new.studies"),
        ("new_reports", "NA", "box10", "new.reports"),
        ("total_studies", "node22", "box16", "total.studies"),
        ("total_reports", "NA", "box16", "total.reports"),
        ("identification", "node1", "identification", ""),
        ("screening", "node2", "screening", ""),
        ("included", "node3", "included", ""),
        ("total_studies_ma", "node23", "box17", "meta_analysis.studies"),
        ("total_reports_ma", "NA", "box17", "meta_analysis.reports"),
    ];

    /// <summary>What a sheet states; NA, empty cells and the xxx of the package's template state nothing.</summary>
    /// <exception cref="ReviewKitException">There is no column data or n.</exception>
    /// <param name="allForms">Keep the zeros of columns that are not used, for who draws the form that has them all.</param>
    internal static IReadOnlyList<FlowLeaf> Numbers(string text, string name, bool allForms)
    {
        using var csv = CsvReader.FromText(text.TrimStart('\ufeff'), CsvReaderOptions.Default with { TrackLineNumbers = true });
        csv.ReadHeader();
        if (!csv.TryGetFieldIndex("data", out var data) || !csv.TryGetFieldIndex("n", out var n))
            throw new ReviewKitException($"{name}: expected the columns data and n of the R package PRISMA2020", $"{name}：应有 R 包 PRISMA2020 的 data 和 n 两列");
        var keys = Rows.Where(row => row.Key.Length > 0).ToDictionary(row => row.Data, row => row.Key);
        var leaves = new List<FlowLeaf>();
        while (csv.Read())
        {
            if (csv.FieldCount <= Math.Max(data, n) || !keys.TryGetValue(csv.GetString(data).Trim(), out var key)) continue;
            var cell = csv.GetString(n).Trim();
            if (cell is "" or "NA") continue;
            // A single number in a list cell is the total, unless the total has a row of its own.
            var isNumber = decimal.TryParse(cell, CultureInfo.InvariantCulture, out _);
            if (isNumber && HasTotalRow(key)) continue;
            if (key.EndsWith("/*", StringComparison.Ordinal) && !isNumber) leaves.AddRange(Parts(cell).Select(part => new FlowLeaf([key[..^2], part.Name], part.Number, (int)csv.LineNumber)));
            else leaves.Add(new(key.Replace("/*", "", StringComparison.Ordinal).Split('/'), cell, (int)csv.LineNumber));
        }
        return allForms ? leaves : WithoutEmptyUpdate(leaves);
    }

    static bool HasTotalRow(string key) => key is "databases/*" or "registers/*";

    /// <summary>The last comma parts name and number: "Wrong population, not adults, 12" is one reason. Full-width signs count too, which the package itself misreads.</summary>
    static IEnumerable<(string Name, string Number)> Parts(string cell)
    {
        foreach (var entry in cell.Split([';', '；'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var comma = entry.LastIndexOfAny([',', '，']);
            var (name, number) = comma < 0 ? (entry, "") : (entry[..comma].Trim(), entry[(comma + 1)..].Trim());
            if (number != "xxx") yield return (name, number);
        }
    }

    /// <summary>The package has one sheet for all four forms: without a previous version what it calls new is simply included, and the zeros of the other columns say nothing.</summary>
    static IReadOnlyList<FlowLeaf> WithoutEmptyUpdate(List<FlowLeaf> leaves)
    {
        bool IsZero(string prefix) => leaves.All(leaf => !leaf.Path[0].StartsWith(prefix, StringComparison.Ordinal) || leaf.Text == "0");
        if (IsZero("ot_")) leaves.RemoveAll(leaf => leaf.Path[0].StartsWith("ot_", StringComparison.Ordinal));
        if (IsZero("meta_analysis.")) leaves.RemoveAll(leaf => leaf.Path[0].StartsWith("meta_analysis.", StringComparison.Ordinal));
        if (!IsZero("previous.") || !IsZero("total.")) return leaves;
        leaves.RemoveAll(leaf => leaf.Path[0].StartsWith("previous.", StringComparison.Ordinal) || leaf.Path[0].StartsWith("total.", StringComparison.Ordinal));
        return [.. leaves.Select(leaf => leaf.Path[0].StartsWith("new.", StringComparison.Ordinal) ? leaf with { Path = ["included" + leaf.Path[0][3..]] } : leaf)];
    }

    /// <summary>The sheet for the R package, with our texts as its labels. Its lists know no comma or semicolon within a name, so these become full-width there.</summary>
    public static string Write(FlowCounts counts, Language language = Language.En)
    {
        var labels = FlowLabels.Of(language);
        var text = new StringBuilder();
        using (var writer = new StringWriter(text, CultureInfo.InvariantCulture))
        using (var csv = CsvWriter.Create(writer, CsvWriterOptions.Default with { NewLine = "\n" }))
        {
            csv.WriteHeader("data", "node", "box", "description", "boxtext", "tooltips", "url", "n");
            foreach (var (data, node, box, key) in Rows)
            {
                var label = Label(labels, counts, box, key);
                csv.WriteRecord(data, node, box, label, label, label, (data == "NA" ? box : data) + ".html", Cell(counts, key));
            }
        }
        return text.ToString();
    }

    static string Label(FlowLabels labels, FlowCounts counts, string box, string key)
    {
        var template = FlowTemplate.For(counts);
        var column = box switch { "prevstud" => "prev", "newstud" => "db", "othstud" => "other", _ => null };
        if (column == "prev") return labels["header.prev"];
        if (column is not null) return labels[$"header.{column}.{(template.IsUpdate ? "updated" : "new")}"];
        if (key.Length == 0) return labels["phase." + box];
        var flowBox = FlowBox.Find(key.Split('/')[0])!;
        return key.EndsWith("/*", StringComparison.Ordinal) || !key.Contains('/')
            ? labels[flowBox.Label].TrimEnd(':', '：').Replace("*", "", StringComparison.Ordinal)
            : labels.Part(flowBox, key.Split('/')[1]);
    }

    static string Cell(FlowCounts counts, string key)
    {
        if (key.Length == 0) return "0";
        if (key.Split('/') is not [var box, var part]) return counts.Total(key)?.ToString(CultureInfo.InvariantCulture) ?? "NA";
        var parts = counts[box].Parts;
        if (part != "*") return Of(parts.Where(each => each.Name == part)) ?? "NA";
        if (parts.Count > 0) return string.Join("; ", parts.Select(each => $"{each.Name.Replace(',', '，').Replace(';', '；')}, {each.N.ToString(CultureInfo.InvariantCulture)}"));
        return HasTotalRow(key) ? "NA" : counts[box].N?.ToString(CultureInfo.InvariantCulture) ?? "NA";
    }

    static string? Of(IEnumerable<NamedCount> parts)
    {
        var found = parts.ToList();
        return found.Count == 0 ? null : found.Sum(part => part.N).ToString(CultureInfo.InvariantCulture);
    }
}
