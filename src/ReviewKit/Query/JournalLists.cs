using System.Globalization;
using System.Text.RegularExpressions;
using CsvHelper;
using ReviewKit.Records;
using ReviewKit.Text;

namespace ReviewKit.Query;

/// <summary>
/// Lists of journals with their editions, such as CSSCI or the core journals of Peking University: whether a report appeared in a listed journal,
/// by the edition in force in its year. What cannot be told is said to be unknown, and never fails.
/// </summary>
public sealed partial class JournalLists
{
    /// <summary>Columns of a list file, and other words for them. One row is one journal of one edition; from and to are years, open where empty.</summary>
    public static readonly IReadOnlyList<(string Column, string[] Also)> Columns =
    [
        ("list", ["名录", "列表", "来源"]), ("edition", ["版本", "版"]), ("from", ["起", "起始年", "开始"]), ("to", ["止", "终止年", "结束"]),
        ("title", ["journal", "刊名", "期刊", "期刊名称", "题名"]), ("issn", ["国际刊号"]), ("cn", ["国内刊号", "cn号"]),
    ];

    static readonly HashSet<string> InJournals = ["article-journal", "article", "review", "article-magazine", "article-newspaper", "newspaper-article", "magazine-article"];

    readonly List<Edition> editions = [];
    readonly Dictionary<string, string[]> known = new(StringComparer.Ordinal);

    /// <param name="List">The list it is an edition of.</param>
    /// <param name="Numbers">ISSNs and CN numbers.</param>
    sealed record Edition(string List, string Name, int From, int To, HashSet<string> Numbers, Dictionary<string, HashSet<string>> Titles);

    /// <param name="files">Name as messages call it, and text.</param>
    /// <param name="journals">Names, ISSNs and CN numbers of one journal each, as far as they are known from elsewhere.</param>
    /// <exception cref="ReviewKitException">A column or value that is missing or wrong: names file and line.</exception>
    public static JournalLists Read(IEnumerable<(string Name, string Text)> files, IEnumerable<IReadOnlyList<string>>? journals = null)
    {
        var lists = new JournalLists();
        foreach (var (name, text) in files) lists.Add(name, text);
        foreach (var called in journals ?? [])
        {
            string[] keys = [.. called.Select(word => Number(word) ?? Fold.Letters(word)).Where(key => key.Length > 0).Distinct()];
            foreach (var key in keys) lists.known[key] = [.. lists.known.GetValueOrDefault(key, []), .. keys];
        }
        return lists;
    }

    void Add(string name, string text)
    {
        using var csv = CsvReader.FromText(text, new CsvReaderOptions { Separator = ',', TrackLineNumbers = true, MissingField = CsvMissingFieldHandling.ReturnEmpty, FieldCountMismatch = CsvFieldCountHandling.Allow });
        var header = csv.Headers.Select(column => column.Trim().ToLowerInvariant()).ToList();
        var at = Columns.ToDictionary(column => column.Column, column => header.FindIndex(head => head == column.Column || column.Also.Contains(head)));
        if (at["title"] < 0)
            throw new ReviewKitException($"{name}:1: no column title; expected {string.Join(',', Columns.Select(column => column.Column))}", $"{name}:1：缺少列 title（刊名）；应有 {string.Join(',', Columns.Select(column => column.Column))}");
        while (csv.Read())
        {
            string Cell(string column) => at[column] >= 0 && at[column] < csv.FieldCount ? csv.GetString(at[column]).Trim() : "";
            var (title, number) = (Cell("title"), Cell("issn"));
            if (title.Length == 0 && number.Length == 0 && Cell("cn").Length == 0) continue;
            Row(Cell("list") is { Length: > 0 } list ? list : Path.GetFileNameWithoutExtension(name), Cell("edition"), Year(Cell("from"), 0, name, csv.LineNumber), Year(Cell("to"), int.MaxValue, name, csv.LineNumber),
                title, [.. Issn.ParseAll(number).Select(issn => issn.ToLowerInvariant()), .. Number(Cell("cn")) is { } cn ? (string[])[cn] : []]);
        }
    }

