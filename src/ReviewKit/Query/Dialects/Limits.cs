using System.Globalization;

namespace ReviewKit.Query.Dialects;

/// <summary>Names of languages and document types on the platforms, both ways.</summary>
public static class Limits
{
    // Two-letter code, English name, Chinese name, other spellings that are read.
    static readonly string[][] LanguageNames =
    [
        ["zh", "Chinese", "中文", "chi", "zho", "汉语"],
        ["en", "English", "英文", "eng", "英语"],
        ["de", "German", "德文", "ger", "deu", "德语"],
        ["fr", "French", "法文", "fre", "fra", "法语"],
        ["es", "Spanish", "西班牙文", "spa"],
        ["pt", "Portuguese", "葡萄牙文", "por"],
        ["it", "Italian", "意大利文", "ita"],
        ["ru", "Russian", "俄文", "rus", "俄语"],
        ["ja", "Japanese", "日文", "jpn", "日语"],
        ["ko", "Korean", "韩文", "kor", "朝鲜文"],
    ];

    // CSL name, then the words of Scopus, Web of Science, PubMed, Embase; empty where there is none.
    static readonly string[][] TypeNames =
    [
        ["article-journal", "ar", "Article", "journal article", "article"],
        ["review", "re", "Review", "review", "review"],
        ["paper-conference", "cp", "Proceedings Paper", "", "conference paper"],
        ["chapter", "ch", "Book Chapter", "", "chapter"],
        ["book", "bk", "Book", "", ""],
        ["editorial", "ed", "Editorial Material", "editorial", "editorial"],
        ["letter", "le", "Letter", "letter", "letter"],
        ["note", "no", "Note", "comment", "note"],
        ["short-survey", "sh", "", "", "short survey"],
    ];

    /// <summary>The two-letter code, or the word itself where the language is not in the table.</summary>
    public static string LanguageCode(string word)
    {
        var name = word.Trim();
        return LanguageNames.FirstOrDefault(names => names.Contains(name, StringComparer.OrdinalIgnoreCase))?[0] ?? name.ToLowerInvariant();
    }

    public static string EnglishName(string code) => LanguageNames.FirstOrDefault(names => names[0] == code)?[1] ?? code;

    public static string ChineseName(string code) => LanguageNames.FirstOrDefault(names => names[0] == code)?[2] ?? code;

    /// <param name="platform">1 Scopus, 2 Web of Science, 3 PubMed, 4 Embase.</param>
    /// <returns>Null where the platform has no such type; an unknown name as it is.</returns>
    public static string? TypeName(string type, int platform)
    {
        var names = TypeNames.FirstOrDefault(row => row[0] == type);
        return names is null ? type : names[platform] is { Length: > 0 } name ? name : null;
    }

    public static bool IsKnownType(string type) => TypeNames.Any(row => row[0] == type);

    /// <summary>The CSL name, or the platform's own word.</summary>
    public static string TypeOf(string written) =>
        TypeNames.FirstOrDefault(names => names.Contains(written.Trim(), StringComparer.OrdinalIgnoreCase))?[0] ?? written.Trim().ToLowerInvariant();

    /// <summary>Written with OR and in brackets when there are several; null when one of the types is unknown to the platform.</summary>
    public static string? Either(IEnumerable<string?> parts, string or)
    {
        var all = parts.ToList();
        if (all.Contains(null)) return null;
        return all.Count == 1 ? all[0] : "(" + string.Join($" {or} ", all) + ")";
    }

    public static string Year(int year) => year.ToString(CultureInfo.InvariantCulture);
}
