using System.Net;
using System.Text.RegularExpressions;
using ReviewKit.Records;
using ReviewKit.Text;

namespace ReviewKit.Formats;

/// <summary>What follows from several fields together, the same for every format.</summary>
static partial class Finishing
{
    public static void Complete(Record record)
    {
        CompletePages(record);
        record.Doi ??= Identifiers.DoiOfUrl(record.Url);
        CompleteLanguages(record);
        CompleteIds(record);
        Authorship.Complete(record);
    }

    /// <summary>What can be told only when the source is known.</summary>
    public static void OfSource(Record record)
    {
        // Wanfang's EndNote file separates keywords by blanks.
        if (record.Source == "wanfang" && record.Keywords is [var all] && all.Contains(' ', StringComparison.Ordinal) && Fold.HasHan(all))
        {
            record.Keywords.Clear();
            record.Keywords.AddRange(all.Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct());
        }
        if (record.Source is "cnki" or "wanfang" or "vip" && record.Issue is not null) record.Issue = Form.Unpadded.Split(record.Issue).First();
        // Its own files do not name the database in DB, as ours do, which keep Keywords Plus apart.
        if (record.Source == "wos" && record.Format == "ris" && !record.Other.ContainsKey("DB")) MoveKeywordsPlus(record);
        if (record.Source == "scopus" && record.Format != "scopus-csv") UseLongProceedingsTitle(record);
    }

    // Scopus writes the title of the proceedings into T2 and its abbreviation into C3, which EndNote has the other way round.
    static void UseLongProceedingsTitle(Record record)
    {
        if (record.Type != "paper-conference" || !record.Other.TryGetValue("T2", out var titles) || titles is not [var title] || record.Journal is null) return;
        (record.Journal, titles[0]) = (title, record.Journal);
        record.Other.Remove("T2");
        record.AddOther("C3", titles[0]);
    }

    // Web of Science's RIS lists the author's keywords and then Keywords Plus, which are in capitals.
    static void MoveKeywordsPlus(Record record)
    {
        var first = record.Keywords.FindLastIndex(k => k.Any(char.IsLower)) + 1;
        record.KeywordsPlus.AddRange(record.Keywords.Skip(first));
        record.Keywords.RemoveRange(first, record.Keywords.Count - first);
    }

    static void CompletePages(Record record)
    {
        if (record.Pages is null)
        {
            // One page field may hold the whole range, as EndNote's SP does; CNKI writes it into RefWorks' OP.
            var only = record.FirstPage is null || record.LastPage is null ? record.FirstPage ?? record.LastPage : null;
            if (only is null && record.FirstPage is not null && Pages.Split(record.FirstPage).Last is null)
            {
                record.Pages = $"{record.FirstPage}-{record.LastPage}";
                // "101" and "12" are 101 to 112.
                if (Pages.Split(record.Pages) is { First: var first, Last: { } last } && first == record.FirstPage) record.LastPage = last;
                return;
            }
            record.Pages = only ?? record.FirstPage;
            if (record.Pages is null) return;
            (record.FirstPage, record.LastPage) = Pages.Split(record.Pages);
            return;
        }
        if (record.LastPage is not null) return;
        var (start, end) = Pages.Split(record.Pages);
        if (record.FirstPage is not null && record.FirstPage != start) return;
        (record.FirstPage, record.LastPage) = (start, end);
    }

    static void CompleteLanguages(Record record)
    {
        if (record.TranslatedTitle is null && record.TranslatedAbstract is null && record.KeywordsByLanguage.Count == 0) return;
        var own = (record.Title is null ? null : LanguageCode.OfScript(record.Title)) ?? (record.Language is { Length: 2 } code ? code : null);
        if (own is null) return;
        SideBySide(record.Titles, own, record.Title, record.TranslatedTitle);
        SideBySide(record.Abstracts, own, record.Abstract, record.TranslatedAbstract);
        if (record.KeywordsByLanguage.Count > 0 && record.Keywords.Count > 0) record.KeywordsByLanguage.TryAdd(own, [.. record.Keywords]);
    }

    static void SideBySide(Dictionary<string, string> texts, string language, string? text, string? translated)
    {
        if (text is null || translated is null) return;
        var other = LanguageCode.OfScript(translated) ?? "en";
        if (other == language) return;
        texts.TryAdd(language, text);
        texts.TryAdd(other, translated);
    }

    static void CompleteIds(Record record)
    {
        if (record.Url is not { Length: > 0 } url) return;
        AddId(record, "eid", ScopusUrl(), url);
        AddId(record, "ut", WosUrl(), url);
        if (url.Contains("cnki", StringComparison.OrdinalIgnoreCase)) AddId(record, "cnki", CnkiUrl(), url);
        if (url.Contains("wanfang", StringComparison.OrdinalIgnoreCase)) AddId(record, "wanfang", WanfangUrl(), url);
        if (record.Pmid is null && PubMedUrl().Match(url) is { Success: true } pmid) record.Pmid = pmid.Groups[1].Value;
    }

    static void AddId(Record record, string name, Regex pattern, string url)
    {
        if (pattern.Match(url) is { Success: true } match) record.Ids.TryAdd(name, WebUtility.UrlDecode(match.Groups[1].Value));
    }

    [GeneratedRegex(@"[?&]eid=(2-s2\.0-\d+)", RegexOptions.IgnoreCase)]
    private static partial Regex ScopusUrl();

    [GeneratedRegex(@"(?:webofscience\.com/\S*/|KeyUT=)(WOS:[A-Z0-9]+)", RegexOptions.IgnoreCase)]
    private static partial Regex WosUrl();

    // Until 2022 the address holds the file name, since then a token that stands for it.
    [GeneratedRegex(@"[?&](?:filename|v)=([^&\s]+)", RegexOptions.IgnoreCase)]
    private static partial Regex CnkiUrl();

    [GeneratedRegex(@"(?:[?&]id=|/Periodical_|/periodical/|/thesis/|/conference/)([A-Za-z0-9-]+)", RegexOptions.IgnoreCase)]
    private static partial Regex WanfangUrl();

    [GeneratedRegex(@"(?:pubmed\.ncbi\.nlm\.nih\.gov|ncbi\.nlm\.nih\.gov/pubmed)/(\d{1,8})")]
    private static partial Regex PubMedUrl();
}
