using ReviewKit.Screening;
using ReviewKit.Store;

namespace ReviewKit.Tests.Screening;

public class FullTextTests
{
    static readonly string[] English = ["Urban Quarterly 12 (2019) 1-9   https://doi.org/10.9501/uq.2019.004", "Smart meters and the price of water in four cities", "A. Ng, B. Wu", "We asked households what they paid for water, and read their meters twice a day."];
    static readonly string[] Chinese = ["城市治理评论二零一九年第四期", "智慧水表与四座城市的水价机制研究", "本文访问了四座城市的家庭并每日两次读取水表数据以了解水价的变化"];

    static string Write(TestReview test, string name, byte[] bytes)
    {
        var path = Path.Combine(test.Folder, "out", "下载", name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    static (TestReview Test, IReadOnlyList<string> Ids) AtFullText(params Record[] records)
    {
        var test = new TestReview();
        foreach (var record in records) record.Abstract = "x";
        var ids = test.Import("exports/a.csv", "cnki", records);
        foreach (var id in ids) Decisions.Decide(test.Review, id, Verdict.Include, new Said("title-abstract"));
        return (test, ids);
    }

    [Fact]
    public void A_file_is_kept_by_its_hash_and_its_text_is_found_in_English_and_Chinese()
    {
        var (test, ids) = AtFullText(new Record { Title = "甲" }, new Record { Title = "乙" }, new Record { Title = "丙" });
        using (test)
        {
            Assert.Equal("未附全文", FullText.Of(test.Review, ids[2]).WhyNot!.Value.Zh);
            var pdf = Write(test, "paper.pdf", SmallPdf.Of([English, Chinese]));
            var first = EventJson.Read<RetrievalBody>(Retrieval.Set(test.Review, ids[0], "retrieved", null, pdf));
            Assert.Equal(first.File, EventJson.Read<RetrievalBody>(Retrieval.Set(test.Review, ids[1], "retrieved", null, pdf)).File);
            Assert.Matches("^fulltexts/[0-9a-f]{64}[.]pdf$", first.File);
            Assert.Single(Directory.EnumerateFiles(Path.Combine(test.Folder, "fulltexts")));
            var text = FullText.Of(test.Review, ids[0]);
            Assert.Equal((2, null), (text.Pages, text.WhyNot?.En));
            Assert.Contains("read their meters twice a day", text.Text, StringComparison.Ordinal);
            Assert.Contains("水价机制", text.Text, StringComparison.Ordinal);
            Assert.Equal([ids[0], ids[1]], FullText.Find(test.Review, "METERS 水價").Select(found => found.Report));
            Assert.Contains("Smart meters", FullText.Find(test.Review, "meters")[0].Around, StringComparison.Ordinal);
            Assert.Empty(FullText.Find(test.Review, "水价 tramway"));
            Retrieval.Set(test.Review, ids[2], "retrieved", null, Write(test, "lines.pdf", SmallPdf.Of([["The gover-", "nance of water in towns and of what it costs", "the people who live in them", "智慧城市的治", "理研究与水务管理的若干问题及其对策"]])));
            Assert.Equal([ids[2]], FullText.Find(test.Review, "governance 治理").Select(found => found.Report));
            Assert.Empty(Check.Of(test.Review));
            File.AppendAllText(Path.Combine(test.Folder, first.File!), "x");
            Assert.Equal([$"{first.File} was changed after it was attached"], Check.Of(test.Review).Select(found => found.En));
        }
    }

    [Theory]
    [InlineData("scan", "1 pages without text, as of a scan: an OCR program can add it")]
    [InlineData("cut", "damaged: ")]
    [InlineData("noise", "damaged: ")]
    [InlineData("html", "no PDF and no plain text")]
    [InlineData("caj", "a CAJ file of CNKI: save it as PDF with CAJViewer to have its text")]
    [InlineData("encrypted", "")]
    public void What_has_no_text_is_kept_and_said(string kind, string expected)
    {
        var (test, ids) = AtFullText(new Record { Title = "甲" });
        using (test)
        {
            var whole = SmallPdf.Of([English]);
            var path = Write(test, kind + ".pdf", kind switch
            {
                "scan" => SmallPdf.Of([["3"]]),
                "cut" => whole[..120],
                "noise" => [.. "%PDF-1.7\n"u8, .. Enumerable.Range(0, 5000).Select(i => (byte)(i * 7919 % 251))],
                "html" => "<html>Access denied</html>"u8.ToArray(),
                "caj" => "CAJ\0\0\0"u8.ToArray(),
                _ => SmallPdf.Of([English], "/Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -44 /O <0102030405060708091011121314151617181920212223242526272829303132> /U <0102030405060708091011121314151617181920212223242526272829303132> >> /ID [<01> <01>]"),
            });
            Retrieval.Set(test.Review, ids[0], "retrieved", null, path);
            var text = FullText.Of(test.Review, ids[0]);
            Assert.Null(text.Text);
            if (kind == "encrypted") Assert.True(text.WhyNot!.Value.Zh is "文件已加密，需要密码" || text.WhyNot.Value.Zh.StartsWith("文件已损坏", StringComparison.Ordinal), text.WhyNot.Value.Zh);
            else Assert.StartsWith(expected, text.WhyNot!.Value.En, StringComparison.Ordinal);
            // Asked again, the answer comes from review.db and is the same.
            Assert.Equal(text, FullText.Of(test.Review, ids[0]));
        }
    }

    [Fact]
    public void Damage_at_any_place_gives_a_text_or_a_reason()
    {
        var whole = SmallPdf.Of([English, Chinese]);
        var folder = Directory.CreateTempSubdirectory("reviewkit-pdf-");
        var random = new Random(5);
        for (var trial = 0; trial < 150; trial++)
        {
            var bytes = whole.ToArray();
            for (var i = 0; i < 1 + random.Next(12); i++) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            var path = Path.Combine(folder.FullName, "a.pdf");
            File.WriteAllBytes(path, random.Next(3) == 0 ? bytes[..random.Next(bytes.Length)] : bytes);
            var (_, text, whyNot) = DocumentText.Of(path);
            Assert.True(text is null != whyNot is null);
        }
        folder.Delete(recursive: true);
    }

    [Fact]
    public void A_folder_of_files_is_matched_by_id_doi_and_title_and_what_is_not_certain_is_listed()
    {
        var (test, ids) = AtFullText(
            new Record { Title = "Smart meters and the price of water in four cities", Doi = "10.9501/uq.2019.004" },
            new Record { Title = "智慧水表与四座城市的水价机制研究" },
            new Record { Title = "Buses that answer: a trial of seven years", Doi = "10.9501/bus(7).1" },
            new Record { Title = "Parks, trees and what they cost a town", Doi = "10.9501/parks.1" },
            new Record { Title = "城市更新" },
            new Record { Title = "Twins of the same name in a small town" }, new Record { Title = "Twins of the same name in a small town" });
        using (test)
        {
            var folder = Path.GetDirectoryName(Write(test, "download (3).pdf", SmallPdf.Of([["Cover sheet of the library"], English])))!;
            Write(test, "智慧水表与四座城市的水价机制研究_李某.caj", "CAJ\0"u8.ToArray());
            Write(test, "10.9501_bus(7).1.pdf", SmallPdf.Of([["3"]]));
            Write(test, $"{ids[3]}.txt", "any text"u8.ToArray());
            Write(test, "城市更新综述.pdf", SmallPdf.Of([["Something of another matter altogether, with words enough to be no scan."]]));
            Write(test, "twins.pdf", SmallPdf.Of([["Twins of the same name in a small town", "and more words that make this page a page with text"]]));
            Write(test, "notes.docx", [1, 2, 3]);
            var files = FullTextFiles.Match(test.Review, folder).ToDictionary(file => Path.GetFileName(file.Path));
            Assert.Equal((ids[0], "the DOI is on its first pages"), (files["download (3).pdf"].Report, files["download (3).pdf"].Why.En));
            Assert.Equal((ids[1], "文件名为题名"), (files["智慧水表与四座城市的水价机制研究_李某.caj"].Report, files["智慧水表与四座城市的水价机制研究_李某.caj"].Why.Zh));
            Assert.Equal((ids[2], "its name has the DOI"), (files["10.9501_bus(7).1.pdf"].Report, files["10.9501_bus(7).1.pdf"].Why.En));
            Assert.Equal((ids[3], "its name has the id"), (files[$"{ids[3]}.txt"].Report, files[$"{ids[3]}.txt"].Why.En));
            // A title of four characters stands in many others.
            Assert.Null(files["城市更新综述.pdf"].Report);
            Assert.StartsWith("the title is on its first pages, but of 2 reports", files["twins.pdf"].Why.En, StringComparison.Ordinal);
            Assert.Equal(6, files.Count);
            Write(test, $"{ids[3]} again.txt", "another text"u8.ToArray());
            Assert.Equal($"several files are {ids[3]}", FullTextFiles.Match(test.Review, folder).First(file => file.Path.EndsWith("again.txt", StringComparison.Ordinal)).Why.En);
        }
    }
}
