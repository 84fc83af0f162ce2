using ReviewKit.Screening;

namespace ReviewKit.Tests.Screening;

public class PaceTests
{
    static Pace After(params int[] seconds)
    {
        var pace = new Pace();
        foreach (var second in seconds) pace.Decided(TestReview.Noon.AddSeconds(second));
        return pace;
    }

    [Fact]
    public void Four_decisions_ten_seconds_apart_make_ten_minutes_of_sixty_reports() =>
        Assert.Equal(TimeSpan.FromMinutes(10), After(0, 10, 20, 30).For(60));

    [Fact]
    public void A_pause_does_not_count() => Assert.Equal(TimeSpan.FromSeconds(100), After(0, 10, 4000, 4010, 4020).For(10));

    [Fact]
    public void Nothing_is_said_before_there_is_something_to_go_by()
    {
        Assert.Null(After(0, 10).For(5));
        Assert.Null(After(0, 0, 0, 0, 0).For(5));
    }
}
