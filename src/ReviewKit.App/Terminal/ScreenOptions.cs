using System.CommandLine;

namespace ReviewKit.App.Terminal;

/// <summary>What a user may say of his terminal, the same for every screen.</summary>
/// <param name="Ambiguous">wide or narrow; null asks the terminal.</param>
/// <param name="Mouse">The mouse chooses and scrolls; the terminal's own selection then needs Shift.</param>
sealed record ScreenOptions(Theme Theme, bool Ascii = false, string? Ambiguous = null, bool Mouse = false)
{
    public bool AsksForWidth => Ambiguous is null;

    // Lines are of ambiguous width themselves: where that is two cells they would break every box.
    public Look Look(bool isWide)
    {
        var wide = Ambiguous == "wide" || Ambiguous is null && isWide;
        return new Look(new CellWidth(wide), Ascii || wide ? Borders.Ascii : Borders.Lines, Theme);
    }

    /// <summary>Adds the options to a verb; what comes back reads them.</summary>
    public static Func<ParseResult, ScreenOptions> AddTo(Verb verb)
    {
        var theme = verb.Option<string?>("--theme", "T", new("dark, light or mono; default: REVIEWKIT_THEME, else dark; mono where NO_COLOR is set", "dark（深色）、light（浅色）或 mono（无色）；默认取 REVIEWKIT_THEME，否则 dark；设有 NO_COLOR 时为 mono"));
        theme.AcceptOnlyFromAmong([.. Theme.All.Select(known => known.Name)]);
        var ascii = verb.Option<bool>("--ascii", null, new("draw boxes with - | + (also by REVIEWKIT_ASCII=1)", "用 - | + 画框（或设 REVIEWKIT_ASCII=1）"));
        var ambiguous = verb.Option<string?>("--ambiguous", "W", new("cells of signs such as ① and —: narrow or wide; default: REVIEWKIT_AMBIGUOUS, else the terminal is asked", "①、— 等字符的宽度：narrow 或 wide；默认取 REVIEWKIT_AMBIGUOUS，否则询问终端"));
        ambiguous.AcceptOnlyFromAmong("narrow", "wide");
        var mouse = verb.Option<bool>("--mouse", null, new("choose and scroll with the mouse; hold Shift to select text; default: keys only", "用鼠标选择和滚动；按住 Shift 可选取文字；默认只用键盘"));
        return parsed => new ScreenOptions(
            Find(parsed.GetValue(theme) ?? Said("REVIEWKIT_THEME")),
            parsed.GetValue(ascii) || Said("REVIEWKIT_ASCII") is not (null or "0"),
            parsed.GetValue(ambiguous) ?? Said("REVIEWKIT_AMBIGUOUS"),
            parsed.GetValue(mouse));
    }

    static Theme Find(string? name) =>
        Array.Find(Theme.All, theme => theme.Name == name) ?? (Said("NO_COLOR") is null ? Theme.Dark : Theme.Mono);

    static string? Said(string variable) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value ? value : null;
}
