namespace ReviewKit.App.Terminal;

/// <summary>The styles of a screen by what they say.</summary>
sealed record Theme
{
    public required string Name { get; init; }
    public Style Text { get; init; }
    public required Style Faint { get; init; }
    public required Style Strong { get; init; }
    public required Style Head { get; init; }

    /// <summary>The line at the top and the hints at the bottom.</summary>
    public required Style Bar { get; init; }

    public required Style Key { get; init; }
    public required Style Selected { get; init; }

    /// <summary>What differs between two texts.</summary>
    public required Style Difference { get; init; }

    public required Style Good { get; init; }
    public required Style Bad { get; init; }

    /// <summary>Kinds of highlighted words, to be told apart.</summary>
    public required IReadOnlyList<Style> Marks { get; init; }

    /// <summary>Words that speak for what is read, and against it.</summary>
    public required Style Wanted { get; init; }
    public required Style Unwanted { get; init; }

    public static readonly Theme Dark = new()
    {
        Name = "dark",
        Faint = new(Colour.Grey),
        Strong = new(Colour.BrightWhite, Attributes: Attributes.Bold),
        Head = new(Colour.BrightCyan),
        Bar = new(Colour.White, Colour.Blue),
        Key = new(Colour.BrightYellow, Colour.Blue),
        Selected = new(Colour.BrightWhite, Colour.Blue),
        Difference = new(Colour.BrightYellow, Attributes: Attributes.Underline),
        Good = new(Colour.BrightGreen),
        Bad = new(Colour.BrightRed),
        Wanted = new(Colour.Black, Colour.Green),
        Unwanted = new(Colour.Black, Colour.Red),
        Marks = [new(Colour.BrightGreen), new(Colour.BrightCyan), new(Colour.BrightMagenta), new(Colour.BrightYellow), new(Colour.BrightBlue), new(Colour.BrightRed)],
    };

    public static readonly Theme Light = new()
    {
        Name = "light",
        Faint = new(Colour.Grey),
        Strong = new(Colour.Black, Attributes: Attributes.Bold),
        Head = new(Colour.Blue),
        Bar = new(Colour.Black, Colour.White),
        Key = new(Colour.Blue, Colour.White, Attributes.Bold),
        Selected = new(Colour.Black, Colour.Cyan),
        Difference = new(Colour.Red, Attributes: Attributes.Underline),
        Good = new(Colour.Green),
        Bad = new(Colour.Red),
        Wanted = new(Colour.Black, Colour.Green),
        Unwanted = new(Colour.White, Colour.Red),
        Marks = [new(Colour.Green), new(Colour.Cyan), new(Colour.Magenta), new(Colour.Red), new(Colour.Blue), new(Colour.Yellow)],
    };

    /// <summary>No colours: for NO_COLOR (no-color.org) and for paper.</summary>
    public static readonly Theme Mono = new()
    {
        Name = "mono",
        Faint = default,
        Strong = new(Attributes: Attributes.Bold),
        Head = new(Attributes: Attributes.Bold),
        Bar = new(Attributes: Attributes.Reverse),
        Key = new(Attributes: Attributes.Reverse | Attributes.Bold),
        Selected = new(Attributes: Attributes.Reverse),
        Difference = new(Attributes: Attributes.Underline | Attributes.Bold),
        Good = new(Attributes: Attributes.Bold),
        Bad = new(Attributes: Attributes.Bold),
        Wanted = new(Attributes: Attributes.Reverse),
        Unwanted = new(Attributes: Attributes.Reverse | Attributes.Italic),
        Marks = [new(Attributes: Attributes.Underline), new(Attributes: Attributes.Bold), new(Attributes: Attributes.Bold | Attributes.Underline), new(Attributes: Attributes.Italic)],
    };

    public static readonly Theme[] All = [Dark, Light, Mono];
}
