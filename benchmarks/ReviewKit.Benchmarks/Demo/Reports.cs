using System.Globalization;
using ReviewKit.Text;

namespace ReviewKit.Benchmarks.Demo;

/// <summary>Composes all reports, in the order of their numbers.</summary>
sealed class Reports
{
    static readonly Pair[] Cities = [new("北京", "Beijing"), new("上海", "Shanghai"), new("广州", "Guangzhou"), new("深圳", "Shenzhen")];
    static readonly string[] Dimensions = ["transport", "economy", "security", "education", "livelihood", "environment", "governance"];
    static readonly string[] OtherLanguages = ["Japanese", "Korean", "Russian", "Portuguese"];
    static readonly int[] YearWeights = [6, 10, 18, 26, 34, 44, 55, 66, 82, 96, 104, 110, 22];

    readonly Press press = new();
    readonly HashSet<string> titles = new(StringComparer.Ordinal);
    readonly List<Report> done = [];

    public static IReadOnlyList<Report> Compose()
    {
        var reports = new Reports();
        var specs = Specs.Deal();
        // A first part needs to know that it is one before its title is made.
        var firstParts = specs.Where(s => s.PartOne is not null).Select(s => s.PartOne!.Value).ToHashSet();
        foreach (var spec in specs) reports.done.Add(reports.One(spec, firstParts.Contains(spec.Number)));
        return reports.done;
    }

    Report One(Spec spec, bool isFirstPart)
    {
        var dice = new Dice("report", spec.Number);
        var first = spec.PartOne is { } number ? done[number - 1] : null;
        var place = first is null ? PlaceOf(spec, dice) : press.After(first.Place, dice);
        var scene = first?.Scene ?? SceneOf(spec, place.Year, dice);
        var title = spec.Listed is { } row ? new Pair(row[7], row[6]) : first is null ? NewTitle(spec, scene, isFirstPart, dice) : PartTwo(first.Title);
        var kind = Kind(spec, title, place.Journal);
        var text = spec.Fate == Fate.NoAbstract ? null : Abstracts.Of(spec, title, scene, dice);
        return new()
        {
            Number = spec.Number,
            Fate = spec.Fate,
            Shape = spec.Shape,
            Scene = scene,
            Title = title,
            Abstract = text,
            Keywords = KeywordLists.Of(spec, title, text, scene, dice),
            Authors = first?.Authors ?? AuthorsOf(spec, kind, dice),
            Institutions = first?.Institutions ?? InstitutionsOf(spec.Shape.Side, dice),
            Place = place,
            Doi = DoiOf(spec, place, dice),
            Language = LanguageOf(spec, place.Journal, dice),
            Kind = kind,
            Listed = spec.Listed?[0] ?? "",
            IsHalved = spec.HalfAbstract,
            Note = spec.Listed is { } listed && listed[8] != "-" ? listed[8] : "",
        };
    }

    static Scene SceneOf(Spec spec, int year, Dice dice)
    {
        var city = spec.Listed is { } row ? Cities.First(c => row[0].StartsWith(c.En, StringComparison.Ordinal)) : dice.Pick(Cities);
        var dimension = spec.Listed?[4] ?? dice.Pick(Dimensions);
        var second = spec.Listed is { } listed ? (listed[5] == "-" ? "governance" : listed[5]) : dice.Pick(Dimensions);
        var topic = TopicOf(dimension, spec.Listed?[7], year, dice);
        var others = dice.Shuffled(Words.Pairs("places", "other"));
        return new(city, dice.Pick(Words.Pairs("places", city.Zh)), others[0], others[1], new(topic[0], topic[1]), dice.Pick(Words.PairsBy(year, "keywords", "technologies")),
            dice.Pick(Words.Pairs("keywords", "methods")), dice.Pick(Words.Pairs("titles", "subjects")), year, dimension, second, KeywordLists.OfTopic(topic[2]));
    }

    /// <summary>For a listed paper the topic whose words its title shares most, so that title and keywords agree.</summary>
    static string[] TopicOf(string dimension, string? title, int year, Dice dice)
    {
        var topics = dice.Shuffled(Words.Rows("topics", dimension).Where(row => row.Length < 4 || int.Parse(row[3], CultureInfo.InvariantCulture) <= year));
        if (title is null) return topics[0];
        return topics.MaxBy(topic => Enumerable.Range(0, topic[0].Length - 1).Count(i => title.Contains(topic[0].Substring(i, 2), StringComparison.Ordinal)
            && topic[0].Substring(i, 2) is not ("智慧" or "城市")))!;
    }

