using System.Globalization;
using ReviewKit.Benchmarks.Demo;

namespace ReviewKit.Benchmarks.Bilingual;

/// <summary>A paper in a place, which databases of both languages describe.</summary>
/// <param name="Work">The same for every description of one report.</param>
/// <param name="Issn">Of the journal's printed edition.</param>
/// <param name="Doi">Empty where the journal gave none.</param>
sealed record Twin(
    string Work, (string Zh, string En) Title, IReadOnlyList<Writer> Authors, Serial Journal, string JournalEn, string Pinyin, string Issn, string OnlineIssn, string Cn,
    int Year, int Volume, int Issue, int Sequence, int First, int Last, string Doi)
{
    public string Pages => $"{First}-{Last}";
    public string FileName => string.Create(CultureInfo.InvariantCulture, $"{Journal.Code}{Year}{Issue:00}{Sequence:000}");

    /// <summary>Number k is the same in every run; no two have a page in common.</summary>
    public static Twin Of(int number)
    {
        var dice = new Dice("twin", number);
        var at = number % Parts.Journals.Length;
        var journal = Parts.Journals[at];
        var (zh, en) = Parts.Titles[number % Parts.Titles.Length];
        if (number >= Parts.Titles.Length)
        {
            var place = Parts.Places[number / Parts.Titles.Length % Parts.Places.Length];
            (zh, en) = ($"{zh}——以{place.Zh}为例", $"{en}: the case of {place.En}");
        }
        var year = 2008 + number / 48 * 3 + number % 3;
        var (issue, sequence) = (1 + number / 3 % 12, 2 + number % 20);
        var first = 5 + sequence * 9;
        var issn = Press.Issn(at * 2 + 600);
        var doi = dice.Next(4) switch
        {
            0 => string.Create(CultureInfo.InvariantCulture, $"10.3969/j.issn.{issn}.{year}.{issue:00}.{sequence:000}"),
            1 => string.Create(CultureInfo.InvariantCulture, $"10.19347/j.cnki.{issn}.{year}{issue:00}{sequence:000}"),
            _ => "",
        };
        return new Twin($"t{number:000}", (zh, en), [.. dice.Shuffled(Parts.People).Take(1 + dice.Next(6))], journal, journal.En, journal.Pinyin, issn, Press.Issn(at * 2 + 601), CnOf(at), year, year - 1985, issue, sequence, first, first + dice.Between(2, 8), doi);
    }

    /// <summary>The neighbour in the issue, by other people.</summary>
    public Twin Next() => this with { Work = Work + "-next", Title = Other(7), Authors = Others(11), Sequence = Sequence + 1, First = Last + 1, Last = Last + 6, Doi = "" };

    /// <summary>The neighbour in the issue, by the same people: journals print series.</summary>
    public Twin Sequel() => this with { Work = Work + "-sequel", Title = (Title.Zh + "（二）", Title.En + " (II)"), Sequence = Sequence + 1, First = Last + 1, Last = Last + 5, Doi = "" };

    /// <summary>The same people in the same journal half a year or a year later, now and then on the same page.</summary>
    public Twin Later() => this with
    {
        Work = Work + "-later",
        Title = Other(5),
        Year = Issue > 6 ? Year + 1 : Year,
        Volume = Issue > 6 ? Volume + 1 : Volume,
        Issue = Issue > 6 ? Issue - 6 : Issue + 6,
        First = First + Number % 3 * 4,
        Last = Last + Number % 3 * 4,
        Doi = "",
    };

    /// <summary>The same paper in the English edition, which is a journal of its own: the same year, volume and issue, on other pages.</summary>
    public Twin Edition() => this with
    {
        Work = Work + "-edition",
        JournalEn = Journal.Edition!,
        Pinyin = Journal.Edition!,
        Issn = Press.Issn(Number % 40 + 700),
        OnlineIssn = Press.Issn(Number % 40 + 760),
        First = First + 40,
        Last = Last + 43,
        Doi = $"10.1016/j.ed.{Year}.{Number}",
    };

    /// <summary>Another paper in another journal, on the same pages of the same volume and issue, half of them by the same people.</summary>
    public Twin Elsewhere()
    {
        var at = (Number + 5) % Parts.Journals.Length;
        var journal = Parts.Journals[at];
        return this with
        {
            Work = Work + "-elsewhere",
            Title = Other(3),
            Authors = Number % 4 == 1 ? Others(3) : Authors,
            Journal = journal,
            JournalEn = journal.En,
            Pinyin = journal.Pinyin,
            Issn = Press.Issn(at * 2 + 600),
            OnlineIssn = Press.Issn(at * 2 + 601),
            Cn = CnOf(at),
            Doi = "",
        };
    }

    /// <summary>A correction of the paper, three issues later.</summary>
    public Twin Correction() => this with { Work = Work + "-correction", Title = ("更正：" + Title.Zh, "Correction: " + Title.En), Issue = Issue > 9 ? Issue - 9 : Issue + 3, Year = Issue > 9 ? Year + 1 : Year, First = 3, Last = 3, Doi = "" };

    static string CnOf(int journal) => string.Create(CultureInfo.InvariantCulture, $"9{journal % 4}-{4000 + journal}/{"RCFG"[journal % 4]}");

    int Number => int.Parse(Work[1..4], CultureInfo.InvariantCulture);

    (string, string) Other(int step) => Parts.Titles[(Number * 5 + step) % Parts.Titles.Length];

    Writer[] Others(int step) => [.. Authors.Select((_, i) => Parts.People[(Number * 3 + step + i * 17) % Parts.People.Length]).Except(Authors)];
}
