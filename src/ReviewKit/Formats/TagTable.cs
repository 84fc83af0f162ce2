using ReviewKit.Records;

namespace ReviewKit.Formats;

/// <summary>One row of a format's table: this tag holds that field, written in this form.</summary>
/// <remarks>Rows of one field are ordered: of several tags with one value, the first row's wins and the others are kept under their tags.</remarks>
sealed record TagRow(string Tag, Field Field, Form Form)
{
    public TagRow(string tag, Field field) : this(tag, field, Form.Line) { }

    /// <summary>Types, as CSL names or as the source's own words, for which alone the row holds; null for all.</summary>
    public string[]? Only { get; init; }

    /// <summary>True for a list that is used only where no other row fills the field: abbreviated authors beside full ones.</summary>
    public bool IsFallback { get; init; }

    /// <summary>True where lines without a tag continue one text that is split afterwards; false where each line is a value of its own.</summary>
    public bool IsWrapped { get; init; }

    /// <summary>True for a tag that is read and never written: another row's tag is the usual one for the field.</summary>
    public bool IsOnlyRead { get; init; }

    /// <summary>What is written under this tag where that is not simply the field: a first page, one of two numbers. Such a row is written whatever other rows of the field are.</summary>
    public Func<Record, IEnumerable<string>>? Written { get; init; }
}

/// <summary>What the tags of a format mean, for reading and for writing.</summary>
sealed class TagTable(Func<RawRecord, RecordKind> kind, params TagRow[] rows)
{
    // Types come from the file, so a damaged one could fill the cache without end.
    const int MostKinds = 500;

    readonly Dictionary<RecordKind, Dictionary<string, Ranked>> _byKind = [];

    /// <summary>A row and its place among the rows: the lower rank wins.</summary>
    public readonly record struct Ranked(TagRow Row, int Rank);

    public IReadOnlyList<TagRow> Rows => rows;

    public Func<RawRecord, RecordKind> Kind => kind;

    /// <summary>The tags as the table names them; the label of a column or of CNKI's custom text is wider than the name.</summary>
    public Func<string, string> Key { get; init; } = tag => tag;

    /// <summary>Makes plain text of a value without a row.</summary>
    public Func<string, string> Plain { get; init; } = text => text;

    /// <summary>Tags that say the type and nothing else.</summary>
    public IReadOnlySet<string> TypeTags { get; init; } = new HashSet<string>();

    /// <summary>The tags, with their values, that open a written record and say its type; the record is of this format's family or not.</summary>
    public Func<Record, bool, CitationKeys, IEnumerable<(string Tag, string Value)>> Opening { get; init; } = (_, _, _) => [];

    /// <summary>What the order of the tags says beyond each of them: whose address an address is.</summary>
    public Action<RawRecord, Record> InOrder { get; init; } = (_, _) => { };

    /// <summary>The tag in which the database is named; null where there is none.</summary>
    public string? SourceTag { get; init; }

    /// <summary>The inverse of <see cref="Plain"/>: a plain text as this format writes it.</summary>
    public Func<string, string> Coded { get; init; } = text => text;

    /// <summary>True when the tag holds one short value, which a line behind a blank line does not continue.</summary>
    public bool IsShort(string tag) => Array.Exists(rows, r => r.Tag == tag && r.Field.Kind == FieldKind.One);

    public IEnumerable<string> Tags => rows.Select(r => r.Tag);

    /// <summary>The rows that hold for a kind of record, by tag.</summary>
    public Dictionary<string, Ranked> For(RecordKind kind)
    {
        lock (_byKind)
        {
            if (_byKind.TryGetValue(kind, out var known)) return known;
            var found = new Dictionary<string, Ranked>(StringComparer.Ordinal);
            for (var i = 0; i < rows.Length; i++)
            {
                if (!Holds(rows[i], kind)) continue;
                // A row for this type stands before the row for all types.
                if (!found.TryGetValue(rows[i].Tag, out var other) || (rows[i].Only is not null && other.Row.Only is null))
                    found[rows[i].Tag] = new Ranked(rows[i], i);
            }
            if (_byKind.Count < MostKinds) _byKind[kind] = found;
            return found;
        }
    }

    static bool Holds(TagRow row, RecordKind kind) =>
        row.Only is null || row.Only.Contains(kind.Type) || row.Only.Contains(kind.Word, StringComparer.OrdinalIgnoreCase);
}

/// <summary>The type of a record: the source's own word and the CSL name for it.</summary>
readonly record struct RecordKind(string? Word, string? Type);
