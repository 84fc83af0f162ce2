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
    public static IReadOnlyDictionary<string, string> Unique(IReadOnlyList<Record> records)
    {
        var names = new Dictionary<string, string>();
        foreach (var file in records.GroupBy(record => record.File))
        {
            var list = file.ToList();
            var own = list.ConvertAll(OwnId);
            var isRepeated = own.OfType<string>().GroupBy(id => id, StringComparer.Ordinal).Any(group => group.Count() > 1);
            for (var i = 0; i < list.Count; i++)
                names[list[i].Id] = own[i] is not { } id ? FormattableString.Invariant($"{file.Key}:{i + 1}") : isRepeated ? $"{file.Key}:{id}" : id;
        }
        return names;
    }
}
