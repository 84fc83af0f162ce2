using System.Globalization;

namespace ReviewKit.Benchmarks;

/// <summary>A plain table that is printed row by row, so that a long run can be watched.</summary>
sealed class Figures
{
    const int First = 34, Column = 16;

    public Figures(string name, params IReadOnlyList<string> columns)
    {
        Console.WriteLine();
        Row(name, [.. columns]);
    }

    /// <summary>Numbers are written in the invariant culture, small fractions with more digits.</summary>
    public void Row(string name, params IReadOnlyList<object?> cells) =>
        Console.WriteLine((name.PadRight(First) + string.Concat(cells.Select(cell => Text(cell).PadLeft(Column)))).TrimEnd());

    static string Text(object? cell) => cell switch
    {
        double number => number.ToString(Math.Abs(number) >= 100 ? "#,0" : Math.Abs(number) >= 1 ? "0.0" : "0.0000", CultureInfo.InvariantCulture),
        int or long => ((IFormattable)cell).ToString("#,0", CultureInfo.InvariantCulture),
        _ => cell?.ToString() ?? "",
    };
}
