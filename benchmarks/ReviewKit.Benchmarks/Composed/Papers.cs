using System.Globalization;
using System.Text;
using ReviewKit.Benchmarks.Demo;

namespace ReviewKit.Benchmarks.Composed;

/// <summary>Composes papers one after the other; number k is the same in every run.</summary>
static class Papers
{
    sealed record Bilingual(Template Zh, Template En);

    static readonly string[] Dimensions = ["transport", "economy", "security", "education", "livelihood", "environment", "governance"];
    static readonly (string Section, int Least, int Most)[] Recipe = [("opening", 1, 3), ("aim", 1, 2), ("method", 1, 3), ("finding", 2, 6), ("conclusion", 1, 3)];
    static readonly IReadOnlyList<Bilingual> Titles = Templates("titles", "research");
    static readonly Dictionary<string, IReadOnlyList<Bilingual>> Sentences = Recipe.ToDictionary(part => part.Section, part => Templates("sentences", part.Section));
    static readonly IReadOnlyList<Pair> Topics = [.. Dimensions.SelectMany(dimension => Words.Pairs("topics", dimension))];
    static readonly IReadOnlyList<Pair> Terms = [.. Dimensions.Append("smart-city").Append("policy").SelectMany(section => Words.Pairs("keywords", section))];
    static readonly IReadOnlyList<Pair> Methods = Words.Pairs("keywords", "methods");
    static readonly IReadOnlyList<Pair> Technologies = Words.Pairs("keywords", "technologies");
    static readonly IReadOnlyList<Pair> Districts = Words.Pairs("places", "other");
    static readonly IReadOnlyList<Journal> Journals = [.. Enumerable.Range(0, 400).Select(Press)];

    public static IEnumerable<Paper> Compose(int count) => Enumerable.Range(0, count).Select(Of);

    /// <summary>Four of ten are Chinese, and these have no DOI as a rule.</summary>
    public static Paper Of(int number)
    {
        var dice = new Dice("paper", number);
        var isChinese = dice.Chance(40);
        var year = 2000 + dice.Next(25);
        var fill = new Filling(dice, year);
        var title = dice.Pick(Titles);
        var journal = dice.Pick(Journals);
        var first = dice.Between(1, 1400);
        var authors = Enumerable.Range(0, dice.Between(1, 6)).Select(_ => isChinese || dice.Chance(50) ? People.Chinese(dice) : People.Foreign(dice)).ToList();
        return new Paper(number, isChinese,
            new Pair(title.Zh.Filled(fill.Zh), title.En.Filled(fill.En)), Abstract(fill, dice),
            [.. Enumerable.Range(0, dice.Between(3, 6)).Select(_ => dice.Pick(Terms)).Append(fill.Topic).Append(fill.Method).Distinct()],
            authors, [.. authors.Take(1 + dice.Next(3)).Select(_ => Institution(dice))],
            journal, year, dice.Between(1, 60).ToString(CultureInfo.InvariantCulture), dice.Between(1, 12).ToString(CultureInfo.InvariantCulture),
            first.ToString(CultureInfo.InvariantCulture), (first + dice.Between(4, 16)).ToString(CultureInfo.InvariantCulture),
            dice.Chance(isChinese ? 15 : 90) ? string.Create(CultureInfo.InvariantCulture, $"10.5555/composed.{year}.{number:000000}") : "",
            [.. Enumerable.Range(0, dice.Between(3, 24)).Select(_ => Reference(dice))]);
    }

    static Pair Abstract(Filling fill, Dice dice)
    {
        var (zh, en) = (new StringBuilder(), new StringBuilder());
        foreach (var (section, least, most) in Recipe)
        {
            var pool = Sentences[section];
            var start = dice.Next(pool.Count);
            for (var i = dice.Between(least, most); i > 0; i--)
            {
                // Steps of one never meet a sentence twice.
                var sentence = pool[(start + i) % pool.Count];
                fill.Again();
                sentence.Zh.Fill(zh, fill.Zh);
                if (en.Length > 0) en.Append(' ');
                sentence.En.Fill(en, fill.En);
            }
        }
        return new Pair(zh.ToString(), en.ToString());
    }

    static Pair Institution(Dice dice)
    {
        var place = Lexicon.Place(dice);
        return new Pair($"{place.Zh}大学公共管理学院", $"School of Public Administration, {place.En} University, {place.En}, China");
    }

    static string Reference(Dice dice)
    {
        var journal = dice.Pick(Journals);
        return string.Create(CultureInfo.InvariantCulture, $"{Lexicon.Place(dice).En} {(char)('A' + dice.Next(26))}, {dice.Between(1985, 2023)}, {journal.Abbreviation.ToUpperInvariant()}, V{dice.Between(1, 60)}, P{dice.Between(1, 1400)}");
    }

    static Journal Press(int number)
    {
        var place = Lexicon.Place(new Dice("journal", number));
        var field = Terms[number % Terms.Count];
        return new Journal(place.Zh + field.Zh + "学报", $"{place.En} Journal of {Prose.Capitalised(field.En)}", $"{place.En} J {Prose.Capitalised(field.En)[..4]}", $"C{number:000}", true, "journal",
            Demo.Press.Issn(number + 300), string.Create(CultureInfo.InvariantCulture, $"98-{1000 + number}/F"));
    }

    static IReadOnlyList<Bilingual> Templates(string table, string section) => [.. Words.Pairs(table, section).Select(pair => new Bilingual(new Template(pair.Zh), new Template(pair.En)))];

    /// <summary>What the blanks of one paper stand for, the same in both languages.</summary>
    sealed class Filling(Dice dice, int year)
    {
        readonly Pair city = Lexicon.Place(dice), other = Lexicon.Place(dice), district = dice.Pick(Districts), technology = dice.Pick(Technologies);
        readonly int[] numbers = new int[5];

        public Pair Topic { get; } = dice.Pick(Topics);

        public Pair Method { get; } = dice.Pick(Methods);

        /// <summary>Other numbers for the next sentence.</summary>
        public void Again()
        {
            for (var i = 0; i < numbers.Length; i++) numbers[i] = dice.Next(1000);
        }

        public string Zh(string blank) => Value(blank)?.Zh ?? Number(blank);

        public string En(string blank) => Value(blank)?.En ?? Number(blank);

        Pair? Value(string blank) => blank switch
        {
            "city" => city,
            "district" => district,
            "other" or "other2" => other,
            "topic" => Topic,
            "tech" => technology,
            "method" => Method,
            _ => null,
        };

        string Number(string blank) => blank switch
        {
            "a" => (12 + numbers[0] % 85).ToString(CultureInfo.InvariantCulture),
            "b" => (105 + numbers[1] % 876).ToString(CultureInfo.InvariantCulture),
            "c" => (3 + numbers[2] % 7).ToString(CultureInfo.InvariantCulture),
            "p" => string.Create(CultureInfo.InvariantCulture, $"{numbers[3] / 12}.{numbers[3] % 10}"),
            "q" => string.Create(CultureInfo.InvariantCulture, $"0.{21 + numbers[4] % 74}"),
            "y" => (year - 1).ToString(CultureInfo.InvariantCulture),
            "z" => (year - 6).ToString(CultureInfo.InvariantCulture),
            _ => throw new ArgumentException($"no such blank: {blank}", nameof(blank)),
        };
    }
}
