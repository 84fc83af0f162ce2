namespace ReviewKit.Benchmarks.Demo;

/// <summary>Authors as the databases write them.</summary>
static class Names
{
    /// <summary>"Zhang X.", or with every initial "Zhang X.M.".</summary>
    public static string ScopusShort(Person person) =>
        person.Given.Count == 0 ? person.Family : $"{person.Family} {person.Given[0][0]}.";

    /// <summary>"Zhang, Xiaoming".</summary>
    public static string Full(Person person) => person.Given.Count == 0 ? person.Family : $"{person.Family}, {GivenWithHyphen(person)}";

    /// <summary>"Zhang, XM".</summary>
    public static string WosShort(Person person) => person.Given.Count == 0 ? person.Family : $"{person.Family}, {person.Initials}";

    /// <summary>Wanfang's two ways: "Xiaoming ZHANG" and "ZHANG Xiaoming".</summary>
    public static string Wanfang(Person person, bool familyFirst)
    {
        if (person.Given.Count == 0) return person.Family;
        var family = person.Family.ToUpperInvariant();
        return familyFirst ? $"{family} {person.GivenName}" : $"{person.GivenName} {family}";
    }

    /// <summary>Stable for a person: the databases' author numbers.</summary>
    public static string Number(Person person)
    {
        var dice = new Dice("author " + person.Zh + person.Family + person.GivenName);
        return "5799" + string.Concat(Enumerable.Range(0, 7).Select(_ => (char)('0' + dice.Next(10))));
    }

    // Names in Latin script keep theirs (Joon-ho); pinyin is written as one word.
    static string GivenWithHyphen(Person person) => person.Zh.Length == 0 && person.Given.All(g => g.Length > 1)
        ? string.Join('-', person.Given)
        : person.Zh.Length == 0 ? string.Join(' ', person.Given.Select(g => g + ".")) : person.GivenName;
}
