namespace ReviewKit.Dedup;

/// <summary>Numbers that a database gives each of its own records: two of them are two records there, which a shared title does not make one.</summary>
static class OwnIds
{
    // Since 2022 addresses of CNKI hold a token, another one every time, in place of the file name.
    const int LongestFileName = 24;

    /// <summary>True when a database gave the two sides a number each and none in common.</summary>
    public static bool Differ(string[] a, string[] b) =>
        !a.Intersect(b, StringComparer.Ordinal).Any() && Array.Exists(a, id => Database(id) is { } database && Array.Exists(b, other => Database(other) == database));

    /// <summary>eid, pmid, cnki, or of Web of Science the collection ("ut:wos"), since one report has a number in each; null for ids that databases take from elsewhere.</summary>
    static string? Database(string id) => id.Split(':') switch
    {
        ["eid", _] => "eid",
        ["pmid", _] => "pmid",
        ["cnki", { Length: <= LongestFileName }] => "cnki",
        ["ut", var collection, _] => "ut:" + collection,
        _ => null,
    };
}
