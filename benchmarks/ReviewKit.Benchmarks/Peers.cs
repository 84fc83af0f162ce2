using System.Diagnostics;
using ReviewKit.Benchmarks.Composed;
using ReviewKit.Formats;

namespace ReviewKit.Benchmarks;

/// <summary>The same files read by ReviewKit and by what a researcher would else use, each as a process of its own, start included.</summary>
/// <remarks>The peers do less: pandas makes no records of its rows, bibutils reads no Chinese formats and checks nothing.</remarks>
static class Peers
{
    sealed record Peer(string Name, string File, string Program, Func<string, string[]> Arguments, string Sign, string[] SignArguments);

    // Packages of the system belong to the system's Python, which need not be the first in the path.
    static readonly string Python = File.Exists("/usr/bin/python3") ? "/usr/bin/python3" : "python3";

    static readonly Peer[] All =
    [
        new("pandas.read_csv", "composed-scopus.csv", Python, path => ["-c", $"import pandas; print(len(pandas.read_csv(r'{path}')))"], "python3-pandas", ["-c", "import pandas"]),
        new("bibutils ris2xml", "composed.ris", "ris2xml", path => [path], "bibutils", ["--version"]),
        new("bibutils bib2xml", "composed.bib", "bib2xml", path => [path], "bibutils", ["--version"]),
    ];

    public static int Run(Arguments with) => Run(with.Number(0, 50) * 1_000_000L);

    /// <param name="bytes">Of each file.</param>
    public static int Run(long bytes)
    {
        using var folder = new TemporaryFolder();
        foreach (var file in PaperFile.All) file.WriteBytes(bytes, folder.File(file.Name));
        using (var bib = File.Create(folder.File("composed.bib")))
            TargetTable.Find("bibtex")!.Write(SourceFile.Open(folder.File("composed.ris"), "composed.ris").Read().OfType<RecordItem>().Select(item => item.Record), bib);
        var table = new Figures("peers", "MB", "seconds", "cpu s", "MB/cpu s", "ratio");
        foreach (var peer in All)
        {
            var path = folder.File(peer.File);
            var megabytes = new FileInfo(path).Length / 1e6;
            var own = Time("dotnet", [typeof(Peers).Assembly.Location, "read", path])!.Value;
            table.Row($"ReviewKit, {peer.File}", megabytes, own.Seconds, own.Processor, megabytes / own.Processor, 1);
            if (Time(peer.Program, peer.SignArguments) is null) Console.WriteLine($"    {peer.Name} is not here: install {peer.Sign}");
            else if (Time(peer.Program, peer.Arguments(path)) is { } other) table.Row(peer.Name, megabytes, other.Seconds, other.Processor, megabytes / other.Processor, other.Processor / own.Processor);
            else Console.WriteLine($"    {peer.Name} cannot read {peer.File}");
        }
        return 0;
    }

    /// <summary>Wall and processor time of a process; null when there is no such program or it fails.</summary>
    static (double Seconds, double Processor)? Time(string program, IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        try
        {
            var watch = Stopwatch.StartNew();
            using var process = Process.Start(start)!;
            var used = TimeSpan.Zero;
            process.OutputDataReceived += (_, _) => { };
            process.BeginErrorReadLine();
            process.BeginOutputReadLine();
            while (!process.WaitForExit(20)) used = Used(process) ?? used;
            return process.ExitCode == 0 ? (watch.Elapsed.TotalSeconds, used.TotalSeconds) : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    static TimeSpan? Used(Process process)
    {
        try
        {
            return process.TotalProcessorTime;
        }
        catch (InvalidOperationException)
        {
            // It has ended just now, and then nobody knows any more.
            return null;
        }
    }
}
