using ReviewKit.Records;

namespace ReviewKit.Dedup;

/// <summary>Finds the records of one report: canonical form, blocking, comparison, score, conflicts, clusters.</summary>
public static class Deduplication
{
    // More questions than this share of the records are not answered by anyone.
    const double MostQuestions = 0.02;

    // Pairs judged at a time by one processor.
    const int Part = 1 << 14;

    /// <summary>Groups, links and questions among records.</summary>
    /// <param name="records">Each with an id of its own; their order does not matter. They are read once, one after the other, and not kept.</param>
    /// <param name="options">The cautious preset and no word of a person when absent.</param>
    public static DedupResult Of(IEnumerable<Record> records, DedupOptions? options = null)
    {
        options ??= new DedupOptions();
        var (all, reliability, identities) = Forms(records, options);
        var identical = IdenticalRecords.Of(all, options.NeverMerge);
        var forms = identical.Representatives;
        RepeatedTitles.Mark(forms);
        var frequencies = Frequencies.Of(forms);
        var judgements = Judgements(forms, frequencies, options.Preset);

        var parted = identical.Positions(options.NeverMerge);
        var clusters = new Clusters(forms.Count);
        foreach (var (a, b) in identical.Positions(options.Known).Order()) clusters.Join(a, b, (x, y) => !IsParted(x, y));
        foreach (var (a, b, _) in judgements.Where(judged => judged.Judgement.Outcome == Outcome.Merge).OrderByDescending(judged => judged.Judgement.Score).ThenBy(judged => (judged.A, judged.B)))
            clusters.Join(a, b, MayStandTogether);

        return new DedupResult(
            [.. Grouping.Of(clusters, identical, judgements)],
            Relations.Links(judgements, forms, clusters),
            Relations.Questions(judgements, forms, clusters, parted, (int)Math.Ceiling(all.Count * MostQuestions)),
            reliability.Notes,
            identities.Found());

        bool IsParted(int a, int b) => parted.Contains((a, b)) || parted.Contains((b, a));
        bool MayStandTogether(int a, int b) => !IsParted(a, b) && Judgement.Of(Comparison.Of(forms[a], forms[b]), frequencies, options.Preset).IsCompatible;
    }

    /// <summary>The records as they are compared, in the order of their ids. What is reliable and which journals are one is known only when all have been read.</summary>
    static (List<CanonicalForm>, FieldReliability, JournalIdentities) Forms(IEnumerable<Record> records, DedupOptions options)
    {
        var (pool, journals) = (new Pool(), new JournalList());
        var forms = records.Select(record => CanonicalForm.Of(record, pool, journals)).ToList();
        forms.Sort((a, b) => string.CompareOrdinal(a.Id, b.Id));
        var reliability = FieldReliability.Of(forms);
        var identities = JournalIdentities.Of(journals, options.Journals);
        var containers = journals.All.Select(identities.Container).ToArray();
        foreach (var form in forms)
        {
            form.Container = containers[form.Journal];
            form.Keep(reliability);
        }
        return (forms, reliability, identities);
    }

    /// <summary>Every pair worth more than nothing, in the order of positions however many processors worked.</summary>
    static List<Judged> Judgements(IReadOnlyList<CanonicalForm> forms, Frequencies frequencies, Preset preset)
    {
        var pairs = Blocking.Pairs(forms, frequencies);
        var parts = new List<Judged>[(pairs.Count + Part - 1) / Part];
        Parallel.For(0, parts.Length, part =>
        {
            var judgements = parts[part] = [];
            for (var i = part * Part; i < Math.Min((part + 1) * Part, pairs.Count); i++)
            {
                var (a, b) = pairs[i];
                var judgement = Judgement.Of(Comparison.Of(forms[a], forms[b]), frequencies, preset);
                if (judgement.Outcome != Outcome.Apart) judgements.Add(new Judged(a, b, judgement));
            }
        });
        return [.. parts.SelectMany(part => part)];
    }
}
