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
            "scopus-csv" => record.Ids.GetValueOrDefault("eid"),
            _ => null,
        };
    }
}
