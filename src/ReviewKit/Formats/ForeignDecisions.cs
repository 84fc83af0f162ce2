using System.Text.RegularExpressions;
using ReviewKit.Records;

namespace ReviewKit.Formats;

/// <summary>One reviewer's word on a record, read from what another screening tool wrote into the record.</summary>
/// <param name="Reviewer">As the tool names the person; null where it names nobody.</param>
/// <param name="Verdict">include, exclude or maybe.</param>
/// <param name="Reason">Why it was excluded, in the tool's words, several joined by "; "; null when none is given.</param>
/// <param name="Note">What else was said: the person's notes, labels.</param>
public sealed record ForeignDecision(string? Reviewer, string Verdict, string? Reason = null, string? Note = null);

/// <summary>Decisions of Rayyan, ASReview, Covidence and of plain tables, as they stand in the fields of an exported record.</summary>
public static partial class ForeignDecisions
{
    // ASReview's order of choice.
    static readonly string[] LabelColumns =
        ["asreview label", "included", "label", "final included", "label included", "included label", "included final", "included flag", "include"];

    static readonly string[] VerdictColumns = ["decision", "verdict", "screening decision", "inclusion decision", "判断", "筛选结果", "是否纳入", "纳入排除"];
    static readonly string[] ReasonColumns = ["exclusion reason", "exclusion reasons", "reason for exclusion", "reason excluded", "排除理由", "排除原因", "理由"];
    static readonly string[] ReviewerColumns = ["asreview user name", "asreview user email", "reviewer", "screener", "decided by", "筛选人", "评审人", "判断者"];
    static readonly string[] NoteColumns = ["asreview note", "asreview notes", "screening note", "筛选备注"];

    static readonly Dictionary<string, string> Words = new (string Verdict, string[] Words)[]
    {
        ("include", ["1", "1.0", "true", "relevant", "include", "included", "yes", "y", "纳入", "是"]),
        ("exclude", ["0", "0.0", "false", "irrelevant", "exclude", "excluded", "no", "n", "排除", "否"]),
        ("maybe", ["maybe", "unsure", "unclear", "undecided", "不确定", "待定"]),
    }.SelectMany(row => row.Words.Select(word => (word, row.Verdict))).ToDictionary(pair => pair.word, pair => pair.Verdict, StringComparer.OrdinalIgnoreCase);

    /// <summary>The decisions in a record, in the order they stand there; none for a record that was not labelled.</summary>
    public static IReadOnlyList<ForeignDecision> Of(Record record)
    {
        var texts = record.Other.Values.SelectMany(values => values).ToList();
        if (texts.Find(text => text.Contains("RAYYAN-INCLUSION", StringComparison.Ordinal)) is { } rayyan) return Rayyan(string.Join(" | ", texts.Where(text => RayyanPart().IsMatch(text)).Prepend(rayyan).Distinct()));
        var note = Value(record, NoteColumns) ?? AsReviewNote(texts);
        if (AsReviewWord(texts) is { } word) return [new ForeignDecision(Value(record, ReviewerColumns), word, null, note)];
        var verdict = LabelColumns.Concat(VerdictColumns).Select(column => Value(record, [column])).Select(Verdict).FirstOrDefault(found => found is not null);
        var reason = Value(record, ReasonColumns);
        if (verdict is null) return Covidence(record, texts);
        return [new ForeignDecision(Value(record, ReviewerColumns), verdict, verdict == "exclude" ? reason : null, verdict == "exclude" || reason is null ? note : string.Join("; ", new[] { note, reason }.OfType<string>()))];
    }

    static string? Verdict(string? text) => text is null ? null : Words.GetValueOrDefault(text.Trim());

    static string? Value(Record record, string[] columns)
    {
        foreach (var column in columns)
            foreach (var (tag, values) in record.Other)
                if (ColumnTable.Key(tag) == column && values.Find(value => !Blank.Is(value)) is { } value) return Blank.Trim(value);
        return null;
    }

    // Two labels that contradict each other leave the record open.
    static string? AsReviewWord(List<string> texts)
    {
        var labels = texts.SelectMany(text => AsReviewLabel().Matches(text)).Select(match => match.Groups[1].Value == "relevant" ? "include" : "exclude").Distinct().ToList();
        return labels.Count switch { 0 => null, 1 => labels[0], _ => "maybe" };
    }

