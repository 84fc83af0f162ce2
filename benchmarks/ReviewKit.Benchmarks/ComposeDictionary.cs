using System.Globalization;
using System.IO.Compression;
using System.Text;
using ReviewKit.Text;

namespace ReviewKit.Benchmarks;

/// <summary>Makes src/ReviewKit/Text/chinese-dictionary.br from the files jieba.dict.utf8 and hmm_model.utf8 (npm nodejieba, folder submodules/cppjieba/dict).</summary>
static class ComposeDictionary
{
    // jieba's tags to the letters of ChineseDictionary; by the first two letters, else by the first.
    static readonly Dictionary<string, char> Kinds = new()
    {
        ["nr"] = 'r',
        ["ns"] = 's',
        ["nt"] = 's',
        ["vn"] = 'w',
        ["an"] = 'w',
        ["n"] = 'n',
        ["i"] = 'i',
        ["l"] = 'i',
        ["j"] = 'i',
        ["v"] = 'v',
        ["a"] = 'a',
        ["b"] = 'a',
        ["m"] = 'm',
        ["q"] = 'm',
        ["t"] = 't',
    };

    public static int Run(Arguments with)
    {
        var folder = with.Text(0);
        var words = new SortedDictionary<string, (long Frequency, char Kind)>(StringComparer.Ordinal);
        foreach (var line in File.ReadLines(Path.Combine(folder, "jieba.dict.utf8")))
        {
            // "AT&T 3 nz"; the word may have blanks.
            var cells = line.Split(' ');
            if (cells.Length < 3) continue;
            var word = Folded(string.Join(' ', cells[..^2]));
            var frequency = long.Parse(cells[^2], CultureInfo.InvariantCulture);
            if (word.Length <= 24 && (!words.TryGetValue(word, out var known) || known.Frequency < frequency)) words[word] = (frequency, Kind(cells[^1]));
        }
        var text = new StringBuilder().Append(words.Count).Append('\n');
        var before = "";
        foreach (var word in words.Keys)
        {
            var shared = 0;
            while (shared < before.Length && shared < word.Length && before[shared] == word[shared]) shared++;
            text.Append((char)('a' + shared)).Append(word.AsSpan(shared)).Append('\n');
            before = word;
        }
        foreach (var (frequency, _) in words.Values) text.Append(CultureInfo.InvariantCulture, $"{frequency}\n");
        text.Append(string.Concat(words.Values.Select(word => word.Kind))).Append('\n');
        Model(Path.Combine(folder, "hmm_model.utf8"), text);
        var target = Path.Combine(Repository.Root ?? ".", "src", "ReviewKit", "Text", "chinese-dictionary.br");
        File.WriteAllBytes(target, Packed(Encoding.UTF8.GetBytes(text.ToString())));
        Console.WriteLine($"{words.Count} words, {new FileInfo(target).Length} bytes: {target}");
        return 0;
    }

    static char Kind(string tag) => tag.Length > 1 && Kinds.TryGetValue(tag[..2], out var two) ? two : Kinds.GetValueOrDefault(tag[..1], 'x');

    static void Model(string path, StringBuilder text)
    {
        var lines = File.ReadLines(path).Where(line => line.Length > 0 && line[0] != '#').ToList();
        text.Append(string.Join(' ', lines[0].Split(' ').Select(Number))).Append('\n');
        text.Append(string.Join(' ', lines[1..5].SelectMany(line => line.Split(' ')).Select(Number))).Append('\n');
        foreach (var line in lines[5..9])
        {
            var emitted = new SortedDictionary<char, string>();
            foreach (var pair in line.Split(','))
                if (pair.LastIndexOf(':') is > 0 and var colon && pair[..colon] is [var c]) emitted[c] = Number(pair[(colon + 1)..]);
            text.Append(string.Concat(emitted.Keys)).Append('\n').Append(string.Join(' ', emitted.Values)).Append('\n');
        }
    }

    static string Number(string logarithm) =>
        double.Parse(logarithm, CultureInfo.InvariantCulture) is var value && value < -1e10 ? "-" : Math.Round(-1000 * value).ToString("0", CultureInfo.InvariantCulture);

    static string Folded(string word) => string.Concat(word.Select(c => Traditional.ToSimplified(char.ToLowerInvariant(c))));

    static byte[] Packed(byte[] bytes)
    {
        var packed = new byte[BrotliEncoder.GetMaxCompressedLength(bytes.Length)];
        return BrotliEncoder.TryCompress(bytes, packed, out var length, quality: 11, window: 24) ? packed[..length] : throw new InvalidOperationException("not compressed");
    }
}
