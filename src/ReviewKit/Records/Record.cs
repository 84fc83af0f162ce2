using System.Diagnostics;
using System.Text.Json.Serialization;

namespace ReviewKit.Records;

/// <summary>What one database returned for one report; layout and key names as in docs/record.schema.json.</summary>
/// <remarks>Filled once by a reader and then only read. Absent is null or an empty list, never "" or "NA". The lists have setters because the JSON reader would else leave absent ones null.</remarks>
[DebuggerDisplay("{Id} {Year} {Title}")]
public sealed class Record
{
    /// <summary>ReviewKit's own id; empty until the record is stored (<see cref="RecordId"/>).</summary>
    public string Id { get; set; } = "";

    /// <summary>scopus, wos, cnki, wanfang, vip, baidu, pubmed, embase, …, other.</summary>
    public string Source { get; set; } = "other";

    /// <summary>A CSL type: article-journal, paper-conference, thesis, book, chapter, report, patent, standard, article-newspaper, …; absent when the source does not say.</summary>
    public string? Type { get; set; }

    /// <summary>The source's own word for the type.</summary>
    public string? SourceType { get; set; }

    public string? Title { get; set; }
    public string? TranslatedTitle { get; set; }

    /// <summary>Titles by language (BCP 47: zh, en, …) where the source says which is which.</summary>
    public Dictionary<string, string> Titles { get; set; } = [];

    public string? Abstract { get; set; }
    public string? TranslatedAbstract { get; set; }
    public Dictionary<string, string> Abstracts { get; set; } = [];

    /// <summary>The authors' keywords, each one term, in the source's order.</summary>
    public List<string> Keywords { get; set; } = [];

    public List<string> IndexKeywords { get; set; } = [];
    public List<string> KeywordsPlus { get; set; } = [];
    public Dictionary<string, List<string>> KeywordsByLanguage { get; set; } = [];

    public List<PersonName> Authors { get; set; } = [];
    public List<PersonName> Editors { get; set; } = [];
    public List<Contributor> Contributors { get; set; } = [];

    public int? Year { get; set; }

    /// <summary>ISO date as far as it is known: 2021, 2021-01 or 2021-01-18.</summary>
    public string? Date { get; set; }

    /// <summary>Journal or other container: proceedings, book, newspaper.</summary>
    public string? Journal { get; set; }

    public Dictionary<string, string> Journals { get; set; } = [];
    public string? Publisher { get; set; }

    /// <summary>Of a thesis or report: the university or body.</summary>
    public string? Institution { get; set; }

    public string? Volume { get; set; }
    public string? Issue { get; set; }

    /// <summary>Pages as the source writes them: "1106-1111+1117".</summary>
    public string? Pages { get; set; }

    public string? FirstPage { get; set; }
    public string? LastPage { get; set; }
    public string? ArticleNumber { get; set; }

    /// <summary>Bare DOI, no resolver prefix, as <see cref="Records.Doi.Parse"/> leaves it.</summary>
    public string? Doi { get; set; }

    /// <summary>ISSN and eISSN, hyphenated where well formed.</summary>
    public List<string> Issn { get; set; } = [];

    public List<string> Isbn { get; set; } = [];
    public string? Pmid { get; set; }
    public string? Pmcid { get; set; }

    /// <summary>Other identifiers by name: ut, eid, cnki (file name), wanfang, cn (刊号), lens, openalex, ….</summary>
    public Dictionary<string, string> Ids { get; set; } = [];

    public string? Language { get; set; }
    public string? Url { get; set; }
    public List<string> Affiliations { get; set; } = [];
    public List<string> References { get; set; } = [];
    public int? TimesCited { get; set; }

    /// <summary>Every field of the source without a place above, by the source's own tag, values in order.</summary>
    public Dictionary<string, List<string>> Other { get; set; } = [];

    /// <summary>Where it was read: file name as given, first line (1-based), encoding name, format name.</summary>
    public string File { get; set; } = "";

    public int Line { get; set; }
    public string Encoding { get; set; } = "";
    public string Format { get; set; } = "";

    /// <summary>What people said of its fields in a review; never part of the stored record.</summary>
    [JsonIgnore]
    public IReadOnlyList<Pin> Pins { get; set; } = [];

    /// <summary>What open interfaces say of fields that the sources of a review leave empty; never part of the stored record.</summary>
    [JsonIgnore]
    public IReadOnlyList<Pin> Fills { get; set; } = [];

    /// <summary>Adds a value the source has no place for here.</summary>
    public void AddOther(string tag, string value)
    {
        if (!Other.TryGetValue(tag, out var values)) Other[tag] = values = [];
        values.Add(value);
    }
}
