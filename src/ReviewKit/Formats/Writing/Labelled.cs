using ReviewKit.Records;

namespace ReviewKit.Formats;

/// <summary>Fields for which RIS and EndNote have no tag, written into a custom field with their name before them: "Index Keywords: humans; adult".</summary>
/// <remarks>Other programs show the custom field as it is; ours knows the names and reads the fields back.</remarks>
static class Labelled
{
    static readonly (string Label, Field Field, Form Form)[] Labels =
    [
        ("Index Keywords", Fields.IndexKeywords, Form.SpacedSemicolons), ("Keywords Plus", Fields.KeywordsPlus, Form.SpacedSemicolons),
        ("Translated Title", Fields.TranslatedTitle, Form.Line), ("Translated Journal", Fields.TranslatedJournal, Form.Line),
        ("Translated Keywords", Fields.TranslatedKeywords, Form.SpacedSemicolons), ("Translated Abstract", Fields.TranslatedAbstract, Form.Line),
        ("Cited By", Fields.TimesCited, Form.Line), ("PMID", Fields.Pmid, Form.Line), ("PMCID", Fields.Pmcid, Form.Line), ("EID", Fields.Id("eid"), Form.Line), ("ID", Fields.Id("id"), Form.Line), ("CN", Fields.Id("cn"), Form.Line),
    ];

    public static readonly Field Field = new("labelled", FieldKind.List, Put, _ => []);

    /// <summary>The lines for a record, without the fields that the format has tags for.</summary>
    public static Func<Record, IEnumerable<string>> Except(params Func<Record, IEnumerable<string>>[] held) => record =>
    {
        var known = held.SelectMany(h => h(record)).ToHashSet();
        return Lines(record, known);
    };

    static IEnumerable<string> Lines(Record record, HashSet<string> known)
    {
        foreach (var (label, field, form) in Labels)
        {
            var values = field.Get(record).ToList();
            if (values.Count == 0 || (values.Count == 1 && known.Contains(values[0]))) continue;
            yield return $"{label}: {(field.Kind == FieldKind.List ? string.Join(form.Joiner, values) : values[0])}";
        }
    }

    static bool Put(Draft draft, string value)
    {
        var colon = value.IndexOf(": ", StringComparison.Ordinal);
        if (colon < 0) return false;
        var (_, field, form) = Array.Find(Labels, l => value.AsSpan(0, colon).SequenceEqual(l.Label));
        if (field is null) return false;
        var isWhole = true;
        foreach (var one in form.Split(value[(colon + 2)..])) isWhole &= field.Put(draft, one);
        return isWhole;
    }
}
