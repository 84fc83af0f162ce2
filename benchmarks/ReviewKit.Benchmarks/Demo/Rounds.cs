namespace ReviewKit.Benchmarks.Demo;

/// <summary>The four sets of the thesis's Table 5, used here only to see to it that every composed record would have been found by them.</summary>
static class Rounds
{
    static readonly string[][] Chinese =
    [
        ["智慧城市", "数字城市", "智能城市"],
        ["政策", "通知", "声明", "法律法规"],
        ["经济", "环境", "安全", "生活", "教育", "政务"],
        ["北京", "上海", "广州", "深圳"],
    ];

    static readonly string[][] English =
    [
        ["smart cities", "digital city", "smart city"],
        ["policy", "notification", "statement", "laws and regulations"],
        ["economy", "environment", "security", "life", "education", "government"],
        ["beijing", "shanghai", "guangzhou", "shenzhen"],
    ];

    /// <summary>The sets (0 to 3) without a term in the Chinese text.</summary>
    public static IEnumerable<int> MissingZh(params IEnumerable<string> fields)
    {
        var text = string.Join('\n', fields);
        return Enumerable.Range(0, 4).Where(set => !Chinese[set].Any(term => text.Contains(term, StringComparison.Ordinal)));
    }

    /// <summary>The sets (0 to 3) without a term in the English text, on word boundaries.</summary>
    public static IEnumerable<int> MissingEn(params IEnumerable<string> fields)
    {
        var text = string.Join('\n', fields).ToLowerInvariant();
        return Enumerable.Range(0, 4).Where(set => !English[set].Any(term => HasPhrase(text, term)));
    }

    static bool HasPhrase(string text, string phrase)
    {
        for (var at = text.IndexOf(phrase, StringComparison.Ordinal); at >= 0; at = text.IndexOf(phrase, at + 1, StringComparison.Ordinal))
        {
            var end = at + phrase.Length;
            // A hyphen counts as part of the word: no record may depend on how hyphens are split.
            if ((at == 0 || !InWord(text[at - 1])) && (end == text.Length || !InWord(text[end]))) return true;
        }
        return false;
    }

    static bool InWord(char c) => char.IsLetterOrDigit(c) || c == '-';
}
