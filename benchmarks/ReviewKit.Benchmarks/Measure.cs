using System.Diagnostics;

namespace ReviewKit.Benchmarks;

/// <summary>Wall time and memory of a piece of work.</summary>
/// <param name="Seconds">Wall time.</param>
/// <param name="ProcessorSeconds">Of all threads of the process, the compiler's and the collector's too; it says more than wall time where other programs are at work.</param>
/// <param name="PeakMegabytes">Largest working set of the process meanwhile; where the system cannot start the count anew (all but Linux), the largest so far.</param>
sealed record Measure(double Seconds, double ProcessorSeconds, double PeakMegabytes)
{
    public double Milliseconds => Seconds * 1000;

    public static Measure Of(Action work)
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        // Linux: 5 resets the peak of the working set (proc(5)).
        if (OperatingSystem.IsLinux()) File.WriteAllText("/proc/self/clear_refs", "5");
        var before = Environment.CpuUsage.TotalTime;
        var watch = Stopwatch.StartNew();
        work();
        watch.Stop();
        var used = Environment.CpuUsage.TotalTime - before;
        using var process = Process.GetCurrentProcess();
        return new Measure(watch.Elapsed.TotalSeconds, used.TotalSeconds, process.PeakWorkingSet64 / 1e6);
    }
}
