using ReviewKit.Text;

namespace ReviewKit.Query.Dialects;

/// <summary>What one platform's search language can say, as data: the reader and the writer are the same for all of them. docs/dialects.md gives the sources.</summary>
public sealed record Dialect
{
    /// <summary>As on the command line: scopus, wos, cnki, …</summary>
    public required string Name { get; init; }

    public required Message Title { get; init; }

    /// <summary>Other names a person may type.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    public required FieldStyle Style { get; init; }

    /// <summary>Of several codes with the same meaning the first is written; all are read.</summary>
    public required IReadOnlyList<FieldCode> Fields { get; init; }

    /// <summary>Codes in square brackets that are read besides.</summary>
    public IReadOnlyList<FieldCode> Tags { get; init; } = [];

    /// <summary>Which code people use for a wish the platform cannot meet exactly.</summary>
    public IReadOnlyList<FieldHabit> Habits { get; init; } = [];

    public string And { get; init; } = "AND";
    public string Or { get; init; } = "OR";
    public string Not { get; init; } = "NOT";

    /// <summary>CNKI joins values within one field by signs: and, or, not in this order; null where the words serve.</summary>
    public string? InnerSigns { get; init; }

    public Binding Binding { get; init; } = Binding.NotAndOr;

    /// <summary>Operators in lower case are the platform's own habit (or as good), so not worth a remark.</summary>
    public bool AnyCaseOperators { get; init; }

    public char Quote { get; init; } = '"';
    public QuotePolicy Quotes { get; init; } = QuotePolicy.SeveralWords;

    /// <summary>Quotes around a single word change nothing.</summary>
    public bool IgnoresQuotedWord { get; init; }

    /// <summary>What several words without quotes mean.</summary>
    public BareWords BareWords { get; init; } = BareWords.AllOf;

    public IReadOnlyList<WildcardSign> Wildcards { get; init; } = [];
    public bool WildcardsInQuotes { get; init; } = true;

    /// <summary>So many letters must stand before a wildcard; 0 is no rule.</summary>
    public int MinStem { get; init; }

    public IReadOnlyList<NearForm> Near { get; init; } = [];

    /// <summary>PubMed's "a b"[ti:~n].</summary>
    public bool NearInTag { get; init; }

    /// <summary>CNKI's 'a /NEAR n b': within the quotes, between two values.</summary>
    public bool NearInQuotes { get; init; }

    /// <summary>Null when the platform has no such condition in its command line (then it is set in a form); open ends as null.</summary>
    public Func<int?, int?, string?> Years { get; init; } = (_, _) => null;

    /// <summary>As <see cref="Years"/> for ISO dates, where the platform knows months and days; else null.</summary>
    public Func<string?, string?, string>? Days { get; init; }

    /// <summary>Of two-letter codes or the platform's own words; null as for <see cref="Years"/>.</summary>
    public Func<IReadOnlyList<string>, string?> Languages { get; init; } = _ => null;

    /// <summary>Of CSL type names; null as for <see cref="Years"/>.</summary>
    public Func<IReadOnlyList<string>, string?> Types { get; init; } = _ => null;

    /// <summary>Null where the platform has no controlled vocabulary.</summary>
    public Func<SubjectHeading, string>? Heading { get; init; }

    public string? Vocabulary { get; init; }

    /// <summary>The language of the terms it is mostly asked in: en or zh.</summary>
    public string Language { get; init; } = "en";

    /// <summary>Characters its box takes; 0 where none is known.</summary>
    public int MaxLength { get; init; }

    /// <summary>Terms one bracket takes; 0 where no limit is known.</summary>
    public int MaxTermsInBracket { get; init; }

    /// <summary>Signs that no term there can have, besides those that mean nothing anywhere.</summary>
    public string StraySigns { get; init; } = "";

    /// <summary>Full-width punctuation is an error there, not a habit it forgives.</summary>
    public bool NeedsHalfWidth { get; init; }

    /// <summary>Written before the number of a line in a strategy of several lines; null where lines cannot be combined.</summary>
    public string? LineMark { get; init; } = "#";

    /// <summary>Its strings can be read.</summary>
    public bool CanRead { get; init; } = true;

    /// <summary>What everyone should know who pastes a string there.</summary>
    public IReadOnlyList<Remark> Remarks { get; init; } = [];

    public FieldCode? Code(string written) => In(Fields, written);

    public FieldCode? Tag(string written) => In(Style == FieldStyle.Tag ? Fields : Tags, written);

    static FieldCode? In(IReadOnlyList<FieldCode> fields, string written) =>
        fields.FirstOrDefault(field => field.Code.Equals(written, StringComparison.Ordinal)) ?? fields.FirstOrDefault(field => field.Code.Equals(written, StringComparison.OrdinalIgnoreCase));
}

/// <summary>A field code.</summary>
/// <param name="Role">What is looked for with it.</param>
/// <param name="Instead">The code to use now, where this one is out of date or was never the platform's.</param>
/// <param name="IsRead">Read only: its parts are written one by one.</param>
public sealed record FieldCode(string Code, SearchFields Fields, FieldRole Role = FieldRole.Text, string? Instead = null, bool IsRead = false);

public enum FieldRole
{
    Text,
    Year,
    Language,
    Type,
    Heading,
    ExplodedHeading,
    MajorHeading,
    ExplodedMajorHeading,
}

/// <summary>Asked for these fields, this code is written, with this said.</summary>
public sealed record FieldHabit(SearchFields Wanted, string Code, string Diagnostic, Message Said);

public sealed record Remark(string Code, Message Said);

public enum FieldStyle
{
    /// <summary>TITLE(x)</summary>
    Call,

    /// <summary>TI=(x)</summary>
    Equal,

    /// <summary>题名:(x), "Document Title":x</summary>
    Colon,

    /// <summary>x[ti]</summary>
    Tag,

    /// <summary>x.ti,ab.</summary>
    DotSuffix,

    /// <summary>x:ti,ab</summary>
    ColonSuffix,

    /// <summary>TI x</summary>
    Word,

    /// <summary>No codes inside the expression.</summary>
    Absent,
}

/// <summary>Which operator takes its operands first.</summary>
public enum Binding
{
    NotAndOr,

    /// <summary>All alike, from left to right.</summary>
    LeftToRight,
}

public enum QuotePolicy
{
    SeveralWords,
    Always,
    Never,

    /// <summary>Words side by side are a phrase already; quotes only where a word would be taken for something else.</summary>
    WhenNeeded,
}

public enum BareWords
{
    AllOf,
    Phrase,
}

/// <summary>The first sign for a wildcard is written; all are read.</summary>
public readonly record struct WildcardSign(char Sign, Wildcard Wild);

/// <summary>An operator of nearness.</summary>
/// <param name="Word">With the slash, if it has one.</param>
/// <param name="Offset">What is written less the words that may stand between: 1 where neighbours count as 1.</param>
/// <param name="Bare">The words between when no number is given; null when a number is needed.</param>
/// <param name="Max">The largest number; 0 where none is known.</param>
public sealed record NearForm(string Word, bool Ordered, int Offset = 0, int? Bare = null, int Max = 0, ProximityUnit Unit = ProximityUnit.Words);
