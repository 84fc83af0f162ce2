using System.Globalization;
using ReviewKit.Text;

namespace ReviewKit.Prisma;

/// <summary>A line of a box before it is wrapped.</summary>
/// <param name="Depth">0 the head, 1 a line under it, 2 what that line is made of.</param>
/// <param name="Key">The number it prints, of <see cref="FlowBox"/>; null for a head without one.</param>
readonly record struct BoxLine(string Text, int Depth, string? Key);

/// <summary>What stands in a box: its head, its official lines, and what these are made of.</summary>
sealed class BoxText(FlowCounts counts, FlowLabels labels, FlowDiagramOptions options)
{
    // What leaves the flow, and the box it leaves.
    static readonly Dictionary<string, string> Leaves = new()
    {
        ["db_removed"] = "db_identified",
        ["db_excluded"] = "db_screened",
        ["db_notretrieved"] = "db_sought",
        ["db_ftexcluded"] = "db_assessed",
        ["ot_notretrieved"] = "ot_sought",
        ["ot_ftexcluded"] = "ot_assessed",
    };

    public IReadOnlyList<BoxLine> Of(TemplateBox box)
    {
        if (box.Step is { } step) return Step(box, counts.Steps[step], step);
        var rows = FlowBox.All.Where(row => row.Drawn == box.Id).ToList();
        var head = rows.Find(row => row.Line == FlowBox.Head);
        var below = head is null ? Below(box, rows, 0) : [.. Below(box, rows, 1), .. Parts(head, 1)];
        if (head is null) return below;

        var total = counts.Total(head.Key);
        var isCounted = box.Lines is null || options.TotalsInHeads || (below.Count == 0 && total is not null);
        if (below.Count == 0 && total is null) below = Blank(box);
        return [Head(head, isCounted ? total : null, isCounted, below.Count > 0), .. below];
    }

    /// <summary>The pair of boxes of one stage of screening.</summary>
    List<BoxLine> Step(TemplateBox box, ScreeningStep step, int number)
    {
        if (box.Kind == "main") return [new(labels.Counted($"{labels["screened"]}{labels.Colon}{(labels.Language == Language.Zh ? "" : " ")}{OneLine(step.Name)}", step.Screened), 0, number == 0 ? "db_screened" : null)];
        var of = options.OfBefore ? step.Screened : (int?)null;
        var parts = options.ReasonsAtScreening ? step.Excluded.Parts : [];
        var head = labels.Counted(labels["excluded"].TrimEnd(':', '：'), step.Excluded.Total, of);
        return [new(parts.Count > 0 ? head + labels.Colon : head, 0, null), .. parts.Select(part => new BoxLine(labels.Counted(OneLine(part.Name), part.N, of), 1, null))];
    }

    int? Whole(string box) => options.OfBefore && Leaves.TryGetValue(box, out var from) ? counts.Total(from) : null;

    /// <summary>Nothing of an optional box was counted, so that the form lets it go.</summary>
    public bool IsEmpty(TemplateBox box) =>
        FlowBox.All.Where(row => row.Drawn == box.Id).All(row => counts.Total(row.Key) is null or 0);

    BoxLine Head(FlowBox head, int? n, bool isCounted, bool isList)
    {
        var text = labels[head.Label].TrimEnd(':', '：');
        if (isCounted) text = labels.Counted(text, n, Whole(head.Drawn!));
        return new(isList ? text + labels.Colon : text, 0, isCounted ? head.Key : null);
    }

    /// <summary>The official lines of which the number is known; all of them, blank, while none is.</summary>
    List<BoxLine> Below(TemplateBox box, List<FlowBox> rows, int depth)
    {
        var lines = new List<BoxLine>();
        var isBlank = rows.All(row => counts.Total(row.Key) is null);
        foreach (var row in rows.Where(row => row.Line != FlowBox.Head))
        {
            var total = counts.Total(row.Key);
            if (isBlank ? row.Line >= box.Lines?.Count || box.Lines is null : total is null || (options.HideEmpty && total == 0)) continue;
            var parts = Parts(row, depth + 1);
            var text = labels.Counted(labels[row.Label], total, Whole(row.Drawn!));
            lines.Add(new(parts.Count > 0 ? text + labels.Colon : text, depth, row.Key));
            lines.AddRange(parts);
        }
        return lines;
    }

    List<BoxLine> Parts(FlowBox row, int depth) =>
        [.. counts[row.Key].Parts
            .Where(_ => IsSplit(row.Key))
            .Where(part => !options.HideEmpty || part.N != 0)
            .Select(part => new BoxLine(labels.Counted(OneLine(labels.Part(row, part.Name)), part.N, Whole(row.Drawn!)), depth, $"{row.Key}.{part.Name}"))];

    bool IsSplit(string box) => box switch
    {
        "databases" or "registers" => options.PerSource,
        "db_excluded" => options.ReasonsAtScreening,
        _ => true,
    };

    static string OneLine(string name) => string.Join(' ', name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The lines of an unfilled list: "Reason 1 (n = )" and so on.</summary>
    List<BoxLine> Blank(TemplateBox box)
    {
        var lines = new List<BoxLine>();
        string[] kinds = box.Id == "ot_identified" ? ["identified.websites", "identified.organisations", "identified.citation"] : [];
        for (var i = 0; i < (box.Lines?.Count ?? 0); i++)
        {
            var isLast = box.Lines![i] == "etc.";
            var text = i < kinds.Length ? labels[kinds[i]] : string.Create(CultureInfo.InvariantCulture, $"{labels["reason"]} {i + 1}");
            lines.Add(new(isLast ? labels["etc"] : labels.Counted(text, null), 1, null));
        }
        return lines;
    }
}
