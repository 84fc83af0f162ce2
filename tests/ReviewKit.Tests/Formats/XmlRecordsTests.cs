using System.Text;
using ReviewKit.Formats;
using ReviewKit.Records;

namespace ReviewKit.Tests.Formats;

public sealed class XmlRecordsTests : IDisposable
{
    readonly string _path = Path.GetTempFileName();

    public void Dispose() => File.Delete(_path);

    [Theory]
    [InlineData("utf-8")]
    [InlineData("gb18030")]
    [InlineData("utf-16")]
    public void A_library_on_one_line_is_read_in_pieces(string encoding)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var decoder = Encoding.GetEncoding(encoding);
        var text = new StringBuilder("<?xml version=\"1.0\"?><xml><records>");
        for (var i = 0; i < 2000; i++)
            text.Append($"<record><ref-type name=\"Journal Article\">17</ref-type><titles><title>智慧城市路灯研究{i}号</title></titles><abstract>{string.Concat(Enumerable.Repeat("路灯, ", 100))}</abstract></record>");
        File.WriteAllText(_path, text + "</records></xml>", decoder);
        var bytes = File.ReadAllBytes(_path);
        var records = Open().Read().Cast<RecordItem>().ToList();
        Assert.Equal(Enumerable.Range(0, 2000).Select(i => $"智慧城市路灯研究{i}号"), records.Select(r => r.Record.Title));
        Assert.All(records, r =>
        {
            var own = decoder.GetString(bytes, (int)r.Offset, r.Length);
            Assert.StartsWith("<record>", own);
            Assert.EndsWith("</record>", own);
            Assert.Contains(r.Record.Title!, own);
        });
    }

    [Fact]
    public void Entities_that_a_document_declares_are_not_expanded()
    {
        var entities = string.Concat(Enumerable.Range(1, 30).Select(i => $"<!ENTITY a{i} \"&a{i - 1};&a{i - 1};\">"));
        Write($"<!DOCTYPE x [<!ENTITY a0 \"lamp\"><!ENTITY file SYSTEM \"file:///etc/passwd\">{entities}]>\n<xml><records><record><ref-type name=\"Book\">6</ref-type><titles><title>&a30; &file;</title></titles></record></records></xml>");
        var record = Assert.IsType<RecordItem>(Assert.Single(Open().Read())).Record;
        Assert.Equal("&a30; &file;", record.Title);
    }

    [Fact]
    public void A_section_that_is_never_closed_takes_no_other_record_with_it()
    {
        Write("<CNKINOTE><CNKILITERS><CNKIDATA><Title><![CDATA[路灯</Title></CNKIDATA>\n<CNKIDATA><Title><![CDATA[传感器]]></Title></CNKIDATA></CNKILITERS></CNKINOTE>");
        var items = Open().Read().ToList();
        Assert.Equal(2, items.OfType<RecordItem>().Count());
        Assert.Equal("传感器", items.OfType<RecordItem>().Last().Record.Title);
        Assert.True(items.OfType<ProblemItem>().Single().Problem.IsDamage);
        Assert.Contains("路灯", RecordJson.Write(items.OfType<RecordItem>().First().Record));
    }

    [Fact]
    public void Text_between_records_is_told()
    {
        Write("<Bibliographies><BibliographiesCount>1</BibliographiesCount>路灯一盏<Bibliography><Title>路灯</Title></Bibliography></Bibliographies>");
        Assert.Contains("路灯一盏", Open().Read().OfType<ProblemItem>().Single().Problem.Said.Zh);
    }

    [Fact]
    public void A_record_of_more_than_any_size_is_read_at_its_beginning_and_the_next_is_whole()
    {
        var author = "<author>Lu, H.</author>";
        Write("<xml><records><record><titles><title>Many lamps</title></titles><ref-type name=\"Book\">6</ref-type><contributors><authors>" + string.Concat(Enumerable.Repeat(author, 200_000))
            + "</authors></contributors></record>\n<record><ref-type name=\"Book\">6</ref-type><titles><title>路灯</title></titles></record></records></xml>");
        var items = Open().Read().ToList();
        Assert.Equal(["Many lamps", "路灯"], items.OfType<RecordItem>().Select(i => i.Record.Title!));
        Assert.Equal("x.xml:1: the record is larger than 4 MB (its end is missing?); only its beginning is read", items.OfType<ProblemItem>().First().Problem.ToString());
        Assert.DoesNotContain(items.OfType<ProblemItem>(), p => p.Problem.Said.En.Contains("belong to no record", StringComparison.Ordinal));
    }

    SourceFile Open() => SourceFile.Open(_path, "x.xml");

    void Write(string text) => File.WriteAllText(_path, text);
}
