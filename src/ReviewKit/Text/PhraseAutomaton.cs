namespace ReviewKit.Text;

/// <summary>The states of <see cref="PhraseFinder"/>: a tree of the phrases' letters, and from each state the longest suffix that is a state too.</summary>
sealed class PhraseAutomaton
{
    readonly int[] root = new int[char.MaxValue + 1];
    readonly List<int> fail = [0];
    readonly List<int[]> ends = [[]];
    readonly int[] firstEnd, shorterEnd;

    // Open addressing from (state, letter) to state: the table is asked once or twice for every letter of every record.
    readonly long[] keys;
    readonly int[] targets;
    readonly int mask;

    public PhraseAutomaton(IReadOnlyList<string> phrases)
    {
        var size = System.Numerics.BitOperations.RoundUpToPowerOf2((uint)(2 * phrases.Sum(phrase => phrase.Length) + 2));
        (keys, targets, mask) = (new long[size], new int[size], (int)size - 1);
        var children = new List<List<(char, int)>> { new() };
        for (var i = 0; i < phrases.Count; i++) Add(phrases[i], i, children);
        var order = Link(children);
        (firstEnd, shorterEnd) = (new int[fail.Count], new int[fail.Count]);
        foreach (var state in order)
        {
            shorterEnd[state] = firstEnd[fail[state]];
            firstEnd[state] = ends[state].Length > 0 ? state : shorterEnd[state];
        }
    }

    public int Next(int state, char c)
    {
        while (state != 0)
        {
            if (Child(state, c) is > 0 and var child) return child;
            state = fail[state];
        }
        return root[c];
    }

    /// <summary>The state itself or its longest suffix at which a phrase ends; 0 for none.</summary>
    public int FirstEnd(int state) => firstEnd[state];

    /// <summary>The next shorter one.</summary>
    public int ShorterEnd(int state) => shorterEnd[state];

    public int[] Ends(int state) => ends[state];

    void Add(string phrase, int number, List<List<(char, int)>> children)
    {
        var state = 0;
        foreach (var c in phrase)
        {
            var child = state == 0 ? root[c] : Child(state, c);
            if (child == 0)
            {
                child = fail.Count;
                fail.Add(0);
                ends.Add([]);
                children.Add([]);
                children[state].Add((c, child));
                if (state == 0) root[c] = child;
                else Insert(state, c, child);
            }
            state = child;
        }
        if (state != 0) ends[state] = [.. ends[state], number];
    }

    /// <returns>The states by length, so that what a state fails to comes before it.</returns>
    List<int> Link(List<List<(char Letter, int State)>> children)
    {
        var order = new List<int>(children[0].Select(child => child.State));
        for (var i = 0; i < order.Count; i++)
            foreach (var (c, child) in children[order[i]])
            {
                fail[child] = Next(fail[order[i]], c);
                order.Add(child);
            }
        return order;
    }

    int Child(int state, char c)
    {
        var key = ((long)state << 16) | c;
        for (var at = Slot(key); keys[at] != 0; at = (at + 1) & mask)
            if (keys[at] == key) return targets[at];
        return 0;
    }

    void Insert(int state, char c, int child)
    {
        var key = ((long)state << 16) | c;
        var at = Slot(key);
        while (keys[at] != 0) at = (at + 1) & mask;
        (keys[at], targets[at]) = (key, child);
    }

    // Fibonacci hashing: neighbouring letters and states spread over the table.
    int Slot(long key) => (int)((ulong)key * 0x9E3779B97F4A7C15UL >> 40) & mask;
}
