using System.Text.RegularExpressions;
using ReviewKit.Text;

namespace ReviewKit.Formats;

/// <summary>Languages as sources write them, as BCP 47 codes.</summary>
static partial class LanguageCode
{
    static readonly Dictionary<string, string> Codes = new(StringComparer.OrdinalIgnoreCase)
    {
        ["english"] = "en", ["eng"] = "en", ["en"] = "en", ["en-us"] = "en", ["en-gb"] = "en", ["英文"] = "en", ["英语"] = "en",
        ["chinese"] = "zh", ["chi"] = "zh", ["zho"] = "zh", ["zh"] = "zh", ["zh-cn"] = "zh", ["zh-tw"] = "zh", ["chs"] = "zh", ["中文"] = "zh", ["汉语"] = "zh",
        ["german"] = "de", ["ger"] = "de", ["deu"] = "de", ["de"] = "de", ["french"] = "fr", ["fre"] = "fr", ["fra"] = "fr", ["fr"] = "fr",
        ["spanish"] = "es", ["spa"] = "es", ["es"] = "es", ["portuguese"] = "pt", ["por"] = "pt", ["pt"] = "pt", ["italian"] = "it", ["ita"] = "it", ["it"] = "it",
        ["russian"] = "ru", ["rus"] = "ru", ["ru"] = "ru", ["japanese"] = "ja", ["jpn"] = "ja", ["ja"] = "ja", ["korean"] = "ko", ["kor"] = "ko", ["ko"] = "ko",
        ["turkish"] = "tr", ["tur"] = "tr", ["tr"] = "tr", ["polish"] = "pl", ["pol"] = "pl", ["pl"] = "pl", ["dutch"] = "nl", ["dut"] = "nl", ["nld"] = "nl", ["nl"] = "nl",
        ["arabic"] = "ar", ["ara"] = "ar", ["persian"] = "fa", ["per"] = "fa", ["czech"] = "cs", ["cze"] = "cs", ["hungarian"] = "hu", ["hun"] = "hu",
        ["ukrainian"] = "uk", ["ukr"] = "uk", ["croatian"] = "hr", ["hrv"] = "hr", ["swedish"] = "sv", ["swe"] = "sv", ["norwegian"] = "no", ["nor"] = "no",
    };

    /// <summary>The code of a language's name; the text itself when it is no known name. Of several, all, joined by "; ".</summary>
    public static string Of(string text)
    {
        if (Codes.TryGetValue(text, out var code)) return code;
        var parts = SeparatorPattern().Split(text).Where(p => p.Length > 0).ToList();
        return parts.Count > 0 && parts.TrueForAll(Codes.ContainsKey) ? string.Join("; ", parts.Select(p => Codes[p]).Distinct()) : text;
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
