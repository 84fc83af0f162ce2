using ReviewKit.Records;

namespace ReviewKit.Dedup;

/// <summary>Words and names that many records have, each kept once: so a million records fit into memory.</summary>
sealed class Pool
{
    // Names come in waves, one paper after the other; what has not come again among so many will not.
    const int MostPeople = 200_000;

    readonly Dictionary<string, string> texts = new(StringComparer.Ordinal);
    readonly Dictionary<PersonName, AuthorName[]> people = [];

    public string Text(string text)
    {
        if (texts.TryGetValue(text, out var known)) return known;
        texts[text] = text;
        return text;
    }

    public string? Maybe(string? text) => text is null ? null : Text(text);

    public AuthorName[] Names(PersonName name, Func<PersonName, IEnumerable<AuthorName>> read)
    {
        if (people.TryGetValue(name, out var known)) return known;
        if (people.Count >= MostPeople) people.Clear();
        return people[name] = [.. read(name).Select(read => read with { Words = [.. read.Words.Select(Text)], Initials = Text(read.Initials) })];
    }
}
