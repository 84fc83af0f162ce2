using System.Net;
using ReviewKit.Enrichment.Http;

namespace ReviewKit.Tests.Enrichment;

public class GovernorTests
{
    static readonly Api Host = new("test", "Test", "test.invalid", 5, TimeSpan.FromSeconds(1), 3);

    [Theory]
    [InlineData(5, 1)]
    [InlineData(10, 3)]
    [InlineData(1, 1)]
    public async Task Ten_thousand_requests_take_as_long_as_the_limit_asks_and_never_exceed_it(int limit, int concurrency)
    {
        var clock = new VirtualClock();
        var governor = new Governor(Host with { Limit = limit, Concurrency = concurrency }, clock, limit);
        var started = new List<long>();
        var begun = clock.GetTimestamp();
        await clock.Run(async () =>
        {
            for (var i = 0; i < 10_000; i++)
                using (await governor.Enter(0, default)) started.Add(clock.GetTimestamp());
            return 0;
        });
        Assert.Equal(10_000, governor.Requests);
        AssertNeverMore(started, limit, TimeSpan.FromSeconds(1));
        // 10,000 requests have 9,999 spaces between them; timers count whole milliseconds.
        var seconds = clock.GetElapsedTime(begun).TotalSeconds;
        Assert.InRange(seconds, 9_999.0 / limit - .001, 9_999.0 / limit * 1.02);
    }

    [Fact]
    public async Task A_slow_way_to_the_server_never_bunches_more_requests_than_its_limit()
    {
        var clock = new VirtualClock();
        var governor = new Governor(Host with { Concurrency = 3 }, clock, 5);
        var random = new Random(7);
        var arrived = new List<long>();
        await clock.Run(async () =>
        {
            await Task.WhenAll(Enumerable.Range(0, 200).Select(async _ =>
            {
                using var permit = await governor.Enter(0, default);
                int there, back;
                lock (random) (there, back) = (random.Next(0, 3000), random.Next(0, 3000));
                await Task.Delay(TimeSpan.FromMilliseconds(there + 1), clock);
                lock (arrived) arrived.Add(clock.GetTimestamp());
                await Task.Delay(TimeSpan.FromMilliseconds(back + 1), clock);
            }));
            return 0;
        });
        arrived.Sort();
        AssertNeverMore(arrived, 5, TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task It_keeps_to_the_limits_the_host_tells_and_ignores_what_no_host_means()
    {
        var clock = new VirtualClock();
        var governor = new Governor(Host, clock, 5);
        Learn(governor, ("x-rate-limit-limit", "2"), ("x-rate-limit-interval", "1s"), ("x-concurrency-limit", "1"));
        Assert.InRange(await Take(clock, governor, 11), 5, 5.1);
        Learn(governor, ("x-rate-limit-limit", "1000000"), ("x-rate-limit-interval", "1s"));
        Learn(governor, ("x-rate-limit-limit", "2"), ("x-rate-limit-interval", "86400s"));
        Learn(governor, ("x-rate-limit-limit", "0"), ("x-rate-limit-interval", "fast"));
        Assert.InRange(await Take(clock, governor, 11), 5, 5.6);
    }

    [Fact]
    public async Task A_host_that_holds_one_request_holds_all()
    {
        var clock = new VirtualClock();
        var governor = new Governor(Host, clock, 5);
        governor.Hold(TimeSpan.FromSeconds(30));
        Assert.InRange(await Take(clock, governor, 1), 30, 30.01);
    }

    [Fact]
    public async Task A_budget_ends_the_run_before_it_is_exceeded()
    {
        var governor = new Governor(Host with { Interval = TimeSpan.FromMilliseconds(1) }, TimeProvider.System, 5, budget: .0025);
        for (var i = 0; i < 2; i++) (await governor.Enter(.001, default)).Dispose();
        var over = await Assert.ThrowsAsync<ApiTrouble>(() => governor.Enter(.001, default));
        Assert.True(over.EndsRun);
        Assert.Equal("Test: the budget of $0.0025 is used up", over.Said.En);
        Assert.Equal(2, governor.Requests);
    }

    [Fact]
    public async Task What_the_host_says_is_left_for_today_is_not_overdrawn()
    {
        var clock = new VirtualClock();
        var governor = new Governor(Host, clock, 5);
        Learn(governor, ("X-RateLimit-Remaining-USD", "0.0005"), ("X-RateLimit-Reset", "7200"));
        var over = await Assert.ThrowsAsync<ApiTrouble>(() => governor.Enter(.001, default));
        Assert.Equal("Test：今日额度已用完；将在 2 h 后恢复。已获取的内容均已保留，届时重新运行即可", over.Said.Zh);
        clock.Advance(TimeSpan.FromHours(2));
        (await governor.Enter(.001, default)).Dispose();
    }

    static async Task<double> Take(VirtualClock clock, Governor governor, int times)
    {
        var begun = clock.GetTimestamp();
        await clock.Run(async () =>
        {
            for (var i = 0; i < times; i++) (await governor.Enter(0, default)).Dispose();
            return 0;
        });
        return clock.GetElapsedTime(begun).TotalSeconds;
    }

    static void Learn(Governor governor, params (string Name, string Value)[] headers)
    {
        using var response = new HttpResponseMessage(HttpStatusCode.OK);
        foreach (var (name, value) in headers) response.Headers.Add(name, value);
        governor.Learn(response.Headers);
    }

    /// <summary>In no interval, wherever it begins, more than the limit.</summary>
    internal static void AssertNeverMore(IReadOnlyList<long> times, int limit, TimeSpan interval)
    {
        for (var i = limit; i < times.Count; i++)
            Assert.True(times[i] - times[i - limit] >= interval.Ticks, $"{limit + 1} requests in {TimeSpan.FromTicks(times[i] - times[i - limit]).TotalSeconds} s, at {i}");
    }
}