    static string? AsReviewNote(List<string> texts) =>
        texts.Select(text => AsReviewNotePart().Match(text)).FirstOrDefault(match => match.Success)?.Groups[1].Value is { Length: > 0 } note and not "null" ? note : null;

    static List<ForeignDecision> Rayyan(string text)
    {
        // Web pages and RIS writers turn the arrow of Ruby into an entity.
        text = text.Replace("&gt;", ">", StringComparison.Ordinal).Replace("&quot;", "\"", StringComparison.Ordinal);
        var decisions = new List<ForeignDecision>();
        var reasons = Listed(RayyanReasons().Match(text));
        var labels = Listed(RayyanLabels().Match(text));
        var notes = RayyanNotes().Match(text);
        foreach (Match pair in RubyPair().Matches(RayyanInclusion().Match(text).Groups[1].Value))
        {
            if (Verdict(pair.Groups[2].Value) is not { } verdict) continue;
            var name = pair.Groups[1].Value;
            var said = RubyList().Matches(notes.Groups[1].Value).Where(list => list.Groups[1].Value == name)
                .SelectMany(list => RubyText().Matches(list.Groups[2].Value)).Select(match => match.Groups[1].Value.Replace("\\\"", "\"", StringComparison.Ordinal));
            var note = string.Join("; ", labels is null ? said : said.Append($"[{labels}]"));
            decisions.Add(new ForeignDecision(name, verdict, verdict == "exclude" ? reasons : null, note.Length > 0 ? note : null));
        }
        return decisions;
    }

    static string? Listed(Match match) =>
        match.Success && string.Join("; ", match.Groups[1].Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)) is { Length: > 0 } list ? list : null;

    // Covidence exports one status at a time and names it nowhere but in the reason of what was excluded.
    static IReadOnlyList<ForeignDecision> Covidence(Record record, List<string> texts)
    {
        if (!record.Other.Keys.Any(tag => tag.StartsWith("Covidence", StringComparison.OrdinalIgnoreCase)) && !texts.Exists(text => text.StartsWith("Exclusion reason:", StringComparison.OrdinalIgnoreCase))) return [];
        var reason = texts.Select(text => CovidenceReason().Match(text)).FirstOrDefault(match => match.Success);
        return reason is null ? [] : [new ForeignDecision(null, "exclude", Blank.Trim(reason.Groups[1].Value), Value(record, ["tags"]))];
    }

    [GeneratedRegex(@"ASReview_(relevant|irrelevant)\b", RegexOptions.IgnoreCase)]
    private static partial Regex AsReviewLabel();

    [GeneratedRegex(@"asreview_notes?:\s*""?([^""\n]*)""?", RegexOptions.IgnoreCase)]
    private static partial Regex AsReviewNotePart();

    [GeneratedRegex(@"\bRAYYAN-|\bUSER-NOTES:")]
    private static partial Regex RayyanPart();

    [GeneratedRegex(@"RAYYAN-INCLUSION:\s*\{((?:[^{}""]|""(?:[^""\\]|\\.)*"")*)\}")]
    private static partial Regex RayyanInclusion();

    [GeneratedRegex(@"RAYYAN-EXCLUSION-REASONS:\s*([^|]*)")]
    private static partial Regex RayyanReasons();

    [GeneratedRegex(@"RAYYAN-LABELS:\s*([^|]*)")]
    private static partial Regex RayyanLabels();

    [GeneratedRegex(@"USER-NOTES:\s*\{((?:[^{}""]|""(?:[^""\\]|\\.)*"")*)\}")]
    private static partial Regex RayyanNotes();

    [GeneratedRegex(@"""((?:[^""\\]|\\.)*)""\s*(?:=>|:)\s*""((?:[^""\\]|\\.)*)""")]
    private static partial Regex RubyPair();

    [GeneratedRegex(@"""((?:[^""\\]|\\.)*)""\s*(?:=>|:)\s*\[((?:[^\]""]|""(?:[^""\\]|\\.)*"")*)\]")]
    private static partial Regex RubyList();

    [GeneratedRegex(@"""((?:[^""\\]|\\.)*)""")]
    private static partial Regex RubyText();

    [GeneratedRegex(@"Exclusion reason:\s*([^;\n]+)", RegexOptions.IgnoreCase)]
    private static partial Regex CovidenceReason();
}
