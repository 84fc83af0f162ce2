namespace ReviewKit.App.Terminal;

/// <summary>A list of any length, of which only the rows in view are asked for.</summary>
/// <param name="row">What a row says; called when it is drawn.</param>
sealed class ListBox(Func<int, IReadOnlyList<Styled>> row)
{
    const int Wheel = 3;
    int top, height = 1;
    Surface? drawn;

    /// <summary>Rows there are.</summary>
    public int Count { get; set; }

    /// <summary>-1 while the list is empty.</summary>
    public int Selected { get => Count == 0 ? -1 : Math.Clamp(field, 0, Count - 1); set; }

    public void Draw(Surface surface)
    {
        drawn = surface;
        height = Math.Max(1, surface.Height);
        if (Selected >= 0) top = Math.Clamp(top, Math.Max(0, Selected - height + 1), Selected);
        top = Math.Clamp(top, 0, Math.Max(0, Count - height));
        for (var y = 0; y < height && top + y < Count; y++)
        {
            var isSelected = top + y == Selected;
            var line = surface.Part(0, y, surface.Width, 1);
            if (isSelected) line.Fill(surface.Look.Theme.Selected);
            line.Put(0, 0, row(top + y).Select(part => isSelected ? part with { Style = surface.Look.Theme.Selected } : part));
        }
    }

    /// <returns>False when the key is none of its own.</returns>
    public bool Handle(Key key)
    {
        var (from, last) = (Math.Max(0, Selected), Math.Max(0, Count - 1));
        int? to = key.Name switch
        {
            "Down" or "j" => from + 1,
            "Up" or "k" => from - 1,
            "WheelDown" => from + Wheel,
            "WheelUp" => from - Wheel,
            "Click" when drawn?.Has(key.X, key.Y, out var clicked) == true && top + clicked < Count => top + clicked,
            "PgDn" => from + height,
            "PgUp" => from - height,
            "Home" or "g" => 0,
            "End" or "G" => last,
            _ => null,
        };
        if (to is not { } row) return false;
        Selected = Math.Clamp(row, 0, last);
        return true;
    }
}
