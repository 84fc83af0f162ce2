using System.Text;
using ReviewKit.Records;
using ReviewKit.Text;

namespace ReviewKit.Formats;

/// <summary>Short names for the records of one written file, each once: "zhang2021smart", "chen2019zhihui", the next "chen2019zhihuia".</summary>
sealed class CitationKeys
{
    const int LongestWord = 24;
    const int MostHanzi = 2;

    // Words with which titles begin and that tell nothing.
    static readonly HashSet<string> Empty = ["a", "an", "the", "on", "of", "in", "and", "for", "to"];

    // Family names that are not read as the first of the character's readings in the alphabet.
    const string FamilyReadings = "朱zhu 许xu 彭peng 曾zeng 叶ye 沈shen 陆lu 石shi 贾jia 万wan 汤tang 翟zhai 俞yu 单shan 解xie 仇qiu 查zha 区ou 盛sheng 卜bu 隋sui 瞿qu 乐yue 阚kan 强qiang 盖ge 薄bo 羊yang 亢kang 於yu 信xin 缪miao 殷yin 齐qi 都du 胡hu";

    static readonly Dictionary<char, string> Families = FamilyReadings.Split(' ').ToDictionary(p => p[0], p => p[1..]);

    readonly Dictionary<string, int> _used = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="own">The key the record has in its own file; it is kept where no record before has it.</param>
    public string Of(Record record, string? own)
    {
        var key = own is { Length: > 0 } && own.All(IsSafe) ? own : Made(record);
        if (_used.TryAdd(key, 0)) return key;
        while (true)
        {
            var next = key + Letters(++_used[key]);
            if (_used.TryAdd(next, 0)) return next;
        }
    }

    static string Made(Record record)
    {
        var author = record.Authors.FirstOrDefault() ?? record.Editors.FirstOrDefault();
        var family = author?.Family ?? Family(author?.Literal ?? "");
        var year = record.Year?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "";
        var key = (family is [var first] && Families.TryGetValue(Traditional.ToSimplified(first), out var reading) ? reading : Ascii(family)) + year + Title(record.Title ?? "");
        return key.Length == 0 ? "record" : key;
    }

    static string Family(string literal)
    {
        if (literal.Length == 0) return "";
        return Fold.IsHan(literal[0]) ? literal[..Pinyin.FamilyLength(literal)] : literal.Split(' ')[^1];
    }

    static string Title(string title)
    {
        foreach (var word in title.Split([' ', ',', ':', ';', '.', '-', '–', '“', '"', '《', '：', '，'], StringSplitOptions.RemoveEmptyEntries))
            if (Ascii(word) is { Length: > 0 } plain && !Empty.Contains(plain)) return plain;
        return "";
    }

    /// <summary>Letters and digits of ASCII; Hanzi as pinyin, the first few.</summary>
    static string Ascii(string text)
    {
        var plain = new StringBuilder();
        var hanzi = 0;
        foreach (var c in Fold.Term(text))
        {
            if (Fold.IsHan(c))
            {
                if (hanzi++ < MostHanzi) plain.Append(Pinyin.Readings(c) is [var reading, ..] ? reading : "x");
            }
            else if (char.IsAsciiLetterOrDigit(c)) plain.Append(c);
        }
        return plain.Length > LongestWord ? plain.ToString(0, LongestWord) : plain.ToString();
    }

    static string Letters(int number)
    {
        var letters = "";
        for (; number > 0; number = (number - 1) / 26) letters = (char)('a' + (number - 1) % 26) + letters;
        return letters;
    }

    static bool IsSafe(char c) => c > ' ' && c < 0x7f && c is not ('{' or '}' or '(' or ')' or ',' or '"' or '#' or '%' or '\'' or '=' or '~' or '\\');
}
