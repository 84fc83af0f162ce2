namespace ReviewKit.Benchmarks.Demo;

/// <summary>Composed authors.</summary>
static class People
{
    static readonly IReadOnlyList<Pair> Surnames = Words.Pairs("people", "surnames");
    static readonly IReadOnlyList<Pair> AllSurnames = [.. Surnames, .. Words.Pairs("people", "more-surnames")];
    static readonly IReadOnlyList<Pair> Given = Words.Pairs("people", "given");
    static readonly IReadOnlyList<Pair> Rare = Words.Pairs("people", "rare");
    static readonly IReadOnlyList<string[]> Western = Words.Rows("people", "western");

    public static Person Chinese(Dice dice) => Named(dice.Chance(40) ? dice.PickFirst(Surnames) : dice.Pick(Surnames), null, dice);

    public static Person Foreign(Dice dice)
    {
        var row = dice.Pick(Western);
        return new("", row[0], dice.Pick(Western)[1].Split('-').Select(Prose.Capitalised).ToList());
    }

    /// <summary>The authors of a listed paper: surnames from the thesis, the rest composed (the notation is explained in included.txt).</summary>
    public static List<Person> Listed(string notation, Dice dice)
    {
        if (notation[0] is '@' or '*')
        {
            var names = notation[1..].Split('/');
            return notation[0] == '@' ? [new(names[0], names[1], [])] : [new("", names[0], names[1].Split(' ').Select(n => n.TrimEnd('.')).ToList())];
        }
        var people = new List<Person>();
        foreach (var word in notation.Split(' '))
        {
            if (word == "+") people.AddRange(Several(dice.Between(2, 3), dice));
            else people.Add(Named(AllSurnames.First(s => s.Zh == word[..1]), word.Length > 1 ? word[2..] : null, dice));
        }
        return people;
    }

    public static IEnumerable<Person> Several(int count, Dice dice) => Enumerable.Range(0, count).Select(_ => Chinese(dice)).ToList();

    static Person Named(Pair surname, string? initial, Dice dice)
    {
        var first = dice.Pick(initial is null ? Given : Given.Where(g => g.En.StartsWith(initial, StringComparison.Ordinal)).ToList());
        // Characters of GBK that GB 2312 lacks, as names have them.
        if (initial is null && dice.Chance(4)) first = dice.Pick(Rare);
        if (dice.Chance(30)) return new(surname.Zh + first.Zh, surname.En, [Prose.Capitalised(first.En)]);
        var second = dice.Pick(Given.Where(g => g != first).ToList());
        return new(surname.Zh + first.Zh + second.Zh, surname.En, [Prose.Capitalised(first.En), Prose.Capitalised(second.En)]);
    }
}
