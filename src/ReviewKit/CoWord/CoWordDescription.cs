using System.Globalization;

namespace ReviewKit.CoWord;

/// <summary>What a reader needs to make a map again, in English: for the files that hold it.</summary>
static class CoWordDescription
{
    public static string Of(CoWordMap map)
    {
        var options = map.Options;
        var what = options.Words == MapWords.Keywords ? $" ({options.Fields})" : "";
        string[] sentences =
        [
            Invariant($"Network of {options.Words.Nodes.En}{what}, told apart by {(options.Identity == TermIdentity.Folded ? "folded form" : "all but case")}, linked by common {options.Words.Units.En}: {map.Index.RecordCount} {options.Words.Units.En}, {map.Index.RecordsWithTerms} of them counted."),
            Invariant($"{options.Counting} counting; minimum occurrences {options.MinimumOccurrences}{(options.MinimumShare > 0 ? $", minimum share {options.MinimumShare}" : "")}{(options.Top is { } top ? $", at most {top}" : "")}{(options.Thesaurus.Count > 0 ? $", {options.Thesaurus.Count} lines of a thesaurus" : "")}: {map.Terms.Count} of {map.Index.Terms.Count} {options.Words.Nodes.En}."),
            (options.Fields & KeywordFields.Text) == 0 ? "" : Invariant($"Words of texts: binary counting, the {options.Relevance:0.##} most relevant of them, {options.UserWords.Count} own words."),
            options.Network.Description,
            options.Circles == CircleRule.Coreness
                ? "Circles: core is the innermost k-core, second what else has at least half of its k, the rest is marginal."
                : "Circles: core is the tenth with the greatest total link strength, second the rest of the stronger half, then marginal.",
            options.Inputs.Count == 0 ? "" : $"Input: {string.Join("; ", options.Inputs.Select(input => $"{input.Name} sha256 {input.Sha256}"))}.",
        ];
        return string.Join(' ', sentences.Where(sentence => sentence.Length > 0));
    }

    static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
