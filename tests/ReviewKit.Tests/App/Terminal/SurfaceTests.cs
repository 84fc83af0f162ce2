using ReviewKit.App.Terminal;

namespace ReviewKit.Tests.App.Terminal;

public class SurfaceTests
{
    static readonly Style Red = new(Colour.Red);

    static Surface Of(int width, int height) => new(width, height, Look.Plain);

    [Fact]
    public void A_wide_sign_is_never_cut_in_half_at_either_edge()
    {
        var surface = Of(5, 2);
        Assert.Equal(6, surface.Put(0, 0, "智慧城"));
        surface.Put(-1, 1, "智慧城");
        Assert.Equal("智慧\n 慧城\n", surface.Dump());
    }

    [Fact]
    public void Writing_over_one_half_of_a_wide_sign_leaves_a_blank_in_the_other()
    {
        var surface = Of(6, 2);
        surface.Put(0, 0, "智慧城");
        surface.Put(1, 0, "x");
        surface.Put(0, 1, "智慧城");
        surface.Put(2, 1, "y");
        Assert.Equal(" x慧城\n智y 城\n", surface.Dump());
    }

    [Fact]
    public void A_wide_sign_over_the_second_half_and_the_first_of_the_next_blanks_both_neighbours()
    {
        var surface = Of(6, 1);
        surface.Put(0, 0, "智慧");
        surface.Put(1, 0, "城");
        Assert.Equal(" 城\n", surface.Dump());
    }

    [Fact]
    public void Controls_of_a_record_never_reach_the_terminal()
    {
        var surface = Of(20, 1);
        surface.Put(0, 0, "a\u001b[31mb\u0007\u202ec\td\ud800e");
        Assert.Equal("a[31mbcd?e\n", surface.Dump());
    }

    [Fact]
    public void A_part_has_coordinates_of_its_own_and_cuts_at_its_edge()
    {
        var surface = Of(10, 3);
        surface.Part(2, 1, 5, 9).Put(0, 0, "综述 review");
        surface.Part(2, 1, 5, 9).Put(0, 7, "outside");
        Assert.Equal("\n  综述\n\n", surface.Dump());
    }

    [Fact]
    public void A_box_has_its_title_and_gives_the_part_inside()
    {
        var inside = Of(12, 4).Box("题", default, Red);
        Assert.Equal((10, 2), (inside.Width, inside.Height));
        var surface = Of(12, 3);
        surface.Box("记录 A and more", default, Red).Put(0, 0, "in");
        Assert.Equal("┌─ 记录 A…─┐\n│in        │\n└──────────┘\n", surface.Dump());
    }

    [Fact]
    public void A_box_is_drawn_in_ascii_where_lines_are_two_cells_wide()
    {
        var surface = new Surface(8, 3, new ScreenOptions(Theme.Mono, Ambiguous: "wide").Look(false));
        surface.Box("", default, default);
        Assert.Equal("+------+\n|      |\n+------+\n", surface.Dump());
    }

    [Fact]
    public void Styles_are_dumped_as_letters_with_a_legend()
    {
        var surface = Of(6, 1);
        surface.Put(0, 0, "ab中");
        surface.Put(1, 0, "b中", Red);
        Assert.Equal(" aaa\na: Red on Default, None\n", surface.DumpStyles());
    }

    [Fact]
    public void The_cursor_is_placed_in_the_whole_also_from_a_part()
    {
        var surface = Of(10, 4);
        surface.Part(2, 1, 5, 2).ShowCursor(1, 1);
        Assert.Equal((3, 2), surface.Cursor);
    }
}
