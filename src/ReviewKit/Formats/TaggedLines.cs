namespace ReviewKit.Formats;

/// <summary>The one reader of all formats that write a tag at the beginning of a line.</summary>
static class TaggedLines
{
    /// <summary>The tag under which lines outside the tags are kept: the text before a record, numbering, comments.</summary>
    public const string Untagged = "untagged";

    // Files of another kind read by force, and headers of web pages, have endless lines outside records.
    const int MostStrayLines = 200;

    // "Clarivate Analytics Web of Science" has 34 characters.
    const int LongestFileName = 60, LongestFileLine = 12;

    public static IEnumerable<Item> Read(Reading reading, TagSyntax syntax, TagTable table)
    {
        var state = new TagState();
        var endings = new Endings();
        var stray = new List<(string Text, int Line)>();
        var names = new HashSet<string>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        while (reading.Lines.Read(out var line))
        {
            if (reading.Damage(line) is { } damage) yield return damage;
            if (line.Damage == LineDamage.TooLong) continue;
            var rest = syntax.Clean(line.Text);
            var begin = line.Offset;
            while (true)
            {
                var cut = syntax.Glued(rest, state);
                var text = cut > 0 ? rest[..cut] : rest;
                if (Blank.Is(text)) state.BlankLines++;
                else
                {
                    var end = cut > 0 ? Math.Min(line.End, begin + reading.Encoding.Decoder.GetByteCount(text)) : line.End;
                    if (Step(syntax, table, state, stray, names, text, (line.Number, begin, end)) is { } whole)
                    {
                        endings.Add(whole);
                        foreach (var item in reading.Items(whole, table, syntax.Paragraph)) yield return item;
                    }
                    state.BlankLines = 0;
                }
                if (cut <= 0) break;
                begin = Math.Min(line.End, begin + reading.Encoding.Decoder.GetByteCount(text));
                rest = rest[cut..];
            }
            if (stray.Count <= MostStrayLines) continue;
            yield return Outside(reading, stray);
            stray.Clear();
        }
        if (state.Record is { } last)
        {
            foreach (var item in reading.Items(last, table, syntax.Paragraph)) yield return item;
            if (endings.IsCut(last, syntax, reading.Lines.EndsOpen))
                yield return reading.Damaged(last.Line, "the file ends inside this record: it may be cut off; read as far as it goes", "文件在该记录中间结束，可能不完整；按已有内容读取");
        }
        if (stray.Count > 0) yield return Outside(reading, stray);
    }

    /// <summary>Takes one line in.</summary>
    /// <returns>The record that this line shows to be complete.</returns>
    static RawRecord? Step(
        TagSyntax syntax, TagTable table, TagState state, List<(string Text, int Line)> stray, HashSet<string>.AlternateLookup<ReadOnlySpan<char>> names,
        string text, (int Number, long Begin, long End) line)
    {
        var match = syntax.Match(text, state);
        if (!match.Found)
        {
            Continue(table, state, stray, text, line);
            return null;
        }
        var tag = Name(names, text.AsSpan(match.TagStart, match.TagLength));
        var value = text[match.ValueStart..];
        RawRecord? whole = null;
        if (syntax.Begins(tag, state))
        {
            whole = state.Record;
            state.Record = Begin(stray, line.Number, line.Begin);
        }
        else if (syntax.OfFile.Contains(tag))
        {
            whole = state.Record;
            state.Record = null;
            // Where line ends were lost, a record stands behind the version of the format.
            if (value.Length > (tag == "FN" ? LongestFileName : LongestFileLine)) stray.Add((text, line.Number));
            return whole;
        }
        else if (state.Record is null)
        {
            stray.Add((text, line.Number));
            return null;
        }
        else if (tag == syntax.End)
        {
            whole = state.Record;
            whole.End = line.End;
            if (!Blank.Is(value)) whole.Add(tag, value, line.Number);
            state.Record = null;
            return whole;
        }
        state.Record.Add(tag, value, line.Number);
        state.Record.End = line.End;
        return whole;
    }

    static void Continue(TagTable table, TagState state, List<(string Text, int Line)> stray, string text, (int Number, long Begin, long End) line)
    {
        state.HasIndented |= text[0] is ' ' or '\t';
        if (state.Record is null)
        {
            stray.Add((text, line.Number));
            return;
        }
        if (state.Record.Fields.Count == 0 || (state.BlankLines > 0 && table.IsShort(table.Key(state.LastTag!)))) state.Record.Add(Untagged, text, line.Number);
        else state.Record.Continue(text);
        state.Record.End = line.End;
    }

    static RawRecord Begin(List<(string Text, int Line)> stray, int line, long begin)
    {
        var record = new RawRecord(line, begin);
        foreach (var (text, number) in stray) record.Add(Untagged, text, number);
        stray.Clear();
        return record;
    }

    static string Name(HashSet<string>.AlternateLookup<ReadOnlySpan<char>> names, ReadOnlySpan<char> tag)
    {
        if (names.TryGetValue(tag, out var known)) return known;
        var name = tag.ToString();
        // A damaged file can make up tags without end.
        if (names.Set.Count < 10_000) names.Set.Add(name);
        return name;
    }

    public static ProblemItem Outside(Reading reading, List<(string Text, int Line)> stray)
    {
        // Shown almost whole, because they are kept nowhere else.
        var shown = string.Join(" / ", stray.Take(10).Select(s => s.Text.Length > 2000 ? s.Text[..2000] + "…" : s.Text));
        return reading.Problem(stray[0].Line,
            $"{stray.Count} lines belong to no record and are left out: {shown}",
            $"{stray.Count} 行不属于任何记录，已略过：{shown}");
    }
}
