using System.Collections.Concurrent;
using ReviewKit.Records;

namespace ReviewKit.Dedup;

/// <summary>Words and names that many records have, each kept once: so a million records fit into memory. Several processors may use it at a time.</summary>
sealed class Pool
{
    // Names come in waves, one paper after the other; what has not come again among so many will not.
    const int MostPeople = 200_000;

    readonly ConcurrentDictionary<string, string> texts = new(StringComparer.Ordinal);
    readonly ConcurrentDictionary<PersonName, AuthorName[]> people = [];
    int names;

    public string Text(string text) => texts.GetOrAdd(text, text);

    public string? Maybe(string? text) => text is null ? null : Text(text);

    public AuthorName[] Names(PersonName name, Func<PersonName, IEnumerable<AuthorName>> read)
    {
        if (people.TryGetValue(name, out var known)) return known;
        if (Interlocked.Increment(ref names) % MostPeople == 0) people.Clear();
        return people[name] = [.. read(name).Select(read => read with { Words = [.. read.Words.Select(Text)], Initials = Text(read.Initials) })];
    }
}
