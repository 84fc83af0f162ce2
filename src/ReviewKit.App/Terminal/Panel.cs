namespace ReviewKit.App.Terminal;

/// <summary>Something that lies over a screen and has the keys until it closes.</summary>
abstract class Panel
{
    public bool IsOpen { get; protected set; } = true;

    /// <summary>Its own keys, for the line of hints; none where it says them itself.</summary>
    public virtual IReadOnlyList<Binding> Keys => [];

    public abstract void Draw(Surface surface);

    /// <summary>Never gets <see cref="Key.Wake"/>.</summary>
    public abstract void Handle(Key key);

    /// <summary>A box in the middle, cleared.</summary>
    /// <param name="width">Wanted, with the frame; less where the surface is smaller.</param>
    /// <param name="height">The same.</param>
    /// <returns>The part inside.</returns>
    protected static Surface Box(Surface surface, int width, int height, string title)
    {
        (width, height) = (Math.Min(surface.Width, width), Math.Min(surface.Height, height));
        var box = surface.Part((surface.Width - width) / 2, (surface.Height - height) / 2, width, height);
        box.Fill(surface.Look.Theme.Text);
        return box.Box(title, surface.Look.Theme.Head, surface.Look.Theme.Strong);
    }
}

/// <summary>A few things to choose from: by their keys, or by moving to one and Enter. Any other key closes it.</summary>
sealed class ChoicePanel : Panel
{
    readonly string title;
    readonly IReadOnlyList<Binding> choices;
    readonly ListBox list;
    Look look = Look.Plain;

    public ChoicePanel(string title, IReadOnlyList<Binding> choices)
    {
        (this.title, this.choices) = (title, choices);
        list = new ListBox(i => [new($" {choices[i].Shown}  ", look.Theme.Strong), new(choices[i].Label)]) { Count = choices.Count };
    }

    public override void Draw(Surface surface)
    {
        look = surface.Look;
        var width = choices.Max(choice => look.Width.OfText(choice.Shown) + look.Width.OfText(choice.Label)) + 7;
        list.Draw(Box(surface, Math.Max(width, look.Width.OfText(title) + 6), choices.Count + 2, title));
    }

    public override void Handle(Key key)
    {
        // A choice may be called j or k: its own key comes before moving.
        var chosen = choices.FirstOrDefault(choice => choice.Is(key)) ?? (key.Name == "Enter" && list.Selected >= 0 ? choices[list.Selected] : null);
        if (chosen is null && list.Handle(key)) return;
        if (key.Name is "Paste" or "Click") return;
        IsOpen = false;
        chosen?.Do();
    }
}

/// <summary>A line to type: Enter hands it over, Esc does not.</summary>
sealed class PromptPanel : Panel
{
    readonly LineEdit edit = new();
    readonly string title, hint;
    readonly Action<string> entered;

    public PromptPanel(string title, string hint, string text, Action<string> entered)
    {
        (this.title, this.hint, this.entered) = (title, hint, entered);
        edit.Set(text);
    }

    public override void Draw(Surface surface)
    {
        var inside = Box(surface, Math.Min(surface.Width - 4, 90), hint.Length > 0 ? 4 : 3, title);
        edit.Draw(inside.Part(0, 0, inside.Width, 1), surface.Look.Theme.Text);
        inside.Put(0, 1, surface.Look.Width.Cut(hint, inside.Width), surface.Look.Theme.Faint);
    }

    public override void Handle(Key key)
    {
        if (key.Name is "Enter" or "Esc" or "Ctrl+c")
        {
            IsOpen = false;
            if (key.Name == "Enter") entered(edit.Text.Trim());
        }
        else edit.Handle(key);
    }
}

/// <summary>A text to read; keys move it, any other closes it.</summary>
sealed class ReadPanel : Panel
{
    const int Widest = 100;
    readonly string title;
    readonly TextPane pane;
    readonly Func<int, Look, IReadOnlyList<IReadOnlyList<Styled>>> compose;
    (int Width, Look? Look, IReadOnlyList<IReadOnlyList<Styled>> Lines) made = (0, null, []);

    public ReadPanel(string title, Func<int, Look, IReadOnlyList<IReadOnlyList<Styled>>> compose)
    {
        (this.title, this.compose) = (title, compose);
        pane = new TextPane(Lines);
    }

    // Once for a width: breaking a whole full text into lines would be felt at every key.
    IReadOnlyList<IReadOnlyList<Styled>> Lines(int width, Look look)
    {
        if (made.Width != width || made.Look != look) made = (width, look, compose(width, look));
        return made.Lines;
    }

    public override void Draw(Surface surface)
    {
        var width = Math.Min(surface.Width - 4, Widest);
        pane.Draw(Box(surface, width, Math.Min(Lines(width - 3, surface.Look).Count + 2, surface.Height - 2), title));
    }

    public override void Handle(Key key)
    {
        var moves = key.Name switch { "j" => new Key("Down"), "k" => new Key("Up"), _ => key };
        if (!pane.Handle(moves) && key.Name is not ("Paste" or "Click")) IsOpen = false;
    }
}
