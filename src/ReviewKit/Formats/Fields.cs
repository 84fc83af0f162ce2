using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using ReviewKit.Records;

namespace ReviewKit.Formats;

/// <summary>Every place in a record that the tables of the formats point to.</summary>
static partial class Fields
{
    public static readonly Field Title = One("title", r => r.Title, (r, v) => r.Title = Plain(v));
    public static readonly Field TranslatedTitle = One("translatedTitle", r => r.TranslatedTitle, (r, v) => r.TranslatedTitle = Plain(v));
    public static readonly Field Abstract = Long("abstract", r => r.Abstract, (r, v) => r.Abstract = Unmarked(v));
    public static readonly Field TranslatedAbstract = Long("translatedAbstract", r => r.TranslatedAbstract, (r, v) => r.TranslatedAbstract = Unmarked(v));
    public static readonly Field Year = new("year", FieldKind.One, DateField.PutYear, r => r.Year is { } y ? [y.ToString(CultureInfo.InvariantCulture)] : []);
    public static readonly Field Date = new("date", FieldKind.One, DateField.Put, r => Some(r.Date));
    public static readonly Field Journal = One("journal", r => r.Journal, (r, v) => r.Journal = Plain(v));
    public static readonly Field TranslatedJournal = new("translatedJournal", FieldKind.One, (d, v) => PutByScript(d.Record.Journals, v), r => Ordered(r.Journals).Where(j => j != r.Journal));
    public static readonly Field Publisher = One("publisher", r => r.Publisher, (r, v) => r.Publisher = v);
    public static readonly Field Institution = One("institution", r => r.Institution, (r, v) => r.Institution = v);
    public static readonly Field Volume = One("volume", r => r.Volume, (r, v) => r.Volume = v);
    public static readonly Field Issue = One("issue", r => r.Issue, (r, v) => r.Issue = v);
    public static readonly Field Pages = One("pages", r => r.Pages, (r, v) => r.Pages = v);
    public static readonly Field FirstPage = One("firstPage", r => r.FirstPage, (r, v) => r.FirstPage = v);
    public static readonly Field LastPage = One("lastPage", r => r.LastPage, (r, v) => r.LastPage = v);
    public static readonly Field ArticleNumber = One("articleNumber", r => r.ArticleNumber, (r, v) => r.ArticleNumber = v);
    public static readonly Field Language = One("language", r => r.Language, (r, v) => r.Language = LanguageCode.Of(v));
    public static readonly Field Url = One("url", r => r.Url, (r, v) => r.Url = v.Contains("&amp;", StringComparison.Ordinal) ? v.Replace("&amp;", "&", StringComparison.Ordinal) : v);
    public static readonly Field TimesCited = new("timesCited", FieldKind.One, Identifiers.PutTimesCited, r => r.TimesCited is { } n ? [n.ToString(CultureInfo.InvariantCulture)] : []);
    public static readonly Field Doi = new("doi", FieldKind.One, Identifiers.PutDoi, r => Some(r.Doi));
    public static readonly Field Pmid = new("pmid", FieldKind.One, Identifiers.PutPmid, r => Some(r.Pmid));
    public static readonly Field Pmcid = new("pmcid", FieldKind.One, Identifiers.PutPmcid, r => Some(r.Pmcid));

    public static readonly Field DoiAmong = new("doi", FieldKind.List, Identifiers.PutDoiAmong, r => Some(r.Doi));
    public static readonly Field PubMedNumber = new("pmid", FieldKind.One, Identifiers.PutPubMedNumber, r => Some(r.Pmid ?? r.Pmcid));

    /// <summary>An accession number of any database: Web of Science's is known by its form.</summary>
    public static readonly Field Accession = new("accession", FieldKind.One, Identifiers.PutAccession, r => r.Ids.TryGetValue("ut", out var ut) ? [ut] : []);

    public static readonly Field Authors = Names("authors", r => r.Authors);
    public static readonly Field Editors = Names("editors", r => r.Editors);

