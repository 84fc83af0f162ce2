using ReviewKit.Text;

namespace ReviewKit.Formats;

/// <summary>One layout of bibliographic records that can be read.</summary>
public sealed record Format
{
    internal Format(string name, Message title, IReadOnlyList<string> extensions)
    {
        Name = name;
        Title = title;
        Extensions = extensions;
    }

    /// <summary>As it is stored with the records and given to --format.</summary>
    public string Name { get; }

    public Message Title { get; }

    /// <summary>Usual endings of such files, with the dot; only a hint, the content decides.</summary>
    public IReadOnlyList<string> Extensions { get; }

    /// <summary>True when the beginning of a file is in this format.</summary>
    internal Func<Head, bool> Recognises { get; init; } = _ => false;

    internal Func<Reading, IEnumerable<Item>> Reader { get; init; } = _ => [];

    public override string ToString() => Name;
}
