using System.Globalization;

namespace ReviewKit.Benchmarks.Demo;

/// <summary>The invented journals and their tables of contents: no two reports share an issue's page.</summary>
sealed class Press
{
    readonly Dictionary<string, IReadOnlyList<Journal>> sections = new(StringComparer.Ordinal);
    readonly Dictionary<(string Code, int Year, string Issue), (int Page, int Sequence)> used = [];

    public Press()
    {
        var number = 0;
        foreach (var section in new[] { "zh", "newspaper", "zh-proceedings", "en", "en-proceedings" })
        {
            sections[section] = Words.Rows("journals", section).Select(row =>
                new Journal(row[0], row[1], row[2], row[3], row[4] == "core", row[5], Issn(number++), string.Create(CultureInfo.InvariantCulture, $"99-{9000 + number}/F"))).ToList();
        }
    }

    public Journal Pick(string section, bool? core, Dice dice) =>
        dice.Pick(sections[section].Where(journal => core is null || journal.IsCore == core).ToList());

    /// <summary>The next free pages of the journal in that year.</summary>
    public Place Next(Journal journal, int year, bool isShort, bool mayBeSupplement, Dice dice)
    {
        // The search was run in April 2022.
        var month = year == 2022 ? dice.Between(1, 3) : dice.Between(1, 12);
        var isSupplement = mayBeSupplement && journal.Kind == "journal" && journal.Zh.Length > 0 && dice.Chance(2);
        return In(journal, year, month, dice.Between(1, 28), isShort, isSupplement ? "S1" : IssueOf(journal, month), dice);
    }

    /// <summary>The pages that follow in the same issue, as the second part of a work has them.</summary>
    public Place After(Place place, Dice dice) => In(place.Journal, place.Year, place.Month, place.Day, false, place.Issue, dice);

    /// <summary>English journals are quarterly, Chinese ones monthly; newspapers and proceedings have no issues.</summary>
    static string IssueOf(Journal journal, int month) =>
        journal.Kind != "journal" ? "" : (journal.Zh.Length == 0 ? (month - 1) / 3 + 1 : month).ToString(CultureInfo.InvariantCulture);

    Place In(Journal journal, int year, int month, int day, bool isShort, string issue, Dice dice)
    {
        var english = journal.Zh.Length == 0;
        var key = (journal.Code, year, journal.Kind == "newspaper" ? string.Create(CultureInfo.InvariantCulture, $"{month:00}{day:00}") : issue);
        var (page, sequence) = used.GetValueOrDefault(key, (0, 0));
        var first = page + 1 + (journal.Kind == "newspaper" ? 0 : dice.Next(14));
        var last = first + (journal.Kind == "newspaper" ? 0 : isShort ? dice.Next(2) : dice.Between(4, 11));
        sequence += dice.Between(1, 3);
        used[key] = (last, sequence);
        var counted = journal.Kind == "journal" && (english || journal.Code[0] < 'M');
        // Two of the journals number articles instead of pages.
        var article = journal.Code is "SDIS" or "MWSY" ? string.Create(CultureInfo.InvariantCulture, $"{(year - 2000) * 1000 + first}") : null;
        return new(journal, year, month, day, counted ? year - (english ? 2002 : 1990) : null, issue, sequence, first, last, article);
    }

    /// <summary>ISSNs 9501-…: well formed with the right check digit, from a range that is not in use.</summary>
    internal static string Issn(int number)
    {
        var digits = string.Create(CultureInfo.InvariantCulture, $"9501{number + 1:000}");
        var sum = digits.Select((c, i) => (c - '0') * (8 - i)).Sum();
        var check = (11 - sum % 11) % 11;
        return $"{digits[..4]}-{digits[4..]}{(check == 10 ? "X" : check.ToString(CultureInfo.InvariantCulture))}";
    }
}
