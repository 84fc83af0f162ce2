using System.Globalization;
using ReviewKit.Dedup;

namespace ReviewKit.Tests.Dedup;

public class FieldReliabilityTests
{
    [Fact]
    public void An_issue_that_is_a_row_number_is_ignored_and_told()
    {
        var works = Enumerable.Range(0, 30).Select(i => $"Noise in district number {i} of the old town and its sleepers | Roy, A.; Berg, T. | {2000 + i % 9} | Journal {(char)('A' + i % 7)} | {i % 11 + 1}(ISSUE): {i * 13 + 5}-{i * 13 + 16}").ToList();
        var numbered = works.Select((line, i) => Numbered(line, "n", i, (i + 1).ToString(CultureInfo.InvariantCulture)));
        var sound = works.Select((line, i) => Numbered(line, "s", i, (i % 4 + 1).ToString(CultureInfo.InvariantCulture)));
        var result = Deduplication.Of([.. numbered, .. sound]);
        Assert.Equal(30, result.Groups.Count);
        var note = Assert.Single(result.Notes);
        Assert.Equal("issue in n.csv looks like a row number: it grows with every record; ignored", note.En);
        Assert.Equal("n.csv 的期像是行号（逐条递增），已忽略", note.Zh);
    }

    [Fact]
    public void One_volume_for_all_journals_is_ignored()
    {
        var records = Enumerable.Range(0, 25).Select(i => new Record { Id = $"{i:D2}", File = "x.csv", Line = i, Volume = "1", Journal = $"Journal {i}" }).ToList();
        Assert.False(Of(records).IsReliable("x.csv", Field.Volume));
        foreach (var record in records) record.Journal = "Journal of one volume";
        Assert.True(Of(records).IsReliable("x.csv", Field.Volume));
    }

    [Fact]
    public void Pages_in_order_are_no_row_number()
    {
        var records = Enumerable.Range(0, 25).Select(i => new Record { Id = $"{i:D2}", File = "x.csv", Line = i, Pages = $"{i * 8 + 1}" }).ToList();
        Assert.True(Of(records).IsReliable("x.csv", Field.Pages));
    }

    [Fact]
    public void A_doi_under_many_titles_is_not_used()
    {
        var reliability = Of([.. "Noise at night;Shade in parks;Trams and trees".Split(';').Select((title, i) => new Record { Id = $"{i}", Title = title, Doi = "10.1234/S1" })]);
        Assert.True(reliability.IsShared("10.1234/s1"));
        Assert.Equal("1 DOIs stand under more than 2 different titles each (10.1234/s1, …): a supplement's or a volume's; not used to find duplicates", Assert.Single(reliability.Notes).En);
    }

    static FieldReliability Of(IEnumerable<Record> records)
    {
        var (pool, journals) = (new Pool(), new JournalList());
        return FieldReliability.Of([.. records.Select(record => CanonicalForm.Of(record, pool, journals))]);
    }

    static Record Numbered(string line, string file, int i, string issue)
    {
        var record = Composed.Record($"{file}{i:D2}", line.Replace("ISSUE", issue, StringComparison.Ordinal));
        record.Line = i;
        return record;
    }
}
