using System.Collections.Concurrent;
using System.Globalization;
using System.Numerics;

namespace ReviewKit.Dedup;

/// <summary>Finds the pairs worth comparing: records that share any of many cheap keys, each of which some true duplicates lack.</summary>
static class Blocking
{
    // A key that so many records share tells little; its true pairs share a rarer key as well, because a title is also asked together with year, volume, page and author.
    const int LargestBlock = 60;

    // A title is found by pairs of its rarest words, so that a lost subtitle, another order or a misprint leaves a pair in common.
    const int RareWords = 4;

    // Records worked on at a time by one processor.
    const int Part = 4096;

    /// <returns>Pairs of positions in the list, the smaller first, each once, ordered.</returns>
    public static List<(int A, int B)> Pairs(IReadOnlyList<CanonicalForm> forms, Frequencies frequencies)
    {
        var (keys, owners) = SharedKeys(forms, frequencies);
        // Sorted and not hashed: duplicates stand close together in an import, and the hash of such a pair of numbers is nearly always the same.
        Array.Sort(keys, owners);
        var pairs = new List<long>();
        for (int from = 0, to; from < keys.Length; from = to)
        {
            for (to = from + 1; to < keys.Length && keys[to] == keys[from]; to++) { }
            if (to - from is > 1 and <= LargestBlock) AddPairs(pairs, owners.AsSpan(from, to - from));
        }
        pairs.Sort();
        var distinct = new List<(int, int)>();
        for (var i = 0; i < pairs.Count; i++)
            if (i == 0 || pairs[i] != pairs[i - 1]) distinct.Add(((int)(pairs[i] >> 32), (int)(uint)pairs[i]));
        return distinct;
    }

    /// <summary>Keys with the record each is of, without most of those that only one record has: they are nine of ten, and there is no room for them among a million records.</summary>
    static (ulong[] Keys, int[] Owners) SharedKeys(IReadOnlyList<CanonicalForm> forms, Frequencies frequencies)
    {
        var slots = new Slots(forms.Count);
        Parallel.ForEach(Partitioner.Create(0, Math.Max(forms.Count, 1), Part), part =>
        {
            var found = new List<ulong>();
            for (var i = part.Item1; i < Math.Min(part.Item2, forms.Count); i++)
            {
                Add(found, forms[i], frequencies);
                foreach (var key in found) slots.Add(key);
                found.Clear();
            }
        });
        var parts = new (List<ulong> Keys, List<int> Owners)[(forms.Count + Part - 1) / Part];
        Parallel.For(0, parts.Length, part =>
        {
            var (keys, owners, found) = (new List<ulong>(), new List<int>(), new List<ulong>());
            for (var i = part * Part; i < Math.Min((part + 1) * Part, forms.Count); i++)
            {
                found.Clear();
                Add(found, forms[i], frequencies);
                foreach (var key in found)
                {
                    if (!slots.IsShared(key)) continue;
                    keys.Add(key);
                    owners.Add(i);
                }
            }
            parts[part] = (keys, owners);
        });
        return ([.. parts.SelectMany(part => part.Keys)], [.. parts.SelectMany(part => part.Owners)]);
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
        if (form.Doi is not null) keys.Add(Hash.Of("doi", form.Doi));
        foreach (var id in form.Ids) keys.Add(Hash.Of("id", id));
        if (form.Sequence is { } sequence)
            foreach (var serial in form.Container.Serials) keys.Add(Hash.Of("sequence", serial, sequence.Year, sequence.Issue, sequence.Number));
        if (form.Abstract.IsKnown) keys.Add(form.Abstract.Short);
        foreach (var title in form.Titles)
        {
            keys.Add(title.Letters);
            keys.Add(Hash.Of(title.Letters, "year", year));
            if (volume is not null) keys.Add(Hash.Of(title.Letters, "volume", volume));
            if (page is not null) keys.Add(Hash.Of(title.Letters, "page", page));
            if (form.Authors.Length > 0) keys.Add(Hash.Of(title.Letters, "author", form.Authors[0].Words[0]));
            AddRarePairs(keys, title, frequencies);
        }
        if (page is null) return;
        if (volume is not null) keys.Add(Hash.Of("place", volume, page, form.Position.Issue));
        if (form.Position is { Issue: { } issue, LastPage: { } last }) keys.Add(Hash.Of("pages", year, issue, page, last));
        foreach (var serial in form.Container.Serials) keys.Add(Hash.Of("serial", serial, year, page));
        foreach (var author in form.Authors.AsSpan(0, Math.Min(3, form.Authors.Length))) keys.Add(Hash.Of("author", author.Words[0], year, page));
    }

    static void AddRarePairs(List<ulong> keys, TitleForm title, Frequencies frequencies)
    {
        Span<(int Count, ulong Word)> rare = stackalloc (int, ulong)[RareWords + 1];
        var found = 0;
        foreach (var word in title.Words())
        {
            var candidate = (frequencies.Of(word), word);
            if (rare[..found].Contains(candidate)) continue;
            var at = found;
            for (; at > 0 && candidate.CompareTo(rare[at - 1]) < 0; at--) rare[at] = rare[at - 1];
            rare[at] = candidate;
            found = Math.Min(found + 1, RareWords);
        }
        for (var i = 0; i < found; i++)
            for (var j = i + 1; j < found; j++)
                keys.Add(Hash.Of(Math.Min(rare[i].Word, rare[j].Word), Math.Max(rare[i].Word, rare[j].Word)));
    }

    /// <summary>Which keys were seen, and which twice: a bit each, so that now and then two keys share one.</summary>
    sealed class Slots
    {
        const int KeysPerRecord = 24, SlotsPerKey = 4;

        readonly int bits;
        readonly uint[] once;
        readonly uint[] twice;

        public Slots(int records)
        {
            bits = BitOperations.Log2((uint)Math.Clamp((long)records * KeysPerRecord * SlotsPerKey, 1 << 10, 1 << 30)) + 1;
            (once, twice) = (new uint[1 << bits - 5], new uint[1 << bits - 5]);
        }

        public void Add(ulong key)
        {
            var (at, bit) = Place(key);
            if ((Interlocked.Or(ref once[at], bit) & bit) != 0) Interlocked.Or(ref twice[at], bit);
        }

        public bool IsShared(ulong key) => Place(key) is var (at, bit) && (twice[at] & bit) != 0;

        (int At, uint Bit) Place(ulong key) => ((int)(key >> (64 - bits) >> 5), 1u << (int)(key >> (64 - bits) & 31));
    }
}
