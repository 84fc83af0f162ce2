using System.Globalization;
using ReviewKit.Text;

namespace ReviewKit.Prisma;

/// <summary>A line of text where it will stand; x, y in points, y of the baseline.</summary>
readonly record struct PlacedLine(string Text, double X, double Y, string? Key, bool IsBold = false);

/// <summary>A rectangle with its text.</summary>
/// <param name="Role">box, header, or phase.</param>
sealed record PlacedBox(string Id, string Role, double X, double Y, double Width, double Height, string Fill, IReadOnlyList<PlacedLine> Lines)
{
    public double Right => X + Width;
    public double Bottom => Y + Height;
    public double CentreX => X + Width / 2;
    public double CentreY => Y + Height / 2;
}

readonly record struct Point(double X, double Y);

/// <summary>Where everything of a diagram stands: boxes as tall as their text, rows as tall as their tallest box, so that no text can leave its box.</summary>
sealed class FlowLayout
{
    // The rows of the form, by what follows the column in the id of a box.
    static readonly Dictionary<string, int> Rows = new()
    {
        ["prev"] = 0,
        ["db_identified"] = 0,
        ["ot_identified"] = 0,
        ["db_screened"] = 1,
        ["db_sought"] = 2,
        ["ot_sought"] = 2,
        ["db_assessed"] = 3,
        ["ot_assessed"] = 3,
        ["included"] = 4,
        ["new_included"] = 4,
        ["total_included"] = 5,
        ["appraised"] = 6,
        ["synthesis"] = 7,
    };

    static readonly string[] Phases = ["identification", "screening", "included"];

    readonly FlowDiagramOptions options;
    readonly FlowLabels labels;
    readonly List<TemplateBox> shown;
    readonly Dictionary<string, IReadOnlyList<BoxLine>> texts;
    readonly Dictionary<string, double> lefts = [];
    readonly Dictionary<string, PlacedBox> placed = [];
    readonly double size, lineHeight, pad, gap, boxWidth, phaseWidth;

    public FlowLayout(FlowTemplate template, FlowCounts counts, FlowLabels labels, FlowDiagramOptions options)
    {
        (this.options, this.labels, size) = (options, labels, options.FontSize);
        (lineHeight, pad, gap, phaseWidth) = (size * 1.35, size * 0.8, size * 2.6, size * 2.4);
        boxWidth = options.BoxWidth ?? size * (template.HasOther || template.IsUpdate ? 17 : 22);
        var text = new BoxText(counts, labels, options);
        var edges = template.Edges.ToList();
        shown = [.. WithSteps(WithSynthesis(template.Boxes, edges, counts), edges, counts).Where(box => !(options.HideEmpty && box.Optional && text.IsEmpty(box)))];
        PlaceColumns(template);
        var top = PlaceHeaders(template) + gap * 0.6;
        texts = shown.ToDictionary(box => box.Id, text.Of);
        PlaceRows(top);
        foreach (var edge in edges)
            if (placed.TryGetValue(edge[0], out var from) && placed.TryGetValue(edge[1], out var to))
            {
                Arrows.Add(Arrow(from, to));
                Drawn.Add((edge[0], edge[1]));
            }
        Height = PlaceNotes(counts, placed.Values.Max(box => box.Bottom)) + Margin;
    }

    public List<PlacedBox> Frames { get; } = [];
    public IEnumerable<PlacedBox> Boxes => shown.Select(box => placed[box.Id]);
    public List<IReadOnlyList<Point>> Arrows { get; } = [];

    /// <summary>The boxes and the lines in them, before these are wrapped.</summary>
    public IEnumerable<(TemplateBox Box, IReadOnlyList<BoxLine> Lines)> Shown => shown.Select(box => (box, texts[box.Id]));

    /// <summary>The arrows, from box to box.</summary>
    public List<(string From, string To)> Drawn { get; } = [];

    /// <summary>Says that the review is not finished; empty when it is.</summary>
    public List<PlacedLine> Pending { get; } = [];
    public List<PlacedLine> Notes { get; } = [];
    public double NoteSize => size * 0.8;
    public double Width { get; private set; }
    public double Height { get; }

    double Margin => size;

    /// <summary>Boxes that the official forms lack and reviews ask for, under the last: appraised, synthesised.</summary>
    static List<TemplateBox> WithSynthesis(IReadOnlyList<TemplateBox> boxes, List<IReadOnlyList<string>> edges, FlowCounts counts)
    {
        List<TemplateBox> all = [.. boxes];
        foreach (var id in (string[])["appraised", "synthesis"])
        {
            if (FlowBox.All.All(box => box.Drawn != id || counts.Total(box.Key) is null)) continue;
            var last = all.FindLast(box => box.Kind == "main" && box.Phase == "included")!;
            all.Add(new(id, "included", last.Column, "main", null, true, null, null));
            edges.Add([last.Id, id]);
        }
        return all;
    }

