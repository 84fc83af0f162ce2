using ReviewKit.Bibliometrics;
using ReviewKit.CoWord;
using ReviewKit.Records;

namespace ReviewKit.Tests.Bibliometrics;

public class RecordNetworkTests
{
    const string Cities = "Lindholm KE, 1997, J INVENTED STUD, V48, P13, DOI 10.1234/jis.1997.48", Data = "Okafor B, 2003, DATA J, V1, P2", Law = "Rossi C, 2001, LAW REV, V7, P70";

    static readonly List<Record> Records =
    [
        Paper("a", 2018, 4, ["Li, Na", "Wu, Min", "Berg, Ada"], ["[Li, Na] Wuhan Univ, Wuhan, Peoples R China.", "[Berg, Ada] Univ Oslo, Oslo, Norway."], [Cities, Data]),
        Paper("b", 2018, 8, ["li, na", "Wu, Min"], ["Wuhan Univ, Dept Law, Wuhan, Peoples R China."], [Cities.ToUpperInvariant(), Data, Law]),
        Paper("c", 2020, 1, ["Berg, Ada"], ["Univ Ohio, Columbus, OH 43210 USA"], [Law]),
    ];

    static readonly CoWordOptions EveryOne = new() { MinimumOccurrences = 1 };

    [Fact]
    public void Authors_are_linked_by_the_records_they_wrote_together()
    {
        var map = RecordNetwork.Of(Records, NetworkOf.Authors, EveryOne);
        Assert.Equal(["Berg, Ada", "Li, Na", "Wu, Min"], map.Terms.Select(term => term.Label));
        Assert.Equal([("Li, Na", "Wu, Min", 2), ("Berg, Ada", "Li, Na", 1), ("Berg, Ada", "Wu, Min", 1)], map.Pairs.Select(pair => (pair.A.Label, pair.B.Label, pair.Records)));
        Assert.Equal(["a", "b"], map.RecordIdsOf(map.Pairs[0]));
        // Cited 4 and 8 times, the mean of 2018 being 6; c is alone in 2020.
        Assert.Equal((12, (4 + 8) / 6.0), (map.Find("Li, Na")!.Citations, map.Find("Li, Na")!.NormalizedCitations));
        Assert.Equal(4 / 6.0 + 1, map.Find("Berg, Ada")!.NormalizedCitations);
    }

    [Fact]
    public void A_record_of_more_than_25_authors_is_left_out() =>
        Assert.Empty(RecordNetwork.Of([Paper("x", 2020, 0, [.. Enumerable.Range(0, 26).Select(i => $"Author, {(char)('A' + i)}")], [], [])], NetworkOf.Authors, EveryOne).Terms);

    [Fact]
    public void Institutions_and_countries_of_one_record_are_linked()
    {
        Assert.Equal([("Wuhan Univ", 2), ("Univ Ohio", 1), ("Univ Oslo", 1)], RecordNetwork.Of(Records, NetworkOf.Institutions, EveryOne).Terms.Select(term => (term.Label, term.Occurrences)));
        var countries = RecordNetwork.Of(Records, NetworkOf.Countries, EveryOne);
        Assert.Equal([("CHINA", 2), ("NORWAY", 1), ("USA", 1)], countries.Terms.Select(term => (term.Label, term.Occurrences)));
        Assert.Equal(("CHINA", "NORWAY"), (Assert.Single(countries.Pairs).A.Label, countries.Pairs[0].B.Label));
    }

    [Fact]
    public void As_written_countries_are_the_last_part_of_the_address() =>
        Assert.Equal(["Norway", "Peoples R China", "USA"], RecordNetwork.Of(Records, NetworkOf.Countries, EveryOne with { Identity = TermIdentity.CaseInsensitive }).Terms.Select(term => term.Label).Order());

    [Fact]
    public void Records_are_coupled_by_the_references_they_share()
    {
        var map = RecordNetwork.Of(Records, NetworkOf.Coupling, EveryOne);
        Assert.Equal([("Li (2018)", 2), ("Li (2018)", 3), ("Berg (2020)", 1)], map.Terms.OrderBy(term => term.RecordIds[0], StringComparer.Ordinal).Select(term => (term.Label.Replace("li", "Li", StringComparison.Ordinal), term.Occurrences)));
        // a and b share Cities and Data, however they are written; b and c share Law.
        Assert.Equal([2, 1], map.Pairs.Select(pair => pair.Records));
        Assert.Equal(["LINDHOLM KE, 1997, J INVENTED STUD, V48, P13", "Okafor B, 2003, DATA J, V1, P2"], map.RecordIdsOf(map.Pairs[0]));
        Assert.Equal([["b"], ["a"], ["c"]], map.Terms.Select(term => term.RecordIds));
    }

    [Fact]
    public void References_sources_and_authors_are_linked_by_who_cites_both()
    {
        var references = RecordNetwork.Of(Records, NetworkOf.CoCitation, EveryOne);
        Assert.Equal(3, references.Terms.Count);
        Assert.Equal(2, references.Pairs[0].Records);
        Assert.Equal(["DATA J", "J INVENTED STUD", "LAW REV"], RecordNetwork.Of(Records, NetworkOf.CitedSources, EveryOne).Terms.Select(term => term.Label));
        Assert.Contains("Rossi C", RecordNetwork.Of(Records, NetworkOf.CitedAuthors, EveryOne).Terms.Select(term => term.Label));
    }

    [Fact]
    public void Chinese_authors_stay_whole() =>
        Assert.Equal(["吴敏", "陈晓"], RecordNetwork.Of([new Record { Id = "1", Authors = [PersonName.Parse("陈晓"), PersonName.Parse("吴敏")] }], NetworkOf.Authors, EveryOne).Terms.Select(term => term.Label));

    static Record Paper(string id, int year, int cited, string[] authors, List<string> addresses, List<string> references) =>
        new() { Id = id, Source = "wos", Year = year, TimesCited = cited, Authors = [.. authors.Select(PersonName.Parse)], Affiliations = addresses, References = references };
}
