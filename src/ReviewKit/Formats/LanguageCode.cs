using System.Text.RegularExpressions;
using ReviewKit.Text;

namespace ReviewKit.Formats;

/// <summary>Languages as sources write them, as BCP 47 codes.</summary>
static partial class LanguageCode
{
    static readonly (string Code, string[] Names)[] Languages =
    [
        ("en", ["english", "eng", "en", "en-us", "en-gb", "英文", "英语"]),
        ("zh", ["chinese", "chi", "zho", "zh", "zh-cn", "zh-tw", "zh-chs", "zh-cht", "chs", "中文", "汉语"]),
        ("de", ["german", "ger", "deu", "de"]),
        ("fr", ["french", "fre", "fra", "fr"]),
        ("es", ["spanish", "spa", "es"]),
        ("pt", ["portuguese", "por", "pt"]),
        ("it", ["italian", "ita", "it"]),
        ("ru", ["russian", "rus", "ru"]),
        ("ja", ["japanese", "jpn", "ja"]),
        ("ko", ["korean", "kor", "ko"]),
        ("tr", ["turkish", "tur", "tr"]),
        ("pl", ["polish", "pol", "pl"]),
        ("nl", ["dutch", "dut", "nld", "nl"]),
        ("ar", ["arabic", "ara"]),
        ("fa", ["persian", "per"]),
        ("cs", ["czech", "cze"]),
        ("hu", ["hungarian", "hun"]),
        ("uk", ["ukrainian", "ukr"]),
        ("hr", ["croatian", "hrv"]),
        ("sv", ["swedish", "swe"]),
        ("no", ["norwegian", "nor"]),
    ];

    static readonly Dictionary<string, string> Codes =
        Languages.SelectMany(l => l.Names.Select(n => (n, l.Code))).ToDictionary(p => p.n, p => p.Code, StringComparer.OrdinalIgnoreCase);

    /// <summary>The code of a language's name; the text itself when it is no known name. Of several, all, joined by "; ".</summary>
    public static string Of(string text)
    {
        if (Codes.TryGetValue(text, out var code)) return code;
        var parts = SeparatorPattern().Split(text).Where(p => p.Length > 0).ToList();
        return parts.Count > 0 && parts.TrueForAll(Codes.ContainsKey) ? string.Join("; ", parts.Select(p => Codes[p]).Distinct()) : text;
    }

    /// <summary>The English name of a language ("Chinese") or its letters in ISO 639-2 ("chi"); the code itself where it is unknown.</summary>
    public static string NameOf(string code, bool isName)
    {
        var names = Array.Find(Languages, l => l.Code == code).Names;
        if (names is null) return code;
        return isName ? char.ToUpperInvariant(names[0][0]) + names[0][1..] : names[1];
    }

    /// <summary>The language of a script that one language uses: Han alone is Chinese, kana Japanese, hangul Korean, Cyrillic Russian. null for the Latin script.</summary>
    public static string? OfScript(string text)
    {
        if (text.AsSpan().ContainsAnyInRange('\u3040', '\u30ff')) return "ja";
        if (text.AsSpan().ContainsAnyInRange('\uac00', '\ud7a3')) return "ko";
        if (Fold.HasHan(text)) return "zh";
        return text.AsSpan().ContainsAnyInRange('\u0400', '\u04ff') ? "ru" : null;
    }

    [GeneratedRegex(@"\s*[;；,，]\s*")]
    private static partial Regex SeparatorPattern();
}
