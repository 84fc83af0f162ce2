using System.Net;
using System.Text.RegularExpressions;
using ReviewKit.Records;
using ReviewKit.Text;

namespace ReviewKit.Dedup;

/// <summary>An author's name in the form in which it is compared.</summary>
/// <param name="Words">Words of two letters or more, folded, in the order written; a Hanzi name is one word.</param>
/// <param name="Initials">First letters of the given names where the source tells them apart, else empty.</param>
sealed partial record AuthorName(string[] Words, string Initials, bool IsHan)
{
    /// <summary>The same name as the source writes it in the other script; null where it does not.</summary>
    public AuthorName? Translated { get; init; }

    /// <summary>The names of a record, each with its translation where the source has one for every name; a list that a source left in one text ("Zhao Q.Li W. F.", "张三；李四") is taken apart.</summary>
    public static AuthorName[] Of(Record record, Pool pool)
    {
        var names = Of(record.Authors, pool);
        if (names.Length == 0 || record.Contributors.Count == 0) return names;
        var translated = Of(record.Contributors.Where(person => person.Role == "translated-author").Select(person => person.Name), pool);
        return translated.Length == names.Length ? [.. names.Zip(translated, (name, other) => name with { Translated = other })] : names;
    }

    static AuthorName[] Of(IEnumerable<PersonName> people, Pool pool) => [.. people.SelectMany(name => pool.Names(name, Read))];

    static IEnumerable<AuthorName> Read(PersonName name) => Split(name).Where(part => !Missing.IsMissing(part.Display)).Select(Form).OfType<AuthorName>();

    public bool Agrees(AuthorName other) =>
        AgreesAsWritten(other) || Translated is not null && Translated.AgreesAsWritten(other) || other.Translated is not null && AgreesAsWritten(other.Translated);

    bool AgreesAsWritten(AuthorName other)
    {
        if (IsHan && other.IsHan) return Words[0] == other.Words[0];
        if (IsHan) return Pinyin.CanBe(Words[0], other.Spelled());
        if (other.IsHan) return Pinyin.CanBe(other.Words[0], Spelled());
        var shared = Words.Count(word => Shares(other, word));
        if (shared == 0) return IsJoined(other);
        // Two shared words are a full name in whatever order; one may be the family name, or the given name where a source exchanged them: what is left may not contradict.
        if (shared > 1) return true;
        var (rest, theirs) = (Rest(other), other.Rest(this));
        return rest.Length == 0 || theirs.Length == 0 || rest.AsSpan().ContainsAny(theirs);
    }

    // Long names are misprinted; short ones (Li and Lin, Berg and Borg) are two names.
    static bool Shares(AuthorName other, string word) =>
        Array.IndexOf(other.Words, word) >= 0 || word.Length > 4 && Array.Exists(other.Words, theirs => theirs.Length > 4 && Spelling.IsVariant(word, theirs));

    /// <summary>First letters of what the other name does not share.</summary>
    string Rest(AuthorName other) => string.Concat(Words.Where(word => !Shares(other, word)).Select(word => word[0])) + Initials;

    // "van den Brule" and "vandenBrule", "Jian-bin" and "Jianbin".
    bool IsJoined(AuthorName other) => string.Concat(Words) == string.Concat(other.Words);

    /// <summary>The words and, for a name with initials only, the initials as one word more.</summary>
    IReadOnlyList<string> Spelled() => Words.Length > 1 ? Words : [.. Words, Initials];

    static IEnumerable<PersonName> Split(PersonName name)
    {
        if (name.Literal is not { } literal) return [name];
        var parts = Between().Split(literal);
        return parts.Length == 1 ? [name] : parts.Where(part => part.Trim().Length > 0).Select(PersonName.Parse);
    }

    static PersonName Decoded(PersonName name)
    {
        static string? Of(string? text) => text is null ? null : Entity().Replace(text, found => WebUtility.HtmlDecode(found.Value.Trim()));
        return new PersonName { Family = Of(name.Family), Given = Of(name.Given), Literal = Of(name.Literal) };
    }

    static AuthorName? Form(PersonName name)
    {
        // "K&#228;fer", left by programs that took names from web pages.
        if (name.Display.Contains('&', StringComparison.Ordinal)) name = Decoded(name);
        var display = name.Display;
        if (Fold.HasHan(display)) return new AuthorName([Fold.Letters(display)], "", true);
        var (family, given) = name.Family is not null ? (name.Family, name.Given) : Parts(display);
        var familyWords = WordsOf(family);
        var givenWords = given is null ? [] : GivenWords(given);
        // A literal keeps its order: which of "Zhang Xiao Li" is the family name is found only beside the Hanzi.
        IEnumerable<string> all = name.Family is null && givenWords.All(word => word.Length > 1) ? WordsOf(display) : familyWords.Concat(givenWords);
        var words = all.Where(word => word.Length > 1).ToArray();
        if (words.Length == 0) words = [.. all];
        return words.Length == 0 ? null : new AuthorName(words, string.Concat(givenWords.Select(word => word[0])), false);
    }

    /// <summary>"Zhao Q. W." and "Q. W. Zhao": what is short or dotted is given; otherwise the last word is the family name.</summary>
    static (string Family, string? Given) Parts(string display)
    {
        var words = display.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 2) return (display, null);
        if (IsInitials(words[^1]))
        {
            var from = words.Length - 1;
            while (from > 1 && IsInitials(words[from - 1])) from--;
            return (string.Join(' ', words[..from]), string.Join(' ', words[from..]));
        }
        return (words[^1], string.Join(' ', words[..^1]));
    }

    static bool IsInitials(string word) => word.TrimEnd('.').Length == 1 || InitialsPattern().IsMatch(word);

    static string[] WordsOf(string text) => Fold.Term(text).Replace("'", "", StringComparison.Ordinal).Split([' ', '-', '.', ',', '(', ')'], StringSplitOptions.RemoveEmptyEntries);

    // "CJLM" and "JP" are initials although they look like a word.
    static string[] GivenWords(string given) =>
        [.. given.Split([' ', '-', '.', ',', '‐', '–'], StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(word => InitialsPattern().IsMatch(word) ? word.Select(c => Fold.Term(c.ToString())) : WordsOf(word))
            .Where(word => word.Length > 0)];

    [GeneratedRegex(@"\s*[;；、]\s*|\s+and\s+|\s+&\s+|(?<=\p{Lu})\.(?=\p{Lu}[\p{Ll}'’])|(?<=[\u4e00-\u9fff])\s*[,，]\s*(?=[\u4e00-\u9fff])")]
    private static partial Regex Between();

    // With the blanks that word splitters put around the signs.
    [GeneratedRegex(@"\s?&#?\w+;\s?")]
    private static partial Regex Entity();

    [GeneratedRegex(@"^\p{Lu}{1,4}$|^(?:\p{Lu}\.-?)+$")]
    private static partial Regex InitialsPattern();
}
