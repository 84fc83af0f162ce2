namespace ReviewKit.App.Terminal;

/// <summary>The list of all keys, over the screen; the chosen one can be run from it.</summary>
sealed class HelpPanel
{
    const int Margin = 3;
    readonly IReadOnlyList<Binding> bindings;
    readonly string title;
    readonly ListBox list;

    public HelpPanel(string title, IReadOnlyList<Binding> bindings)
    {
        (this.title, this.bindings) = (title, bindings);
        var keys = bindings.Max(binding => binding.Keys.Length);
        list = new ListBox(i => [new(" " + bindings[i].Keys.PadRight(keys + 2), Strong), new(bindings[i].Help)]) { Count = bindings.Count };
    }

    Style Strong { get; set; }

    public bool IsOpen { get; set; } = true;

    public void Draw(Surface surface)
    {
        var theme = surface.Look.Theme;
        Strong = theme.Strong;
        var (width, height) = (Math.Max(20, surface.Width - 2 * Margin), Math.Min(bindings.Count + 2, Math.Max(3, surface.Height - 2)));
        var box = surface.Part((surface.Width - width) / 2, (surface.Height - height) / 2, width, height);
        box.Fill(theme.Text);
        list.Draw(box.Box(title, theme.Head, theme.Strong));
    }

    public void Handle(Key key)
    {
        if (list.Handle(key)) return;
        if (key.Name is "Wake" or "Paste") return;
        IsOpen = false;
        // Any key closes; one that the list names also does what it says there.
        if (key.Name == "Enter") bindings[list.Selected].Do();
    }
}
