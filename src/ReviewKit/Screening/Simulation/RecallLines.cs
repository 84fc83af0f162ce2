using System.Globalization;
using ReviewKit.Text;

namespace ReviewKit.Screening.Simulation;

/// <summary>The curve of relevant records found, in lines of text: across all records there are, and up to what was found so far.</summary>
public static class RecallLines
{
    // Braille patterns have two by four dots a cell and are one cell wide in every terminal. Bits of a column from the top: 1, 2, 4, 40 and 8, 10, 20, 80 (hexadecimal).
    static readonly int[][] Dots = [[0x01, 0x02, 0x04, 0x40], [0x08, 0x10, 0x20, 0x80]];

    /// <param name="run">What was found where.</param>
    /// <param name="width">Cells of a line, 20 or more.</param>
    /// <param name="height">Lines, 4 or more; the last two are the axis and its words.</param>
    /// <param name="language">Of the words.</param>
    /// <param name="isAscii">Only characters of ASCII, coarser.</param>
    public static IReadOnlyList<string> Of(FoundPlaces run, int width, int height, Language language, bool isAscii = false)
    {
        var (across, up) = isAscii ? (1, 1) : (2, 4);
        var top = Number(run.Places.Count);
        var margin = Math.Max(top.Length, 1) + 1;
        var (columns, rows) = (Math.Max(width, 20) - margin - 1, Math.Max(height, 4) - 2);
        var cells = new int[rows, columns];
        int? before = null;
        for (var x = 0; x < columns * across && run.Places.Count > 0 && run.Records > 0; x++)
        {
            // What is not screened yet has no curve.
            var at = (int)Math.Round((x + 1.0) / (columns * across) * run.Records);
            if (x * (double)run.Records / (columns * across) > run.Screened) break;
            var y = (int)Math.Round((double)run.Places.Count(place => place <= at) / run.Places.Count * (rows * up - 1));
            for (var dot = Math.Min(before is { } low ? low + 1 : y, y); dot <= y; dot++)
                cells[rows - 1 - dot / up, x / across] |= isAscii ? 1 : Dots[x % across][up - 1 - dot % up];
            before = y;
        }
        var lines = new List<string>();
        for (var row = 0; row < rows; row++)
        {
            var label = row == 0 ? top : row == rows - 1 ? "0" : "";
            lines.Add($"{label.PadLeft(margin - 1)} |{string.Concat(Enumerable.Range(0, columns).Select(column => isAscii ? cells[row, column] == 0 ? ' ' : '*' : cells[row, column] == 0 ? ' ' : (char)(0x2800 + cells[row, column])))}".TrimEnd());
        }
        lines.Add($"{new string(' ', margin)}+{new string('-', columns)}");
        lines.Add(Axis(run, margin, columns, language));
        return lines;
    }

    static string Axis(FoundPlaces run, int margin, int columns, Language language)
    {
        var (words, right) = (new Message("relevant found over records screened", "已找到的相关记录 / 已筛选的记录").In(language), Number(run.Records));
        var room = columns - 1 - right.Length - Width.Of(words);
        return room < 2 ? $"{new string(' ', margin + 1)}0{right.PadLeft(columns - 1)}" : $"{new string(' ', margin + 1)}0{new string(' ', room / 2)}{words}{new string(' ', room - room / 2)}{right}";
    }

    static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
