using ReviewKit.Records;

namespace ReviewKit.Formats;

/// <summary>The id that a file itself gives to a record, by which group and link files name it.</summary>
public static class OwnIds
{
    /// <summary>A column ID or record_id, else RIS ID, PubMed's PMID, Web of Science's UT or Scopus's EID, each only in its own formats; null when the file has none.</summary>
    public static string? OwnId(Record record)
    {
        if (record.Ids.TryGetValue("id", out var id)) return id;
        return record.Format switch
        {
            "nbib" => record.Pmid,
            "wos-tagged" or "wos-tab" => record.Ids.GetValueOrDefault("ut"),
            // A workbook or data frame of either database has its columns.
            "xls" or "xlsx" or "bibliometrix" => record.Ids.GetValueOrDefault("ut") ?? record.Ids.GetValueOrDefault("eid"),
            "scopus-csv" => record.Ids.GetValueOrDefault("eid"),
            _ => null,
        };
    }

    /// <summary>A name for each record by its <see cref="Record.Id"/>: its own id, `file:ordinal` where it has none, `file:id` for a whole file in which an id occurs twice.</summary>
    /// <param name="records">In the order of their files, each file's records together.</param>
    public static IReadOnlyDictionary<string, string> Unique(IReadOnlyList<Record> records) => Unique(records.Select(record => (record.Id, record.File, OwnId(record))));

    /// <summary>The same for records that are not kept.</summary>
    /// <param name="records">Id, file and <see cref="OwnId"/> of each, in the order of their files.</param>
    public static IReadOnlyDictionary<string, string> Unique(IEnumerable<(string Id, string File, string? Own)> records)
    {
        var names = new Dictionary<string, string>();
        foreach (var file in records.GroupBy(record => record.File))
        {
            var isRepeated = file.Select(record => record.Own).OfType<string>().GroupBy(id => id, StringComparer.Ordinal).Any(group => group.Count() > 1);
            var ordinal = 0;
            foreach (var (id, _, own) in file)
            {
                ordinal++;
                names[id] = own is null ? FormattableString.Invariant($"{file.Key}:{ordinal}") : isRepeated ? $"{file.Key}:{own}" : own;
            }
        }
        return names;
    }
}
