using ExcelDataReader;
using ReviewKit.Formats;
using ReviewKit.Text;

namespace ReviewKit.Tests.Formats;

public sealed class WorkbookTests : IDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("reviewkit-表格-").FullName;

    public void Dispose() => Directory.Delete(_folder, true);

    [Theory]
    [InlineData("cnki_excel/rgtjf__345.xls")]
    [InlineData("wos_xls/gorgeousmwz-Associated-Rules-Mining__savedrecs.xls")]
    [InlineData("colrev/xlsx_data.xlsx")]
    [InlineData("smartcity/yusufbzk-SLR-Text-Mining__All_Data_Set_Smart_City_Literature.xlsx")]
    public void Every_word_of_every_cell_is_in_its_record(string name)
    {
        var path = RealData.Path($"exports/{name}");
        var records = SourceFile.Open(path, name).Read().OfType<RecordItem>().ToDictionary(item => item.Record.Line, item => WorkbookWords.Of(item.Record));
        using var stream = File.OpenRead(path);
        using var sheet = ExcelReaderFactory.CreateReader(stream);
        var (words, lost) = (0, new List<string>());
        do
        {
            for (var row = 1; sheet.Read(); row++)
            {
                if (!records.TryGetValue(row, out var record)) continue;
                for (var column = 0; column < sheet.FieldCount; column++)
                    foreach (var word in WorkbookWords.In(Convert.ToString(sheet.GetValue(column), System.Globalization.CultureInfo.InvariantCulture)))
                    {
                        words++;
                        if (!record.Contains(word, StringComparison.Ordinal)) lost.Add($"row {row}, column {column + 1}: {word}");
                    }
            }
        } while (sheet.NextResult());
        TestContext.Current.TestOutputHelper?.WriteLine($"{words} words");
        Assert.True(lost.Count == 0, $"{lost.Count} of {words}:\n" + string.Join('\n', lost.Take(40)));
        Assert.True(words > 20);
    }

    [Fact]
    public void Web_of_Science_workbooks_have_what_its_text_files_have()
    {
        var records = SourceFile.Open(RealData.Path("exports/wos_xls/gorgeousmwz-Associated-Rules-Mining__savedrecs.xls"), "savedrecs.xls").Read().OfType<RecordItem>().Select(item => item.Record).ToList();
        Assert.All(records, record => Assert.Equal("wos", record.Source));
        Assert.All(records, record => Assert.StartsWith("WOS:", record.Ids["ut"], StringComparison.Ordinal));
        Assert.All(records, record => Assert.NotEmpty(record.Authors));
        Assert.All(records, record => Assert.NotNull(record.Title));
        Assert.True(records.Count(record => record.Authors[0].Given is not null) > 950);
    }

    [Fact]
    public void A_sheet_that_claims_a_billion_rows_is_left_out_at_once()
    {
        var bytes = File.ReadAllBytes(Fixture("xls/wos-core-collection.xls"));
        // DIMENSIONS: type 0200, length 14, first row, row behind the last ([MS-XLS] 2.4.90).
        var at = bytes.AsSpan().IndexOf<byte>([0x00, 0x02, 0x0E, 0x00]);
        BitConverter.GetBytes(1 << 30).CopyTo(bytes, at + 8);
        var path = Path.Combine(_folder, "a.xls");
        File.WriteAllBytes(path, bytes);
        var problem = Assert.IsType<ProblemItem>(Assert.Single(SourceFile.Open(path, "a.xls").Read())).Problem;
        Assert.Equal("sheet \"savedrecs\" claims 1073741824 rows, more than Excel has; it is left out", problem.Said.En);
        Assert.True(problem.IsDamage);
    }

    [Theory]
    [InlineData("2024-01-07", "1-7", true)]
    [InlineData("11-19", "11-19", false)]
    public void Pages_that_a_spreadsheet_program_took_for_a_date_are_pages_again(string cell, string pages, bool isTold)
    {
        var path = Path.Combine(_folder, "a.xls");
        File.WriteAllText(path, $"<table><tr><td>题名</td><td>年</td><td>页码</td></tr><tr><td>街灯研究</td><td>2020</td><td>{cell}</td></tr></table>");
        var items = SourceFile.Open(path, "a.xls").Read().ToList();
        Assert.Equal(pages, items.OfType<RecordItem>().Single().Record.Pages);
        Assert.Equal(isTold ? ["pages \"2024-01-07\" are a date that a spreadsheet program made; read as 1-7"] : [], items.OfType<ProblemItem>().Select(item => item.Problem.Said.En));
    }

    [Fact]
    public void Damaged_workbooks_are_refused_or_read_as_far_as_they_go()
    {
        var bytes = File.ReadAllBytes(Fixture("xlsx/several-headers-in-one-sheet.xlsx"));
        var old = File.ReadAllBytes(Fixture("xls/wos-core-collection.xls"));
        var random = new Random(11);
        for (var round = 0; round < 200; round++)
        {
            var from = round % 2 == 0 ? bytes : old;
            var copy = from[..(round % 5 == 0 ? random.Next(8, from.Length) : from.Length)];
            for (var flips = random.Next(1, 30); flips > 0; flips--) copy[random.Next(8, copy.Length)] = (byte)random.Next(256);
            var path = Path.Combine(_folder, "坏.xls");
            File.WriteAllBytes(path, copy);
            try
            {
                foreach (var item in SourceFile.Open(path, "坏.xls").Read()) Assert.NotNull(item);
            }
            catch (ReviewKitException error)
            {
                Assert.NotEmpty(error.Said.In(Language.Zh));
            }
        }
    }

    static string Fixture(string name) => Path.Combine(Repository.Root, "tests", "ReviewKit.Tests", "Fixtures", name);
}
