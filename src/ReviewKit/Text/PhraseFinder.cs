namespace ReviewKit.Text;

/// <summary>
/// Finds many phrases in one pass over a text (Aho &amp; Corasick 1975, doi:10.1145/360825.360855). Text and phrases are folded
/// (<see cref="Fold.Term"/>) and a hyphen counts as a blank, so that smart-city and smart city meet.
/// A phrase that begins or ends with a Latin letter or a digit must stand on a word boundary there; Chinese is found anywhere.
/// </summary>
public sealed class PhraseFinder
{
    readonly List<Dictionary<char, int>> next = [[]];
    readonly List<int> fail = [0];
    readonly List<List<int>> ends = [[]];
    readonly string[] phrases;

    public PhraseFinder(IEnumerable<string> phrases)
    {
        this.phrases = [.. phrases.Select(Folded)];
        for (var i = 0; i < this.phrases.Length; i++) Add(i);
        Link();
    }

    /// <summary>The form in which text and phrases are compared.</summary>
    public static string Folded(string text) => Fold.Term(text).Replace('-', ' ');

    /// <summary>Calls back with the number of each phrase found and its position in the folded text, in order of its last character.</summary>
    public void Find(string text, Action<int, int> found)
    {
        var folded = Folded(text);
        var state = 0;
        for (var i = 0; i < folded.Length; i++)
        {
            int target;
            while (!next[state].TryGetValue(folded[i], out target) && state != 0) state = fail[state];
            state = target;
            for (var at = state; at != 0; at = fail[at])
                foreach (var phrase in ends[at])
                {
                    var start = i - phrases[phrase].Length + 1;
                    if (IsBoundary(folded, start - 1, start) && IsBoundary(folded, i, i + 1)) found(phrase, start);
                }
        }
    }

    void Add(int phrase)
    {
        var state = 0;
        foreach (var c in phrases[phrase])
        {
            if (!next[state].TryGetValue(c, out var target))
            {
                next[state][c] = target = next.Count;
                next.Add([]);
                fail.Add(0);
                ends.Add([]);
            }
            state = target;
        }
        if (state != 0) ends[state].Add(phrase);
    }

    void Link()
    {
        var queue = new Queue<int>(next[0].Values);
        while (queue.TryDequeue(out var state))
            foreach (var (c, target) in next[state])
            {
                var back = fail[state];
                while (back != 0 && !next[back].ContainsKey(c)) back = fail[back];
                fail[target] = next[back].TryGetValue(c, out var shorter) && shorter != target ? shorter : 0;
                queue.Enqueue(target);
            }
    }

    // Between two characters there is no boundary only when both belong to a word of a script that writes words apart.
    static bool IsBoundary(string text, int left, int right) =>
        left < 0 || right >= text.Length || !IsWord(text[left]) || !IsWord(text[right]);

    static bool IsWord(char c) => char.IsLetterOrDigit(c) && !Fold.IsHan(c) && c is not (>= '\u3040' and <= '\u30ff');
}
