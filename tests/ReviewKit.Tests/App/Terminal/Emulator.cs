using System.Globalization;
using System.Text.RegularExpressions;

namespace ReviewKit.Tests.App.Terminal;

/// <summary>As much of a terminal as a frame needs: cursor moves, clearing, text. What it counts as a cell can differ from what we count.</summary>
sealed partial class Emulator(int width, int height, Func<string, int> cells)
{
    readonly string[,] grid = new string[width, height];
    int x, y;

    public int Written { get; private set; }

    public void Write(string text)
    {
        Written = text.Length;
        for (var at = 0; at < text.Length;)
        {
            var order = Order().Match(text, at);
            if (order.Success && order.Index == at)
            {
                Obey(order.Groups[1].Value, order.Groups[2].Value);
                at += order.Length;
                continue;
            }
            var grapheme = text.Substring(at, StringInfo.GetNextTextElementLength(text, at));
            Assert.True(grapheme[0] >= ' ', "a control reached the terminal");
            Put(grapheme);
            at += grapheme.Length;
        }
    }

    void Obey(string parameters, string final)
    {
        if (final == "H") (x, y) = parameters.Split(';') is [var row, var column] ? (int.Parse(column, CultureInfo.InvariantCulture) - 1, int.Parse(row, CultureInfo.InvariantCulture) - 1) : (0, 0);
        else if (final == "J")
            for (var i = 0; i < width * height; i++) grid[i % width, i / width] = " ";
    }

    void Put(string grapheme)
    {
        var wide = cells(grapheme);
        if (x + wide > width) return;
        // What is written over one half of a wide sign takes the other half with it.
        if (grid[x, y] == "") grid[x - 1, y] = " ";
        if (x + wide < width && grid[x + wide, y] == "") grid[x + wide, y] = " ";
        grid[x, y] = grapheme;
        if (wide == 2) grid[x + 1, y] = "";
        x += wide;
    }

    public string Dump() => string.Concat(Enumerable.Range(0, height).Select(row => string.Concat(Enumerable.Range(0, width).Select(column => grid[column, row])).TrimEnd(' ') + "\n"));

    [GeneratedRegex(@"\e\[([0-9;?]*)([A-Za-z])")]
    private static partial Regex Order();
}
