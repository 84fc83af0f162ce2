namespace ReviewKit.App.Terminal;

/// <summary>The signs a box is drawn with.</summary>
/// <param name="Corners">Top left, top right, bottom left, bottom right.</param>
/// <param name="More">Says that a text goes on above or below.</param>
sealed record Borders(string Across, string Down, string Corners, string More)
{
    public static readonly Borders Lines = new("─", "│", "┌┐└┘", "↑↓");

    /// <summary>For terminals and fonts that draw lines in two cells or not at all.</summary>
    public static readonly Borders Ascii = new("-", "|", "++++", "^v");
}

/// <summary>How one terminal is drawn on: what it counts as a cell, its signs and its colours.</summary>
sealed record Look(CellWidth Width, Borders Borders, Theme Theme)
{
    public static readonly Look Plain = new(new CellWidth(), Borders.Lines, Theme.Dark);
}
