using ReviewKit.Records;
using ReviewKit.Store;
using ReviewKit.Text;

namespace ReviewKit.Query;

/// <summary>The declared rules that are applied after the rounds. What a record does not say cannot fail it: only a missing abstract fails by absence.</summary>
public static class Criteria
{
    static readonly Dictionary<string, string[]> LanguageNames = new()
    {
        ["zh"] = ["zh", "chi", "zho", "chinese", "中文", "汉语", "中文(简体)", "zh-cn", "zh-tw", "zh-hans", "zh-hant"],
        ["en"] = ["en", "eng", "english", "英文", "英语", "en-us", "en-gb"],
    };

    /// <summary>True when the report fails the rule.</summary>
    /// <param name="criterion">The rule.</param>
    /// <param name="report">The merged record.</param>
    /// <param name="lists">The journal lists of a rule that requires one.</param>
    public static bool Fails(Criterion criterion, Record report, JournalLists? lists = null) => criterion.Require switch
    {
        "journal-list" => lists?.Of(report).IsListed == false,
        "abstract" => string.IsNullOrWhiteSpace(report.Abstract) && string.IsNullOrWhiteSpace(report.TranslatedAbstract) && report.Abstracts.Count == 0,
        "window" => IsOutside(report.Date ?? report.Year?.ToString(System.Globalization.CultureInfo.InvariantCulture), criterion.From, criterion.To),
        "language" => Languages(report) is { Count: > 0 } known && !known.Any(criterion.Languages.Contains),
        "type" => criterion.Exclude.Select(Fold.Term).Intersect(new[] { report.Type, report.SourceType }.OfType<string>().Select(Fold.Term)).Any(),
        _ => throw new ArgumentException($"no rule {criterion.Require}", nameof(criterion)),
    };

    /// <summary>Compared as far as both dates are known: 2010 is not before 2010-06-01.</summary>
    static bool IsOutside(string? date, string? from, string? to)
    {
        if (date is null) return false;
        if (from is not null && string.CompareOrdinal(date, 0, from, 0, Math.Min(date.Length, from.Length)) < 0) return true;
        return to is not null && string.CompareOrdinal(date, 0, to, 0, Math.Min(date.Length, to.Length)) > 0;
    }

    /// <summary>The languages of a report as zh, en or the source's own word; by the title's script where the source says nothing.</summary>
    public static IReadOnlyList<string> Languages(Record report)
    {
        if (string.IsNullOrWhiteSpace(report.Language)) return report.Title is { } title && Fold.HasHan(title) ? ["zh"] : [];
        return [.. report.Language.Split([';', '；', ',', '，', '/'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(Fold.Term)
            .Select(word => LanguageNames.FirstOrDefault(names => names.Value.Contains(word)).Key ?? word)];
    }
}
