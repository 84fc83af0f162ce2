using System.Globalization;
using Dapper;
using ReviewKit.App.Terminal;
using ReviewKit.Screening;
using ReviewKit.Store;
using ReviewKit.Text;

namespace ReviewKit.App.Commands;

/// <summary>One way to list reports.</summary>
/// <param name="Reports">Asked when the list is shown.</param>
/// <param name="WhenEmpty">What is said then.</param>
sealed record ScreenView(Message Name, Func<IReadOnlyList<string>> Reports, Message WhenEmpty);

/// <summary>Reports as a list over the screen: those that wait, past decisions, all, conflicts, what was searched for. Rows are read as they come into view.</summary>
sealed class ScreenList : Panel
{
    readonly ScreeningQueue queue;
    readonly IReadOnlyList<ScreenView> views;
    readonly Language language;
    readonly Action<string> open;
    readonly IReadOnlyList<Binding> bindings;
    readonly ListBox list;
    IReadOnlyList<string> reports = [];
    Look look = Look.Plain;
    int view, width;

    /// <param name="open">Called with the report chosen.</param>
    /// <param name="more">Keys beside those of every list; they close it.</param>
    public ScreenList(ScreeningQueue queue, IReadOnlyList<ScreenView> views, int view, Language language, Action<string> open, IReadOnlyList<Binding> more)
    {
        (this.queue, this.views, this.language, this.open) = (queue, views, language, open);
        list = new ListBox(Row);
        bindings =
        [
            new("Enter", new Message("look at it, change a verdict", "打开，可修改判断").In(language), "", () => { }),
            new("Tab", new Message("next list", "下一个列表").In(language), "", () => { }),
            .. more,
            new("Esc", new Message("back", "返回").In(language), "", () => { }),
        ];
        Choose(view);
        if (queue.Current is { } current && reports.ToList().IndexOf(current) is > 0 and var at) list.Selected = at;
    }

    public override IReadOnlyList<Binding> Keys => bindings;

    /// <summary>What is listed now.</summary>
    public IReadOnlyList<string> Reports => reports;

    public string Name => views[view].Name.In(language);

    void Choose(int which)
    {
        view = (which + views.Count) % views.Count;
        reports = views[view].Reports();
        (list.Count, list.Selected) = (reports.Count, 0);
    }

    public override void Draw(Surface surface)
    {
        var theme = surface.Look.Theme;
        (look, width) = (surface.Look, surface.Width);
        surface.Fill(theme.Text);
        var x = 1;
        for (var i = 0; i < views.Count; i++)
            x = 2 + surface.Put(x, 0, i == view ? $"[{views[i].Name.In(language)} {reports.Count.ToString(CultureInfo.InvariantCulture)}]" : $" {views[i].Name.In(language)} ", i == view ? theme.Strong : theme.Faint);
        if (reports.Count == 0) surface.Put(1, 2, views[view].WhenEmpty.In(language), theme.Faint);
        list.Draw(surface.Part(0, 1, surface.Width, surface.Height - 1));
    }

    IReadOnlyList<Styled> Row(int row)
    {
        var (theme, cells) = (look.Theme, look.Width);
        var (title, year, place) = queue.Review.Connection.QueryFirst<(string? Title, long? Year, string Place)>(
            "select r.title, r.year, s.place from record r join state s on s.record_id = r.id where r.id = @report", new { report = reports[row] });
        var mine = queue.VerdictOn(reports[row]);
        var word = mine is { } verdict ? PlaceText.Of(verdict) : place == "conflict" ? new("conflict", "分歧") : place == "not-retrieved" ? new("not had", "未获得") : queue.IsWaiting(reports[row]) ? new("-", "-") : new("other", "他人");
        var number = (row + 1).ToString(CultureInfo.InvariantCulture).PadLeft(Math.Max(3, reports.Count.ToString(CultureInfo.InvariantCulture).Length));
        var left = $"{number}  {ReviewKit.Text.Width.Pad(word.In(language), 8)} {year?.ToString(CultureInfo.InvariantCulture) ?? "    "}  ";
        return [new(left, mine is Verdict.Exclude ? theme.Bad : mine is null ? theme.Faint : theme.Good), new(cells.Cut(title ?? reports[row], Math.Max(1, width - cells.OfText(left))))];
    }

    public override void Handle(Key key)
    {
        var before = list.Selected;
        if (key.Name == "Click" && list.Handle(key) && list.Selected == before) key = new Key("Enter");
        if (key.Name is "Tab" or "Shift+Tab") Choose(view + (key.Name == "Tab" ? 1 : -1));
        else if (list.Handle(key.Name == "Space" ? new Key("PgDn") : key) || key.Name is "Paste" or "Click") return;
        // Any other key would mean the report underneath, which is not in sight.
        else if (key.Name is "Esc" or "q" or "Enter" || bindings.Any(binding => binding.Is(key)))
        {
            IsOpen = false;
            if (key.Name == "Enter" && list.Selected >= 0) open(reports[list.Selected]);
            else if (bindings.FirstOrDefault(binding => binding.Is(key)) is { } bound) bound.Do();
        }
    }
}
