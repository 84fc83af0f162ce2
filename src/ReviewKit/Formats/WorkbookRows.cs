using System.Globalization;
using ExcelDataReader;
using ReviewKit.Text;

namespace ReviewKit.Formats;

/// <summary>The sheets of an Excel file row by row, as text.</summary>
sealed class WorkbookRows : IDisposable
{
    /// <summary>Rows of a sheet in Excel, which a damaged file can claim to exceed.</summary>
    const int MostRows = 1 << 20;

    const int MostColumns = 2000;
    const int MostBlankRows = 20_000;

    readonly IExcelDataReader _reader;
    bool _isAtEnd;

    WorkbookRows(IExcelDataReader reader) => _reader = reader;

    public string Sheet => _reader.Name ?? "";

    public int Sheets => _reader.ResultsCount;

    /// <summary>1-based row of the sheet.</summary>
    public int Row { get; private set; }

    /// <summary>Why the reading of the sheet ended before its end; null when it did not.</summary>
    public Message? Trouble { get; private set; }

    /// <exception cref="ReviewKitException">The file is no workbook that can be read.</exception>
    public static WorkbookRows Open(Stream stream, string name)
    {
        // BIFF5 files of Chinese Excel are in code page 936 even where they do not say so.
        var configuration = new ExcelReaderConfiguration { FallbackEncoding = TextEncoding.Gb18030().Decoder, LeaveOpen = true };
        try
        {
            return new WorkbookRows(ExcelReaderFactory.CreateReader(stream, configuration));
        }
        catch (Exception error) when (error is not ReviewKitException)
        {
            // The library throws whatever its arrays and XML readers throw on a damaged file; an encrypted one is told apart by its own exception.
            throw error is ExcelDataReader.Exceptions.InvalidPasswordException
                ? new ReviewKitException($"{name} is locked with a password; save it without one", $"{name} 有密码；请另存为无密码的文件")
                : new ReviewKitException(new Message($"{name} is a damaged Excel file: {error.Message}", $"{name} 是损坏的 Excel 文件：{error.Message}"), error);
        }
    }

    public bool NextSheet()
    {
        try
        {
            (Row, Trouble, _isAtEnd) = (0, null, false);
            return _reader.NextResult();
        }
        catch (Exception error)
        {
            Trouble = Damage(error);
            return false;
        }
    }

    /// <summary>The next row that is not blank; null at the end of the sheet.</summary>
    public List<string>? Read()
    {
        if (_isAtEnd) return null;
        try
        {
            // The library walks through all rows that the sheet claims to have, so a damaged claim of a billion is not begun with.
            if (_reader.RowCount > MostRows)
                return End(new Message($"sheet \"{Sheet}\" claims {_reader.RowCount} rows, more than Excel has; it is left out", $"工作表“{Sheet}”声称有 {_reader.RowCount} 行，超出 Excel 上限，已略过"));
            for (var blank = 0; _reader.Read(); blank++)
            {
                Row++;
                if (_reader.FieldCount > MostColumns)
                    return End(new Message($"sheet \"{Sheet}\" has {_reader.FieldCount} columns, more than any export; it is left out", $"工作表“{Sheet}”有 {_reader.FieldCount} 列，超出任何导出文件，已略过"));
                var cells = Enumerable.Range(0, _reader.FieldCount).Select(column => Text(_reader.GetValue(column))).ToList();
                if (cells.Exists(cell => cell.Length > 0)) return cells;
                if (blank >= MostBlankRows)
                    return End(new Message($"sheet \"{Sheet}\": {blank} blank rows follow each other; what may come after row {Row} is left out", $"工作表“{Sheet}”：连续 {blank} 行空白，第 {Row} 行之后的内容已略过"));
            }
            return End(null);
        }
        catch (Exception error)
        {
            return End(Damage(error));
        }
    }

    public void Dispose() => _reader.Dispose();

    List<string>? End(Message? trouble)
    {
        _isAtEnd = true;
        Trouble = trouble;
        return null;
    }

    Message Damage(Exception error) => new($"the Excel file is damaged behind row {Row} of its sheet \"{Sheet}\" ({error.Message}); read as far as it goes",
        $"Excel 文件在工作表“{Sheet}”第 {Row} 行之后损坏（{error.Message}），按已有内容读取");

    static string Text(object? value) => value switch
    {
        null => "",
        string text => Blank.Trim(text),
        // A whole number, or a code of up to 15 digits, is meant as it is shown and not as 1.2E+15.
        double number when Math.Abs(number) < 1e18 => ((decimal)number).ToString("0.###############", CultureInfo.InvariantCulture),
        DateTime { TimeOfDay.Ticks: 0 } date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime time => time.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        var other => other.ToString() ?? "",
    };
}
