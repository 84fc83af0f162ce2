using System.Globalization;
using System.IO.Compression;
using System.Text.RegularExpressions;
using CsvHelper;
using ReviewKit.Bibliometrics;
using ReviewKit.CoWord;
using ReviewKit.Formats;

namespace ReviewKit.Tests.Bibliometrics;

/// <summary>Two real corpora against what bibliometrix printed for them in 2026, digit by digit; where it differs, the test says why and makes its number too.</summary>
public partial class PrintedByBibliometrixTests
{
    static readonly Lazy<Description> Management = new(() => Described("coword/management/records.tsv.gz"));
    static readonly Lazy<Description> Scientometrics = new(() => Described("coword/scientometrics/records.wos.txt"));

    [Fact]
    public void Main_information_of_management()
    {
        var overview = Management.Value.Overview;
        var printed = Summary("management");
        Assert.Equal(printed["Timespan"], $"{overview.FirstYear} : {overview.LastYear}");
        Assert.Equal(printed["Sources (Journals, Books, etc)"], Text(overview.Sources));
        Assert.Equal(printed["Documents"], Text(overview.Documents));
        Assert.Equal(printed["Annual Growth Rate %"], Text(overview.GrowthRate, 2));
        Assert.Equal(printed["Document Average Age"], Text(overview.AverageAge, 1));
        Assert.Equal(printed["Average citations per doc"], Text(overview.CitationsPerDocument, 2));
        Assert.Equal(printed["Average citations per year per doc"], Text(overview.CitationsPerYearPerDocument, 3));
        Assert.Equal(printed["Keywords Plus (ID)"], Text(overview.KeywordsPlus));
        Assert.Equal(printed["Author's Keywords (DE)"], Text(overview.AuthorKeywords));
        Assert.Equal(printed["Authors"], Text(overview.Authors));
        Assert.Equal(printed["Author Appearances"], Text(overview.AuthorAppearances));
        Assert.Equal(printed["Authors of single-authored docs"], Text(overview.AuthorsOfSingleAuthoredDocuments));
        Assert.Equal(printed["Single-authored docs"], Text(overview.SingleAuthoredDocuments));
        Assert.Equal(printed["Documents per Author"], Text(overview.DocumentsPerAuthor, 3));
        Assert.Equal(printed["Co-Authors per Doc"], Text(overview.CoAuthorsPerDocument, 2));
        Assert.Equal(4, overview.Types.Count);
        foreach (var (type, documents) in overview.Types) Assert.Equal(printed[type], Text(documents));
    }

    /// <summary>bibliometrix cuts a reference at every semicolon, those inside the DOIs that Wiley made of journal, volume and page too: 3.0.CO;2-Z becomes a reference of its own.</summary>
    [Fact]
    public void References_of_management_with_semicolons_inside_are_one_reference_each()
    {
        Assert.Equal(43890, Management.Value.Overview.References);
        Assert.Equal(Summary("management")["References"], Text(Management.Value.Records.SelectMany(record => record.References).SelectMany(reference => reference.Split(';')).Select(part => part.Trim()).Distinct().Count()));
    }

    [Fact]
    public void Main_information_of_scientometrics()
    {
        var overview = Scientometrics.Value.Overview;
        var printed = Summary("scientometrics");
        Assert.Equal(printed["Timespan"], $"{overview.FirstYear} : {overview.LastYear}");
        Assert.Equal(printed["Annual Growth Rate %"], Text(overview.GrowthRate, 2));
        Assert.Equal(printed["Document Average Age"], Text(overview.AverageAge, 1));
        Assert.Equal(printed["Average citations per doc"], Text(overview.CitationsPerDocument, 2));
        Assert.Equal(printed["Average citations per year per doc"], Text(overview.CitationsPerYearPerDocument, 4));
        Assert.Equal(printed["Authors"], Text(overview.Authors));
        Assert.Equal(printed["Author Appearances"], Text(overview.AuthorAppearances));
        Assert.Equal(printed["Authors of single-authored docs"], Text(overview.AuthorsOfSingleAuthoredDocuments));
        Assert.Equal(printed["Single-authored docs"], Text(overview.SingleAuthoredDocuments));
        Assert.Equal(printed["Co-Authors per Doc"], Text(overview.CoAuthorsPerDocument, 2));
        Assert.Equal(printed["International co-authorships %"], Text(overview.InternationalPercent, 2));
    }

    [Theory]
    [InlineData("management")]
    [InlineData("scientometrics")]
    public void Documents_by_year(string corpus)
    {
        var printed = Block(corpus, "Annual Scientific Production", "Annual Percentage").Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Where(cells => cells.Length == 2 && int.TryParse(cells[0], out _));
        Assert.Equal(printed.Select(cells => $"{cells[0]} {cells[1]}"), Of(corpus).Production.Years.Where(year => year.Documents > 0).Select(year => $"{year.Year} {year.Documents}"));
    }

