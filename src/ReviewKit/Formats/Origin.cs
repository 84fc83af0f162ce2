using ReviewKit.Records;

namespace ReviewKit.Formats;

/// <summary>Which database a record came from, by what it says of itself.</summary>
static class Origin
{
    /// <summary>Tags in which sources name themselves, the plainest first.</summary>
    static readonly string[] SelfNaming =
    [
        "DB", "DP", "DS", "%W", "%~", "Database Provider", "SrcDatabase", "OWN", "source", "database", "Database", "Source", "来源出版物", "数据库", "Archive", "remote-database-name",
    ];

    // The first word for a source is the one by which we name it in files we write.
    static readonly (string Word, string Source)[] Names =
    [
        ("Scopus", "scopus"), ("Web of Science", "wos"), ("Clarivate", "wos"), ("CNKI", "cnki"), ("知网", "cnki"), ("中国学术期刊", "cnki"), ("万方", "wanfang"), ("Wanfang", "wanfang"),
        ("维普", "vip"), ("cqvip", "vip"), ("百度", "baidu"), ("Baidu", "baidu"), ("PubMed", "pubmed"), ("MEDLINE", "pubmed"), ("Embase", "embase"), ("PsycInfo", "psycinfo"),
        ("PsycArticles", "psycinfo"), ("ProQuest", "proquest"), ("EBSCO", "ebsco"), ("IEEE", "ieee"), ("JSTOR", "jstor"), ("ERIC", "eric"), ("Cochrane", "cochrane"), ("SinoMed", "sinomed"),
        ("OpenAlex", "openalex"), ("Dimensions", "dimensions"), ("Crossref", "crossref"), ("CINAHL", "cinahl"), ("CAB Abstracts", "cab"),
        ("Lens.org", "lens"), ("Europe PMC", "europepmc"), ("ScienceDirect", "sciencedirect"),
    ];

    static readonly (string Host, string Source)[] Hosts =
    [
        ("scopus.com/", "scopus"), ("webofscience.com/", "wos"), ("isiknowledge.com/", "wos"), ("cnki.", "cnki"), ("wanfangdata.com", "wanfang"), ("cqvip.com/", "vip"),
        ("xueshu.baidu.com/", "baidu"), ("pubmed.ncbi.nlm.nih.gov/", "pubmed"), ("ncbi.nlm.nih.gov/pubmed/", "pubmed"), ("embase.com/", "embase"), ("sciencedirect.com/", "sciencedirect"),
        ("search.proquest.com/", "proquest"), ("www.proquest.com/", "proquest"), ("ebscohost.com/", "ebsco"), ("ieeexplore.ieee.org/", "ieee"), ("jstor.org/", "jstor"),
        ("eric.ed.gov/", "eric"), ("europepmc.org/", "europepmc"), ("openalex.org/", "openalex"), ("lens.org/", "lens"),
    ];

    static readonly Dictionary<string, string> ByFormat = new()
    {
        ["scopus-csv"] = "scopus",
        ["wos-tagged"] = "wos",
        ["wos-tab"] = "wos",
        ["cnki-custom"] = "cnki",
        ["cnki-estudy"] = "cnki",
        ["nbib"] = "pubmed",
    };

    /// <returns>A short lower-case name; "other" when the record does not say.</returns>
    public static string Of(Record record, string? hint)
    {
        foreach (var tag in SelfNaming)
            if (record.Other.TryGetValue(tag, out var values) && ByName(values) is { } named) return named;
        // "CNKI:0" of programs that make Web of Science's format of CNKI's, and the like of our own.
        if (record.Other.TryGetValue("UT", out var ut) && ut is [var number] && number.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon
            && number[..colon].ToLowerInvariant() is var before && Array.Exists(Names, n => n.Source == before)) return before;
        if (record.Ids.ContainsKey("ut")) return "wos";
        if (record.Ids.ContainsKey("eid")) return "scopus";
        if (ByFormat.TryGetValue(record.Format, out var source)) return source;
        if (record.Ids.ContainsKey("lens")) return "lens";
        if (record.Ids.ContainsKey("openalex")) return "openalex";
        if (record.Other.TryGetValue(TaggedLines.Untagged, out var stray) && ByName(stray) is { } preamble) return preamble;
        return hint ?? ByHost(record.Url) ?? "other";
    }

    /// <summary>The name by which a source is written into a file and recognised again.</summary>
    public static string NameOf(string source) => Array.Find(Names, n => n.Source == source).Word ?? source;

    static string? ByName(List<string> values)
    {
        foreach (var value in values)
        {
            foreach (var (word, source) in Names)
                if (value.Length < 120 && IsNamed(value, word)) return source;
        }
        return null;
    }

    // "American" holds "eric": a name in Latin letters is a word of its own.
    static bool IsNamed(string value, string word)
    {
        var at = value.IndexOf(word, StringComparison.OrdinalIgnoreCase);
        if (at < 0) return false;
        var end = at + word.Length;
        return !char.IsAsciiLetter(word[0]) || ((at == 0 || !char.IsAsciiLetter(value[at - 1])) && (end == value.Length || !char.IsAsciiLetter(value[end])));
    }

    static string? ByHost(string? url)
    {
        if (url is null) return null;
        foreach (var (host, source) in Hosts)
            if (url.Contains(host, StringComparison.OrdinalIgnoreCase)) return source;
        return null;
    }
}