    /// <summary>Authors written the way BibTeX does, still in LaTeX.</summary>
    public static readonly Field BibAuthors = new("authors", FieldKind.List, (d, v) => { d.Record.Authors.Add(NameParser.OfBibTeX(v)); return true; }, r => r.Authors.Select(LaTeXWriter.Name));

    public static readonly Field BibEditors = new("editors", FieldKind.List, (d, v) => { d.Record.Editors.Add(NameParser.OfBibTeX(v)); return true; }, r => r.Editors.Select(LaTeXWriter.Name));

    public static readonly Field Keywords = List("keywords", r => r.Keywords);
    public static readonly Field IndexKeywords = List("indexKeywords", r => r.IndexKeywords);
    public static readonly Field KeywordsPlus = List("keywordsPlus", r => r.KeywordsPlus);
    public static readonly Field TranslatedKeywords = new("translatedKeywords", FieldKind.List, PutTranslatedKeyword, r => Ordered(r.KeywordsByLanguage).Where(k => !k.SequenceEqual(r.Keywords)).SelectMany(k => k));
    public static readonly Field Affiliations = List("affiliations", r => r.Affiliations);
    public static readonly Field References = List("references", r => r.References);

    /// <summary>ISSNs and ISBNs, which most sources write in one field.</summary>
    public static readonly Field SerialNumber = new("issn", FieldKind.List, Identifiers.PutSerialNumber, r => r.Issn.Concat(r.Isbn));

    /// <summary>A title in another script: its language is the script's.</summary>
    public static readonly Field ScriptTitle = new("titles", FieldKind.One, (d, v) => PutByScript(d.Record.Titles, v), r => Ordered(r.Titles).Where(t => t != r.Title && t != r.TranslatedTitle));

    public static readonly Field ScriptAbstract = new("abstracts", FieldKind.Long, (d, v) => PutByScript(d.Record.Abstracts, v), r => Ordered(r.Abstracts).Where(a => a != r.Abstract && a != r.TranslatedAbstract));

    /// <summary>Notes stay where they are; the times cited that Scopus and Web of Science write into them are read.</summary>
    public static readonly Field Note = new("note", FieldKind.Long, Identifiers.PutNote, _ => []);

    /// <summary>What a table of ours keeps of the record beside its columns, as JSON.</summary>
    public static readonly Field Rest = new("rest", FieldKind.One, (d, v) => { d.Rest = v; return true; }, _ => []);

    /// <summary>Journal, year, volume, issue and pages in one text, used where no field of their own has them.</summary>
    public static readonly Field Citation = new("citation", FieldKind.One, CitationField.Put, _ => []);

    /// <summary>Authors of whom the source tells family and given name apart, as <see cref="NameParts"/> joins them.</summary>
    public static readonly Field AuthorParts = Parts("authors", r => r.Authors);

    public static readonly Field EditorParts = Parts("editors", r => r.Editors);

    /// <summary>Single fields in the order in which they are filled.</summary>
    public static readonly Field[] Order = [Year, Date, FirstPage, LastPage, Pages, Title];

    static readonly Dictionary<string, Field> Kept = [];

    /// <summary>An identifier under its name in <see cref="Record.Ids"/>.</summary>
    public static Field Id(string name) => Remembered("ids." + name, full => new Field(full, FieldKind.One,
        (d, v) => Identifiers.PutId(d, name, v), r => r.Ids.TryGetValue(name, out var id) ? [id] : []));

    /// <summary>Someone beside authors and editors, by the part played.</summary>
    public static Field Contributor(string role) => Remembered("contributors." + role, full => new Field(full, FieldKind.List, (d, v) =>
    {
        d.Record.Contributors.Add(new Contributor { Role = role, Name = NameParser.Of(v) });
        return true;
    }, r => r.Contributors.Where(c => c.Role == role).Select(c => c.Name.Display)));

