using ReviewKit.Screening.Simulation;
using ReviewKit.Text;

namespace ReviewKit.Tests.Screening;

public class RecallLinesTests
{
    // Four found at 1, 2, 5 and 10 of 20 records, 15 of which are screened.
    static readonly FoundPlaces Found = FoundPlaces.Of("a", [true, true, false, false, true, false, false, false, false, true, false, false, false, false, false], 20);

    [Fact]
    public void The_curve_rises_where_records_were_found_and_ends_where_screening_did()
    {
        // 20 columns, one for each record; rows stand for 0, 1.33, 2.67 and 4 found, to the nearest (half to even).
        Assert.Equal(
        [
            "4 |         *******",
            "  | ********",
            "  |*",
            "0 |",
            "  +--------------------",
            $"   0{"20",19}",
        ], RecallLines.Of(Found, 23, 6, Language.En, isAscii: true));
    }

    [Fact]
    public void Dots_are_finer_and_every_line_is_as_wide_as_was_asked_or_less()
    {
        var lines = RecallLines.Of(Found, 78, 14, Language.Zh);
        Assert.Equal(14, lines.Count);
        Assert.All(lines, line => Assert.InRange(Width.Of(line), 0, 78));
        Assert.Contains("已找到的相关记录 / 已筛选的记录", lines[^1], StringComparison.Ordinal);
        Assert.Contains(lines, line => line.Any(letter => letter is > '\u2800' and <= '\u28ff'));
    }

    [Fact]
    public void Nothing_found_has_no_curve() =>
        Assert.Equal(["0 |", "0 |"], RecallLines.Of(FoundPlaces.Of("a", [false], 5), 30, 4, Language.En).Take(2));
}
