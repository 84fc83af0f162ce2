using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using ReviewKit.Formats;

namespace ReviewKit.Tests.Formats.Writing;

public class TargetTests
{
    public static TheoryData<string> Texts() => [.. TargetTable.All.Where(t => t.Name != "xlsx").Select(t => t.Name)];

    [Theory]
    [MemberData(nameof(Texts))]
    public void Writes_invented_records_as_accepted(string name)
    {
        var (text, written) = Text(name, Samples.All);
        Golden.Equal($"writing/{name}{TargetTable.Find(name)!.Extension}", text.TrimStart('\uFEFF'));
        Golden.Equal($"writing/{name}.losses", string.Concat(written.Losses.Select(l => $"{(l.IsLeftOut ? "left out" : "changed")}\t{l.Field}\t{l.Records}\tfirst {l.First}\n")));
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void Writes_the_same_bytes_twice_and_nothing_for_no_records_but_the_frame(string name)
    {
        Assert.Equal(Text(name, Samples.All).Text, Text(name, Samples.All).Text);
        Assert.Equal(0, Text(name, []).Written.Records);
        Assert.Empty(Text(name, []).Written.Losses);
    }

    [Fact]
    public void A_workbook_holds_texts_that_cannot_run_and_numbers_that_can_be_sorted()
    {
        using var stream = new MemoryStream();
        var written = TargetTable.Find("xlsx")!.Write(Samples.All, stream);
        Assert.Empty(written.Losses);
        using var again = new MemoryStream();
        TargetTable.Find("xlsx")!.Write(Samples.All, again);
        Assert.Equal(stream.ToArray(), again.ToArray());
        var sheet = Sheet(stream);
        var cells = sheet.Descendants().Where(e => e.Name.LocalName == "c").ToDictionary(c => c.Attribute("r")!.Value);
        Assert.Equal("Title", cells["D1"].Value);
        Assert.Equal("-omics & the 100% smart city: RNA_seq at $5 {again}", cells["D2"].Value);
        Assert.Equal("inlineStr", cells["D2"].Attribute("t")!.Value);
        Assert.Equal(("2021", null), (cells["G2"].Value, cells["G2"].Attribute("t")));
        Assert.Equal("智慧城市政策扩散的组态研究——以长三角为例", cells["D3"].Value);
        Assert.DoesNotContain(sheet.Descendants(), e => e.Name.LocalName == "f");
    }

    [Fact]
    public void A_text_longer_than_a_cell_is_cut_and_said_to_be()
    {
        var record = new Record { Title = "a", Abstract = new string('长', 40_000) + "\u0001_x0041_" };
        using var stream = new MemoryStream();
        var losses = TargetTable.Find("xlsx")!.Write([record], stream).Losses;
        Assert.Equal([new Loss("abstract", false, 1, 1)], losses);
        Assert.All(Sheet(stream).Descendants().Where(e => e.Name.LocalName == "t"), t => Assert.True(t.Value.Length <= 32_767));
    }

    [Fact]
    public void Formulas_are_guarded_in_a_CSV_for_people_and_the_guard_goes_when_it_is_read_back()
    {
        var guarded = Text("csv", Samples.All).Text;
        Assert.Contains("'-omics", guarded, StringComparison.Ordinal);
        Assert.Contains("'＝考察", guarded, StringComparison.Ordinal);
        Assert.Contains("reviewkit (guarded)\n", guarded, StringComparison.Ordinal);
        Record[] odd = [new() { Title = "'=1+1" }, new() { Title = "''-x" }, new() { Title = "'t Hof" }, new() { Title = "=1+1", Abstract = "＠a\n=b" }, .. Samples.All];
        foreach (var guard in (bool[])[true, false])
        {
            using var file = new WrittenFile(TargetTable.Find("csv")!, odd, new WriteOptions(guard));
            Assert.Empty(file.Written.Losses);
            file.AssertAsSaid(odd);
            Assert.Equal(odd.Select(r => r.Title), file.Records.Select(r => r.Title));
        }
        Assert.DoesNotContain("'-omics", Text("csv", Samples.All, new WriteOptions(Guard: false)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Files_for_programs_are_not_guarded_and_have_no_column_of_ours()
    {
        foreach (var name in (string[])["rayyan", "asreview"])
        {
            var text = Text(name, Samples.All).Text;
            Assert.Contains("-omics & the", text, StringComparison.Ordinal);
            Assert.DoesNotContain("'-omics", text, StringComparison.Ordinal);
            Assert.DoesNotContain("reviewkit", text, StringComparison.Ordinal);
            Assert.NotEqual('\uFEFF', text[0]);
        }
    }

    [Fact]
    public void A_cell_of_ours_that_someone_edited_is_kept_as_it_is()
    {
        var csv = "Title,reviewkit\n智慧城市,\"{\"\"keywords\"\":null}\"\nb,\"[1]\"\nc,nonsense\nd,\"{\"\"absent\"\":[\"\"title\"\",\"\"x\"\",\"\"source\"\"]}\"\n";
        var path = Path.GetTempFileName();
        File.WriteAllText(path, csv);
        var records = SourceFile.Open(path, "a.csv").Read().OfType<RecordItem>().Select(i => i.Record).ToList();
        File.Delete(path);
        Assert.Equal(["智慧城市", "b", "c", null], records.Select(r => r.Title));
        Assert.Equal(["{\"keywords\":null}", "[1]", "nonsense"], records.Take(3).Select(r => r.Other["reviewkit"][0]));
    }

    [Fact]
    public void CR_LF_is_written_when_asked_for()
    {
        var text = Text("ris", Samples.All, new WriteOptions(Crlf: true)).Text;
        Assert.Equal(text.Count(c => c == '\n'), text.Split("\r\n").Length - 1);
        Assert.Contains("ER  - \r\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void JSON_of_CSL_is_an_array_of_items_with_dates_in_parts()
    {
        using var json = JsonDocument.Parse(Text("csl-json", Samples.All).Text);
        var first = json.RootElement[0];
        Assert.Equal(4, json.RootElement.GetArrayLength());
        Assert.Equal([2021, 3, 5], first.GetProperty("issued").GetProperty("date-parts")[0].EnumerateArray().Select(p => p.GetInt32()));
        Assert.Equal("van der Berg", first.GetProperty("author")[1].GetProperty("family").GetString());
        Assert.Equal("欧阳明", json.RootElement[1].GetProperty("author")[0].GetProperty("literal").GetString());
    }

    [Fact]
    public void A_text_that_looks_like_a_tag_stays_in_its_field()
    {
        Record[] records = [new() { Type = "article-journal", Title = "a", Abstract = "first\nER  - \nTY  - JOUR\n%T other\n{Title}: other\nPMID- 1\nPT J\n\nlast", Source = "other" }];
        foreach (var target in TargetTable.All.Where(t => t.Name is "ris" or "enw" or "noteexpress" or "nbib" or "wos" or "citespace" or "bibtex"))
        {
            using var file = new WrittenFile(target, records);
            file.AssertAsSaid(records);
            Assert.Contains("last", file.Records[0].Abstract, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Names_endings_and_titles_are_there_in_both_languages()
    {
        Assert.Equal(TargetTable.All.Count, TargetTable.All.Select(t => t.Name).Distinct().Count());
        Assert.All(TargetTable.All, t => Assert.True(t.Title.En.Length > 0 && t.Title.Zh.Length > 0 && t.Extension[0] == '.'));
        Assert.Equal(["ris", "bibtex", "csv", "xlsx", "csl-json", "endnote-xml", "enw", "noteexpress", "nbib", "jsonl"],
            ((string[])["a.RIS", "a.bib", "中.csv", "a.xlsx", "a.json", "a.xml", "a.enw", "a.net", "a.nbib", "a.jsonl"]).Select(f => TargetTable.ForName(f)!.Name));
        Assert.Null(TargetTable.ForName("a.txt"));
    }

    static (string Text, Written Written) Text(string name, IEnumerable<Record> records, WriteOptions? options = null)
    {
        using var stream = new MemoryStream();
        var written = TargetTable.Find(name)!.Write(records, stream, options);
        return (Encoding.UTF8.GetString(stream.ToArray()), written);
    }

    static XDocument Sheet(MemoryStream stream)
    {
        using var zip = new ZipArchive(new MemoryStream(stream.ToArray()));
        Assert.All(zip.Entries, e => Assert.Equal(1980, e.LastWriteTime.Year));
        using var part = zip.GetEntry("xl/worksheets/sheet1.xml")!.Open();
        return XDocument.Load(part);
    }
}
