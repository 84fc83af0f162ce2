namespace ReviewKit.Tests.Dedup;

/// <summary>Composed works, each as an original and two copies with the damage databases do; the same lines on every run.</summary>
static class Perturbed
{
    static readonly string[] Topics =
        ["air quality sensors", "bus timetables", "open data portals", "water metering", "street lighting", "parking prices", "citizen complaints", "building permits", "waste collection", "flood warnings", "bicycle sharing", "school catchments"];
    static readonly string[] Methods =
        ["A panel study of", "Modelling", "Public attitudes towards", "The governance of", "Machine learning for", "A cost analysis of", "Ethnography of", "Lessons from", "Standards for", "A survey of"];
    static readonly string[] Places = ["Nairobi", "Leipzig", "Chengdu", "Bogotá", "Winnipeg", "Osaka", "Gdańsk", "Adelaide", "Tampere", "Lagos", "Hangzhou", "Porto"];
    static readonly string[] Families = ["Okafor", "Müller", "Zhang", "García", "Tremblay", "Tanaka", "Nowak", "O'Brien", "Virtanen", "van den Berg", "Silva", "Haddad", "Kim", "Eriksen", "Rossi"];
    static readonly string[] Givens = ["Amina", "Bernd", "Chen", "Dolores", "Eric", "Fumi", "Grażyna", "Hugh", "Iida", "Jan"];
    static readonly string[] Journals = ["Journal of Urban Informatics", "Cities and Society", "Transactions on Civic Computing", "Environment and Planning Studies", "Local Government Review"];

    static readonly Func<Work, Work>[] Damages =
    [
        work => work with { Title = work.Title.ToUpperInvariant() },
        work => work with { Title = work.Title + " [Review] [21 refs]" },
        work => work with { Title = work.Title.Replace(":", " -", StringComparison.Ordinal) },
        work => work with { Title = work.Title.Remove(work.Title.Length / 2, 1) },
        work => work with { Authors = work.Authors[..1] },
        work => work with { Authors = [.. work.Authors.Select(name => name.Split(", ") is [var family, var given] ? $"{family}, {given[0]}." : name)] },
        work => work with { Authors = [.. work.Authors.Select(name => name.Split(", ") is [var family, var given] ? $"{given} {family}" : name)] },
        work => work with { Pages = $"{work.First}" },
        work => work with { Pages = "" },
        work => work with { Issue = "" },
        work => work with { Volume = "", Issue = "", Pages = "" },
        work => work with { Year = work.Year - 1, Volume = "", Issue = "", Pages = "1-12" },
        work => work with { Doi = "" },
        // The article number of the online edition, with and without its letter; the pages of the file; a page count.
        work => work with { Pages = $"e{work.First}12" },
        work => work with { Pages = "1-14" },
        work => work with { Pages = "14 p" },
        work => work with { Pages = work.First is < 12 and > 0 ? $"{work.First:D2}-Nov" : work.Pages },
        work => work with { Volume = "NA", Issue = "NA", Doi = "NA" },
        work => work with { Journal = "", Volume = "", Issue = "" },
        work => work with { Journal = work.Abbreviation },
        work => work with { Journal = work.Abbreviation.Replace(".", "", StringComparison.Ordinal).ToUpperInvariant() },
        work => work with { Journal = "The " + work.Journal.Replace("and", "&", StringComparison.Ordinal) + " (Online)" },
        // UTF-8 read as Windows-1252, and the other way round.
        work => work with { Title = work.Title.Replace("á", "Ã¡", StringComparison.Ordinal).Replace("ń", "Å„", StringComparison.Ordinal), Authors = [.. work.Authors.Select(name => name.Replace("ü", "Ã¼", StringComparison.Ordinal))] },
        work => work with { Title = "[" + work.Title + "]" },
        work => work with { Title = work.Title.Replace("sensors", "sensors<sup>2</sup>", StringComparison.Ordinal).Replace(" in ", " in <i>", StringComparison.Ordinal).Replace(":", "</i>:", StringComparison.Ordinal) },
        work => work with { Title = work.Title.Replace("&", "&amp;", StringComparison.Ordinal).Replace(":", "&#58;", StringComparison.Ordinal) },
        work => work with { Authors = [.. work.Authors.Take(2), "et al."] },
        work => work with { Authors = [string.Join(" and ", work.Authors)] },
        work => work with { Authors = [.. work.Authors.Select(name => name.ToUpperInvariant())] },
        work => work with { Issue = work.Issue + "-" + work.Issue + "1" },
        work => work with { Doi = work.Doi.ToUpperInvariant() },
        work => work with { Doi = "10.9999/other." + work.First },
        work => work with { Year = work.Year + 1 },
    ];

    sealed record Work(string Title, string[] Authors, int Year, string Journal, string Volume, string Issue, int First, string Pages, string Doi)
    {
        public string Abbreviation => string.Join(' ', Journal.Split(' ').Where(word => word is not ("of" or "on" or "and")).Select(word => word.Length > 6 ? word[..5] + "." : word));
        public string Line => $"{Title} | {string.Join("; ", Authors)} | {Year} | {Journal} | {Volume}({Issue}): {Pages} | {Doi}";
    }

    /// <summary>Three lines a work.</summary>
    public static IEnumerable<string> Lines(int works)
    {
        var random = new Random(20190215);
        T One<T>(T[] of) => of[random.Next(of.Length)];
        for (var i = 0; i < works; i++)
        {
            var first = random.Next(1, 900);
            // Every pair of topic and place is used by many works, so that titles are near one another without being the same.
            var title = $"{Methods[i % 10]} {Topics[i / 10 % 12]} in {Places[i / 120 % 12]}: {One(Topics)} compared with {One(Places)}, {1990 + i % 30}";
            var authors = Enumerable.Range(0, random.Next(1, 5)).Select(_ => $"{One(Families)}, {One(Givens)}").Distinct().ToArray();
            var work = new Work(title, authors, 2005 + random.Next(15), One(Journals), $"{random.Next(1, 60)}", $"{random.Next(1, 7)}", first, $"{first}-{first + random.Next(5, 30)}", $"10.5555/w.{i}");
            yield return work.Line;
            yield return One(Damages)(work).Line;
            yield return One(Damages)(One(Damages)(work)).Line;
        }
    }
}
