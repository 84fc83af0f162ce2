using System.Text.Json;
using System.Text.RegularExpressions;

namespace ReviewKit.Formats;

/// <summary>Records out of JSON, one object at a time: a list, an answer of a service around a list, one object, or objects line after line.</summary>
static partial class JsonRecords
{
    const int Largest = 16 << 20;

    // Deeper than any record; JsonDocument refuses more, so no nesting can exhaust the stack.
    const int Deepest = 64;
    const int MostStrayTexts = 200;

    /// <summary>Keys under which services put their list; the object around it is no record then.</summary>
    static readonly string[] Lists = ["results", "items", "records", "works", "data"];

    /// <summary>Crossref wraps list or record in an object of this name.</summary>
    const string Wrapper = "message";

    static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = Deepest };

    sealed class State
    {
        public int Depth { get; set; }

        /// <summary>Depth of the object that is a record, 0 outside.</summary>
        public int Record { get; set; }

        /// <summary>True while the object at hand may turn out to be the answer of a service around a list.</summary>
        public bool MayBeAnswer { get; set; }

        public long Begin { get; set; }
        public int Line { get; set; }
        public long Offset { get; set; }
        public string Key { get; set; } = "";

        /// <summary>For each open bracket whether it is a list, and whether its objects are records.</summary>
        public Stack<(bool IsList, bool HasRecords)> Open { get; } = new();

        /// <summary>Text between records that is neither record nor punctuation.</summary>
        public List<(string Text, int Line)> Stray { get; } = [];

        public bool IsBetween => Record == 0 && (!Open.TryPeek(out var open) || open.HasRecords);
    }

    readonly record struct Chunk(string Text, int Line, long Offset, long End);

    /// <param name="items">The items of one record's object.</param>
    public static IEnumerable<Item> Read(Reading reading, Func<JsonElement, RawRecord, IEnumerable<Item>> items)
    {
        var window = reading.Window();
        var state = new State();
        long at = 0;
        while (at < window.End || window.More())
        {
            while (window.Troubles.TryDequeue(out var trouble)) yield return trouble;
            var (next, chunk) = Step(window, state, at);
            at = next;
            if (chunk is { } whole)
                foreach (var item in Items(reading, whole, items)) yield return item;
            if (state.Stray.Count == MostStrayTexts)
            {
                yield return TaggedLines.Outside(reading, state.Stray);
                state.Stray.Clear();
            }
            if (state.Record == 0) window.Drop(at);
            if (state.Record == 0 || at - state.Begin <= Largest) continue;
            yield return reading.Problem(state.Line, "the record is larger than 16 MB (its end is missing?); left out", "该记录超过 16 MB（可能缺少结束标志），已略过");
            state.Record = 0;
            window.Drop(at);
        }
        while (window.Troubles.TryDequeue(out var trouble)) yield return trouble;
        if (state.Stray.Count > 0) yield return TaggedLines.Outside(reading, state.Stray);
        if (state.Record > 0) yield return reading.Damaged(state.Line, $"the file ends inside this record, which is left out: {Shown(window.Text(state.Begin, window.End))}", $"文件在该记录中间结束，该记录已略过：{Shown(window.Text(state.Begin, window.End))}");
        else if (state.Open.Count > 0) yield return reading.Damaged(window.LastLine, "the list is not closed: the file may be cut off", "列表没有结束：文件可能不完整");
    }

    static IEnumerable<Item> Items(Reading reading, Chunk chunk, Func<JsonElement, RawRecord, IEnumerable<Item>> items)
    {
        JsonDocument? json = null;
        string? error = null;
        try
        {
            json = JsonDocument.Parse(Sound(chunk.Text), Lenient);
        }
        catch (JsonException broken)
        {
            error = broken.Message;
        }
        if (json is null)
        {
            yield return reading.Damaged(chunk.Line, $"the record is no sound JSON ({error}) and is left out: {Shown(chunk.Text)}", $"该记录不是正确的 JSON，已略过：{Shown(chunk.Text)}");
            yield break;
        }
        using (json)
            foreach (var item in items(json.RootElement, new RawRecord(chunk.Line, chunk.Offset) { End = chunk.End })) yield return item;
    }

    /// <summary>Goes on to the next bracket or string.</summary>
    static (long Next, Chunk? Chunk) Step(TextWindow window, State state, long at)
    {
        var rest = window.From(at);
        var found = rest.IndexOfAny("\"{}[]");
        var place = found < 0 ? window.End : at + found;
        if (state.IsBetween && rest[..(int)(place - at)].IndexOfAnyExcept(" \t\n\r,:\ufeff") >= 0) Stray(window, state, at, place);
        if (found < 0) return (window.End, null);
        switch (rest[found])
        {
            case '"':
                var end = EndOfString(window, state, place);
                if (state.IsBetween) Stray(window, state, place, end);
                return (end, null);
            case '{' or '[':
                Enter(window, state, place, rest[found] == '[');
                return (place + 1, null);
            default:
                return (place + 1, Leave(window, state, place + 1));
        }
    }

    static void Stray(TextWindow window, State state, long from, long to)
    {
        if (state.Stray.Count < MostStrayTexts) state.Stray.Add((Blank.Trim(window.Text(from, to)), window.Where(from).Line));
    }

    static void Enter(TextWindow window, State state, long place, bool isList)
    {
        var parent = state.Open.TryPeek(out var open) ? open : (IsList: true, HasRecords: true);
        state.Depth++;
        var isFirstLevel = state.Record > 0 && state.MayBeAnswer && state.Depth - state.Record == 1;
        // What seemed to be a record is the answer of a service: its list holds the records.
        var isAnswer = isFirstLevel && isList && Array.IndexOf(Lists, state.Key) >= 0 && BeginsObject(window, place);
        var isWrapped = isFirstLevel && !isList && state.Key == Wrapper;
        if (isAnswer) state.Record = 0;
        if (isWrapped || (state.Record == 0 && !isList && parent.HasRecords))
        {
            (state.Line, state.Offset) = window.Where(place);
            (state.Record, state.Begin, state.Key) = (state.Depth, place, "");
            state.MayBeAnswer = isWrapped || state.Depth == 1;
        }
        if (state.Depth <= Deepest) state.Open.Push((isList, isAnswer || (state.Record == 0 && isList && parent.HasRecords)));
    }

    static Chunk? Leave(TextWindow window, State state, long end)
    {
        if (state.Depth == 0) return null;
        if (state.Depth <= Deepest) state.Open.TryPop(out _);
        if (state.Depth-- != state.Record) return null;
        state.Record = 0;
        return new Chunk(window.Text(state.Begin, end), state.Line, state.Offset, window.Where(end).Offset);
    }

    static bool BeginsObject(TextWindow window, long list)
    {
        for (var i = list + 1; i < window.End || window.More(); i++)
            if (!char.IsWhiteSpace(window.From(i)[0])) return window.From(i)[0] == '{';
        return false;
    }

    static long EndOfString(TextWindow window, State state, long quote)
    {
        var i = quote + 1;
        while (true)
        {
            while (i >= window.End)
                if (!window.More()) return window.End;
            var found = window.From(i).IndexOfAny('"', '\\');
            if (found < 0) i = window.End;
            else if (window.From(i)[found] == '"')
            {
                i += found;
                break;
            }
            else i += found + 2;
            if (i - quote > Largest) return i;
        }
        if (i - quote < 40) state.Key = window.Text(quote + 1, i);
        return i + 1;
    }

    // Halves of characters, which programs that cut strings leave, are valid JSON that no reader can take for a text.
    static string Sound(string json) => json.Contains("\\ud", StringComparison.OrdinalIgnoreCase)
        ? Escape().Replace(json, match => match.Length == 6 && match.ValueSpan[2] is 'd' or 'D' && match.ValueSpan[3] is not (>= '0' and <= '7') ? "\\ufffd" : match.Value) : json;

    [GeneratedRegex(@"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\.", RegexOptions.Singleline)]
    private static partial Regex Escape();

    static string Shown(string text) => text.Length > 2000 ? text[..2000] + "…" : text;
}
