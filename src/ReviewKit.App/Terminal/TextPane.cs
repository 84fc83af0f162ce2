namespace ReviewKit.App.Terminal;

/// <summary>A text that is longer than its place: wrapped to the width, moved by keys, with signs where it goes on.</summary>
sealed class TextPane
{
    IReadOnlyList<Styled> text = [];
    int top, height = 1, lines;

    /// <summary>Setting another text goes back to its beginning.</summary>
    public IReadOnlyList<Styled> Text
    {
        get => text;
        set => (text, top) = (value, 0);
    }

    public void Draw(Surface surface)
    {
        var wrapped = TextFlow.Wrap(text, surface.Width - 1, surface.Look.Width);
        (height, lines) = (Math.Max(1, surface.Height), wrapped.Count);
        top = Math.Clamp(top, 0, Math.Max(0, lines - height));
        for (var y = 0; y < height && top + y < lines; y++) surface.Put(0, y, wrapped[top + y]);
        var (more, faint) = (surface.Look.Borders.More, surface.Look.Theme.Faint);
        if (top > 0) surface.Put(surface.Width - 1, 0, more[..1], faint);
        if (top + height < lines) surface.Put(surface.Width - 1, surface.Height - 1, more[1..], faint);
    }

    /// <returns>False when the key is none of its own.</returns>
    public bool Handle(Key key)
    {
        var step = key.Name switch
        {
            "Down" => 1,
            "Up" => -1,
            "PgDn" or "Space" => Math.Max(1, height - 1),
            "PgUp" => -Math.Max(1, height - 1),
            "Home" => -lines,
            "End" => lines,
            _ => 0,
        };
        if (step == 0) return false;
        top = Math.Clamp(top + step, 0, Math.Max(0, lines - height));
        return true;
    }
}
