namespace ReviewKit.Dedup;

/// <summary>Differences of one word that make two titles the titles of two reports.</summary>
static class TitleContrasts
{
    /// <summary>Words that stand against each other when each title has another of the set.</summary>
    static readonly HashSet<string>[] Opposites =
    [
        Set("men man male males boys boy father fathers paternal women woman female females girls girl mother mothers maternal"),
        Set("adult adults adulthood children child childhood pediatric paediatric adolescent adolescents adolescence teenagers youth infant infants neonatal neonates newborn newborns elderly older aged young younger"),
        Set("eastern western northern southern central east west north south northeast northwest southeast southwest"),
        Set("first second third fourth fifth sixth seventh eighth ninth tenth one two three four five six seven eight nine ten"),
        Set("pilot protocol results design baseline followup interim final feasibility rationale"),
        Set("short long acute chronic early late high low upper lower left right internal external primary secondary"),
        Set("hypertension hypotension"), Set("hyperglycemia hypoglycemia"), Set("hyperthyroidism hypothyroidism"),
        Set("rural urban"), Set("public private"), Set("qualitative quantitative"), Set("theory practice"), Set("undergraduate graduate postgraduate"),
        Set("男 女"), Set("上 中 下"), Set("一 二 三 四 五 六 七 八 九 十"), Set("东 西 南 北 中"), Set("城 乡"), Set("老 少 幼"), Set("前 后"), Set("内 外"), Set("高 低"), Set("大 小"), Set("左 右"),
    ];

    /// <summary>A word only one title has, and what the report with it is to the other.</summary>
    static readonly Dictionary<string, string> Marks = new(StringComparer.Ordinal)
    {
        ["erratum"] = "erratum-of",
        ["corrigendum"] = "erratum-of",
        ["retraction"] = "erratum-of",
        ["retracted"] = "erratum-of",
        ["reply"] = "comment-on",
        ["response"] = "comment-on",
        ["comment"] = "comment-on",
        ["commentary"] = "comment-on",
        ["discussion"] = "comment-on",
        ["protocol"] = "same-study",
        ["pilot"] = "same-study",
        ["rationale"] = "same-study",
        ["followup"] = "same-study",
        ["interim"] = "same-study",
        ["update"] = "version-of",
        ["updated"] = "version-of",
        ["edition"] = "version-of",
        ["revisited"] = "version-of",
        ["abridged"] = "version-of",
    };

    /// <param name="title">The two titles.</param>
    /// <param name="same">Whether DOI, id or place are the same; then only what both titles state against each other counts.</param>
    /// <param name="identified">Whether it is the DOI, an id or the whole range of pages: a reply can stand on the page of what it answers.</param>
    public static Conflict? Of(TitleComparison title, bool same, bool identified)
    {
        if (title.Agreement is TitleAgreement.Equal or TitleAgreement.Near or TitleAgreement.Incomparable) return null;
        var numbersA = title.OnlyA.Where(IsNumber).ToList();
        var numbersB = title.OnlyB.Where(IsNumber).ToList();
        if (numbersA.Count > 0 && numbersB.Count > 0 || !same && numbersA.Count + numbersB.Count > 0 && title.OnlyA.Count + title.OnlyB.Count <= 3)
            return Numbered(numbersA, numbersB);
        foreach (var set in Opposites)
            if (title.OnlyA.FirstOrDefault(set.Contains) is { } wordA && title.OnlyB.FirstOrDefault(set.Contains) is { } wordB)
                return new Conflict("part-of-series", true, new($"\"{wordA}\" against \"{wordB}\" in the titles", $"标题一为“{wordA}”，一为“{wordB}”"));
        if (identified) return null;
        foreach (var (words, fromA) in new[] { (title.OnlyA, true), (title.OnlyB, false) })
            foreach (var word in words)
                if (Marks.TryGetValue(word, out var type) && (!same || type is "erratum-of" or "comment-on"))
                    return new Conflict(type, fromA, new($"only one title says \"{word}\"", $"只有一个标题含“{word}”"));
        return null;
    }

    static Conflict Numbered(List<string> a, List<string> b)
    {
        var (first, second) = (a.FirstOrDefault() ?? "–", b.FirstOrDefault() ?? "–");
        // Two years in two titles are editions; other numbers are parts.
        var type = first.Length == 4 && second.Length == 4 ? "version-of" : "part-of-series";
        return new Conflict(type, string.CompareOrdinal(first, second) > 0, new($"number {first} against {second} in the titles", $"标题中的编号不同：{first} 与 {second}"));
    }

    static bool IsNumber(string token) => token.Length <= 4 && token.All(char.IsAsciiDigit);

    static HashSet<string> Set(string words) => new(words.Split(' '), StringComparer.Ordinal);
}
