using System.Text;
using ReviewKit.Benchmarks.Demo;

namespace ReviewKit.Benchmarks;

/// <summary>A way in which files get damaged.</summary>
/// <param name="Change">Of the bytes, by chance, with the bytes of another file at hand.</param>
sealed record Mutation(string Name, Func<byte[], Dice, byte[], byte[]> Change)
{
    static readonly string[] Signs = ["\"", "{", "}", "<", ">", "&", "\t", "\0", "\r", "\n\n", "ER  - \n", "TY  - ", "\uFEFF", "{Reference Type}: ", "%0 ", "@article{", "<table><tr><td>", "𠮷", "\u202E", ",,,,,,", "\uFFFE", "\\ud83d", "&#xD83D;", "&#xFFFE;", "[[[[[["];

    public static readonly IReadOnlyList<Mutation> All =
    [
        new("bytes changed", (bytes, dice, _) =>
        {
            var changed = (byte[])bytes.Clone();
            for (var i = dice.Between(1, 20); i > 0 && changed.Length > 0; i--) changed[dice.Next(changed.Length)] = (byte)dice.Next(256);
            return changed;
        }),
        new("cut", (bytes, dice, _) => bytes[..dice.Next(bytes.Length + 1)]),
        new("beginning lost", (bytes, dice, _) => bytes[dice.Next(bytes.Length + 1)..]),
        new("lines dropped", (bytes, dice, _) => Lines(bytes, lines => { for (var i = dice.Between(1, 10); i > 0 && lines.Count > 0; i--) lines.RemoveAt(dice.Next(lines.Count)); })),
        new("lines doubled", (bytes, dice, _) => Lines(bytes, lines => { for (var i = dice.Between(1, 10); i > 0; i--) lines.Insert(dice.Next(lines.Count), lines[dice.Next(lines.Count)]); })),
        new("lines shuffled", (bytes, dice, _) => Lines(bytes, lines => { var mixed = dice.Shuffled(lines); lines.Clear(); lines.AddRange(mixed); })),
        new("line ends lost", (bytes, dice, _) => [.. bytes.Where(b => b != '\n' || dice.Chance(50))]),
        new("other line ends", (bytes, dice, _) => [.. bytes.SelectMany(b => b == '\n' && dice.Chance(50) ? "\r\n"u8.ToArray() : [b])]),
        new("encodings mixed", (bytes, dice, _) => Lines(bytes, lines =>
        {
            for (var i = 0; i < lines.Count; i++)
                if (dice.Chance(30)) lines[i] = Encoding.Convert(Encoding.UTF8, Encoding.GetEncoding("gb18030"), lines[i]);
        })),
        new("another encoding", (bytes, dice, _) => Encoding.Convert(Encoding.UTF8, Encoding.GetEncoding(dice.Pick(["gb18030", "utf-16le", "utf-16be", "windows-1252"])), bytes)),
        new("signs put in", (bytes, dice, _) =>
        {
            var list = new List<byte>(bytes);
            for (var i = dice.Between(1, 12); i > 0; i--) list.InsertRange(dice.Next(list.Count + 1), Encoding.UTF8.GetBytes(dice.Pick(Signs)));
            return [.. list];
        }),
        new("a part repeated", (bytes, dice, _) =>
        {
            if (bytes.Length == 0) return bytes;
            var from = dice.Next(bytes.Length);
            var part = bytes[from..Math.Min(bytes.Length, from + dice.Between(1, 60))];
            return [.. bytes[..from], .. Enumerable.Repeat(part, dice.Between(2, 400)).SelectMany(b => b), .. bytes[from..]];
        }),
        new("two files in one", (bytes, dice, other) => [.. bytes[..dice.Next(bytes.Length + 1)], .. other[dice.Next(other.Length + 1)..]]),
    ];

    static Mutation() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    static byte[] Lines(byte[] bytes, Action<List<byte[]>> change)
    {
        var lines = new List<byte[]>();
        foreach (var range in bytes.AsSpan().Split((byte)'\n')) lines.Add(bytes[range]);
        change(lines);
        return [.. lines.SelectMany((line, i) => i == 0 ? line : [(byte)'\n', .. line])];
    }
}