    /// <summary>A pair of boxes for each stage of screening in place of the one pair.</summary>
    List<TemplateBox> WithSteps(List<TemplateBox> boxes, List<IReadOnlyList<string>> edges, FlowCounts counts)
    {
        if (!options.StepsApart || counts.Steps.Count < 2) return boxes;
        var (main, side) = (boxes.FindIndex(box => box.Id == "db_screened"), boxes.FindIndex(box => box.Id == "db_excluded"));
        (boxes[main], boxes[side]) = (boxes[main] with { Step = 0 }, boxes[side] with { Step = 0 });
        var before = "db_screened";
        edges.RemoveAll(edge => edge[0] == "db_screened" && edge[1] == "db_sought");
        for (var step = 1; step < counts.Steps.Count; step++)
        {
            var (screened, excluded) = (string.Create(CultureInfo.InvariantCulture, $"db_screened-{step + 1}"), string.Create(CultureInfo.InvariantCulture, $"db_excluded-{step + 1}"));
            boxes.Add(boxes[main] with { Id = screened, Step = step });
            boxes.Add(boxes[side] with { Id = excluded, Step = step, SideOf = screened });
            edges.AddRange([[before, screened], [screened, excluded]]);
            before = screened;
        }
        edges.Add([before, "db_sought"]);
        return boxes;
    }

    // The rows of further stages of screening lie between the first and the next of the form.
    static double Row(TemplateBox box) => Rows[(box.SideOf ?? box.Id).Split('-')[0]] + (box.Step ?? 0) / 100.0;

    static string Slot(TemplateBox box) => $"{box.Column}.{box.Kind}";

    /// <summary>From left to right: phases, previous studies, databases, what leaves them, other methods, what leaves these.</summary>
    void PlaceColumns(FlowTemplate template)
    {
        var x = Margin + phaseWidth + size;
        foreach (var slot in (string[])["prev.main", "db.main", "db.side", "other.main", "other.side"])
        {
            if (!template.Boxes.Any(box => Slot(box) == slot)) continue;
            lefts[slot] = x;
            x += boxWidth + gap;
        }
        Width = x - gap + Margin;
    }

    double PlaceHeaders(FlowTemplate template)
    {
        var headers = new List<(string Column, double X, double Width, IReadOnlyList<string> Lines)>();
        foreach (var column in template.Headers.Keys)
        {
            var x = lefts[column + ".main"];
            var width = (lefts.GetValueOrDefault(column + ".side", x)) + boxWidth - x;
            headers.Add((column, x, width, LineBreaks.Wrap(labels.Header(template, column), width - 2 * pad, size, bold: true)));
        }
        var height = headers.Max(header => header.Lines.Count) * lineHeight + pad * 1.2;
        foreach (var (column, x, width, lines) in headers)
        {
            var fill = column == "db" ? options.HeaderFill : options.OptionalColumnFill;
            var first = Margin + (height - lines.Count * lineHeight) / 2;
            Frames.Add(new("header_" + column, "header", x, Margin, width, height, fill, [.. lines.Select((line, i) => new PlacedLine(line, x + width / 2, Baseline(first, i), null))]));
        }
        return Margin + height;
    }

    void PlaceRows(double y)
    {
        var byRow = shown.GroupBy(Row).OrderBy(row => row.Key).ToList();
        var phaseTop = y;
        foreach (var (i, row) in byRow.Index())
        {
            var phase = row.First().Phase;
            var isLast = i + 1 == byRow.Count || byRow[i + 1].First().Phase != phase;
            // The name of the phase has to find room beside its boxes.
            var least = isLast ? phaseTop + PhaseText(phase).Length - y : 0;
            foreach (var box in row) placed[box.Id] = Place(box, texts[box.Id], y, least);
            var height = row.Max(box => placed[box.Id].Height);
            if (isLast) Frames.Add(PlacePhase(phase, phaseTop, y + height - phaseTop));
            y += height + gap;
            if (isLast) phaseTop = y;
        }
    }

