using System.Globalization;

namespace ReviewKit.Dedup;

/// <summary>Finds the pairs worth comparing: records that share any of many cheap keys, each of which some true duplicates lack.</summary>
static class Blocking
{
    // A key that so many records share tells little; its true pairs share a rarer key as well, because every key is also asked together with year, volume or page.
    const int LargestBlock = 60;

    // A title is found by pairs of its rarest words, so that a lost subtitle, another order or a misprint leaves a pair in common.
    const int RareWords = 4;

    /// <returns>Pairs of positions in the list, the smaller first, each once, ordered.</returns>
    public static List<(int A, int B)> Pairs(IReadOnlyList<CanonicalForm> forms, Frequencies frequencies)
    {
        var entries = new List<(ulong Key, int Form)>(forms.Count * 12);
        for (var i = 0; i < forms.Count; i++)
            foreach (var key in Keys(forms[i], frequencies))
                entries.Add((Hash(key), i));
        entries.Sort();
        var pairs = new HashSet<long>();
        for (int from = 0, to; from < entries.Count; from = to)
        {
            for (to = from + 1; to < entries.Count && entries[to].Key == entries[from].Key; to++) { }
            if (to - from > LargestBlock) continue;
            for (var i = from; i < to; i++)
                for (var j = i + 1; j < to; j++)
                    if (entries[i].Form != entries[j].Form) pairs.Add((long)entries[i].Form << 32 | (uint)entries[j].Form);
        }
        var sorted = pairs.ToArray();
        Array.Sort(sorted);
        return [.. sorted.Select(pair => ((int)(pair >> 32), (int)(uint)pair))];
    }

    static IEnumerable<string> Keys(CanonicalForm form, Frequencies frequencies)
    {
        var position = form.Position;
        var year = form.Year?.ToString(CultureInfo.InvariantCulture) ?? "";
        if (form.Doi is not null) yield return "doi " + form.Doi;
        foreach (var id in form.Ids) yield return id;
        if (form.Sequence is { } sequence) yield return $"sq {sequence.Issn} {sequence.Year} {sequence.Issue} {sequence.Number}";
        foreach (var title in form.Titles)
        {
            yield return "t " + title.Letters;
            yield return $"ty {title.Letters} {year}";
            if (position.Volume is not null) yield return $"tv {title.Letters} {position.Volume}";
            if (position.FirstPage is not null) yield return $"tp {title.Letters} {position.FirstPage}";
            if (form.Authors.Length > 0) yield return $"ta {title.Letters} {form.Authors[0].Words[0]}";
            foreach (var words in RarePairs(title, frequencies)) yield return words;
        }
        if (position.FirstPage is not null)
        {
            if (position.Volume is not null) yield return $"vp {position.Volume} {position.FirstPage} {position.Issue}";
            foreach (var serial in form.Container.Serials) yield return $"sp {serial} {year} {position.FirstPage}";
            foreach (var author in form.Authors.Take(3)) yield return $"ap {author.Words[0]} {year} {position.FirstPage}";
        }
        if (form.Abstract is not null) yield return "ab " + form.Abstract;
    }

    static IEnumerable<string> RarePairs(TitleForm title, Frequencies frequencies)
    {
        // Chinese characters are too few to be rare; two neighbours are a word.
        var words = title.IsHan ? title.Tokens.Zip(title.Tokens.Skip(1), (a, b) => a + b) : title.Tokens;
        var rare = words.Distinct(StringComparer.Ordinal).OrderBy(word => frequencies.Of(word)).ThenBy(word => word, StringComparer.Ordinal).Take(RareWords).Order(StringComparer.Ordinal).ToArray();
        for (var i = 0; i < rare.Length; i++)
            for (var j = i + 1; j < rare.Length; j++)
                yield return $"w {rare[i]} {rare[j]}";
    }

    // FNV-1a: the same on every machine and run; two texts with one hash only cost one comparison more.
    static ulong Hash(string key)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in key) hash = (hash ^ c) * 1099511628211UL;
        return hash;
    }
}
