namespace ReviewKit.Formats;

/// <summary>Records out of XML, one element at a time: the file is never in memory as a whole, and a broken record does not take the rest with it.</summary>
static class XmlRecords
{
    // No record is this large: its end is missing.
    const int Largest = 4 << 20;
    const int LongestTag = 1 << 16;
    const int MostStrayLines = 200;

    static readonly (string Begin, string End)[] Passing = [("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", "?>"), ("<!", ">")];

    /// <summary>One record's text and its place.</summary>
    public readonly record struct Chunk(string Text, int Line, long Offset, long End, bool IsOpen);

    sealed class State
    {
        public string? Name { get; set; }
        public long Begin { get; set; }
        public int Line { get; set; }
        public long Offset { get; set; }
        public int Depth { get; set; }
        public bool InRoot { get; set; }
        /// <summary>The record too large to be read whose rest is passed over.</summary>
        public string? Passing { get; set; }

        public string Around { get; set; } = "";

        /// <summary>How far each end of a section is known not to come, so that it is not looked for again and again.</summary>
        public Dictionary<string, long> Absent { get; } = [];
    }

    public static IEnumerable<Item> Read(Reading reading, XmlShape shape)
    {
        var items = new Queue<Item>();
        foreach (var chunk in Chunks(reading, shape, items))
        {
            while (items.TryDequeue(out var trouble)) yield return trouble;
            if (chunk is { } whole)
                foreach (var item in Items(reading, shape, whole)) yield return item;
        }
        while (items.TryDequeue(out var trouble)) yield return trouble;
    }

    public static IEnumerable<Item> Items(Reading reading, XmlShape shape, Chunk chunk)
    {
        var (root, rest) = Element.Parse(chunk.Text);
        var raw = new RawRecord(chunk.Line, chunk.Offset) { End = chunk.End };
        var fields = new XmlFields();
        fields.Take(root, "", shape);
        shape.Complete(fields, root);
        fields.PutInto(raw);
        if (rest is { Length: > 0 } && !root.Value.Contains(rest, StringComparison.Ordinal)) raw.Add(TaggedLines.Untagged, rest, chunk.Line);
        foreach (var item in reading.Items(raw, shape.Table, "\n", shape.Source)) yield return item;
        if (chunk.IsOpen)
            yield return reading.Damaged(chunk.Line, "the record is not closed: the file may be cut off; read as far as it goes", "该记录没有结束：文件可能不完整，按已有内容读取");
        else if (rest is not null)
            yield return reading.Damaged(chunk.Line, "the record is not well formed; what follows the error is kept as \"untagged\"", "该记录的 XML 格式有误，错误之后的内容保留在“untagged”中");
    }

    /// <summary>The text of each record in file order; null where there is only something in the queue to be told.</summary>
    public static IEnumerable<Chunk?> Chunks(Reading reading, XmlShape shape, Queue<Item> items)
    {
        var window = reading.Window();
        var state = new State();
        var stray = new List<(string Text, int Line)>();
        long at = 0;
        while (true)
        {
            while (window.Troubles.TryDequeue(out var trouble)) items.Enqueue(trouble);
            var open = window.Find("<", at, LongestTag);
            if (open < 0 && window.End - at > LongestTag) open = window.End;
            if (state.Name is null) Stray(window, shape, state, stray, at, open < 0 ? window.End : open);
            if (stray.Count > MostStrayLines) Tell(reading, stray, items);
            if (open < 0) break;
            at = open;
            if (at == window.End) { }
            else if (Passed(window, state, ref at)) { }
            else if (Tag(window, at) is var (name, kind, end))
            {
                if (Step(window, shape, state, name, kind, at, end) is { } chunk) yield return chunk;
                at = kind == Kind.Broken ? at + 1 : end;
            }
            if (state.Name is null) window.Drop(at);
            else if (at - state.Begin > Largest)
            {
                items.Enqueue(reading.Problem(state.Line, "the record is larger than 4 MB (its end is missing?); only its beginning is read", "该记录超过 4 MB（可能缺少结束标志），只读取开头部分"));
                state.Passing = state.Name;
                yield return Close(window, state, at, isOpen: true);
                window.Drop(at);
            }
            if (items.Count > 0) yield return null;
        }
        if (state.Name is not null) yield return Close(window, state, window.End, isOpen: true);
        if (stray.Count > 0) Tell(reading, stray, items);
    }

    enum Kind { Start, End, Empty, Broken }

