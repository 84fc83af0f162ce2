using System.Globalization;

namespace ReviewKit.Dedup;

/// <summary>Finds the pairs worth comparing: records that share any of many cheap keys, each of which some true duplicates lack.</summary>
static class Blocking
{
    // A key that so many records share tells little; its true pairs share a rarer key as well, because a title is also asked together with year, volume, page and author.
    const int LargestBlock = 60;

    // A title is found by pairs of its rarest words, so that a lost subtitle, another order or a misprint leaves a pair in common.
    const int RareWords = 4;

    /// <returns>Pairs of positions in the list, the smaller first, each once, ordered.</returns>
    public static List<(int A, int B)> Pairs(IReadOnlyList<CanonicalForm> forms, Frequencies frequencies)
    {
        var keys = new List<ulong>(forms.Count * 16);
        var owners = new List<int>(forms.Count * 16);
        for (var i = 0; i < forms.Count; i++)
        {
            Add(keys, forms[i], frequencies);
            while (owners.Count < keys.Count) owners.Add(i);
        }
        var (sortedKeys, sortedOwners) = (keys.ToArray(), owners.ToArray());
        Array.Sort(sortedKeys, sortedOwners);
        // Sorted and not hashed: duplicates stand close together in an import, and the hash of such a pair of numbers is nearly always the same.
        var pairs = new List<long>();
        for (int from = 0, to; from < sortedKeys.Length; from = to)
        {
            for (to = from + 1; to < sortedKeys.Length && sortedKeys[to] == sortedKeys[from]; to++) { }
            if (to - from is > 1 and <= LargestBlock) AddPairs(pairs, sortedOwners.AsSpan(from, to - from));
        }
        pairs.Sort();
        var distinct = new List<(int, int)>();
        for (var i = 0; i < pairs.Count; i++)
            if (i == 0 || pairs[i] != pairs[i - 1]) distinct.Add(((int)(pairs[i] >> 32), (int)(uint)pairs[i]));
        return distinct;
    }

    static void AddPairs(List<long> pairs, ReadOnlySpan<int> block)
    {
        for (var i = 0; i < block.Length; i++)
            for (var j = i + 1; j < block.Length; j++)
                if (block[i] != block[j]) pairs.Add((long)Math.Min(block[i], block[j]) << 32 | (uint)Math.Max(block[i], block[j]));
    }

    static void Add(List<ulong> keys, CanonicalForm form, Frequencies frequencies)
    {
        var (volume, page) = (form.Position.Volume, form.Position.FirstPage);
        var year = form.Year?.ToString(CultureInfo.InvariantCulture);
        if (form.Doi is not null) keys.Add(Hash("doi", form.Doi));
        foreach (var id in form.Ids) keys.Add(Hash("id", id));
        if (form.Sequence is { } sequence)
            foreach (var serial in form.Container.Serials) keys.Add(Hash("sequence", serial, sequence.Year, sequence.Issue, sequence.Number));
        if (form.Abstract is not null) keys.Add(Hash("abstract", form.Abstract));
        foreach (var title in form.Titles)
        {
            keys.Add(Hash("title", title.Letters));
            keys.Add(Hash("title year", title.Letters, year));
            if (volume is not null) keys.Add(Hash("title volume", title.Letters, volume));
            if (page is not null) keys.Add(Hash("title page", title.Letters, page));
            if (form.Authors.Length > 0) keys.Add(Hash("title author", title.Letters, form.Authors[0].Words[0]));
            AddRarePairs(keys, title, frequencies);
        }
        if (page is null) return;
        if (volume is not null) keys.Add(Hash("place", volume, page, form.Position.Issue));
        if (form.Position is { Issue: { } issue, LastPage: { } last }) keys.Add(Hash("pages", year, issue, page, last));
        foreach (var serial in form.Container.Serials) keys.Add(Hash("serial", serial, year, page));
        foreach (var author in form.Authors.AsSpan(0, Math.Min(3, form.Authors.Length))) keys.Add(Hash("author", author.Words[0], year, page));
    }

    static void AddRarePairs(List<ulong> keys, TitleForm title, Frequencies frequencies)
    {
        var rare = new List<(int Count, string Word)>(RareWords + 1);
        for (var i = 0; i < title.Tokens.Length; i++)
        {
            var word = title.Tokens[i];
            // Chinese characters are too few to be rare; two neighbours are a word.
            if (title.IsHan && i + 1 < title.Tokens.Length) word += title.Tokens[i + 1];
            var candidate = (frequencies.Of(word), word);
            if (rare.Contains(candidate)) continue;
            var at = rare.BinarySearch(candidate, Rarer);
            if (at < 0 && ~at < RareWords) rare.Insert(~at, candidate);
            if (rare.Count > RareWords) rare.RemoveAt(RareWords);
        }
        rare.Sort((a, b) => string.CompareOrdinal(a.Word, b.Word));
        for (var i = 0; i < rare.Count; i++)
            for (var j = i + 1; j < rare.Count; j++)
                keys.Add(Hash("words", rare[i].Word, rare[j].Word));
    }

    static readonly Comparer<(int Count, string Word)> Rarer =
        Comparer<(int Count, string Word)>.Create((a, b) => a.Count != b.Count ? a.Count.CompareTo(b.Count) : string.CompareOrdinal(a.Word, b.Word));

    // FNV-1a: the same on every machine and run; two texts with one hash only cost one comparison more.
    static ulong Hash(params ReadOnlySpan<string?> parts)
    {
        var hash = 14695981039346656037UL;
        foreach (var part in parts)
        {
            if (part is not null)
                foreach (var c in part) hash = (hash ^ c) * 1099511628211UL;
            hash = (hash ^ '\n') * 1099511628211UL;
        }
        return hash;
    }
}
