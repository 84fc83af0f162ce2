using System.Text.RegularExpressions;
using ReviewKit.Records;
using ReviewKit.Store;
using ReviewKit.Text;

namespace ReviewKit.Screening;

/// <summary>Which report each file of a folder is the full text of: by an id or DOI in its name, the DOI or the title on its first pages, or the title in its name, as CNKI names its files.</summary>
public static partial class FullTextFiles
{
    // Shorter titles ("Smart cities", 智慧城市) stand on pages of other papers too.
    const int ShortestTitle = 20, ShortestHanTitle = 8;

    // The first page of a download may be a cover sheet; what comes later cites others.
    const int FirstPages = 2;

    const int FirstLetters = 6_000;

    /// <summary>Looks at every file; attaches nothing.</summary>
    /// <returns>In order of the paths.</returns>
    public static IReadOnlyList<FullTextFile> Match(Review review, string folder)
    {
        if (!Directory.Exists(folder)) throw new ReviewKitException($"{folder} is not there", $"找不到 {folder}");
        var reports = Candidates(review);
        var found = Directory.EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.Hidden | FileAttributes.System })
            .Where(path => Path.GetExtension(path).ToLowerInvariant() is ".pdf" or ".caj" or ".kdh" or ".nh" or ".txt").Order(StringComparer.Ordinal)
            .Select(path => Of(path, reports)).ToList();
        // Two files that say they are one report: a person must say which.
        var twice = found.Where(file => file.Report is not null).GroupBy(file => file.Report).Where(group => group.Select(file => FullText.Sha256(file.Path)).Distinct().Count() > 1).Select(group => group.Key).ToHashSet();
        return [.. found.Select(file => file.Report is not null && twice.Contains(file.Report) ? file with { Report = null, Why = new($"several files are {file.Report}", $"有多个文件对应 {file.Report}") } : file)];
    }

    sealed record Candidate(string Report, string OwnIds, string? Doi, IReadOnlyList<string> Titles, bool HasFile);

    static List<Candidate> Candidates(Review review)
    {
        var files = Retrieval.All(review).ToDictionary(row => row.Report, row => row.File, StringComparer.Ordinal);
        return [.. Reports.Groups(review).Where(group => files.ContainsKey(group[0].Id)).Select(group => (Id: group[0].Id, Report: MergedRecord.Of(group).Record, Members: group)).Select(group => new Candidate(group.Id,
            string.Join('\n', group.Members.Select(member => member.Id)), Doi.Key(group.Report.Doi),
            [.. group.Report.Titles.Values.Append(group.Report.Title).Append(group.Report.TranslatedTitle).OfType<string>().Select(Fold.Letters).Where(IsLong).Distinct()], files[group.Id] is not null))];
    }

    static bool IsLong(string letters) => letters.Length >= (Fold.HasHan(letters) ? ShortestHanTitle : ShortestTitle);

    static FullTextFile Of(string path, List<Candidate> reports)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        var named = name.Split([' ', '_', '-', '.'], StringSplitOptions.RemoveEmptyEntries);
        if (One(path, reports, report => report.OwnIds.Split('\n').Any(named.Contains), new("its name has the id", "文件名含编号")) is { } byId) return byId;
        // A slash cannot stand in a file name: 10.1000_182, 10.1000%2F182 and 10.1000-182 are all in use.
        var letters = Letters(name);
        if (One(path, reports, report => report.Doi is { } doi && letters.Contains(Letters(doi), StringComparison.Ordinal), new("its name has the DOI", "文件名含 DOI")) is { } byName) return byName;
        var (_, text, whyNot) = DocumentText.Of(path);
        var first = text is null ? "" : string.Join('\n', text.Split('\f').Take(FirstPages)) is var pages && pages.Length > FirstLetters ? pages[..FirstLetters] : pages;
        var dois = DoiPattern().Matches(first).Select(match => Doi.Key(match.Value)).OfType<string>().ToHashSet();
        if (One(path, reports, report => report.Doi is { } doi && dois.Contains(doi), new("the DOI is on its first pages", "首页有 DOI")) is { } byDoi) return byDoi;
        var (words, page) = (Fold.Letters(name), Fold.Letters(first));
        if (One(path, reports, report => report.Titles.Any(title => words.Contains(title, StringComparison.Ordinal)), new("its name is the title", "文件名为题名")) is { } byTitle) return byTitle;
        if (One(path, reports, report => report.Titles.Any(title => page.Contains(title, StringComparison.Ordinal)), new("the title is on its first pages", "首页有题名")) is { } onPage) return onPage;
        return new FullTextFile(path, null, whyNot ?? new("no report at full text has its DOI or title", "全文阶段没有题名或 DOI 与之相符的报告"));
    }

    /// <summary>null where no report fits. Of several that fit, the one whose title holds the others' is meant; else nobody can tell.</summary>
    static FullTextFile? One(string path, List<Candidate> reports, Func<Candidate, bool> fits, Message why)
    {
        var all = reports.FindAll(report => fits(report));
        if (all.Count > 1 && all.MaxBy(report => report.Titles.Select(title => title.Length).DefaultIfEmpty().Max()) is { } longest && all.TrueForAll(other => other == longest || other.Titles.All(title => longest.Titles.Any(own => own != title && own.Contains(title, StringComparison.Ordinal)))))
            all = [longest];
        return all.Count switch
        {
            0 => null,
            1 => new FullTextFile(path, all[0].Report, why) { IsAttached = all[0].HasFile },
            _ => new FullTextFile(path, null, new($"{why.En}, but of {all.Count} reports: {string.Join(", ", all.Select(report => report.Report).Take(5))}", $"{why.Zh}，但有 {all.Count} 篇报告相符：{string.Join("、", all.Select(report => report.Report).Take(5))}")),
        };
    }

    static string Letters(string text) => string.Concat(Uri.UnescapeDataString(text).ToLowerInvariant().Where(char.IsLetterOrDigit));

    [GeneratedRegex(@"10\.\d{4,9}/[^\s""'<>，。；]+")]
    private static partial Regex DoiPattern();
}

/// <summary>A file, and the report it is the full text of.</summary>
/// <param name="Report">null where it is not certain.</param>
/// <param name="Why">What says so, or why it is not certain.</param>
public sealed record FullTextFile(string Path, string? Report, Message Why)
{
    /// <summary>The report has a file already, which stays.</summary>
    public bool IsAttached { get; init; }
}
