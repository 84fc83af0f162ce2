using System.Globalization;
using System.IO.Compression;
using CsvHelper;
using ReviewKit.CoWord;

namespace ReviewKit.Tests.CoWord;

/// <summary>Real corpora against the numbers that other programs print for them.</summary>
public class PrintedTablesTests
{
    [Fact]
    public void Occurrences_links_and_strengths_of_all_management_keywords_are_those_of_bibliometrix()
    {
        var index = TermIndex.Of(Management(), VosRule);
        var counts = new CoOccurrence(index.Terms);
        Assert.Equal((898, 2243), (index.RecordCount, index.Terms.Count));
        Assert.Equal((9350, 10357), (counts.Pairs.Count, counts.Pairs.Sum(pair => pair.Records)));
        var printed = Table("coword/management/management_DE_occ_links_tls_binary.tsv");
        Assert.Equal(printed.Count, index.Terms.Count);
        for (var term = 0; term < index.Terms.Count; term++)
        {
            var row = printed[index.Terms[term].Key.ToUpperInvariant()];
            Assert.Equal(string.Join(' ', row), $"{counts.Occurrences(term)} {counts.Network.Degree(term)} {counts.Network.Strength(term)}");
        }
    }

    [Theory]
    [InlineData("association")]
    [InlineData("salton")]
    [InlineData("jaccard")]
    [InlineData("inclusion")]
    [InlineData("equivalence")]
    public void Similarities_of_the_thirty_most_frequent_are_those_of_bibliometrix(string measure)
    {
        Func<int, int, int, double> similarity = measure switch
        {
            "association" => Similarity.AssociationStrength,
            "salton" => Similarity.Cosine,
            "jaccard" => Similarity.Jaccard,
            "inclusion" => Similarity.Inclusion,
            _ => Similarity.EquivalenceIndex,
        };
        var terms = TermIndex.Of(Management(), VosRule).Terms;
        var counts = new CoOccurrence(terms);
        var node = terms.Select((term, i) => (term.Key, i)).ToDictionary(pair => pair.Key, pair => pair.i);
        var lines = File.ReadAllLines(RealData.Path($"coword/management/management_DE_top30_{measure}.tsv")).Select(line => line.Split('\t')).ToList();
        var heads = lines[0][1..];
        Assert.Equal(30, heads.Length);
        foreach (var row in lines.Skip(1))
            for (var column = 0; column < heads.Length; column++)
            {
                var (a, b) = (node[row[0].ToLowerInvariant()], node[heads[column].ToLowerInvariant()]);
                if (a == b) continue;
                var printed = double.Parse(row[column + 1], CultureInfo.InvariantCulture);
                Assert.Equal(printed, similarity(counts.RecordsOf(a, b).Count, counts.Occurrences(a), counts.Occurrences(b)), 10);
            }
    }

    [Fact]
    public void Keywords_and_pairs_of_a_CNKI_file_are_those_VOSviewer_should_show()
    {
        var map = CoWordMap.Of(Cnki(), new CoWordOptions { MinimumOccurrences = 1 });
        Assert.Equal((397, 872, 873), (map.Terms.Count, map.Pairs.Count, map.Pairs.Sum(pair => pair.Records)));
        Assert.Equal(("大数据", 10), (map.Terms[0].Label, map.Terms[0].Occurrences));
        Assert.Equal(("图书馆", 6), (map.Terms[1].Label, map.Terms[1].Occurrences));
        Assert.Equal(["信息素养", "数据驱动", "高校图书馆"], map.Terms.Where(term => term.Occurrences == 3).Select(term => term.Label).Order(StringComparer.Ordinal));
        Assert.All(map.Terms, term => Assert.True(double.IsFinite(term.X) && double.IsFinite(term.Y)));
    }

    static CoWordOptions VosRule { get; } = new() { Identity = TermIdentity.CaseInsensitive };

    internal static List<Record> Management()
    {
        using var file = File.OpenRead(RealData.Path("coword/management/records.tsv.gz"));
        using var csv = CsvReader.Create(new StreamReader(new GZipStream(file, CompressionMode.Decompress)), new CsvReaderOptions { Separator = '\t' });
        var records = new List<Record>();
        foreach (var row in csv)
        {
            var keywords = row["DE"].ToString();
            records.Add(new Record { Keywords = keywords == "NA" ? [] : [.. keywords.Split(';')] });
        }
        return records;
    }

    /// <summary>Keywords only: the first has a tag, the others stand on lines of their own until the next tag.</summary>
    static List<Record> Cnki()
    {
        var records = new List<Record>();
        var inKeywords = false;
        foreach (var line in File.ReadLines(Directory.GetFiles(RealData.Path("exports/cnki_endnote_ris")).Single(file => file.EndsWith(".ris", StringComparison.Ordinal))))
        {
            if (line.TrimStart('\ufeff').StartsWith("TY  - ", StringComparison.Ordinal)) records.Add(new Record { File = "cnki.ris", Line = records.Count });
            if (line.Length > 5 && line[2..6] == "  - ") inKeywords = line.StartsWith("KW", StringComparison.Ordinal);
            if (inKeywords && line.Length > 0) records[^1].Keywords.Add(line.StartsWith("KW  - ", StringComparison.Ordinal) ? line[6..] : line);
        }
        return records;
    }

    static Dictionary<string, string[]> Table(string path) =>
        File.ReadLines(RealData.Path(path)).Skip(1).Select(line => line.Split('\t')).ToDictionary(row => row[0], row => row[1..]);
}