    void Row(string list, string name, int from, int to, string title, string[] numbers)
    {
        var edition = editions.Find(known => known.List == list && known.Name == name && known.From == from && known.To == to);
        if (edition is null) editions.Add(edition = new Edition(list, name, from, to, [], new(StringComparer.Ordinal)));
        edition.Numbers.UnionWith(numbers);
        if (Fold.Letters(title) is not { Length: > 0 } letters) return;
        if (!edition.Titles.TryGetValue(letters, out var own)) edition.Titles[letters] = own = [];
        own.UnionWith(numbers);
    }

    static int Year(string cell, int open, string name, long line)
    {
        if (cell.Length == 0) return open;
        return cell.Length >= 4 && int.TryParse(cell.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            ? year
            : throw new ReviewKitException($"{name}:{line}: \"{cell}\" is no year", $"{name}:{line}：“{cell}”不是年份");
    }

    /// <summary>Whether a report's journal is on one of the lists.</summary>
    public JournalStanding Of(Record report)
    {
        if (report.Type is { Length: > 0 } type && !InJournals.Contains(type)) return new(null, new($"{type}, not in a journal", $"{type}，非期刊文献"));
        string[] titles = [.. report.Journals.Values.Prepend(report.Journal).OfType<string>().SelectMany(name => Parts().Split(name)).Select(Fold.Letters).Where(name => name.Length > 0).Distinct()];
        string[] numbers = [.. report.Issn.Select(issn => issn.ToLowerInvariant()), .. report.Ids.TryGetValue("cn", out var cn) && Number(cn) is { } own ? (string[])[own] : []];
        if (titles.Length + numbers.Length == 0) return new(null, new("no journal is named", "未注明期刊"));
        if (report.Year is not { } year) return new(null, new("no year is named", "未注明年份"));
        string[] all = [.. titles.Concat(numbers).SelectMany(key => known.GetValueOrDefault(key, [key])).Concat(titles).Concat(numbers).Distinct()];
        var (inForce, doubtful) = (editions.Where(edition => edition.From <= year && year <= edition.To).ToList(), (string?)null);
        foreach (var edition in inForce)
        {
            if (all.Any(edition.Numbers.Contains)) return new(true, Name(edition));
            foreach (var title in all)
            {
                if (!edition.Titles.TryGetValue(title, out var others)) continue;
                // Journals of one name have different numbers; a print and an online ISSN differ too, and only a person can tell.
                if (!others.Any(other => all.Any(key => IsNumber(key) && IsCn(key) == IsCn(other)))) return new(true, Name(edition));
                doubtful ??= edition.List;
            }
        }
        if (doubtful is not null) return new(null, new($"{doubtful} has a journal of this name with another ISSN", $"{doubtful} 中有同名期刊，但刊号不同"));
        return editions.Select(edition => edition.List).Distinct().FirstOrDefault(list => !inForce.Exists(edition => edition.List == list)) is { } silent
            ? new(null, new($"{silent} has no edition for {year}", $"{silent} 没有 {year} 年适用的版本"))
            : new(false, Message.Verbatim(string.Join("; ", inForce.Select(edition => Name(edition).En).Distinct())));
    }

    static Message Name(Edition edition) => Message.Verbatim($"{edition.List} {edition.Name}".TrimEnd());

    static bool IsNumber(string key) => (char.IsAsciiDigit(key[0]) && key.Length == 9 && key[4] == '-') || IsCn(key);

    static bool IsCn(string key) => key.StartsWith("cn:", StringComparison.Ordinal);

    /// <summary>An ISSN in lower case, or a CN number without its class; null for what is neither.</summary>
    static string? Number(string text)
    {
        if (CnPattern().Match(text.Normalize(System.Text.NormalizationForm.FormKC)) is { Success: true } cn) return $"cn:{cn.Groups[1].Value}-{cn.Groups[2].Value}";
        return text.Trim().Length <= 14 && Issn.ParseAll(text) is [var issn] ? issn.ToLowerInvariant() : null;
    }

    [GeneratedRegex(@"^\s*(?:CN)?\s*(\d{2})-(\d{4})(?:/\w+)?\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex CnPattern();

    // Scopus and PubMed put two names in one.
    [GeneratedRegex(@"\s+=\s+|\s*/\s*")]
    private static partial Regex Parts();
}

/// <summary>Whether a report's journal is listed.</summary>
/// <param name="IsListed">null: it cannot be told.</param>
/// <param name="Why">The edition that has it, the editions that lack it, or why it cannot be told.</param>
public sealed record JournalStanding(bool? IsListed, Message Why);
