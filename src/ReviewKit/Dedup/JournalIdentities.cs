using ReviewKit.Records;
using ReviewKit.Text;

namespace ReviewKit.Dedup;

/// <summary>Which serial a journal's name stands for, learned from the records that give several names or a number: so a Chinese name meets its English one in records that have only either.</summary>
sealed class JournalIdentities
{
    // A name that stands with more serials than print, online and CN number of one journal is a series' or a mistake.
    const int MostSerials = 3;

    readonly Dictionary<string, SortedSet<string>> serialsOf = new(StringComparer.Ordinal);

    public static JournalIdentities Of(IEnumerable<Record> records)
    {
        var identities = new JournalIdentities();
        foreach (var record in records)
        {
            var names = Names(record);
            if (names.Count == 0) continue;
            var serials = Container.SerialsOf(record).Concat(names.Where(Fold.HasHan).Select(name => "zh:" + name)).ToList();
            foreach (var name in names)
            {
                if (!identities.serialsOf.TryGetValue(name, out var known)) identities.serialsOf[name] = known = new(StringComparer.Ordinal);
                known.UnionWith(serials);
            }
        }
        return identities;
    }

    /// <summary>The record's own serials and those its names stand for.</summary>
    public IReadOnlyList<string> Serials(Record record)
    {
        var serials = new SortedSet<string>(Container.SerialsOf(record), StringComparer.Ordinal);
        foreach (var name in Names(record))
            if (serialsOf.TryGetValue(name, out var known) && known.Count(serial => !serial.StartsWith("zh:", StringComparison.Ordinal)) <= MostSerials) serials.UnionWith(known);
        return [.. serials];
    }

    static List<string> Names(Record record) =>
        [.. record.Journals.Values.Append(record.Journal).Where(name => !Missing.IsMissing(name)).Select(name => Fold.Letters(name!)).Distinct(StringComparer.Ordinal)];
}
