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

    [Fact]
    public void An_issue_that_never_comes_again_is_none()
    {
        // 7 * i modulo 61 comes again after 61 records.
        var records = Enumerable.Range(0, 60).Select(i => new Record { Id = $"{i:D2}", File = "导出.csv", Line = i, Issue = $"{7 * i % 61 + 100}", Journal = $"刊物{i % 9}" }).ToList();
        var reliability = Of(records);
        Assert.False(reliability.IsReliable("导出.csv", Field.Issue));
        Assert.Equal("导出.csv 的期几乎每条题录都不相同，不像是期号，已忽略", Assert.Single(reliability.Notes).Zh);
        foreach (var record in records) record.Issue = $"{record.Line % 12 + 1}";
        Assert.True(Of(records).IsReliable("导出.csv", Field.Issue));
    }

    [Fact]
    public void Words_for_nothing_and_ranges_turned_dates_are_told()
    {
        var notes = Of([new Record { Id = "a", File = "x.csv", Volume = "NA", Pages = "08-Nov" }, new Record { Id = "b", File = "x.csv", Volume = "3", Issue = "03-Apr", Pages = "11-19" }]).Notes;
        Assert.Equal(["volume in x.csv is a word for nothing (NA and the like) in 1 records; taken as absent",
            "issue in x.csv looks like a date in 1 records (03-Apr), as spreadsheets make of ranges; read as a range", "pages in x.csv looks like a date in 1 records (08-Nov), as spreadsheets make of ranges; read as a range"], notes.Select(note => note.En));
    }

    [Fact]
    public void A_file_whose_columns_are_junk_still_finds_its_duplicates()
    {
        var works = Enumerable.Range(0, 60).Select(i => $"Noise in district number {i} of the old town and its sleepers | Roy, A.; Berg, T. | {2000 + i % 9} | Journal {(char)('A' + i % 7)} | VOLUME(ISSUE): {i * 13 + 5}-{i * 13 + 16}").ToList();
        Record Of(string line, string file, int i, string volume, string issue)
        {
            var record = Composed.Record($"{file}{i:D2}", line.Replace("VOLUME", volume, StringComparison.Ordinal).Replace("ISSUE", issue, StringComparison.Ordinal));
            record.Line = i;
            return record;
        }
        var junk = works.Select((line, i) => Of(line, "n", i, "1", (i + 1).ToString(CultureInfo.InvariantCulture)));
        var sound = works.Select((line, i) => Of(line, "s", i, (i % 40 + 2).ToString(CultureInfo.InvariantCulture), (i % 4 + 1).ToString(CultureInfo.InvariantCulture)));
        var result = Deduplication.Of([.. junk, .. sound]);
        Assert.Equal(60, result.Groups.Count);
        Assert.Equal(2, result.Notes.Count);
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
