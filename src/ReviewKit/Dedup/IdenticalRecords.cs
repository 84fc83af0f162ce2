using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using ReviewKit.Records;

namespace ReviewKit.Dedup;

/// <summary>Records alike in every field: one of them is compared in the place of all, and they share its group.</summary>
sealed class IdenticalRecords
{
    readonly List<CanonicalForm> first = [];
    readonly Dictionary<int, List<CanonicalForm>> copies = [];

    IdenticalRecords() { }

    public IReadOnlyList<CanonicalForm> Representatives => first;

    public IReadOnlyList<CanonicalForm> At(int position) => copies.TryGetValue(position, out var members) ? members : [first[position]];

    /// <summary>A record a person has parted from another stays alone here, so that it can be kept apart.</summary>
    public static IdenticalRecords Of(IReadOnlyList<CanonicalForm> ordered, IReadOnlyCollection<(string A, string B)> neverMerge)
    {
        var identical = new IdenticalRecords();
        var alone = neverMerge.SelectMany(pair => new[] { pair.A, pair.B }).ToHashSet(StringComparer.Ordinal);
        var byContent = new Dictionary<UInt128, int>();
        foreach (var form in ordered)
        {
            var content = alone.Contains(form.Id) ? null : form.Content;
            if (content is { } known && byContent.TryGetValue(known, out var position))
            {
                if (!identical.copies.TryGetValue(position, out var members)) identical.copies[position] = members = [identical.first[position]];
                members.Add(form);
                continue;
            }
            if (content is { } added) byContent[added] = identical.first.Count;
            identical.first.Add(form);
        }
        return identical;
    }

    /// <summary>The pairs as positions; ids that are not among the records are passed over.</summary>
    public HashSet<(int, int)> Positions(IReadOnlyCollection<(string A, string B)> pairs)
    {
        var positions = new HashSet<(int, int)>();
        if (pairs.Count == 0) return positions;
        var positionOf = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < first.Count; i++)
            foreach (var form in At(i)) positionOf[form.Id] = i;
        foreach (var (a, b) in pairs)
            if (positionOf.TryGetValue(a, out var x) && positionOf.TryGetValue(b, out var y) && x != y) positions.Add((x, y));
        return positions;
    }

    /// <summary>A hash of all that is compared; null without a title.</summary>
    public static UInt128? Content(Record record)
    {
        if (Missing.IsMissing(record.Title)) return null;
        var text = new StringBuilder();
        foreach (var value in Values(record)) text.Append(value).Append('\u001f');
        return BinaryPrimitives.ReadUInt128LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    static IEnumerable<string?> Values(Record record) =>
    [
        record.Type, record.Title, record.TranslatedTitle, record.Abstract, record.Date ?? record.Year?.ToString(System.Globalization.CultureInfo.InvariantCulture),
        record.Journal, record.Volume, record.Issue, record.Pages, record.FirstPage, record.ArticleNumber, record.Doi, record.Pmid, record.Pmcid,
        string.Join('\u001e', record.Authors.Select(author => author.Display)), string.Join('\u001e', record.Issn),
        string.Join('\u001e', record.Ids.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Key + "=" + pair.Value)),
    ];
}
