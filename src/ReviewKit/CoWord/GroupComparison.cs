using System.Globalization;
using ReviewKit.Records;
using ReviewKit.Text;

namespace ReviewKit.CoWord;

/// <summary>The map of one group of records, such as those on one city.</summary>
public sealed record GroupMap(string Name, int Records, CoWordMap Map);

/// <summary>A term in every group that has it on its map.</summary>
/// <param name="In">One for each group, in their order; null where the group's map has not got the term.</param>
public sealed record ComparedTerm(string Label, int Occurrences, IReadOnlyList<CoWordTerm?> In);

/// <summary>One map for each group of records, and what the groups have in common.</summary>
/// <param name="Groups">In the order given.</param>
/// <param name="Terms">Of any group's map, the ones in most groups first, then by occurrences.</param>
/// <param name="Without">Records that belong to no group.</param>
public sealed record GroupComparison(IReadOnlyList<GroupMap> Groups, IReadOnlyList<ComparedTerm> Terms, int Without)
{
    /// <param name="records">A record may belong to several groups, or to none.</param>
    /// <param name="groups">Names, in the order of the table.</param>
    /// <param name="groupsOf">Which of them a record belongs to.</param>
    /// <param name="options">Of each group's map.</param>
    public static GroupComparison Of(IReadOnlyList<Record> records, IReadOnlyList<string> groups, Func<Record, IReadOnlyList<string>> groupsOf, CoWordOptions options)
    {
        var of = records.Select(record => groupsOf(record).ToHashSet(StringComparer.Ordinal)).ToList();
        var maps = groups.Select(name =>
        {
            var own = records.Where((_, i) => of[i].Contains(name)).ToList();
            return new GroupMap(name, own.Count, CoWordMap.Of(own, options));
        }).ToList();
        var byKey = maps.Select(group => group.Map.Terms.ToDictionary(term => term.Key, StringComparer.Ordinal)).ToList();
        var terms = byKey.SelectMany(map => map.Keys).Distinct(StringComparer.Ordinal).Select(key =>
        {
            var places = byKey.Select(map => map.GetValueOrDefault(key)).ToList();
            var most = places.OfType<CoWordTerm>().MaxBy(term => term.Occurrences)!;
            return (Key: key, Term: new ComparedTerm(most.Label, places.Sum(term => term?.Occurrences ?? 0), places));
        });
        return new GroupComparison(maps,
            [.. terms.OrderByDescending(row => row.Term.In.Count(term => term is not null)).ThenByDescending(row => row.Term.Occurrences).ThenBy(row => row.Key, StringComparer.Ordinal).Select(row => row.Term)],
            of.Count(own => !own.Overlaps(groups)));
    }

    /// <summary>Writes the table; see <see cref="CoWordTables"/>.</summary>
    public void WriteTable(TextWriter writer) => CoWordTables.WriteComparison(writer, this);

    /// <summary>Groups told by words: a record belongs to a group when its title, abstract or keywords have one of the group's names.</summary>
    /// <param name="names">"Beijing|北京": several names with a bar between; the first is shown.</param>
    public static (IReadOnlyList<string> Groups, Func<Record, IReadOnlyList<string>> GroupsOf) ByWords(IReadOnlyList<string> names)
    {
        var forms = names.Select(name => name.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).Where(all => all.Length > 0).ToList();
        return ([.. forms.Select(all => all[0])], record =>
        {
            var text = Fold.Term(string.Join(" \n ", new[] { record.Title, record.TranslatedTitle, record.Abstract, record.TranslatedAbstract }.Concat(record.Keywords)));
            return [.. forms.Where(all => Array.Exists(all, name => HasWord(text, Fold.Term(name)))).Select(all => all[0])];
        }
        );
    }

    /// <summary>Groups told by a field: source, language, type, year, or any field of the file that ReviewKit has no place for.</summary>
    public static (IReadOnlyList<string> Groups, Func<Record, IReadOnlyList<string>> GroupsOf) ByField(IReadOnlyList<Record> records, string field)
    {
        IReadOnlyList<string> Of(Record record) => Fields.TryGetValue(field.ToLowerInvariant(), out var known)
            ? [.. new[] { known(record) }.OfType<string>()]
            : [.. record.Other.Where(pair => string.Equals(pair.Key, field, StringComparison.OrdinalIgnoreCase)).SelectMany(pair => pair.Value).SelectMany(value => value.Split(';', '；')).Select(value => value.Trim()).Where(value => value.Length > 0).Distinct()];
        return ([.. records.SelectMany(Of).GroupBy(name => name, StringComparer.Ordinal).OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal).Select(group => group.Key)], Of);
    }

    static readonly Dictionary<string, Func<Record, string?>> Fields = new()
    {
        ["source"] = record => record.Source,
        ["language"] = record => record.Language,
        ["type"] = record => record.Type,
        ["year"] = record => record.Year?.ToString(CultureInfo.InvariantCulture),
    };

    // A name in Latin letters is a word of its own; between Chinese characters there is nothing to tell where a word ends.
    static bool HasWord(string text, string word)
    {
        for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
        {
            if (Fold.HasHan(word)) return true;
            var end = at + word.Length;
            if ((at == 0 || !char.IsAsciiLetterOrDigit(text[at - 1])) && (end == text.Length || !char.IsAsciiLetterOrDigit(text[end]))) return true;
        }
        return false;
    }
}