    [Theory]
    [InlineData("management")]
    [InlineData("scientometrics")]
    public void The_most_productive_authors(string corpus)
    {
        var authors = Of(corpus).Authors;
        foreach (var line in Block(corpus, "Most Productive Authors", "Top manuscripts").Where(line => Rank().IsMatch(line)))
        {
            var match = TwoAuthors().Match(line);
            Assert.True(match.Success, line);
            Assert.Equal(match.Groups[2].Value, Text(authors.Single(author => author.Name == match.Groups[1].Value).Documents));
            Assert.Equal(match.Groups[4].Value, Text(authors.Single(author => author.Name == match.Groups[3].Value).Fractional, 2));
        }
    }

    [Theory]
    [InlineData("management", "author")]
    [InlineData("management", "source")]
    [InlineData("scientometrics", "author")]
    [InlineData("scientometrics", "source")]
    public void Impact_of_authors_and_sources(string corpus, string of)
    {
        var own = (of == "author" ? Of(corpus).Authors : Of(corpus).Sources).ToDictionary(impact => corpus == "management" ? impact.Name : impact.Name.Replace('-', ' '));
        var printed = Rows($"coword/{corpus}/{corpus}_hindex_{of}.tsv");
        Assert.NotEmpty(printed);
        foreach (var row in printed)
        {
            var impact = own[row[0]];
            Assert.Equal(string.Join(' ', row[1], row[2], row[4], row[5], row[6]), $"{impact.H} {impact.G} {impact.TimesCited} {impact.Documents} {impact.FirstYear}");
            Assert.Equal(double.Parse(row[3], CultureInfo.InvariantCulture), impact.M!.Value, 12);
        }
    }

    [Fact]
    public void Bradford_zones()
    {
        var (description, bradford) = (Management.Value, Management.Value.Bradford);
        Assert.Equal([(8, 305), (64, 296), (209, 297)], bradford.Zones);
        Assert.Equal("5.632812 -95.1409 170.058 0.9689658", $"{Text(bradford.Multiplier, 6)} {Text(bradford.Fit!.Intercept, 4)} {Text(bradford.Fit.Slope, 3)} {Text(bradford.Fit.R2, 7)}");
        var zones = description.SourcesByYield.Select((source, i) => (source, i)).ToDictionary(pair => pair.source.Name, pair => (pair.source.Documents, bradford.ZoneOf[pair.i]));
        // Of sources with equally many documents one may stand on either side of a border: it is the alphabet that decides, and ours knows "&" before letters too.
        foreach (var row in Rows("coword/management/management_bradford.tsv").Select(row => row.Select(cell => cell.Trim('"')).ToArray()))
            Assert.Equal($"{row[2]} {row[4]}", $"{zones[row[0]].Documents} Zone {zones[row[0]].Item2}");
        Assert.Equal([(1, 147), (0, 0), (0, 0)], Scientometrics.Value.Bradford.Zones);
    }

    [Theory]
    [InlineData("management", "2.526292 0.3698537")]
    [InlineData("scientometrics", "2.769441 0.614453")]
    public void Lotkas_law(string corpus, string law)
    {
        var lotka = Of(corpus).Lotka;
        var lines = File.ReadAllLines(RealData.Path($"coword/{corpus}/{corpus}_lotka.txt")).Skip(1).TakeWhile(line => !line.StartsWith('$')).Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(lines.Where(cells => cells.Length > 0).Select(cells => $"{cells[1]} {cells[2]}"), lotka.Authors.Select(point => $"{point.Documents} {point.Authors}"));
        Assert.Equal(law, $"{Text(lotka.Beta, 6)} {Text(lotka.C, law.Split('.')[2].Length)}");
        Assert.Equal(corpus == "management" ? 0.8969106 : 0.90667, lotka.R2!.Value, corpus == "management" ? 7 : 5);
    }

    [Fact]
    public void The_most_cited_documents()
    {
        var byDoi = Management.Value.Documents.Where(document => document.Record.Doi is not null).ToDictionary(document => document.Record.Doi!.ToLowerInvariant());
        var seen = 0;
        foreach (var line in Block("management", "Top manuscripts", "Corresponding").Where(line => Rank().IsMatch(line)))
        {
            var cells = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (!byDoi.TryGetValue(cells[^4].ToLowerInvariant(), out var document)) continue;
            Assert.Equal(string.Join(' ', cells[^3..]), $"{document.TimesCited} {Text(document.PerYear, 2)} {Text(document.Normalized, 2)}");
            seen++;
        }
        Assert.Equal(19, seen);
    }

