namespace ReviewKit.Records;

/// <summary>A person or body as the source names it: family and given where the source tells them apart, else literal.</summary>
public sealed record PersonName
{
    public string? Family { get; init; }
    public string? Given { get; init; }

    /// <summary>The whole name where it cannot be split safely: Hanzi names, organisations, names without a comma.</summary>
    public string? Literal { get; init; }

    /// <summary>Four groups of four digits with hyphens, the last of which may be X.</summary>
    public string? Orcid { get; init; }

    /// <summary>Where the person worked, in the source's order and words; null where the source does not say who worked where.</summary>
    public List<string>? Affiliations { get; init; }

    /// <summary>"Family, Given", or the literal name.</summary>
    public string Display => Literal ?? (Given is null ? Family ?? "" : $"{Family}, {Given}");

    /// <summary>Splits at the first comma ("Lu, Hong"); a name without one, and any Hanzi name, stays literal.</summary>
    public static PersonName Parse(string text)
    {
        text = text.Trim().TrimEnd(',', '，').TrimEnd();
        var comma = text.IndexOf(',', StringComparison.Ordinal);
        if (comma <= 0 || text.Any(c => c is >= '\u4e00' and <= '\u9fff'))
            return new PersonName { Literal = text };
        var given = text[(comma + 1)..].Trim();
        return given.Length == 0
            ? new PersonName { Literal = text[..comma].Trim() }
            : new PersonName { Family = text[..comma].Trim(), Given = given };
    }

    public bool Equals(PersonName? other) => other is not null && Family == other.Family && Given == other.Given && Literal == other.Literal && Orcid == other.Orcid
        && (Affiliations ?? []).SequenceEqual(other.Affiliations ?? []);

    public override int GetHashCode() => HashCode.Combine(Family, Given, Literal);

    public override string ToString() => Display;
}

/// <summary>Someone who is neither author nor editor of the report: supervisor, translator, sponsor, patent applicant.</summary>
public sealed record Contributor
{
    public required string Role { get; init; }
    public required PersonName Name { get; init; }
}
