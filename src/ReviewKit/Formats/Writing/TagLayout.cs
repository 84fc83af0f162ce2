using System.Text;
using ReviewKit.Records;

namespace ReviewKit.Formats;

/// <summary>How a tagged format lays out its lines when written: the counterpart of <see cref="TagSyntax"/>.</summary>
/// <param name="Syntax">The syntax that reads it; a line of text that it would take for a tag gets a blank before it.</param>
/// <param name="Lead">What stands before a value.</param>
/// <param name="Follow">What stands before the lines that continue one.</param>
sealed record TagLayout(TagSyntax Syntax, Func<string, string> Lead, string Follow = "")
{
    /// <summary>Lines before the first record and behind the last.</summary>
    public string Before { get; init; } = "";
    public string After { get; init; } = "";

    /// <summary>The line that ends a record, without its line end; "" for none.</summary>
    public string End { get; init; } = "";

    /// <summary>Tags in the order in which they are written; others follow. Empty where order does not matter.</summary>
    public IReadOnlyList<string> Order { get; init; } = [];

    /// <summary>True where programs look for a byte order mark, without which they take Chinese for something else.</summary>
    public bool HasMark { get; init; }

    public void Print(IEnumerable<(Record Record, RawRecord Raw)> records, Stream stream, WriteOptions options)
    {
        using var text = new StreamWriter(stream, new UTF8Encoding(HasMark), 1 << 16, leaveOpen: true) { NewLine = options.NewLine };
        if (Before.Length > 0) text.WriteLine(Before.ReplaceLineEndings(options.NewLine));
        var state = new TagState { HasIndented = true, Record = new RawRecord(1, 0) };
        foreach (var (_, raw) in records)
        {
            foreach (var field in Ordered(raw)) Print(text, field, state);
            if (End.Length > 0) text.WriteLine(End);
            text.WriteLine();
        }
        if (After.Length > 0) text.WriteLine(After);
    }

    IEnumerable<RawField> Ordered(RawRecord raw)
    {
        if (Order.Count == 0) return raw.Fields;
        return raw.Fields.OrderBy(f => Array.IndexOf((string[])Order, f.Tag) is var place and >= 0 ? place : Order.Count);
    }

    void Print(StreamWriter text, RawField field, TagState state)
    {
        var isFirst = true;
        foreach (var line in field.Lines)
        {
            if (isFirst)
            {
                text.Write(Lead(field.Tag));
                text.WriteLine(line);
                isFirst = false;
                continue;
            }
            text.Write(Follow.Length == 0 && (Syntax.Match(line, state).Found || Syntax.Glued(line, state) > 0) ? " " : Follow);
            text.WriteLine(line);
        }
    }
}
