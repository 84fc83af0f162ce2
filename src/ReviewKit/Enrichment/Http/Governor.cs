using System.Globalization;
using System.Net.Http.Headers;
using ReviewKit.Text;

namespace ReviewKit.Enrichment.Http;

/// <summary>When the next request to one host may start: its pace, how many at once, what it said of its limits, and what may be spent.</summary>
/// <remarks>
/// A request starts only when, of the last <c>limit</c> requests, the first was answered a whole interval ago: however long the way to the
/// server takes, it never counts more than its limit in any interval.
/// </remarks>
sealed class Governor(Api api, TimeProvider clock, int limit, double budget = double.PositiveInfinity)
{
    // What a server may say of its own pace; anything else is a slip or a trap.
    const int HighestLimit = 50, HighestConcurrency = 8;
    static readonly TimeSpan LongestInterval = TimeSpan.FromMinutes(1);

    readonly SemaphoreSlim door = new(1, 1);
    readonly Queue<long> answered = new();
    TaskCompletionSource left = new(TaskCreationOptions.RunContinuationsAsynchronously);
    TimeSpan interval = api.Interval;
    int concurrency = api.Concurrency;
    int inFlight;
    long? lastStart;
    long heldUntil = long.MinValue;
    double? remaining;
    DateTimeOffset? resets;

    /// <summary>Requests that went over the wire, counting repeated ones.</summary>
    public int Requests { get; private set; }

    /// <summary>US dollars, as the interface said or as its price list has it.</summary>
    public double Spent { get; private set; }

    public TimeProvider Clock => clock;

    /// <summary>Waits for the turn of one request. The permit is given back when the whole answer is there.</summary>
    /// <exception cref="ApiTrouble">The budget does not cover it.</exception>
    public async Task<Permit> Enter(double price, CancellationToken stop)
    {
        await door.WaitAsync(stop);
        try
        {
            while (true)
            {
                Task? leaving = null;
                TimeSpan wait;
                lock (answered)
                {
                    Afford(price);
                    wait = Wait();
                    if (wait <= TimeSpan.Zero && IsFull)
                    {
                        if (left.Task.IsCompleted) left = new(TaskCreationOptions.RunContinuationsAsynchronously);
                        leaving = left.Task;
                    }
                    else if (wait <= TimeSpan.Zero)
                    {
                        inFlight++;
                        Requests++;
                        lastStart = clock.GetTimestamp();
                        return new Permit(this, price);
                    }
                }
                if (leaving is not null) await leaving.WaitAsync(stop);
                else await Task.Delay(wait, clock, stop);
            }
        }
        finally
        {
            door.Release();
        }
    }

    bool IsFull => inFlight >= concurrency || inFlight + answered.Count >= limit;

    /// <summary>Until nothing but requests under way stands before the next one.</summary>
    TimeSpan Wait()
    {
        var now = clock.GetTimestamp();
        while (answered.TryPeek(out var oldest) && clock.GetElapsedTime(oldest, now) >= interval) answered.Dequeue();
        var wait = TimeSpan.Zero;
        if (heldUntil > now) wait = clock.GetElapsedTime(now, heldUntil);
        if (lastStart is { } start) wait = Max(wait, interval / limit - clock.GetElapsedTime(start, now));
        if (answered.Count >= limit) wait = Max(wait, interval - clock.GetElapsedTime(answered.Peek(), now));
        else if (inFlight < concurrency && inFlight + answered.Count >= limit && answered.Count > 0) wait = Max(wait, interval - clock.GetElapsedTime(answered.Peek(), now));
        // Timers count whole milliseconds, and one too early would only be asked for again.
        return wait <= TimeSpan.Zero ? wait : TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds));
    }

    static TimeSpan Max(TimeSpan a, TimeSpan b) => a > b ? a : b;

    void Afford(double price)
    {
        if (Spent + price > budget)
            throw new ApiTrouble(new($"{api.Title}: the budget of {Dollars(budget)} is used up", $"{api.Title}：预算 {Dollars(budget)} 已用完"), endsRun: true);
        if (resets is { } reset && clock.GetUtcNow() >= reset) (remaining, resets) = (null, null);
        if (remaining is { } left && left < price) throw Exhausted(resets is { } at ? at - clock.GetUtcNow() : null);
    }

    /// <summary>Nothing more is to be had from this host for longer than anyone waits.</summary>
    public ApiTrouble Exhausted(TimeSpan? back)
    {
        var when = back is { } wait
            ? new Message($"; it comes back in {Said(wait)}", $"；将在 {Said(wait)} 后恢复") : default;
        return new ApiTrouble(new($"{api.Title}: what may be asked today is used up{when.En}. What was fetched is kept: run the command again then", $"{api.Title}：今日额度已用完{when.Zh}。已获取的内容均已保留，届时重新运行即可"), endsRun: true);
    }

    static string Said(TimeSpan wait) => wait.TotalHours >= 1 ? wait.TotalHours.ToString("0.#", CultureInfo.InvariantCulture) + " h" : Math.Ceiling(wait.TotalMinutes).ToString(CultureInfo.InvariantCulture) + " min";

    static string Dollars(double amount) => "$" + amount.ToString("0.####", CultureInfo.InvariantCulture);

    /// <summary>Nobody asks before this time is over, not only the request that was turned away.</summary>
    public void Hold(TimeSpan wait)
    {
        lock (answered)
        {
            var until = clock.GetTimestamp() + (long)(wait.TotalSeconds * clock.TimestampFrequency);
            if (until > heldUntil) heldUntil = until;
        }
    }

    /// <summary>Takes in what the host says of its limits.</summary>
    public void Learn(HttpResponseHeaders headers)
    {
        lock (answered)
        {
            if (Number(headers, "x-rate-limit-limit") is >= 1 and <= HighestLimit and var told && Interval(headers) is { } span) (limit, interval) = ((int)told, span);
            if (Number(headers, "x-concurrency-limit") is >= 1 and var at) concurrency = (int)Math.Min(at, HighestConcurrency);
            if (Number(headers, "X-RateLimit-Remaining-USD") is { } dollars)
            {
                remaining = dollars;
                resets = Number(headers, "X-RateLimit-Reset") is > 0 and < 1e6 and var seconds ? clock.GetUtcNow().AddSeconds(seconds) : null;
            }
            // The draft of the IETF, which OpenAlex speaks at times: none left, so many seconds.
            if (Number(headers, "ratelimit-remaining") is 0 && Number(headers, "ratelimit-reset") is > 0 and <= 60 and var pause) Hold(TimeSpan.FromSeconds(pause));
            if (Number(headers, "X-RateLimit-Cost-USD") is >= 0 and < 1 and var cost) lastCost = cost;
        }
    }

    double? lastCost;

    static TimeSpan? Interval(HttpResponseHeaders headers)
    {
        if (!headers.TryGetValues("x-rate-limit-interval", out var values) || !double.TryParse(values.First().TrimEnd('s'), NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds)) return null;
        return seconds >= .1 && seconds <= LongestInterval.TotalSeconds ? TimeSpan.FromSeconds(seconds) : null;
    }

    static double? Number(HttpResponseHeaders headers, string name) =>
        headers.TryGetValues(name, out var values) && double.TryParse(values.First(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    void Leave(double price)
    {
        lock (answered)
        {
            inFlight--;
            answered.Enqueue(clock.GetTimestamp());
            Spent += lastCost ?? price;
            lastCost = null;
            left.TrySetResult();
        }
    }

    /// <summary>The right to one request.</summary>
    public sealed class Permit(Governor governor, double price) : IDisposable
    {
        public void Dispose() => governor.Leave(price);
    }
}
