using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using ReviewKit.Records;

namespace ReviewKit.Dedup;

/// <summary>Records alike in every field: one of them is compared in the place of all, and they share its group.</summary>
sealed class IdenticalRecords
{
    readonly List<List<Record>> classes;
    readonly Dictionary<string, int> positionOf = new(StringComparer.Ordinal);

    IdenticalRecords(List<List<Record>> classes)
    {
        this.classes = classes;
        for (var i = 0; i < classes.Count; i++)
            foreach (var record in classes[i]) positionOf[record.Id] = i;
    }

    public IEnumerable<Record> Representatives => classes.Select(members => members[0]);

    public IReadOnlyList<Record> At(int position) => classes[position];

    public int Count => classes.Count;

    /// <summary>A record a person has parted from another stays alone here, so that it can be kept apart.</summary>
    public static IdenticalRecords Of(IReadOnlyList<Record> ordered, IReadOnlyCollection<(string, string)> neverMerge)
    {
        var alone = neverMerge.SelectMany(pair => new[] { pair.Item1, pair.Item2 }).ToHashSet(StringComparer.Ordinal);
        var classes = new List<List<Record>>();
        var byContent = new Dictionary<UInt128, List<Record>>();
        foreach (var record in ordered)
        {
            var content = Content(record);
            if (content is { } known && !alone.Contains(record.Id) && byContent.TryGetValue(known, out var members))
            {
                members.Add(record);
                continue;
            }
            classes.Add([record]);
            if (content is { } added && !alone.Contains(record.Id)) byContent[added] = classes[^1];
        }
        return new IdenticalRecords(classes);
    }

    /// <summary>The pairs as positions; ids that are not among the records are passed over.</summary>
    public HashSet<(int, int)> Positions(IReadOnlyCollection<(string, string)> pairs)
    {
        var positions = new HashSet<(int, int)>();
        foreach (var (a, b) in pairs)
            if (positionOf.TryGetValue(a, out var x) && positionOf.TryGetValue(b, out var y) && x != y) positions.Add((x, y));
        return positions;
    }

    static UInt128? Content(Record record)
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