    /// <summary>Passes comments, processing instructions, the document type and CDATA sections.</summary>
    static bool Passed(TextWindow window, State state, ref long at)
    {
        foreach (var (begin, usual) in Passing)
        {
            if (!window.Is(begin, at)) continue;
            var end = usual;
            var close = End(window, state, end, at + begin.Length);
            // A DTD inside the document: entities could be declared there, none is read.
            if (begin == "<!" && close >= 0 && window.From(at)[..(int)(close - at)].Contains('[')) (close, end) = (End(window, state, "]>", at), "]>");
            // A section that was never closed would swallow the records behind it.
            if (state.Name is { } name && BeginsWithin(window, state, "<" + name + ">", at, close)) close = -1;
            at = close < 0 ? at + begin.Length : close + end.Length;
            return true;
        }
        return false;
    }

    static bool BeginsWithin(TextWindow window, State state, string record, long from, long to) =>
        to < 0 ? End(window, state, record, from) >= 0 : window.From(from)[..(int)(to - from)].Contains(record, StringComparison.Ordinal);

    static long End(TextWindow window, State state, string text, long from)
    {
        var found = window.Find(text, Math.Max(from, state.Absent.GetValueOrDefault(text)), Largest);
        if (found < 0) state.Absent[text] = window.End - text.Length + 1;
        return found;
    }

    static (string Name, Kind Kind, long End) Tag(TextWindow window, long at)
    {
        var quote = '\0';
        for (var i = at + 1; i - at < LongestTag; i++)
        {
            if (i >= window.End && !window.More()) break;
            var c = window.From(i)[0];
            if (c == '<') break;
            if (quote != '\0' ? c == quote : c is '"' or '\'') quote = quote == '\0' ? c : '\0';
            if (c != '>' || quote != '\0') continue;
            var text = window.Text(at + 1, i);
            var isEnd = text.StartsWith('/');
            var name = text.AsSpan(isEnd ? 1 : 0);
            var blank = name.IndexOfAny(" \t\n/");
            if (blank >= 0) name = name[..blank];
            if (name.Length == 0 || !(char.IsLetter(name[0]) || name[0] == '_')) break;
            return (name.ToString(), isEnd ? Kind.End : text.EndsWith('/') ? Kind.Empty : Kind.Start, i + 1);
        }
        return ("", Kind.Broken, at + 1);
    }

    static Chunk? Step(TextWindow window, XmlShape shape, State state, string name, Kind kind, long at, long end)
    {
        if (kind == Kind.Broken) return null;
        if (state.Name is null)
        {
            state.Around = kind == Kind.Start ? name : "";
            if (name == state.Passing) state.Passing = null;
            if (shape.Root is { } root && name == root) state.InRoot = kind == Kind.Start;
            else if (kind != Kind.End && (shape.Root is null ? shape.Records.Contains(name) : state.InRoot))
            {
                Begin(window, state, name, at);
                if (kind == Kind.Empty) return Close(window, state, end);
            }
            return null;
        }
        if (shape.Root is not null)
        {
            state.Depth += kind switch { Kind.Start => 1, Kind.End => -1, _ => 0 };
            return state.Depth == 0 || (kind == Kind.End && name == shape.Root) ? Close(window, state, end, name == shape.Root) : null;
        }
        if (kind == Kind.End && name == state.Name) return Close(window, state, end);
        if (kind != Kind.Start || name != state.Name) return null;
        // The next record begins before this one has ended.
        var open = Close(window, state, at, isOpen: true);
        Begin(window, state, name, at);
        return open;
    }

    static void Begin(TextWindow window, State state, string name, long at)
    {
        (state.Line, state.Offset) = window.Where(at);
        (state.Name, state.Begin, state.Depth) = (name, at, 1);
    }

    static Chunk Close(TextWindow window, State state, long end, bool isOpen = false)
    {
        var text = window.Text(state.Begin, end);
        var last = end;
        if (isOpen) last = state.Begin + text.AsSpan().TrimEnd().Length;
        state.Name = null;
        return new Chunk(text, state.Line, state.Offset, window.Where(last).Offset, isOpen);
    }

    static void Stray(TextWindow window, XmlShape shape, State state, List<(string Text, int Line)> stray, long from, long to)
    {
        if (state.Passing is not null || from < window.Start || Blank.Is(window.From(from)[..(int)(to - from)])) return;
        if (!shape.Envelope.Contains(state.Around)) stray.Add((Blank.Trim(window.Text(from, to)), window.Where(from).Line));
    }

    static void Tell(Reading reading, List<(string Text, int Line)> stray, Queue<Item> items)
    {
        items.Enqueue(TaggedLines.Outside(reading, stray));
        stray.Clear();
    }
}
