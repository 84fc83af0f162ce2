namespace ReviewKit.App.Terminal;

/// <summary>What a key does, in the reader's language: the one table that keys, hints and help are read from.</summary>
/// <param name="Keys">Names with blanks between; the first is shown.</param>
/// <param name="Label">A word for the hints.</param>
/// <param name="Help">A sentence for the help.</param>
sealed record Binding(string Keys, string Label, string Help, Action Do)
{
    public bool Is(Key key) => Keys.Split(' ').Contains(key.Name);

    public string Shown => Keys.Split(' ')[0];
}

/// <summary>The line of keys at the bottom of a screen: as many whole hints as there is room for, the last of them, which is that for help, always.</summary>
static class Hints
{
    const string Gap = "  ";

    public static void Draw(Surface surface, IReadOnlyList<Binding> bindings)
    {
        var (theme, width) = (surface.Look.Theme, surface.Look.Width);
        surface.Fill(theme.Bar);
        if (bindings.Count == 0) return;
        var room = surface.Width - 1 - Cells(bindings[^1]);
        var x = 1;
        foreach (var binding in bindings.SkipLast(1).TakeWhile(binding => (room -= Cells(binding) + Gap.Length) >= 0).Append(bindings[^1]))
        {
            x = surface.Put(x, 0, binding.Shown, theme.Key);
            x = surface.Put(x, 0, " " + binding.Label + Gap, theme.Bar);
        }

        int Cells(Binding binding) => width.OfText(binding.Shown) + 1 + width.OfText(binding.Label);
    }
}
