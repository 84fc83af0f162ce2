namespace ReviewKit.Tests.Enrichment;

/// <summary>Time that passes only when everyone waits for it: a day of polite asking is over in a moment.</summary>
sealed class VirtualClock : TimeProvider
{
    readonly Lock turn = new();
    readonly List<Timer> timers = [];
    long ticks = new DateTimeOffset(2026, 1, 31, 12, 0, 0, TimeSpan.Zero).Ticks;
    long touched;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp()
    {
        lock (turn) return ticks;
    }

    public override DateTimeOffset GetUtcNow() => new(GetTimestamp(), TimeSpan.Zero);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    public void Advance(TimeSpan by)
    {
        var until = GetTimestamp() + by.Ticks;
        while (FireNext(until)) { }
        lock (turn) ticks = until;
    }

    bool FireNext(long until)
    {
        Timer? next;
        lock (turn)
        {
            next = timers.Where(timer => timer.Due <= until).MinBy(timer => timer.Due);
            if (next is null) return false;
            timers.Remove(next);
            if (next.Due > ticks) ticks = next.Due;
            touched++;
        }
        next.Fire();
        return true;
    }

    /// <summary>Runs work to its end, moving the time on whenever nothing happens but waiting.</summary>
    /// <param name="isBusy">True while something is under way that takes no virtual time.</param>
    public async Task<T> Run<T>(Func<Task<T>> start, Func<bool>? isBusy = null)
    {
        var work = Task.Run(start);
        while (!work.IsCompleted)
        {
            var before = Interlocked.Read(ref touched);
            for (var quiet = 0; quiet < 5 && !work.IsCompleted; quiet++)
            {
                await Task.Yield();
                if (isBusy?.Invoke() != true && before == Interlocked.Read(ref touched)) continue;
                (quiet, before) = (0, Interlocked.Read(ref touched));
                Thread.Sleep(0);
            }
            if (!work.IsCompleted && !FireNext(long.MaxValue)) await Task.Delay(1);
        }
        return await work;
    }

    sealed class Timer(VirtualClock clock, Action fire) : ITimer
    {
        public long Due { get; private set; }

        public void Fire() => fire();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock.turn)
            {
                clock.timers.Remove(this);
                clock.touched++;
                if (dueTime == Timeout.InfiniteTimeSpan) return true;
                Due = clock.ticks + dueTime.Ticks;
                clock.timers.Add(this);
            }
            return true;
        }

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