    [Fact]
    public void Local_citations_of_management()
    {
        var byDoi = Management.Value.Documents.Where(document => document.Record.Doi is not null).ToDictionary(document => document.Record.Doi!.ToLowerInvariant());
        var printed = Rows("coword/management/management_localcitations.tsv");
        Assert.Equal(50, printed.Count);
        foreach (var row in printed) Assert.Equal($"{row[3]} {row[4]}", $"{byDoi[row[1].ToLowerInvariant()].Local} {byDoi[row[1].ToLowerInvariant()].TimesCited}");
    }

    /// <summary>Old records there have no DOI while the references that name them have: bibliometrix finds none of them (Small 1985: 0), the volume and page do.</summary>
    [Fact]
    public void Local_citations_of_scientometrics_are_found_without_DOIs_too()
    {
        var small = Scientometrics.Value.Documents.Where(document => document.Record.Year == 1985).ToDictionary(document => document.Record.Volume!);
        int Named(string place) => Scientometrics.Value.Records.Count(record => record.References.Any(reference => reference.Contains($"SMALL H, 1985, SCIENTOMETRICS, {place}", StringComparison.OrdinalIgnoreCase)));
        Assert.Equal((Named("V7, P391"), Named("V8, P321")), (small["7"].Local, small["8"].Local));
        Assert.True(small["7"].Local > 15);
    }

