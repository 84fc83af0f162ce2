namespace ReviewKit.Bibliometrics;

/// <summary>Sources in zones of equal yield: a third of the documents each, from ever more sources.</summary>
/// <param name="Zones">Three: sources and documents of each.</param>
/// <param name="ZoneOf">Zone 1 to 3 of each source, in the order given.</param>
/// <param name="Multiplier">k: mean of what a zone has more sources than the one before; null where a zone is empty.</param>
/// <param name="Fit">Cumulated documents over the natural logarithm of the rank: the intercept and slope of Bradford's line; null with fewer than two sources.</param>
/// <remarks>Bradford 1934; the line after Brookes 1969, doi:10.1038/224953a0.</remarks>
public sealed record Bradford(IReadOnlyList<(int Sources, int Documents)> Zones, IReadOnlyList<int> ZoneOf, double? Multiplier, Line? Fit)
{
    /// <param name="documents">Of each source, the most productive first.</param>
    public static Bradford Of(IReadOnlyList<int> documents)
    {
        var total = documents.Sum();
        var (zoneOf, cumulated) = (new int[documents.Count], new int[documents.Count]);
        var (zone, sum) = (1, 0);
        for (var i = 0; i < documents.Count; i++)
        {
            zoneOf[i] = zone;
            cumulated[i] = sum += documents[i];
            // The source that reaches the third closes the zone.
            while (zone < 3 && 3L * sum >= (long)zone * total) zone++;
        }
        var zones = Enumerable.Range(1, 3).Select(number => (zoneOf.Count(of => of == number), documents.Where((_, i) => zoneOf[i] == number).Sum())).ToList();
        double? multiplier = zones.All(z => z.Item1 > 0) ? ((double)zones[1].Item1 / zones[0].Item1 + (double)zones[2].Item1 / zones[1].Item1) / 2 : null;
        return new Bradford(zones, zoneOf, multiplier, Line.Through([.. cumulated.Select((y, i) => (Math.Log(i + 1), (double)y))]));
    }
}
