using System.Text.RegularExpressions;

namespace ReviewKit.Formats;

/// <summary>What the columns of a table mean whose names are not known here: said by the user, `Title=题目,Year=出版年度`.</summary>
public sealed partial class ColumnMap
{
    /// <summary>The fields a column can be mapped to.</summary>
    public static readonly IReadOnlyList<string> Fields =
    [
        "title", "translated title", "authors", "editors", "journal", "abstract", "translated abstract", "keywords", "index keywords", "year", "date", "volume", "issue",
        "pages", "article number", "doi", "issn", "isbn", "pmid", "id", "language", "url", "affiliations", "publisher", "institution", "references", "times cited", "type",
    ];

    readonly List<(string Field, string Column)> _pairs = [];

    ColumnMap() { }

    /// <summary>Field and column as the user wrote them, in order.</summary>
    public IReadOnlyList<(string Field, string Column)> Pairs => _pairs;

    /// <summary>Reads "Title=题目, Authors=作者名": field, equals sign, column; a comma inside a column's name is part of it.</summary>
    /// <exception cref="ReviewKitException">A part is no pair, or names no field.</exception>
    public static ColumnMap Parse(string text)
    {
        var map = new ColumnMap();
        foreach (var part in PairStart().Split(text))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals < 0 || Blank.Is(part.AsSpan(equals + 1)))
                throw new ReviewKitException($"\"{part}\" maps no column: write Field=Column, as in Title=题目", $"“{part}”没有给出列名：应写作 字段=列名，例如 Title=题目");
            map.Add(part[..equals], part[(equals + 1)..]);
        }
        return map;
    }

    /// <summary>From fields and their columns, as review.yaml has them.</summary>
    /// <exception cref="ReviewKitException">A key names no field.</exception>
    public static ColumnMap Of(IEnumerable<KeyValuePair<string, IReadOnlyList<string>>> columns)
    {
        var map = new ColumnMap();
        foreach (var (field, names) in columns)
            foreach (var name in names) map.Add(field, name);
        return map;
    }

    /// <summary>This map and what another adds; the other's word counts where both name a column.</summary>
    public ColumnMap And(ColumnMap other)
    {
        var both = new ColumnMap();
        both._pairs.AddRange(other._pairs);
        both._pairs.AddRange(_pairs.Where(pair => !other._pairs.Exists(known => ColumnTable.Key(known.Column) == ColumnTable.Key(pair.Column))));
        return both;
    }

    void Add(string field, string column)
    {
        var key = ColumnTable.Key(field);
        if (!Fields.Contains(key))
            throw new ReviewKitException($"no field \"{Blank.Trim(field)}\"; a column can be mapped to: {string.Join(", ", Fields)}",
                $"没有字段“{Blank.Trim(field)}”；列可以对应的字段有：{string.Join("、", Fields)}");
        _pairs.Add((key, Blank.Trim(column)));
    }

    [GeneratedRegex(@"[,，;；](?=[^,，;；=]+=)")]
    private static partial Regex PairStart();
}
