using ReviewKit.Records;
using ReviewKit.Text;

namespace ReviewKit.Formats;

/// <summary>A field that a written file does not hold as the records have it.</summary>
/// <param name="Field">As in docs/record.schema.json; a source's own field as "other.TAG".</param>
/// <param name="IsLeftOut">True when nothing of it is in the file; false when it is there, but is read back as something else.</param>
/// <param name="Records">In how many records.</param>
/// <param name="First">1-based place of the first such record among those written.</param>
public sealed record Loss(string Field, bool IsLeftOut, int Records, int First);

/// <summary>What was written, and what of it the file does not hold: found by reading each record back, not by a list of what the format could hold.</summary>
public sealed class Written
{
    static readonly Dictionary<string, int> Order = RecordFields.Names.Select((name, i) => (name, i)).ToDictionary(p => p.name, p => p.i);

    readonly Dictionary<(string Field, bool IsLeftOut), (int Records, int First)> _lost = [];

    public int Records { get; private set; }

    /// <summary>In the order of the record's fields, the sources' own fields last.</summary>
    public IReadOnlyList<Loss> Losses =>
        [.. _lost.Select(p => new Loss(p.Key.Field, p.Key.IsLeftOut, p.Value.Records, p.Value.First)).OrderBy(l => Order.GetValueOrDefault(l.Field, int.MaxValue)).ThenBy(l => l.Field, StringComparer.Ordinal).ThenBy(l => l.IsLeftOut)];

    /// <summary>The losses as sentences: what is left out, what is changed; none when the file holds everything.</summary>
    public IEnumerable<Message> Said()
    {
        foreach (var isLeftOut in (bool[])[true, false])
        {
            var fields = string.Join(", ", Losses.Where(l => l.IsLeftOut == isLeftOut).Select(l => FormattableString.Invariant($"{l.Field} ({l.Records})")));
            if (fields.Length == 0) continue;
            yield return isLeftOut ? new($"left out, in so many records: {fields}", $"未能写入（括号内为记录数）：{fields}")
                : new($"written, but read back differently, in so many records: {fields}", $"已写入，但读回时不同（括号内为记录数）：{fields}");
        }
    }

    internal void Add(Record record, Record readBack)
    {
        Records++;
        foreach (var key in RecordFields.Missing(record, readBack))
            _lost[key] = _lost.TryGetValue(key, out var lost) ? (lost.Records + 1, lost.First) : (1, Records);
    }

    /// <summary>Counts a record of which nothing is lost.</summary>
    internal void AddWhole() => Records++;
}
