using ReviewKit.Records;
using ReviewKit.Text;

namespace ReviewKit.Formats;

/// <summary>A record while it is being filled.</summary>
sealed class Draft(Record record)
{
    public Record Record { get; } = record;

    /// <summary>Makes plain text of a value that is kept under its own tag.</summary>
    public Func<string, string> Plain { get; init; } = text => text;

    /// <summary>Line of the value that is being put in.</summary>
    public int Line { get; set; }

    /// <summary>What a table of ours keeps of the record beside its columns.</summary>
    public string? Rest { get; set; }

    public List<(int Line, Message Said)> Troubles { get; } = [];

    public void Trouble(string en, string zh) => Troubles.Add((Line, new Message(en, zh)));
}

/// <summary>Whether a field holds one value, one long text of which several parts are joined, or a list.</summary>
enum FieldKind { One, Long, List }

/// <summary>A named place in a record that a tag can be read into and written from.</summary>
/// <param name="Put">Puts one value in; true when all of it is in the record now, false when the source's text must be kept under its own tag too.</param>
/// <param name="Get">The values as text, in order.</param>
sealed record Field(string Name, FieldKind Kind, Func<Draft, string, bool> Put, Func<Record, IEnumerable<string>> Get)
{
    public override string ToString() => Name;
}
