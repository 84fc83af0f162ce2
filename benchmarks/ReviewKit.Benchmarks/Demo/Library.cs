namespace ReviewKit.Benchmarks.Demo;

/// <summary>What composed papers cite: other composed papers, the included ones more often.</summary>
sealed class Library(IReadOnlyList<Report> reports)
{
    readonly List<Report> citable = reports.Where(r => r.Shape.Side != Side.Zh && r.Kind is "article" or "conference").ToList();

    /// <summary>None for four of ten reports, else two to five older ones on the same or any dimension.</summary>
    public IEnumerable<Report> CitedBy(Report report)
    {
        var dice = new Dice("cites", report.Number);
        if (report.Kind is not ("article" or "conference") || dice.Chance(40)) return [];
        var older = citable.Where(r => r.Place.Year < report.Place.Year);
        var near = older.Where(r => r.Scene.Dimension == report.Scene.Dimension || r.Fate == Fate.Included).ToList();
        return near.Count < 6 ? [] : dice.Shuffled(near).Take(dice.Between(2, 5)).OrderBy(r => r.Number);
    }
}