    Pair NewTitle(Spec spec, Scene scene, bool isFirstPart, Dice dice)
    {
        var section = spec.Fate switch
        {
            Fate.NoAbstract => "news",
            Fate.DocumentType => "document",
            Fate.NotApplication => "aside",
            Fate.LowQuality => dice.Chance(80) ? "essay" : "research",
            Fate.OutOfScope => "elsewhere",
            _ => "research",
        };
        for (var tries = 0; tries < 1000; tries++)
        {
            var template = dice.Pick(Words.Pairs("titles", isFirstPart ? "series" : section));
            // Another scene for the same report would change its keywords: only the place within the city moves.
            var title = Prose.Fill(template, tries == 0 ? scene : scene with { District = dice.Pick(Words.Pairs("places", scene.City.Zh)), Other = dice.Pick(Words.Pairs("places", "other")) }, dice);
            if (isFirstPart) title = new(title.Zh + "(上)", title.En + ". Part I");
            if (!titles.Contains(Fold.Letters(title.Zh)) && titles.Add(Fold.Letters(title.En)))
            {
                titles.Add(Fold.Letters(title.Zh));
                return title;
            }
        }
        throw new InvalidOperationException($"no new title for report {spec.Number}");
    }

    static Pair PartTwo(Pair first) => new(first.Zh.Replace("(上)", "(下)", StringComparison.Ordinal), first.En + "I");

    Place PlaceOf(Spec spec, Dice dice)
    {
        var year = spec.Listed is { } row ? int.Parse(row[1], CultureInfo.InvariantCulture) : YearOf(dice);
        var side = spec.Shape.Side == Side.En ? "en" : "zh";
        var isJournal = spec.Listed is not null || spec.Shape.Side == Side.Twin;
        var section = spec.Fate == Fate.NoAbstract && side == "zh" && dice.Chance(35) ? "newspaper"
            : !isJournal && spec.Fate is not (Fate.DocumentType or Fate.NoAbstract) && dice.Chance(side == "en" ? 28 : 7) ? side + "-proceedings" : side;
        bool? core = section != side ? null : spec.Fate switch { Fate.Included => true, Fate.NonCoreJournal => false, Fate.OtherLanguage => false, Fate.LowQuality => dice.Chance(40), _ => null };
        return press.Next(press.Pick(section, core, dice), year, spec.Fate is Fate.NoAbstract or Fate.DocumentType, !spec.Shape.Bridge, dice);
    }

    static int YearOf(Dice dice)
    {
        var left = dice.Next(YearWeights.Sum());
        var year = 2010;
        while (left >= YearWeights[year - 2010]) left -= YearWeights[year++ - 2010];
        return year;
    }

    static List<Person> AuthorsOf(Spec spec, string kind, Dice dice)
    {
        if (spec.Listed is { } row) return People.Listed(row[2], dice);
        if (kind is "news" or "editorial" or "book-review") return [spec.Shape.Side == Side.En && dice.Chance(40) ? People.Foreign(dice) : People.Chinese(dice)];
        var people = People.Several(dice.PickFirst([2, 1, 3, 4]), dice).ToList();
        var foreign = spec.Fate == Fate.OtherLanguage ? 70 : spec.Shape.Side == Side.En ? 28 : 0;
        return people.ConvertAll(person => dice.Chance(foreign) ? People.Foreign(dice) : person).DistinctBy(p => p.Family + p.GivenName).ToList();
    }

    static List<Pair> InstitutionsOf(Side side, Dice dice)
    {
        var section = side == Side.En && dice.Chance(25) ? "foreign-institutions" : "institutions";
        return dice.Shuffled(Words.Pairs("journals", section)).Take(dice.Between(1, 2)).ToList();
    }

    static string LanguageOf(Spec spec, Journal journal, Dice dice)
    {
        if (spec.Fate != Fate.OtherLanguage) return spec.Shape.Side == Side.En ? "English" : "Chinese";
        return journal.Code switch { "ZESF" => "German", "AFUR" => "French", "RICI" => "Spanish", _ => dice.Pick(OtherLanguages) };
    }

    static string Kind(Spec spec, Pair title, Journal journal)
    {
        if (spec.Fate == Fate.DocumentType) return title.Zh.Contains('书', StringComparison.Ordinal) || title.Zh.Contains("前言", StringComparison.Ordinal) ? "book-review" : "editorial";
        if (journal.Kind == "proceedings") return "conference";
        return spec.Fate == Fate.NoAbstract ? "news" : "article";
    }

    static string? DoiOf(Spec spec, Place place, Dice dice)
    {
        var shape = spec.Shape;
        var needed = shape.Side == Side.Twin || shape.Scopus > 1 || shape.Wos > 1 || place.ArticleNumber is not null || (place.Journal.Kind == "proceedings" && shape.Side == Side.En);
        var percent = shape.Side == Side.Zh ? (shape.Wanfang > 0 && place.Journal.Kind == "journal" ? 45 : 0) : 88;
        if (shape.Bridge || (!needed && !dice.Chance(percent))) return null;
        var issue = place.Issue.Length == 0 ? "00" : place.Issue.PadLeft(2, '0');
        return place.Journal.Zh.Length > 0
            ? string.Create(CultureInfo.InvariantCulture, $"10.99999/j.issn.{place.Journal.Issn}.{place.Year}.{issue}.{place.Sequence:000}")
            : string.Create(CultureInfo.InvariantCulture, $"10.99999/{place.Journal.Code.ToLowerInvariant()}.{place.Year}.{issue}{place.Sequence:000}");
    }
}
