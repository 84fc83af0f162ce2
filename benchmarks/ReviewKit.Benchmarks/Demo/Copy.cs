using System.Globalization;

namespace ReviewKit.Benchmarks.Demo;

/// <summary>One record: what one database returned of one report, with what it lacks.</summary>
sealed class Copy
{
    public required Report Report { get; init; }

    /// <summary>scopus, wos, cnki or wanfang.</summary>
    public required string Database { get; init; }

    /// <summary>0, or 1 for the second record of the same report in the same database.</summary>
    public required int Nth { get; init; }

    public bool HasAbstract { get; set; }
    public bool HasKeywords { get; set; }
    public string File { get; set; } = "";

    /// <summary>1-based position in the file.</summary>
    public int Ordinal { get; set; }

    /// <summary>For what differs from record to record: the name of a file's damage keeps them apart.</summary>
    public Dice Dice(string purpose) => new($"{purpose} {Database} {Nth}", Report.Number);

    /// <summary>CNKI prints no DOI in the formats used here.</summary>
    public string? Doi => Database == "cnki" ? null : Report.Doi;

    /// <summary>Early access: printed a year later, by the second Web of Science record and by a few of the first.</summary>
    public bool IsEarlyAccess => Database == "wos" && Report.Doi is not null && Report.Shape.Side == Side.En && Report.Fate != Fate.Included
        && Report.Kind == "article" && (Nth == 1 || (Report.Shape is { Wos: 1, Scopus: > 0 } && Dice("early").Chance(6)));

    public int Year => Report.Place.Year + (IsShifted ? 1 : 0);

    /// <summary>Web of Science gives the year of the printed issue where Scopus gives that of the online version.</summary>
    bool IsShifted => Database == "wos" && Report.Shape is { Scopus: 1, Wos: 1, Side: Side.En } && Report.Doi is not null && Report.Place.Year < 2021
        && Report.Fate != Fate.Included && !IsEarlyAccess && Dice("shift").Chance(4);

    /// <summary>The database's own id; null where the export has none.</summary>
    public string? OwnId => Database switch
    {
        // Two exports overlap where Web of Science has the report too; elsewhere Scopus holds it twice.
        "scopus" => string.Create(CultureInfo.InvariantCulture, $"2-s2.0-99{(Report.Shape is { Scopus: 2, Wos: 0 } ? Nth : 0)}{Report.Number:00000000}"),
        "wos" when Nth == 1 => string.Create(CultureInfo.InvariantCulture, $"MEDLINE:99{Report.Number:000000}"),
        "wos" => string.Create(CultureInfo.InvariantCulture, $"WOS:9900{Report.Number:00000000000}"),
        _ => null,
    };

    public string FileOrdinal => string.Create(CultureInfo.InvariantCulture, $"{File}:{Ordinal}");
}
