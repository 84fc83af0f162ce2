using ReviewKit.Records;

namespace ReviewKit.Formats;

/// <summary>Which database a record came from, by what it says of itself.</summary>
static class Origin
{
    /// <summary>Tags in which sources name themselves, the plainest first.</summary>
    static readonly string[] SelfNaming =
    [
        "DB", "DP", "DS", "%W", "%~", "Database Provider", "SrcDatabase", "OWN", "source", "database", "Database", "Source", "来源出版物", "数据库", "Archive", "remote-database-name", "remote-database-provider",
    ];

    static readonly (string Word, string Source)[] Names =
    [
        ("scopus", "scopus"), ("web of science", "wos"), ("clarivate", "wos"), ("cnki", "cnki"), ("知网", "cnki"), ("中国学术期刊", "cnki"), ("万方", "wanfang"), ("wanfang", "wanfang"),
        ("维普", "vip"), ("cqvip", "vip"), ("百度", "baidu"), ("baidu", "baidu"), ("pubmed", "pubmed"), ("medline", "pubmed"), ("embase", "embase"), ("psycinfo", "psycinfo"),
        ("psycarticles", "psycinfo"), ("proquest", "proquest"), ("ebsco", "ebsco"), ("ieee", "ieee"), ("jstor", "jstor"), ("eric", "eric"), ("cochrane", "cochrane"), ("sinomed", "sinomed"),
        ("openalex", "openalex"), ("dimensions", "dimensions"), ("crossref", "crossref"), ("cinahl", "cinahl"), ("cab abstracts", "cab"), ("nlm", "pubmed"), ("biosis", "biosis"), ("zoological record", "zoorec"), ("journals@ovid", "ovid"),
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
        ["pubmed-xml"] = "pubmed",
        ["cnki-es5"] = "cnki",
        ["cssci"] = "cssci",
        ["scopus-text"] = "scopus",
        ["cochrane"] = "cochrane",
        ["openalex-json"] = "openalex",
    };

    /// <returns>A short lower-case name; "other" when the record does not say.</returns>
    public static string Of(Record record, string? hint)
    {
        foreach (var tag in SelfNaming)
            if (record.Other.TryGetValue(tag, out var values) && ByName(values) is { } named) return named;
        if (record.Other.TryGetValue("UT", out var ut) && ut is [['C', 'N', 'K', 'I', ..]]) return "cnki";
        if (record.Other.TryGetValue("AN", out var an) && an is [['C', 'N', '-', '0', ..]]) return "cochrane";
        if (record.Ids.ContainsKey("ut")) return "wos";
        if (record.Ids.ContainsKey("eid")) return "scopus";
        if (ByFormat.TryGetValue(record.Format, out var source)) return source;
        if (record.Ids.ContainsKey("lens")) return "lens";
        if (record.Ids.ContainsKey("openalex")) return "openalex";
        if (record.Other.TryGetValue(TaggedLines.Untagged, out var before) && ByName(before) is { } preamble) return preamble;
        return hint ?? ByHost(record.Url) ?? "other";
    }

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
