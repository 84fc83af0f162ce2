using System.Text;
using System.Text.RegularExpressions;

namespace ReviewKit.Formats;

/// <summary>BibTeX: entries found by their braces, line by line, so that one broken entry does not take the rest of the file with it.</summary>
static partial class BibTeXReader
{
    /// <summary>Tags under which the entry's type and key are kept; no field of a file has these names.</summary>
    public const string EntryType = "@";
    public const string EntryKey = "key";

    const int LongestEntry = 16 << 20, MostStrayLines = 200;

    sealed class State
    {
        public StringBuilder Text { get; } = new();
        public bool IsOpen { get; set; }
        public bool HasBrace { get; set; }
        public int Depth { get; set; }
        public char Close { get; set; }
        public int Line { get; set; }
        public long Offset { get; set; }
        public Dictionary<string, string> Strings { get; } = new(StringComparer.OrdinalIgnoreCase);
        public List<(string Text, int Line)> Before { get; } = [];
    }

    public static IEnumerable<Item> Read(Reading reading)
    {
        var state = new State();
        long end = 0;
        while (reading.Lines.Read(out var line))
        {
            if (reading.Damage(line) is { } damage) yield return damage;
            if (line.Damage == LineDamage.TooLong) continue;
            if (state.IsOpen && NewEntry().IsMatch(line.Text))
            {
                yield return reading.Problem(state.Line, "entry is not closed before the next one begins; read as far as it goes", "该条目在下一条目开始前没有结束，按已有内容读取");
                foreach (var item in Finish(reading, state, end)) yield return item;
            }
            var at = 0;
            while (at < line.Text.Length)
            {
                if (!state.IsOpen && !Open(state, line, ref at, reading)) break;
                at = Scan(state, line.Text, at);
                if (state.IsOpen) break;
                end = line.OffsetOf(at, reading.Encoding);
                foreach (var item in Finish(reading, state, end)) yield return item;
            }
            if (!Blank.Is(line.Text)) end = line.End;
            if (state.Before.Count == MostStrayLines)
            {
                yield return TaggedLines.Outside(reading, state.Before);
                state.Before.Clear();
            }
            if (!state.IsOpen) continue;
            state.Text.Append('\n');
            if (state.Text.Length <= LongestEntry) continue;
            yield return reading.Problem(state.Line, "entry is longer than 16 MB; left out (a brace is missing?)", "该条目超过 16 MB，已略过（可能缺少右花括号）");
            state.IsOpen = false;
            state.Text.Clear();
        }
        if (state.IsOpen)
        {
            yield return reading.Damaged(state.Line, "the file ends inside this entry: it may be cut off; read as far as it goes", "文件在该条目中间结束，可能不完整；按已有内容读取");
            foreach (var item in Finish(reading, state, end)) yield return item;
        }
        if (state.Before.Count > 0) yield return TaggedLines.Outside(reading, state.Before);
    }

    static bool Open(State state, Line line, ref int at, Reading reading)
    {
        var rest = line.Text[at..];
        var match = EntryStart().Match(rest);
        if (!match.Success)
        {
            if (!Blank.Is(rest)) state.Before.Add((rest.Trim(), line.Number));
            return false;
        }
        at += match.Groups[1].Index;
        state.IsOpen = true;
        state.HasBrace = false;
        state.Depth = 0;
        state.Line = line.Number;
        state.Offset = line.OffsetOf(at, reading.Encoding);
        return true;
    }

    /// <summary>Takes in text up to the brace that closes the entry.</summary>
    static int Scan(State state, string text, int at)
    {
        for (var i = at; i < text.Length; i++)
        {
            var c = text[i];
            if (!state.HasBrace)
            {
                if (c is not ('{' or '(')) continue;
                state.HasBrace = true;
                state.Close = c == '{' ? '}' : ')';
                state.Depth = 1;
                continue;
            }
            if (c == '{' && state.Close == '}') state.Depth++;
            else if (c == '(' && state.Close == ')') state.Depth++;
            else if (c == state.Close && --state.Depth == 0)
            {
                state.Text.Append(text, at, i + 1 - at);
                state.IsOpen = false;
                return i + 1;
            }
        }
        state.Text.Append(text, at, text.Length - at);
        return text.Length;
    }

    static IEnumerable<Item> Finish(Reading reading, State state, long end)
    {
        var text = state.Text.ToString();
        state.Text.Clear();
        state.IsOpen = false;
        var head = EntryHead().Match(text);
        var type = head.Groups[1].Value;
        if (!head.Success || type.Equals("comment", StringComparison.OrdinalIgnoreCase) || type.Equals("preamble", StringComparison.OrdinalIgnoreCase))
        {
            yield return reading.Problem(state.Line, $"@{type} is no record; left out: {Shown(text)}", $"@{type} 不是记录，已略过：{Shown(text)}");
            yield break;
        }
        var raw = new RawRecord(state.Line, state.Offset) { End = end };
        foreach (var (before, line) in state.Before) raw.Add(TaggedLines.Untagged, before, line);
        state.Before.Clear();
        raw.Add(EntryType, type, state.Line);
        var isString = type.Equals("string", StringComparison.OrdinalIgnoreCase);
        var rest = BibTeXEntry.Read(text, head.Length, isString, state.Strings, raw, state.Line);
        if (isString) yield break;
        if (rest is not null) raw.Add(TaggedLines.Untagged, rest, state.Line);
        foreach (var item in reading.Items(raw, BibTeXTable.For(raw), "\n")) yield return item;
        if (rest is not null)
            yield return reading.Problem(state.Line, $"part of the entry is no field; kept as \"{TaggedLines.Untagged}\": {Shown(rest)}", $"条目中有一部分不是字段，以“{TaggedLines.Untagged}”保留：{Shown(rest)}");
    }

    static string Shown(string text)
    {
        text = text.Replace('\n', ' ').Trim();
        return text.Length > 120 ? text[..120] + "…" : text;
    }

    // Mail addresses and prose have @ too: an entry begins a line, or stands alone with its brace on a later one.
    [GeneratedRegex(@"^\s*(@)\s*(?:$|%|[A-Za-z]+\s*(?:$|%|[{(]))")]
    private static partial Regex EntryStart();

    [GeneratedRegex(@"^@[A-Za-z]+\s*\{\s*[^\s={}""#]+,\s*$")]
    private static partial Regex NewEntry();

    [GeneratedRegex(@"^@(?:\s|%[^\n]*\n)*([A-Za-z]+)(?:\s|%[^\n]*\n)*[{(]\s*")]
    private static partial Regex EntryHead();
}
