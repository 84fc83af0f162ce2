using ReviewKit.Records;

namespace ReviewKit.Dedup;

/// <summary>Finds the records of one report: canonical form, blocking, comparison, score, conflicts, clusters.</summary>
public static class Deduplication
{
    // More questions than this share of the records are not answered by anyone.
    const double MostQuestions = 0.02;

    /// <summary>Groups, links and questions among records.</summary>
    /// <param name="records">Each with an id of its own; their order does not matter.</param>
    /// <param name="options">The cautious preset and no word of a person when absent.</param>
    public static DedupResult Of(IReadOnlyList<Record> records, DedupOptions? options = null)
    {
        options ??= new DedupOptions();
        var ordered = records.OrderBy(record => record.Id, StringComparer.Ordinal).ToList();
        var reliability = FieldReliability.Of(ordered);
        var identities = JournalIdentities.Of(ordered, options.Journals);
        var identical = IdenticalRecords.Of(ordered, options.NeverMerge);
        var forms = identical.Representatives.Select(record => CanonicalForm.Of(record, reliability, identities)).ToList();
        RepeatedTitles.Mark(forms);
        var frequencies = Frequencies.Of(forms);
        var judgements = Blocking.Pairs(forms, frequencies)
            .Select(pair => (pair.A, pair.B, Judgement: Judgement.Of(Comparison.Of(forms[pair.A], forms[pair.B]), frequencies, options.Preset)))
            .Where(judged => judged.Judgement.Outcome != Outcome.Apart).ToList();

        var parted = identical.Positions(options.NeverMerge);
        var clusters = new Clusters(forms.Count);
        foreach (var (a, b) in identical.Positions(options.Known)) clusters.Join(a, b, (_, _) => true);
        foreach (var (a, b, _) in judgements.Where(judged => judged.Judgement.Outcome == Outcome.Merge).OrderByDescending(judged => judged.Judgement.Score).ThenBy(judged => (judged.A, judged.B)))
            clusters.Join(a, b, MayStandTogether);

        return new DedupResult(
            [.. Grouping.Of(clusters, forms, identical, judgements)],
            Relations.Links(judgements, clusters),
            Relations.Questions(judgements, clusters, parted, (int)Math.Ceiling(records.Count * MostQuestions)),
            reliability.Notes,
            identities.Found());

        bool MayStandTogether(int a, int b) =>
            !parted.Contains((a, b)) && !parted.Contains((b, a)) && Judgement.Of(Comparison.Of(forms[a], forms[b]), frequencies, options.Preset).IsCompatible;
    }
}
