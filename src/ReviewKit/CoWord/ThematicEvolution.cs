using System.Globalization;
using ReviewKit.Records;

namespace ReviewKit.CoWord;

/// <summary>A span of years.</summary>
/// <param name="From">First year.</param>
/// <param name="To">Last year, which belongs to it.</param>
public sealed record Period(int From, int To)
{
    public string Label => From == To ? From.ToString(CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{From}-{To}");
}

/// <summary>The themes of one period.</summary>
public sealed record PeriodThemes(Period Period, CoWordMap Map, IReadOnlyList<Theme> Themes);

/// <summary>What a theme of one period has in common with a theme of the next; pairs without a common term have none.</summary>
/// <param name="Period">Place of the earlier one, 0-based.</param>
/// <param name="Shared">Keys of the terms in both, the most frequent of the earlier period first.</param>
/// <param name="Inclusion">Common terms over the terms of the smaller theme, 0..1: 1 when one lies within the other.</param>
/// <param name="WeightedInclusion">The same by occurrences: the smaller of the two counts of each common term, over the smaller total.</param>
/// <param name="Stability">Common terms over the terms of either, 0..1 (Jaccard).</param>
public sealed record ThemeLineage(int Period, Theme From, Theme To, IReadOnlyList<string> Shared, double Inclusion, double WeightedInclusion, double Stability);

/// <summary>How themes pass from one period into the next.</summary>
/// <remarks>Cobo and others 2011, doi:10.1016/j.joi.2010.10.002.</remarks>
public sealed record ThematicEvolution(IReadOnlyList<PeriodThemes> Periods, IReadOnlyList<ThemeLineage> Lineages)
{
    /// <param name="records">Those without a year are left out.</param>
    /// <param name="periods">In order of time.</param>
    /// <param name="options">Of each period's map.</param>
    /// <param name="link">Of the themes' measures.</param>
    public static ThematicEvolution Of(IReadOnlyList<Record> records, IReadOnlyList<Period> periods, CoWordOptions options, ThemeLink link = ThemeLink.Equivalence)
    {
        var maps = periods.Select(period =>
        {
            var map = CoWordMap.Of(records.Where(record => record.Year >= period.From && record.Year <= period.To), options);
            return new PeriodThemes(period, map, Theme.Of(map, link));
        }).ToList();
        return new ThematicEvolution(maps, [.. Enumerable.Range(0, Math.Max(0, maps.Count - 1)).SelectMany(i => Between(i, maps[i].Themes, maps[i + 1].Themes))]);
    }

    /// <summary>Periods that end with the years given, from the first year of the records to the last.</summary>
    /// <exception cref="ReviewKitException">Years that are not in order, or leave a period without a year.</exception>
    public static IReadOnlyList<Period> Cut(IReadOnlyList<Record> records, IReadOnlyList<int> lastYears)
    {
        var years = records.Select(record => record.Year).OfType<int>().ToList();
        if (years.Count == 0) throw new ReviewKitException("no record has a year, so there are no periods", "没有一条记录有年份，无法划分时期");
        var (first, last) = (years.Min(), years.Max());
        int[] ends = [.. lastYears, last];
        var periods = ends.Select((end, i) => new Period(i == 0 ? first : ends[i - 1] + 1, end)).ToList();
        if (periods.Find(period => period.To < period.From) is { } empty)
            throw new ReviewKitException(
                $"the period {empty.From} to {empty.To} has no year: the last years of the periods must rise and lie between {first} and {last - 1}",
                $"时期 {empty.From}–{empty.To} 不含任何年份：各时期的末年须递增，且在 {first} 与 {last - 1} 之间");
        return periods;
    }

    /// <summary>Writes the table of lineages; see <see cref="CoWordTables"/>.</summary>
    public void WriteLineages(TextWriter writer) => CoWordTables.WriteLineages(writer, this);

    static IEnumerable<ThemeLineage> Between(int period, IReadOnlyList<Theme> earlier, IReadOnlyList<Theme> later) =>
        from a in earlier
        from b in later
        let inB = b.Terms.ToDictionary(term => term.Key, StringComparer.Ordinal)
        let shared = a.Terms.Where(term => inB.ContainsKey(term.Key)).ToList()
        where shared.Count > 0
        select new ThemeLineage(period, a, b, [.. shared.Select(term => term.Key)],
            (double)shared.Count / Math.Min(a.Terms.Count, b.Terms.Count),
            (double)shared.Sum(term => Math.Min(term.Occurrences, inB[term.Key].Occurrences)) / Math.Min(a.Occurrences, b.Occurrences),
            (double)shared.Count / (a.Terms.Count + b.Terms.Count - shared.Count));
}
