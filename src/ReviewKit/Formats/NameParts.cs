using ReviewKit.Records;

namespace ReviewKit.Formats;

/// <summary>A name of which the source tells the parts apart, on its way through the tables as one text.</summary>
static class NameParts
{
    public const char Separator = '\u001f';

    public static string Join(string? family, string? given, string? literal = null, string? orcid = null, IEnumerable<string>? affiliations = null) =>
        string.Join(Separator, [family, given, literal, orcid, .. affiliations ?? []]);

    public static string Join(PersonName name) => Join(name.Family, name.Given, name.Literal, name.Orcid, name.Affiliations);

    /// <summary>The parts that <see cref="Join(PersonName)"/> joined, "" where there is none.</summary>
    public static (string Family, string Given, string Literal) Split(string text) => text.Split(Separator) is [var family, var given, var literal, ..] ? (family, given, literal) : ("", "", text);

    /// <summary>The name; null for one without any letter.</summary>
    public static PersonName? Parse(string text)
    {
        var parts = text.Split(Separator);
        if (parts.Length < 4) return NameParser.Of(text);
        var (family, given, literal, orcid) = (Some(parts[0]), Some(parts[1]), Some(parts[2]), Some(parts[3]));
        var name = family is not null && given is not null ? new PersonName { Family = family, Given = given }
            : (family ?? given) is { } only ? new PersonName { Literal = only }
            : literal is not null ? NameParser.Of(literal) : null;
        var affiliations = parts.Skip(4).Select(Blank.Trim).Where(a => a.Length > 0).Distinct().ToList();
        return name is null ? null : name with { Orcid = orcid, Affiliations = affiliations.Count == 0 ? null : affiliations };
    }

    static string? Some(string text) => Blank.Trim(text) is { Length: > 0 } value ? value : null;
}