    /// <summary>18 of 20 in all three figures; of the rest the documents differ by one at most.</summary>
    [Fact]
    public void Countries_of_corresponding_authors()
    {
        var equal = 0;
        foreach (var line in Block("management", "Corresponding Author's Countries", "SCP:").Where(line => Rank().IsMatch(line)))
        {
            var match = CountryRow().Match(line);
            var country = Management.Value.Countries.Single(country => country.Name == match.Groups[1].Value);
            if ($"{country.Documents} {country.Single} {country.Multiple}" == $"{match.Groups[2].Value} {match.Groups[3].Value} {match.Groups[4].Value}") equal++;
            Assert.InRange(country.Documents, int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture) - 1, int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture) + 1);
        }
        Assert.Equal(18, equal);
        // Palau is a part of the name of a Spanish town in an address.
        foreach (var line in Block("scientometrics", "Corresponding Author's Countries", "SCP:").Where(line => Rank().IsMatch(line) && !line.Contains("SPAIN", StringComparison.Ordinal)))
        {
            var match = CountryRow().Match(line);
            var country = Scientometrics.Value.Countries.Single(country => country.Name == match.Groups[1].Value);
            Assert.Equal($"{match.Groups[2].Value} {match.Groups[3].Value} {match.Groups[4].Value}", $"{country.Documents} {country.Single} {country.Multiple}");
        }
        Assert.DoesNotContain(Scientometrics.Value.Countries, country => country.Name == "PALAU");
    }

    /// <summary>bibliometrix counts a keyword twice that a record names twice: 234 times BIBLIOMETRICS in 232 documents. Its own matrix has 232.</summary>
    [Fact]
    public void Most_frequent_keywords_of_management()
    {
        using var file = new StreamReader(new GZipStream(File.OpenRead(RealData.Path("coword/management/records.tsv.gz")), CompressionMode.Decompress));
        using var csv = CsvReader.Create(file, new CsvReaderOptions { Separator = '\t' });
        var repeats = new Dictionary<string, int>();
        foreach (var row in csv)
            foreach (var group in row["DE"].ToString().Split(';').Select(keyword => keyword.Trim()).GroupBy(keyword => keyword)) repeats[group.Key] = repeats.GetValueOrDefault(group.Key) + group.Count() - 1;
        var printed = Block("management", "Most Relevant Keywords", "\0").Select(line => KeywordRow().Match(line)).Where(match => match.Success).ToList();
        Assert.Equal(20, printed.Count);
        int Documents(string field, string keyword) => Management.Value.Keywords.Single(count => count.Field == field && count.Keyword.Equals(keyword, StringComparison.OrdinalIgnoreCase)).Documents;
        foreach (var match in printed)
        {
            Assert.Equal(match.Groups[2].Value, Text(Documents("author", match.Groups[1].Value) + repeats[match.Groups[1].Value]));
            Assert.Equal(match.Groups[4].Value, Text(Documents("plus", match.Groups[3].Value)));
        }
    }

    [Fact]
    public void Growth_of_keywords_of_management()
    {
        var rows = File.ReadAllLines(RealData.Path("coword/management/management_DE_keywordGrowth.tsv")).Select(line => line.Split('\t')).ToList();
        var growth = Of("management", 20).Growth.ToDictionary(keyword => keyword.Keyword.ToUpperInvariant());
        var first = Management.Value.Production.Years[0].Year;
        for (var column = 1; column < rows[0].Length; column++)
            foreach (var row in rows.Skip(1))
                Assert.Equal($"{rows[0][column]} {row[0]}: {row[column]}", $"{rows[0][column]} {row[0]}: {growth[rows[0][column]].Cumulated[int.Parse(row[0], CultureInfo.InvariantCulture) - first]}");
    }

    /// <summary>bibliometrix takes each line of a field for a keyword of its own: "Patent / value evaluation" on two lines is two. Made the same mistake, all its numbers are ours.</summary>
    [Fact]
    public void Keywords_of_scientometrics_go_over_line_ends()
    {
        Assert.Equal((312, 383), (Scientometrics.Value.Overview.AuthorKeywords, Scientometrics.Value.Overview.KeywordsPlus));
        foreach (var (tag, pairs, weight) in new[] { ("DE", 1125, 1155), ("ID", 2373, 2539) })
        {
            var index = TermIndex.Of(CutAtLineEnds(tag), new CoWordOptions { Identity = TermIdentity.CaseInsensitive });
            var counts = new CoOccurrence(index.Terms);
            Assert.Equal((pairs, weight), (counts.Pairs.Count, counts.Pairs.Sum(pair => pair.Records)));
            var printed = Rows($"coword/scientometrics/scientometrics_{tag}_occ_links_tls_binary.tsv").ToDictionary(row => row[0], row => string.Join(' ', row[1..]));
            Assert.Equal(printed.Count, index.Terms.Count);
            for (var term = 0; term < index.Terms.Count; term++)
                Assert.Equal(printed[index.Terms[term].Key.ToUpperInvariant()], $"{counts.Occurrences(term)} {counts.Network.Degree(term)} {counts.Network.Strength(term)}");
        }
    }

    static List<Record> CutAtLineEnds(string tag)
    {
        var records = new List<Record>();
        var current = "";
        foreach (var line in File.ReadLines(RealData.Path("coword/scientometrics/records.wos.txt")))
        {
            if (line.Length > 2 && line[..2] != "  ") current = line[..2];
            if (current == "PT" && line.StartsWith("PT", StringComparison.Ordinal)) records.Add(new Record());
            if (current == tag) records[^1].Keywords.AddRange(line[3..].Split(';').Select(keyword => keyword.Trim()).Where(keyword => keyword.Length > 0));
        }
        return records;
    }

    static Description Of(string corpus) => corpus == "management" ? Management.Value : Scientometrics.Value;

    static Description Of(string corpus, int top) => Description.Of(Of(corpus).Records, Of(corpus).Options with { Top = top });

    static Description Described(string path)
    {
        var records = SourceFile.Open(RealData.Path(path), path).Read().OfType<RecordItem>().Select(item => item.Record).ToList();
        for (var i = 0; i < records.Count; i++) records[i].Id = $"r{i:000}";
        return Description.Of(records, new DescribeOptions(2026) { Identity = TermIdentity.CaseInsensitive });
    }

    static Dictionary<string, string> Summary(string corpus)
    {
        var values = new Dictionary<string, string>();
        foreach (var line in File.ReadLines(RealData.Path($"coword/{corpus}/{corpus}_summary.txt")).TakeWhile(line => !line.StartsWith("Annual Scientific", StringComparison.Ordinal)))
            if (KeyAndValue().Match(line) is { Success: true } match) values.TryAdd(match.Groups[1].Value, match.Groups[2].Value);
        return values;
    }

    static IEnumerable<string> Block(string corpus, string from, string to) =>
        File.ReadLines(RealData.Path($"coword/{corpus}/{corpus}_summary.txt")).SkipWhile(line => !line.StartsWith(from, StringComparison.Ordinal)).TakeWhile(line => !line.StartsWith(to, StringComparison.Ordinal));

    static List<string[]> Rows(string path) => [.. File.ReadLines(RealData.Path(path)).Skip(1).Select(line => line.Split('\t'))];

    static string Text(double? value, int digits = 0) => value!.Value.ToString("F" + digits, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^ (\S.*?)\s{2,}(\S.*?)\s*$")]
    private static partial Regex KeyAndValue();

    [GeneratedRegex(@"^\d+ ")]
    private static partial Regex Rank();

    [GeneratedRegex(@"^\d+\s+(\S.*?)\s{2,}(\d+)\s+(\S.*?)\s{2,}([\d.]+)\s*$")]
    private static partial Regex TwoAuthors();

    [GeneratedRegex(@"^\d+\s+(\S.*?)\s+(\d+) +0\.\d+ +(\d+) +(\d+) +\S+$")]
    private static partial Regex CountryRow();

    [GeneratedRegex(@"^\d+\s+(\S.*?)\s{2,}(\d+)\s+(\S.*?)\s{2,}(\d+)\s*$")]
    private static partial Regex KeywordRow();
}
