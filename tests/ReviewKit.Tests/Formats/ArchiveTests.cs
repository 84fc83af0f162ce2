using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using ReviewKit.Formats;

namespace ReviewKit.Tests.Formats;

public sealed class ArchiveTests : IDisposable
{
    const string Ris = "TY  - JOUR\nTI  - 街灯与城市\nER  - \n";

    readonly string _folder = Directory.CreateTempSubdirectory("reviewkit-压缩-").FullName;

    public void Dispose() => Directory.Delete(_folder, true);

    [Fact]
    public void A_gzip_file_is_read_unpacked_and_known_by_its_own_bytes()
    {
        var packed = Gzip(Encoding.UTF8.GetBytes(Ris));
        var file = SourceFile.Open(Write("a.ris.gz", packed), "a.ris.gz");
        Assert.Equal("ris", file.Format.Name);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(packed)), file.Sha256);
        Assert.Equal(packed.Length, file.Length);
        var item = Assert.Single(file.Read().OfType<RecordItem>());
        Assert.Equal(("街灯与城市", 1, 0L, 0), (item.Record.Title, item.Record.Line, item.Offset, item.Length));
        using var stored = new MemoryStream();
        using (var bytes = file.OpenBytes()) bytes.CopyTo(stored);
        Assert.Equal(packed, stored.ToArray());
    }

    [Fact]
    public void A_gzip_file_that_breaks_off_is_read_as_far_as_it_goes()
    {
        var text = new StringBuilder();
        var random = new Random(3);
        for (var i = 0; i < 2000; i++) text.Append("TY  - JOUR\nTI  - ").Append(random.NextInt64()).Append("\nER  - \n");
        var packed = Gzip(Encoding.UTF8.GetBytes(text.ToString()));
        var items = SourceFile.Open(Write("a.gz", packed[..(packed.Length / 2)]), "a.gz").Read().ToList();
        Assert.True(items.OfType<RecordItem>().Count() is > 500 and < 1500);
        Assert.True(items.OfType<ProblemItem>().Last().Problem.IsDamage);
    }

    [Fact]
    public void A_file_of_nothing_but_zeros_that_packs_a_thousand_times_is_refused()
    {
        var path = Path.Combine(_folder, "bomb.gz");
        using (var gzip = new GZipStream(File.Create(path), CompressionLevel.SmallestSize))
        {
            var zeros = new byte[1 << 20];
            Array.Fill(zeros, (byte)'a');
            for (var i = 0; i < 80; i++) gzip.Write(zeros);
        }
        Assert.Contains("which no export does", Assert.Throws<ReviewKitException>(() => SourceFile.Open(path, "bomb.gz")).Said.En);
        var zip = Zip(("bomb.txt", Enumerable.Repeat((byte)'a', 80 << 20).ToArray()), ("a.ris", Encoding.UTF8.GetBytes(Ris)));
        var items = SourceFile.Open(Write("bomb.zip", zip), "bomb.zip").Read().ToList();
        Assert.Single(items.OfType<RecordItem>());
        Assert.Contains("which no export does", Assert.Single(items.OfType<ProblemItem>()).Problem.Said.En);
    }

    [Fact]
    public void Entries_are_files_of_their_own_with_the_hash_of_their_bytes()
    {
        var path = Write("cnki.zip", Zip(("b/知网.ris", Encoding.UTF8.GetBytes(Ris)), ("a.txt", "FN Clarivate\nPT J\nTI A\nER\nEF\n"u8.ToArray()), ("README.md", "x"u8.ToArray()), (".DS_Store", "x"u8.ToArray())));
        Assert.Equal(["a.txt", "b/知网.ris"], SourceFile.EntriesOf(path, "cnki.zip"));
        var file = SourceFile.Open(path, "exports/cnki.zip", entry: "b/知网.ris");
        Assert.Equal(("exports/cnki.zip!b/知网.ris", "ris"), (file.Name, file.Format.Name));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Ris))), file.Sha256);
        Assert.Equal(Ris, new StreamReader(file.OpenBytes()).ReadToEnd());
        Assert.Equal("exports/cnki.zip!b/知网.ris", Assert.Single(file.Read().OfType<RecordItem>()).Record.File);
        Assert.Empty(SourceFile.EntriesOf(Write("a.ris", Encoding.UTF8.GetBytes(Ris)), "a.ris"));
    }

    [Fact]
    public void A_path_that_leads_out_of_the_archive_is_only_a_name()
    {
        var path = Write("slip.zip", Zip(("../../evil.ris", Encoding.UTF8.GetBytes(Ris))));
        Assert.Single(SourceFile.Open(path, "slip.zip").Read().OfType<RecordItem>());
        foreach (var at in (string[])["", "..", "../.."]) Assert.False(File.Exists(Path.Combine(_folder, at, "evil.ris")));
        Assert.False(File.Exists("evil.ris"));
    }

    [Fact]
    public void Archives_in_archives_and_other_documents_are_refused_by_name()
    {
        var inner = Zip(("a.ris", Encoding.UTF8.GetBytes(Ris)));
        var items = SourceFile.Open(Write("outer.zip", Zip(("inner.zip", inner))), "outer.zip").Read().ToList();
        Assert.Equal("outer.zip!inner.zip is a zip archive inside another file, which is not read yet", Assert.IsType<ProblemItem>(Assert.Single(items)).Problem.Said.En);
        var word = Write("a.docx", Zip(("[Content_Types].xml", "<a/>"u8.ToArray()), ("word/document.xml", "<a/>"u8.ToArray())));
        Assert.Equal("a.docx is a Word document, which is not read yet", Assert.Throws<ReviewKitException>(() => SourceFile.Open(word, "a.docx")).Said.En);
        Assert.Contains("damaged zip archive", Assert.Throws<ReviewKitException>(() => SourceFile.Open(Write("b.zip", inner[..60]), "b.zip")).Said.En);
    }

    [Fact]
    public void An_archive_with_more_entries_than_anybody_exports_is_refused()
    {
        var many = Zip([.. Enumerable.Range(0, 5001).Select(i => ($"{i}.ris", Array.Empty<byte>()))]);
        Assert.Contains("has 5001 entries", Assert.Throws<ReviewKitException>(() => SourceFile.Open(Write("many.zip", many), "many.zip")).Said.En);
    }

    [Fact]
    public void A_workbook_whose_sheet_unpacks_to_gigabytes_or_defines_entities_is_not_read()
    {
        var sheet = new byte[90 << 20];
        Array.Fill(sheet, (byte)' ');
        var bomb = Write("bomb.xlsx", Zip(("xl/workbook.xml", "<workbook/>"u8.ToArray()), ("xl/worksheets/sheet1.xml", sheet)));
        Assert.Contains("which no workbook of exports does", Assert.Throws<ReviewKitException>(() => SourceFile.Open(bomb, "bomb.xlsx")).Said.En);
        var laughs = "<!DOCTYPE a [<!ENTITY b \"bbbbbbbbbb\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]><workbook>&c;</workbook>"u8.ToArray();
        var file = SourceFile.Open(Write("laughs.xlsx", Zip(("xl/workbook.xml", laughs))), "laughs.xlsx");
        Assert.Contains("damaged Excel file", Assert.Throws<ReviewKitException>(() => file.Read().ToList()).Said.En);
    }

    string Write(string name, byte[] bytes)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    static byte[] Gzip(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest)) gzip.Write(bytes);
        return packed.ToArray();
    }

    static byte[] Zip(params (string Name, byte[] Bytes)[] entries)
    {
        using var packed = new MemoryStream();
        using (var archive = new ZipArchive(packed, ZipArchiveMode.Create))
            foreach (var (name, bytes) in entries)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(bytes);
            }
        return packed.ToArray();
    }
}
