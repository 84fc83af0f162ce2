namespace ReviewKit.Text;

/// <summary>Toneless pinyin of Han characters, and whether a Latin name can be a given Hanzi name.</summary>
/// <remarks>All readings of a character count, since surnames are read unlike the dictionary's first reading: 单 shan, 曾 zeng, 解 xie, 仇 qiu, 查 zha, 区 ou.</remarks>
public static class Pinyin
{
    static readonly Lazy<(Dictionary<char, string[]> Readings, HashSet<string> Compound)> Table = new(Load);

    /// <summary>The readings of one character, lower case, ü as v and also as the u or yu that passports and databases write; empty for a character without one.</summary>
    public static IReadOnlyList<string> Readings(char c) =>
        Table.Value.Readings.TryGetValue(Traditional.ToSimplified(c), out var readings) ? readings : [];

    /// <summary>Characters of the family name at the start of a Hanzi name: 2 for 欧阳, 司马, …, else 1.</summary>
    public static int FamilyLength(string hanziName) =>
        hanziName.Length > 2 && Table.Value.Compound.Contains(hanziName[..2]) ? 2 : 1;

    /// <summary>True when the Latin words can be the Hanzi name: family name in full, first or last; given names in full or as initials.</summary>
    /// <param name="hanziName">Characters only, in simplified form, without blanks.</param>
    /// <param name="words">The Latin name's words, folded to a-z, in the order written; hyphenated parts are separate words.</param>
    public static bool CanBe(string hanziName, IReadOnlyList<string> words)
    {
        if (hanziName.Length < 2 || words.Count < 2) return false;
        var family = FamilyLength(hanziName);
        // "Ouyang Xiu" and "Ou Yang Xiu" both occur, so the family name may be one word or as many as it has characters.
        for (var taken = 1; taken <= Math.Min(family, words.Count - 1); taken++)
            if (IsNamed(words.Take(taken), words.Skip(taken)) || IsNamed(words.TakeLast(taken), words.SkipLast(taken)))
                return true;
        return false;

        bool IsNamed(IEnumerable<string> familyWords, IEnumerable<string> givenWords) =>
            Spells(hanziName.AsSpan(0, family), string.Concat(familyWords), initials: false)
            && Spells(hanziName.AsSpan(family), string.Concat(givenWords), initials: true);
    }

    /// <summary>True when the letters are the characters' readings one after another, as in "zhonghuayixuezazhi" for 中华医学杂志.</summary>
    public static bool Spells(ReadOnlySpan<char> hanzi, ReadOnlySpan<char> letters) => Spells(hanzi, letters, initials: false);

    /// <summary>With initials allowed, each character may be only the beginning of its reading ("X", "Zh") and the last may be missing ("W." for 文丽).</summary>
    static bool Spells(ReadOnlySpan<char> hanzi, ReadOnlySpan<char> letters, bool initials, bool shortened = false)
    {
        if (letters.IsEmpty) return hanzi.IsEmpty || shortened;
        if (hanzi.IsEmpty) return false;
        foreach (var reading in Readings(hanzi[0]))
        {
            if (letters.StartsWith(reading) && Spells(hanzi[1..], letters[reading.Length..], initials, shortened)) return true;
            if (!initials || letters[0] != reading[0]) continue;
            if (Spells(hanzi[1..], letters[1..], initials, true)) return true;
            if (reading.Length > 1 && reading[1] == 'h' && letters.Length > 1 && letters[1] == 'h' && Spells(hanzi[1..], letters[2..], initials, true)) return true;
        }
        return false;
    }

    static (Dictionary<char, string[]>, HashSet<string>) Load()
    {
        using var stream = typeof(Pinyin).Assembly.GetManifestResourceStream("ReviewKit.Text.pinyin.txt")!;
        using var reader = new StreamReader(stream);
        var readings = new Dictionary<char, List<string>>();
        var compound = new HashSet<string>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#')) continue;
            var blank = line.IndexOf(' ', StringComparison.Ordinal);
            if (line[0] == '=') compound.UnionWith(line[(blank + 1)..].Split(' '));
            else
                foreach (var c in line.AsSpan(blank + 1))
                {
                    if (!readings.TryGetValue(c, out var list)) readings[c] = list = [];
                    list.AddRange(Spellings(line[..blank]));
                }
        }
        return (readings.ToDictionary(pair => pair.Key, pair => pair.Value.ToArray()), compound);
    }

    static IEnumerable<string> Spellings(string syllable)
    {
        yield return syllable;
        if (!syllable.Contains('v', StringComparison.Ordinal)) yield break;
        yield return syllable.Replace('v', 'u');
        yield return syllable.Replace("v", "yu", StringComparison.Ordinal);
    }
}
