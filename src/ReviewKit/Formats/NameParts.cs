using ReviewKit.Records;

namespace ReviewKit.Formats;

/// <summary>A name of which the source tells the parts apart, on its way through the tables as one text.</summary>
static class NameParts
{
    public const char Separator = '\u001f';

    public static string Join(string? family, string? given, string? literal = null, string? orcid = null) =>
        string.Join(Separator, family, given, literal, orcid);

    public static string Join(PersonName name) => Join(name.Family, name.Given, name.Literal, name.Orcid);

    /// <summary>The parts that <see cref="Join(PersonName)"/> joined, "" where there is none.</summary>
    public static (string Family, string Given, string Literal) Split(string text) => text.Split(Separator) is [var family, var given, var literal, ..] ? (family, given, literal) : ("", "", text);

    /// <summary>The name; null for one without any letter.</summary>
    public static PersonName? Parse(string text)
    {
        var parts = text.Split(Separator);
        if (parts.Length < 4) return NameParser.Of(text);
        var (family, given, literal, orcid) = (Some(parts[0]), Some(parts[1]), Some(parts[2]), Some(parts[3]));
        if (family is null && given is null) return literal is null ? null : NameParser.Of(literal) with { Orcid = orcid };
        return given is null ? new PersonName { Literal = family, Orcid = orcid }
            : family is null ? new PersonName { Literal = given, Orcid = orcid }
            : new PersonName { Family = family, Given = given, Orcid = orcid };
    }

    static string? Some(string text) => Blank.Trim(text) is { Length: > 0 } value ? value : null;
}
