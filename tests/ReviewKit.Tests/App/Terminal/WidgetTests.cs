using ReviewKit.App.Terminal;

namespace ReviewKit.Tests.App.Terminal;

/// <summary>The line that is typed, the list, the long text, the hints and the help, each driven by keys and read from its picture.</summary>
public class WidgetTests
{
    static Surface Of(int width, int height) => new(width, height, Look.Plain);

    static string Typed(params string[] keys)
    {
        var edit = new LineEdit();
        foreach (var key in keys) edit.Handle(key.Length > 1 && char.IsUpper(key[0]) ? new Key(key) : Key.Of(key));
        return edit.Text;
    }

    [Fact]
    public void A_line_is_edited_by_graphemes()
    {
        Assert.Equal("智城", Typed("智", "慧", "城", "Left", "Backspace"));
        Assert.Equal("ab", Typed("a", "👍🏽", "Backspace", "b"));
        Assert.Equal("xbc", Typed("a", "b", "c", "Home", "Delete", "x"));
        Assert.Equal("one ", Typed("o", "n", "e", " ", "t", "w", "o", "Ctrl+w"));
        Assert.Equal("", Typed("a", "b", "Ctrl+u"));
    }

    [Fact]
    public void Pasted_lines_become_one()
    {
        var edit = new LineEdit();
        edit.Handle(new Key("Paste", "题名\r\n第二行\u001b[A"));
        Assert.Equal("题名 第二行 [A", edit.Text);
        Assert.False(edit.Handle(new Key("Enter")));
    }

    [Fact]
    public void A_line_that_is_too_long_moves_under_the_cursor()
    {
        var edit = new LineEdit();
        edit.Set("智慧城市policy");
        var surface = Of(8, 1);
        edit.Draw(surface);
        Assert.Equal("policy\n", surface.Dump());
        Assert.Equal((6, 0), surface.Cursor);
        edit.Handle(new Key("Home"));
        surface = Of(8, 1);
        edit.Draw(surface);
        Assert.Equal("智慧城市\n", surface.Dump());
    }

    [Fact]
    public void A_list_asks_for_the_rows_in_view_only()
    {
        var asked = new List<int>();
        var list = new ListBox(i =>
        {
            asked.Add(i);
            return [new($"第 {i} 行")];
        })
        { Count = 1_000_000 };
        list.Handle(new Key("End"));
        var surface = Of(12, 3);
        list.Draw(surface);
        Assert.Equal([999_997, 999_998, 999_999], asked);
        Assert.Equal("第 999997 行\n第 999998 行\n第 999999 行\n", surface.Dump());
        list.Handle(new Key("PgUp"));
        Assert.Equal(999_996, list.Selected);
    }

    [Fact]
    public void An_empty_list_has_nothing_selected()
    {
        var list = new ListBox(_ => []);
        list.Handle(new Key("Down"));
        list.Draw(Of(5, 2));
        Assert.Equal(-1, list.Selected);
    }

    [Fact]
    public void A_long_text_says_where_it_goes_on_and_moves()
    {
        var pane = new TextPane([new("一二三四五六七八九十")]);
        Assert.Equal("一二\n三四↓\n", Draw());
        Assert.True(pane.Handle(new Key("Down")));
        Assert.Equal("三四↑\n五六↓\n", Draw());
        pane.Handle(new Key("End"));
        Assert.Equal("七八↑\n九十\n", Draw());
        Assert.False(pane.Handle(Key.Of("y")));

        string Draw()
        {
            var surface = Of(5, 2);
            pane.Draw(surface);
            return surface.Dump();
        }
    }

    static readonly List<string> Done = [];

    static readonly Binding[] Bindings =
    [
        new("y", "同一篇", "这两条是同一篇报告", () => Done.Add("y")),
        new("n", "不是", "不是同一篇", () => Done.Add("n")),
        new("l", "关联", "相关但不是同一篇", () => Done.Add("l")),
        new("? F1", "帮助", "全部按键", () => { }),
    ];

    [Theory]
    [InlineData(80, " y 同一篇  n 不是  l 关联  ? 帮助\n")]
    [InlineData(26, " y 同一篇  n 不是  ? 帮助\n")]
    [InlineData(20, " y 同一篇  ? 帮助\n")]
    [InlineData(9, " ? 帮助\n")]
    public void Hints_are_whole_and_help_is_always_among_them(int width, string expected)
    {
        var surface = Of(width, 1);
        Hints.Draw(surface, Bindings);
        Assert.Equal(expected, surface.Dump());
    }

    [Fact]
    public void The_help_lists_every_key_and_runs_the_chosen_one()
    {
        var help = new HelpPanel("按键", Bindings);
        var surface = Of(40, 8);
        help.Draw(surface);
        Assert.Equal("""

             ┌─ 按键 ─────────────────────────────┐
             │ y     这两条是同一篇报告           │
             │ n     不是同一篇                   │
             │ l     相关但不是同一篇             │
             │ ? F1  全部按键                     │
             └────────────────────────────────────┘


            """.ReplaceLineEndings("\n"), surface.Dump());
        Done.Clear();
        help.Handle(new Key("Down"));
        help.Handle(new Key("Enter"));
        Assert.Equal(["n"], Done);
        Assert.False(help.IsOpen);
    }
}
