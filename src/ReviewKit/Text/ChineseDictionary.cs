using System.IO.Compression;
using System.Text;

namespace ReviewKit.Text;

/// <summary>Chinese words with their frequencies and parts of speech, and how characters stand in words that are not among them.</summary>
/// <remarks>
/// The words and the model are those of jieba (MIT licence, see NOTICE.md), folded to simplified characters and made compact by `benchmarks … compose-dictionary`.
/// Parts of speech are one letter: n noun, w verb or adjective used as a noun, s place or body, r person, i idiom or abbreviation, v verb, a adjective, m number or measure, t time, x other.
/// </remarks>
sealed class ChineseDictionary
{
    /// <summary>In the order of the model: beginning, end, middle of a word, word of one character.</summary>
    public const int States = 4;

    /// <summary>The logarithm of never.</summary>
    public const float Never = -3.14e30f;

    const int LongestWord = 64;
    static readonly Lazy<ChineseDictionary> Shared = new(Load);

    ChineseDictionary(WordTree words, double total, float[] start, float[] between, float[][] emitted)
    {
        (Words, LogTotal) = (words, (float)Math.Log(total));
        (Start, Between, Emitted) = (start, between, emitted);
    }

    public static ChineseDictionary Default => Shared.Value;

    public WordTree Words { get; }

    /// <summary>Logarithm of the sum of all frequencies.</summary>
    public float LogTotal { get; }

    /// <summary>Logarithms, by state.</summary>
    public float[] Start { get; }

    /// <summary>From state to state: row by row.</summary>
    public float[] Between { get; }

    /// <summary>By state, then by character.</summary>
    public float[][] Emitted { get; }

    static ChineseDictionary Load()
    {
        using var packed = typeof(ChineseDictionary).Assembly.GetManifestResourceStream("ReviewKit.Text.chinese-dictionary.br")!;
        using var reader = new StreamReader(new BrotliStream(packed, CompressionMode.Decompress), Encoding.UTF8);
        string Line() => reader.ReadLine()!;
        var count = int.Parse(Line(), System.Globalization.CultureInfo.InvariantCulture);
        var words = new string[count];
        // Front coding: how many letters are those of the word before, as a letter from 'a' on, then the rest.
        for (var i = 0; i < count; i++) words[i] = Line();
        var (frequencies, kinds) = (new float[count], "");
        double total = 0;
        for (var i = 0; i < count; i++) total += frequencies[i] = float.Parse(Line(), System.Globalization.CultureInfo.InvariantCulture);
        kinds = Line();
        var (tree, letters, path) = (new WordTree(count), new char[LongestWord], new int[LongestWord]);
        for (var i = 0; i < count; i++)
        {
            var shared = words[i][0] - 'a';
            words[i].AsSpan(1).CopyTo(letters.AsSpan(shared));
            tree.Add(letters.AsSpan(0, shared + words[i].Length - 1), frequencies[i], kinds[i], path, shared);
        }
        var (start, between) = (Numbers(Line()), Numbers(Line()));
        var emitted = new float[States][];
        for (var state = 0; state < States; state++)
        {
            emitted[state] = new float[char.MaxValue + 1];
            Array.Fill(emitted[state], Never);
            var (characters, values) = (Line(), Numbers(Line()));
            for (var i = 0; i < characters.Length; i++) emitted[state][characters[i]] = values[i];
        }
        return new ChineseDictionary(tree, total, start, between, emitted);
    }

    // Thousandths, without the sign; "-" for never.
    static float[] Numbers(string line) =>
        [.. line.Split(' ').Select(number => number == "-" ? Never : -int.Parse(number, System.Globalization.CultureInfo.InvariantCulture) / 1000f)];
}
