using System.Text;
using ReviewKit.Formats;

namespace ReviewKit.Tests.Formats;

public sealed class SourceFileTests : IDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("reviewkit-格式-").FullName;

    public void Dispose() => Directory.Delete(_folder, true);

    [Fact]
    public void A_file_that_is_ASCII_for_a_megabyte_and_then_GBK_is_read_as_GBK()
    {
        var text = new StringBuilder("title,abstract\n");
        while (text.Length < 1_100_000) text.Append("An English title,and an abstract\n");
        text.Append("城市更新政策研究,摘要一句\n");
        var file = Open(TextEncoding.Gb18030().Decoder.GetBytes(text.ToString()));
        Assert.Equal("gb18030", file.Encoding);
        Assert.Equal("城市更新政策研究", Records(file)[^1].Title);
    }

    [Fact]
    public void UTF_8_with_a_broken_byte_stays_UTF_8_and_the_line_is_named()
    {
        var file = Open([.. "题名,摘要\n一个题名,一段摘要\n第二个"u8, 0xE5, 0x9F, .. ",摘要\n"u8]);
        Assert.Equal("utf-8", file.Encoding);
        Assert.Equal("第二个\uFFFD", Records(file)[1].Title);
        var problem = Assert.Single(file.Read().OfType<ProblemItem>());
        Assert.Equal("file.txt:3: bytes that are no utf-8 text; each is shown as \uFFFD", problem.Problem.In(ReviewKit.Text.Language.En));
        Assert.Equal("file.txt:3: 含有不属于 utf-8 的字节，均以 \uFFFD 代替", problem.Problem.In(ReviewKit.Text.Language.Zh));
    }

    [Theory]
    [InlineData("utf-16le", true)]
    [InlineData("utf-16le", false)]
    [InlineData("utf-16be", true)]
    [InlineData("utf-16be", false)]
    public void UTF_16_is_recognised_with_and_without_mark(string name, bool hasMark)
    {
        var encoding = TextEncoding.Utf16(name == "utf-16be", 0).Decoder;
        var text = encoding.GetBytes("TY  - JOUR\r\nTI  - 城市\r\nAU  - Lu, Hong\r\nER  - \r\n");
        var file = Open(hasMark ? [.. name == "utf-16be" ? new byte[] { 0xFE, 0xFF } : [0xFF, 0xFE], .. text] : text);
        Assert.Equal(name, file.Encoding);
        var item = Assert.Single(file.Read().OfType<RecordItem>());
        Assert.Equal("城市", item.Record.Title);
        Assert.Equal(hasMark ? 2 : 0, item.Offset);
    }

    [Theory]
    [InlineData("P\u00e4ckert and M\u00fcller in Z\u00fcrich", "windows-1252")]
    [InlineData("《城市》政策与文件的研究", "gb18030")]
    public void What_is_no_UTF_8_is_Western_or_Chinese(string title, string encoding)
    {
        var bytes = encoding == "gb18030" ? TextEncoding.Gb18030() : TextEncoding.Western();
        var file = Open(bytes.Decoder.GetBytes($"title,year,abstract\n{title},2020,x\n"));
        Assert.Equal(encoding, file.Encoding);
        Assert.Equal(title, Records(file)[0].Title);
    }

    [Fact]
    public void Hash_and_length_are_those_of_the_bytes()
    {
        var file = Open("TY  - JOUR\nER  - \n"u8.ToArray());
        // printf 'TY  - JOUR\nER  - \n' | sha256sum
        Assert.Equal("fe41899954fcc554f2001ffc6199c94a6a457aae797353e2d4c23b94aa610309", file.Sha256);
        Assert.Equal(18, file.Length);
    }

    [Theory]
    [InlineData("", "file.txt is empty", "file.txt 是空文件")]
    [InlineData("  \r\n\n", "file.txt is empty", "file.txt 是空文件")]
    [InlineData("%PDF-1.4 x", "file.txt is a PDF, which is not read yet", "file.txt 是 PDF 文件，目前尚不能读取")]
    [InlineData("[{\"id\": 1}]", "file.txt is JSON, which is not read yet", "file.txt 是 JSON，目前尚不能读取")]
    [InlineData("<?xml version=\"1.0\"?><a/>", "file.txt is XML, which is not read yet", "file.txt 是 XML，目前尚不能读取")]
    public void A_file_that_cannot_be_read_is_refused_in_both_languages(string text, string en, string zh)
    {
        var error = Assert.Throws<ReviewKitException>(() => Open(Encoding.UTF8.GetBytes(text)));
        Assert.Equal((en, zh), (error.Said.En, error.Said.Zh));
    }

    [Theory]
    [InlineData("TY  - JOUR\nTI  - 路\ufffe灯\nDO  - 10.9999/a\ufffeb\nER  - \n", "路\ufffd灯")]
    [InlineData("[{\"type\":\"book\",\"title\":\"路\\ud83d灯\\ud83d\\ude00\\\\ud83d\",\"\\uDC00\":\"a\",\"DOI\":\"10.9999/\\ud83d\"}]", "路\ufffd灯\ud83d\ude00\\ud83d")]
    [InlineData("<xml><records><record><ref-type name=\"Book\">6</ref-type><titles><title>路&#xFFFE;灯</title></titles></record></records></xml>", "路\ufffd灯")]
    public void Halves_of_characters_and_what_no_text_may_hold_stop_nothing(string text, string title)
    {
        var record = Assert.Single(Records(Open(Encoding.UTF8.GetBytes(text))));
        Assert.Equal(title, record.Title);
        Assert.NotEmpty(ReviewKit.Text.Fold.Term(ReviewKit.Records.RecordJson.Write(record)));
    }

    [Fact]
    public void A_row_of_cells_without_end_is_one_record_and_the_next_is_whole()
    {
        var items = Open(Encoding.UTF8.GetBytes("title,authors\n路灯,b" + string.Concat(Enumerable.Repeat(",c", 300_000)) + "\nlast,d\n")).Read().ToList();
        var records = items.OfType<RecordItem>().Select(item => item.Record).ToList();
        Assert.Equal(["路灯", "last"], records.Select(record => record.Title));
        // Two cells have a column; of the others 49,998 are kept apart, the rest together.
        Assert.Equal(50_001 - 2, records[0].Other.Count);
        Assert.Contains(items.OfType<ProblemItem>(), item => item.Problem.Said.Zh.Contains("该行比表头多", StringComparison.Ordinal));
    }

    [Fact]
    public void A_line_longer_than_any_is_passed_over_though_its_end_is_at_hand()
    {
        using var reader = new LineReader(new MemoryStream([.. Enumerable.Repeat((byte)'a', 100), (byte)'\n', (byte)'b', (byte)'\n']), TextEncoding.Utf8(0), longest: 50);
        Assert.True(reader.Read(out var first));
        Assert.Equal((LineDamage.TooLong, 100L), (first.Damage, first.Length));
        Assert.True(reader.Read(out var second));
        Assert.Equal(("b", 2, 101L), (second.Text, second.Number, second.Offset));
    }

    [Fact]
    public void Bytes_without_text_are_refused()
    {
        var random = new Random(7);
        var bytes = new byte[4096];
        random.NextBytes(bytes);
        Assert.Contains("is not text", Assert.Throws<ReviewKitException>(() => Open(bytes)).Said.En);
    }

    [Fact]
    public void Prose_is_in_no_known_format_and_a_missing_file_does_not_exist()
    {
        Assert.Contains("is in no format that is known here", Assert.Throws<ReviewKitException>(() => Open("Just a letter,\nto nobody.\n"u8.ToArray())).Said.En);
        var missing = Assert.Throws<ReviewKitException>(() => SourceFile.Open(Path.Combine(_folder, "没有.ris"), "没有.ris"));
        Assert.Equal("没有.ris does not exist", missing.Said.En);
        Assert.Equal("没有.ris 不存在", missing.Said.Zh);
    }

    [Fact]
    public void The_format_and_the_source_can_be_given()
    {
        var path = Write("Title-题名: 一\n"u8.ToArray());
        var file = SourceFile.Open(path, "x.txt", FormatTable.Find("CNKI-custom"), "cnki-oversea");
        Assert.Equal("cnki-oversea", Records(file)[0].Source);
        Assert.Null(FormatTable.Find("none"));
    }

    [Theory]
    [InlineData("ris", "TY  - JOUR\nID  - 7\nAN  - WOS:0001\nER  -\n", "7")]
    [InlineData("ris", "TY  - JOUR\nAN  - WOS:0001\nER  -\n", null)]
    [InlineData("wos-tagged", "PT J\nTI A\nUT WOS:0001\nER\n", "WOS:0001")]
    [InlineData("nbib", "PMID- 12\nTI  - A\n", "12")]
    [InlineData("csv", "ID,title,year\n编号7,题名,2001\n", "编号7")]
    [InlineData("csv", "record_id,title,year\n8,题名,2001\n", "8")]
    [InlineData("scopus-csv", "Title,Authors,EID\nA,B,2-s2.0-1\n", "2-s2.0-1")]
    public void A_record_has_the_id_that_its_file_gives_it(string format, string text, string? id)
    {
        var file = Open(Encoding.UTF8.GetBytes(text));
        Assert.Equal(format, file.Format.Name);
        Assert.Equal(id, OwnIds.OwnId(Records(file)[0]));
    }

    [Fact]
    public void A_record_without_end_is_cut_and_said_so()
    {
        var text = new StringBuilder("TY  - JOUR\nTI  - Endless\n");
        for (var i = 0; i < 300_000; i++) text.Append("AU  - Smith, J\n");
        var items = Open(Encoding.ASCII.GetBytes(text.ToString())).Read().ToList();
        Assert.True(Assert.IsType<RecordItem>(items[0]).Record.Authors.Count is > 100_000 and < 250_000);
        Assert.Contains("larger than any real one", Assert.IsType<ProblemItem>(items[1]).Problem.Said.En);
    }

    SourceFile Open(byte[] bytes) => SourceFile.Open(Write(bytes), "file.txt");

    string Write(byte[] bytes)
    {
        var path = Path.Combine(_folder, "文件.txt");
        File.WriteAllBytes(path, bytes);
        return path;
    }

    static List<Record> Records(SourceFile file) => file.Read().OfType<RecordItem>().Select(i => i.Record).ToList();
}
