namespace ReviewKit.Benchmarks.Demo;

/// <summary>Spreads the reports over the databases' files.</summary>
static class Copies
{
    /// <summary>All records, in the order of the plan's files and of the records within them.</summary>
    public static IReadOnlyList<Copy> Of(IReadOnlyList<Report> reports)
    {
        var copies = reports.SelectMany(OfReport).ToList();
        foreach (var database in new[] { "scopus", "wos", "cnki", "wanfang" })
            Assign(copies.Where(copy => copy.Database == database).ToList());
        return Plan.Files.SelectMany(file => InFile(copies, file.Path)).ToList();
    }

    static List<Copy> OfReport(Report report)
    {
        var shape = report.Shape;
        var copies = new List<Copy>();
        foreach (var (database, count) in new[] { ("scopus", shape.Scopus), ("wos", shape.Wos), ("cnki", shape.Cnki), ("wanfang", shape.Wanfang) })
            for (var nth = 0; nth < count; nth++)
                copies.Add(new() { Report = report, Database = database, Nth = nth, HasAbstract = report.Abstract is not null, HasKeywords = true });
        if (report.IsHalved) new Dice("halved", report.Number).Pick(copies).HasAbstract = false;
        foreach (var copy in copies)
            copy.HasKeywords = !copy.HasAbstract || report.Fate == Fate.Included || !copy.Dice("keywords").Chance(7);
        return copies;
    }

    static void Assign(List<Copy> copies)
    {
        var files = Plan.Files.Where(file => file.Path.StartsWith(copies[0].Database + "/", StringComparison.Ordinal)).ToList();
        var left = files.ToDictionary(file => file.Path, file => file.Records, StringComparer.Ordinal);
        // The bridge needs the ISSN, which of CNKI's formats only the first one prints.
        foreach (var copy in copies.Where(c => c.Report.Shape.Bridge || (Twice(c) && c.Nth == 0))) Put(copy, files[0].Path);
        foreach (var copy in copies.Where(c => Twice(c) && c.Nth == 1)) Put(copy, files[1 + copy.Report.Number % (files.Count - 1)].Path);
        var places = left.OrderBy(f => f.Key, StringComparer.Ordinal).SelectMany(file => Enumerable.Repeat(file.Key, file.Value));
        var rest = copies.Where(c => c.File.Length == 0).ToList();
        foreach (var (copy, path) in rest.Zip(new Dice("files " + copies[0].Database).Shuffled(places))) copy.File = path;

        void Put(Copy copy, string path)
        {
            copy.File = path;
            left[path]--;
        }
    }

    static bool Twice(Copy copy) => copy.Database switch
    {
        "scopus" => copy.Report.Shape.Scopus,
        "wos" => copy.Report.Shape.Wos,
        "cnki" => copy.Report.Shape.Cnki,
        _ => copy.Report.Shape.Wanfang,
    } > 1;

    /// <summary>Newest first, as the databases sort; the spreadsheet's second section comes after its first.</summary>
    static List<Copy> InFile(List<Copy> copies, string path)
    {
        var shuffled = new Dice("order " + path).Shuffled(copies.Where(copy => copy.File == path));
        var sorted = shuffled.OrderBy(copy => CnkiSpreadsheet.IsSecondSection(copy) ? 1 : 0).ThenByDescending(copy => copy.Year).ToList();
        for (var i = 0; i < sorted.Count; i++) sorted[i].Ordinal = i + 1;
        return sorted;
    }
}