    /// <summary>As <see cref="Contributor"/>, the name in parts.</summary>
    public static Field ContributorParts(string role) => Remembered("contributors." + role + ".parts", full => new Field(full, FieldKind.List, (d, v) =>
    {
        if (NameParts.Parse(v) is { } name) d.Record.Contributors.Add(new Contributor { Role = role, Name = name });
        return true;
    }, r => r.Contributors.Where(c => c.Role == role).Select(c => NameParts.Join(c.Name))));

    static Field Parts(string name, Func<Record, List<PersonName>> list) => new(name, FieldKind.List, (d, v) =>
    {
        if (NameParts.Parse(v) is { } person) list(d.Record).Add(person);
        return true;
    }, r => list(r).Select(NameParts.Join));

    static Field Remembered(string name, Func<string, Field> make)
    {
        lock (Kept) return Kept.TryGetValue(name, out var field) ? field : Kept[name] = make(name);
    }

    static Field One(string name, Func<Record, string?> get, Action<Record, string> set) => Single(name, FieldKind.One, get, set);

    static Field Long(string name, Func<Record, string?> get, Action<Record, string> set) => Single(name, FieldKind.Long, get, set);

    static Field Single(string name, FieldKind kind, Func<Record, string?> get, Action<Record, string> set) => new(name, kind, (d, v) =>
    {
        set(d.Record, v);
        return true;
    }, r => Some(get(r)));

    static Field List(string name, Func<Record, List<string>> list) => new(name, FieldKind.List, (d, v) =>
    {
        // Scopus repeats author keywords among the index keywords of one list.
        if (!list(d.Record).Contains(v)) list(d.Record).Add(v);
        return true;
    }, list);

    static Field Names(string name, Func<Record, List<PersonName>> list) => new(name, FieldKind.List, (d, v) =>
    {
        if (NameParser.SplitAffiliation(v) is var (affiliation, person))
        {
            d.Record.Affiliations.Add(affiliation);
            v = person;
        }
        list(d.Record).Add(NameParser.Of(v));
        // Zoological Record writes mail addresses behind names.
        return !v.Contains('@', StringComparison.Ordinal);
    }, r => list(r).Select(n => n.Display));

    static bool PutTranslatedKeyword(Draft draft, string value)
    {
        var language = LanguageCode.OfScript(value) ?? "en";
        if (!draft.Record.KeywordsByLanguage.TryGetValue(language, out var words)) draft.Record.KeywordsByLanguage[language] = words = [];
        if (!words.Contains(value)) words.Add(value);
        return true;
    }

    static bool PutByScript(Dictionary<string, string> texts, string value) => texts.TryAdd(LanguageCode.OfScript(value) ?? "en", value);

    static IEnumerable<T> Ordered<T>(Dictionary<string, T> byLanguage) => byLanguage.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => p.Value);

    static IEnumerable<string> Some(string? value) => value is null ? [] : [value];

    static string Plain(string text) => text.Contains('&', StringComparison.Ordinal) && Entity().IsMatch(text) ? WebUtility.HtmlDecode(text) : text;

    // CNKI marks an abstract taken from the text with <正>, and writes line ends as (#br).
    static string Unmarked(string text)
    {
        if (text.Length > 2 && text[0] is '<' or '＜') text = Blank.Trim(TextMark().Replace(text, ""));
        if (!text.Contains("(#br)", StringComparison.Ordinal)) return text;
        text = text.StartsWith("Abstract(#br)", StringComparison.Ordinal) ? text["Abstract(#br)".Length..] : text;
        return Blank.Trim(text.Replace("(#br)", "\n", StringComparison.Ordinal));
    }

    [GeneratedRegex(@"&(?:amp|lt|gt|quot|apos|nbsp|#\d+|#x[0-9a-fA-F]+);")]
    private static partial Regex Entity();

    [GeneratedRegex(@"^[<＜]正[>＞]\s*")]
    private static partial Regex TextMark();
}
