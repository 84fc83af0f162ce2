using ReviewKit.Records;

namespace ReviewKit.Dedup;

/// <summary>A journal as some records call it.</summary>
/// <param name="Written">Names as written.</param>
/// <param name="Names">The same as they are compared.</param>
/// <param name="Serials">Numbers in the records themselves.</param>
sealed record CalledJournal(string[] Written, IReadOnlyList<JournalName> Names, string[] Serials)
{
    public int Records { get; set; }
}

/// <summary>Journals in all the ways in which records call them, each way once.</summary>
sealed class JournalList
{
    readonly Dictionary<string, int> places = new(StringComparer.Ordinal);
    readonly List<CalledJournal> journals = [];

    public IReadOnlyList<CalledJournal> All => journals;

    /// <returns>The place of the record's journal, and its names.</returns>
    public (int Place, IReadOnlyList<JournalName> Names) Add(Record record)
    {
        var (written, serials) = (JournalName.Written(record).ToArray(), JournalIdentities.Serials(record).Distinct(StringComparer.Ordinal).ToArray());
        var key = string.Join('\u001f', written) + '\u001e' + string.Join('\u001f', serials);
        if (!places.TryGetValue(key, out var place))
        {
            places[key] = place = journals.Count;
            journals.Add(new CalledJournal(written, [.. written.Select(JournalName.Of).OfType<JournalName>().DistinctBy(name => name.Letters)], serials));
        }
        journals[place].Records++;
        return (place, journals[place].Names);
    }
}
