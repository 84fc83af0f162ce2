using ReviewKit.Formats;
using ReviewKit.Text;

namespace ReviewKit.Tests.Formats;

public class RealCountTests
{
    [Fact]
    public void Every_real_file_has_as_many_records_as_it_has_beginnings_of_records()
    {
        var read = 0;
        var wrong = new List<string>();
        foreach (var path in RealFile.All(RealData.Path("exports")))
        {
            if (RealFile.Open(path) is not { } file) continue;
            var records = file.Read().OfType<RecordItem>().Count();
            var expected = RealFile.Count(path, file.Format.Name);
            read++;
            if (records != expected) wrong.Add($"{file.Name} ({file.Format}): {records} read, {expected} in the file");
        }
        TestContext.Current.TestOutputHelper?.WriteLine($"{read} files");
        Assert.Empty(wrong);
        Assert.True(read > 100, $"only {read} files were recognised");
    }

    // Counted by hand or said by the exporting platform.
    [Theory]
    [InlineData("scitools2/xihuyu20000__CNKI-637277584491521250_custom_1.txt", "cnki-custom", "utf-8", 500)]
    [InlineData("scitools2/xihuyu20000__wos_plaintext_digital_humanities.txt", "wos-tagged", "utf-8", 270)]
    [InlineData("scitools2/xihuyu20000__wos_tab_utf8_digital_humanities.txt", "wos-tab", "utf-8", 270)]
    [InlineData("wos/Chin-Quency__savedrecs_zhUI.txt", "wos-tagged", "utf-8", 500)]
    [InlineData("mrhelper/dearfad-mrhelper__demo_wanfang_202101.NET", "noteexpress", "utf-8", 20)]
    [InlineData("mrhelper/dearfad-mrhelper__demo_cnki_202101.txt", "cnki-estudy", "utf-8", 20)]
    [InlineData("scopus/NLeSC-litstudy__scopus.csv", "scopus-csv", "utf-8", 58)]
    [InlineData("citespace_converted/realJaydenCheng-ref-cnki2citespace-encoder__download_1-307.txt", "wos-tagged", "utf-8", 307)]
    [InlineData("cnki_excel/rgtjf__1558.csv", "csv", "gb18030", 1558)]
    [InlineData("cnki_excel/rgtjf__345.xls", "xls", "binary", 345)]
    [InlineData("wos_xls/gorgeousmwz-Associated-Rules-Mining__savedrecs.xls", "xls", "binary", 1000)]
    [InlineData("smartcity/yusufbzk-SLR-Text-Mining__All_Data_Set_Smart_City_Literature.xlsx", "xlsx", "binary", 4219)]
    [InlineData("scitools2/xihuyu20000__AI500.xls", "html-xls", "gb18030", 497)]
    [InlineData("cnki_snippets/getexport_api_html_breaks.txt", "endnote", "utf-8", 1)]
    [InlineData("scitools2/hist__CNKI-02.es5", "cnki-es5", "utf-8", 450)]
    [InlineData("scitools2/hist__ds_gbt_7714_2015.txt", "gbt7714", "utf-8", 161)]
    [InlineData("scitools2/xihuyu20000__cssciLY_20200609082408.txt", "cssci", "utf-8", 147)]
    [InlineData("cssci/lucian-whu__excel_to_cssci.txt", "cssci", "utf-8", 64)]
    [InlineData("endnote_xml/IEBH-dedupe-sweep__tafenoquine.xml", "endnote-xml", "utf-8", 179)]
    [InlineData("scopus_plaintext/drlucatobi-RMS-childhood__scopus.txt", "scopus-text", "utf-8", 5)]
    [InlineData("colrev/google_scholar.json", "json", "utf-8", 7)]
    public void Known_files_are_recognised(string name, string format, string encoding, int records)
    {
        var file = SourceFile.Open(RealData.Path($"exports/{name}"), name);
        Assert.Equal((format, encoding), (file.Format.Name, file.Encoding));
        Assert.Equal(records, file.Read().OfType<RecordItem>().Count());
    }

    [Fact]
    public void Plain_text_and_tab_delimited_export_of_one_search_give_the_same_records()
    {
        var plain = Read("scitools2/xihuyu20000__wos_plaintext_digital_humanities.txt");
        var tab = Read("scitools2/xihuyu20000__wos_tab_utf8_digital_humanities.txt").ToDictionary(r => r.Ids["ut"]);
        Assert.Equal(tab.Count, plain.Count);
        foreach (var one in plain)
        {
            var other = tab[one.Ids["ut"]];
            Assert.Equal(one.Title, other.Title);
            Assert.Equal(one.Authors, other.Authors);
            Assert.Equal((one.Year, one.Date, one.Volume, one.Issue, one.Pages, one.Doi, one.Journal), (other.Year, other.Date, other.Volume, other.Issue, other.Pages, other.Doi, other.Journal));
            Assert.Equal(one.Issn, other.Issn);
            // The tab-delimited file loses the blank between paragraphs.
            Assert.Equal(Fold.Letters(one.Abstract ?? ""), Fold.Letters(other.Abstract ?? ""));
        }
    }

    static List<Record> Read(string name) =>
        SourceFile.Open(RealData.Path($"exports/{name}"), name).Read().OfType<RecordItem>().Select(i => i.Record).ToList();
}
