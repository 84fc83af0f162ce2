namespace ReviewKit.App.Terminal;

/// <summary>The list of all keys, over the screen; the chosen one can be run from it.</summary>
sealed class HelpPanel : Panel
{
    const int Margin = 1;
    readonly IReadOnlyList<Binding> bindings;
    readonly string title;
    readonly ListBox list;
    Look look = Look.Plain;

    public HelpPanel(string title, IReadOnlyList<Binding> bindings)
    {
        (this.title, this.bindings) = (title, bindings);
        var keys = bindings.Max(binding => binding.Keys.Length);
        list = new ListBox(i => [new(" " + bindings[i].Keys.PadRight(keys + 2), look.Theme.Strong), new(bindings[i].Help)]) { Count = bindings.Count };
    }

    public override void Draw(Surface surface)
    {
        look = surface.Look;
        list.Draw(Box(surface, Math.Max(20, surface.Width - 2 * Margin), Math.Min(bindings.Count + 2, Math.Max(3, surface.Height - 2)), title));
    }

    public override void Handle(Key key)
    {
        if (list.Handle(key)) return;
        if (key.Name is "Wake" or "Paste" or "Click") return;
        IsOpen = false;
        // Any key closes; one that the list names also does what it says there.
        if (key.Name == "Enter") bindings[list.Selected].Do();
    }
}
