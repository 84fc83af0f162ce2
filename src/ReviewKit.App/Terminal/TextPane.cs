namespace ReviewKit.App.Terminal;

/// <summary>Lines that are more than their place holds: made for the width there is, moved by keys, with signs where they go on.</summary>
/// <param name="compose">The lines for a width in cells; asked again only when width or look have changed.</param>
sealed class TextPane(Func<int, Look, IReadOnlyList<IReadOnlyList<Styled>>> compose)
{
    IReadOnlyList<IReadOnlyList<Styled>>? lines;
    Look? look;
    int top, height = 1, width;

    public TextPane(IReadOnlyList<Styled> text) : this((width, look) => TextFlow.Wrap(text, width, look.Width)) { }

    /// <summary>Setting it, also to the same, makes the lines anew and goes back to the first.</summary>
    public Func<int, Look, IReadOnlyList<IReadOnlyList<Styled>>> Compose
    {
        get => compose;
        set => (compose, lines, top) = (value, null, 0);
    }

    /// <summary>The lines are made anew, and the same place stays in view.</summary>
    public void Renew(Func<int, Look, IReadOnlyList<IReadOnlyList<Styled>>> next) => (compose, lines) = (next, null);

    public void Draw(Surface surface)
    {
        if (lines is null || width != surface.Width || look != surface.Look) (lines, width, look) = (compose(surface.Width - 1, surface.Look), surface.Width, surface.Look);
        height = Math.Max(1, surface.Height);
        top = Math.Clamp(top, 0, Math.Max(0, lines.Count - height));
        for (var y = 0; y < height && top + y < lines.Count; y++) surface.Put(0, y, lines[top + y]);
        var (more, faint) = (surface.Look.Borders.More, surface.Look.Theme.Faint);
        if (top > 0) surface.Put(surface.Width - 1, 0, more[..1], faint);
        if (top + height < lines.Count) surface.Put(surface.Width - 1, surface.Height - 1, more[1..], faint);
    }

    /// <returns>False when the key is none of its own.</returns>
    public bool Handle(Key key)
    {
        var count = lines?.Count ?? 0;
        var step = key.Name switch
        {
            "Down" => 1,
            "WheelDown" => 3,
            "WheelUp" => -3,
            "Up" => -1,
            "PgDn" or "Space" => Math.Max(1, height - 1),
            "PgUp" => -Math.Max(1, height - 1),
            "Home" => -count,
            "End" => count,
            _ => 0,
        };
        if (step == 0) return false;
        top = Math.Clamp(top + step, 0, Math.Max(0, count - height));
        return true;
    }
}
