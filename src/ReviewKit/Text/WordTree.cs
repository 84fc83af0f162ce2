namespace ReviewKit.Text;

/// <summary>Words as a tree of their letters, to find all words that begin at a place in one walk.</summary>
/// <remarks>Nodes are numbers, 0 the root; from a node and a letter to the next by open addressing, for the table is asked some three times for every letter of every abstract.</remarks>
sealed class WordTree
{
    readonly int[] root = new int[char.MaxValue + 1];
    long[] keys;
    int[] targets;
    float[] weights;
    char[] kinds;
    int mask, nodes = 1;

    /// <param name="words">About so many will come.</param>
    public WordTree(int words)
    {
        var size = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, 5 * words));
        (keys, targets, mask) = (new long[size], new int[size], size - 1);
        (weights, kinds) = (new float[size / 2 + 1], new char[size / 2 + 1]);
    }

    /// <summary>The node after a letter; 0 when no word goes on so.</summary>
    public int Next(int node, char letter)
    {
        if (node == 0) return root[letter];
        var key = ((long)node << 16) | letter;
        for (var at = Slot(key); keys[at] != 0; at = (at + 1) & mask)
            if (keys[at] == key) return targets[at];
        return 0;
    }

    /// <summary>How frequent the word is that ends at a node; 0 for none.</summary>
    public float Frequency(int node) => weights[node];

    /// <summary>Its part of speech, see <see cref="ChineseDictionary"/>.</summary>
    public char Kind(int node) => kinds[node];

    /// <summary>The node of a whole word; 0 when it is none.</summary>
    public int Find(ReadOnlySpan<char> word)
    {
        var node = 0;
        foreach (var letter in word)
            if ((node = Next(node, letter)) == 0) return 0;
        return weights[node] > 0 ? node : 0;
    }

    /// <summary>A word that is there already gets the higher frequency.</summary>
    /// <param name="from">The nodes along the word, to be filled; those before <paramref name="shared"/> are right already, so that sorted words need no looking up.</param>
    public void Add(ReadOnlySpan<char> word, float frequency, char kind, int[] from, int shared = 0)
    {
        var node = shared == 0 ? 0 : from[shared - 1];
        for (var i = shared; i < word.Length; i++)
        {
            var next = Next(node, word[i]);
            from[i] = node = next != 0 ? next : Grow(node, word[i]);
        }
        if (frequency <= weights[node]) return;
        (weights[node], kinds[node]) = (frequency, kind);
    }

    int Grow(int node, char letter)
    {
        if (nodes == weights.Length) Enlarge();
        if (node == 0) root[letter] = nodes;
        else Insert(((long)node << 16) | letter, nodes);
        return nodes++;
    }

    void Enlarge()
    {
        var (oldKeys, oldTargets) = (keys, targets);
        (keys, targets, mask) = (new long[2 * oldKeys.Length], new int[2 * oldKeys.Length], 2 * oldKeys.Length - 1);
        Array.Resize(ref weights, keys.Length / 2 + 1);
        Array.Resize(ref kinds, keys.Length / 2 + 1);
        for (var i = 0; i < oldKeys.Length; i++)
            if (oldKeys[i] != 0) Insert(oldKeys[i], oldTargets[i]);
    }

    void Insert(long key, int target)
    {
        var at = Slot(key);
        while (keys[at] != 0) at = (at + 1) & mask;
        (keys[at], targets[at]) = (key, target);
    }

    int Slot(long key) => (int)((ulong)key * 0x9E3779B97F4A7C15UL >> 32) & mask;
}