    PlacedBox Place(TemplateBox box, IReadOnlyList<BoxLine> texts, double y, double least)
    {
        var x = lefts[Slot(box)];
        var lines = new List<(string Text, double Indent, string? Key, bool IsBold)>();
        foreach (var (text, depth, key) in texts)
        {
            var indent = depth * size;
            var hang = depth > 0 ? size * 0.5 : 0;
            var isBold = options.BoldHeads && depth == 0;
            var wrapped = LineBreaks.Wrap(text, boxWidth - 2 * pad - indent, size, isBold, hang);
            lines.AddRange(wrapped.Select((line, i) => (line, indent + (i > 0 ? hang : 0), key, isBold)));
        }
        // Two lines at least: the boxes of a form look alike.
        var height = Math.Max(Math.Max(lines.Count, 2) * lineHeight + 2 * pad, least);
        var first = y + (height - lines.Count * lineHeight) / 2;
        var fill = box.Column == "db" ? "#ffffff" : options.OptionalColumnFill;
        return new(box.Id, "box", x, y, boxWidth, height, fill, [.. lines.Select((line, i) => new PlacedLine(line.Text, x + pad + line.Indent, Baseline(first, i), line.Key, line.IsBold))]);
    }

    /// <summary>A phase name runs upwards; a Chinese one stands, a character a line, as Chinese is set on spines.</summary>
    (string Text, bool IsUpright, double Length) PhaseText(string phase)
    {
        var text = labels["phase." + phase];
        var isUpright = Fold.HasHan(text);
        return (text, isUpright, pad + (isUpright ? text.Length * lineHeight : TextWidth.Of(text, size, bold: true)));
    }

    PlacedBox PlacePhase(string phase, double y, double height)
    {
        var (text, isUpright, length) = PhaseText(phase);
        var x = Margin + phaseWidth / 2;
        var first = y + (height - length + pad) / 2;
        IReadOnlyList<PlacedLine> lines = isUpright
            ? [.. text.Select((c, i) => new PlacedLine(c.ToString(), x, Baseline(first, i), null))]
            : [new(text, x, y + height / 2, "rotate")];
        return new("phase_" + phase, "phase", Margin, y, phaseWidth, height, options.PhaseFill, lines);
    }

    /// <summary>Right, down, or down and then sideways; the last point is the tip.</summary>
    static IReadOnlyList<Point> Arrow(PlacedBox from, PlacedBox to)
    {
        if (Math.Abs(from.Y - to.Y) < 0.01)
        {
            var y = from.Y + Math.Min(from.Height, to.Height) / 2;
            return [new(from.Right, y), new(to.X, y)];
        }
        if (Math.Abs(from.X - to.X) < 0.01) return [new(from.CentreX, from.Bottom), new(to.CentreX, to.Y)];
        return [new(from.CentreX, from.Bottom), new(from.CentreX, to.CentreY), new(from.X > to.X ? to.Right : to.X, to.CentreY)];
    }

    /// <returns>The lower edge of the last note.</returns>
    double PlaceNotes(FlowCounts counts, double y)
    {
        y += gap * 0.6;
        if (counts.RecordsAwaitingScreening + counts.ReportsAwaitingAssessment > 0)
            y = PlaceNote(Pending, string.Format(CultureInfo.InvariantCulture, labels["waiting"],
                Counting(counts.RecordsAwaitingScreening, "record"), Counting(counts.ReportsAwaitingAssessment, "report")), y, bold: true);
        var notes = new List<string>();
        // Not the official notes, and never left out: without it the column of other methods does not add up.
        if (counts.OtherDuplicates is > 0 and var duplicates)
            notes.Add(string.Format(CultureInfo.InvariantCulture, labels[duplicates == 1 ? "footnote.duplicate" : "footnote.duplicates"], duplicates));
        notes.AddRange(options.MoreNotes);
        var split = (Human: counts.Total("db_excluded.human"), Automation: counts.Total("db_excluded.automation"));
        var said = split is { Human: { } human, Automation: { } automation } ? string.Format(CultureInfo.InvariantCulture, labels["footnote.split"], human, automation) : null;
        // What the note asks for is printed in its place, and is no note that can be left out.
        if (options.Footnotes) notes.AddRange([labels["footnote.databases"], said ?? labels["footnote.automation"]]);
        else if (said is not null) notes.Add(said);
        if (options.Attribution) notes.Add(labels["attribution"]);
        foreach (var note in notes) y = PlaceNote(Notes, note, y, bold: false);
        return y;
    }

    double PlaceNote(List<PlacedLine> lines, string note, double y, bool bold)
    {
        foreach (var line in LineBreaks.Wrap(note, Width - 2 * Margin, NoteSize, bold))
        {
            lines.Add(new(line, Margin, y + NoteSize, null));
            y += NoteSize * 1.35;
        }
        return y;
    }

    string Counting(int n, string unit) => n.ToString(CultureInfo.InvariantCulture)
        + (labels.Language == Language.Zh ? "" : n == 1 ? " " + unit : $" {unit}s");

    // Latin capitals and Chinese characters alike stand in the middle when the baseline is .35 em under it.
    double Baseline(double top, int line) => top + line * lineHeight + lineHeight / 2 + size * 0.35;
}
