using ReviewKit.Benchmarks.Composed;
using ReviewKit.Formats;

namespace ReviewKit.Benchmarks;

/// <summary>Reading alone: recognising a file and turning it into records, none of which is kept.</summary>
static class ReadingSpeed
{
    const int Megabyte = 1_000_000;

    public static int Run(Arguments with)
    {
        if (with.Words.Count == 0) return Run(20 * Megabyte);
        var table = Table();
        foreach (var file in with.Words) Row(table, file);
        return 0;
    }

    /// <param name="bytes">Length of each composed file.</param>
    public static int Run(long bytes)
    {
        using var folder = new TemporaryFolder();
        var table = Table();
        foreach (var file in PaperFile.All)
        {
            // Compiled code first: a short file of the same format is read before the clock runs.
            file.WriteBytes(bytes / 4, folder.File("warm-" + file.Name));
            Read(folder.File("warm-" + file.Name));
            file.WriteBytes(bytes, folder.File(file.Name));
            Row(table, folder.File(file.Name));
        }
        // Memory must not grow with the file.
        PaperFile.Find("ris").WriteBytes(5 * bytes, folder.File("long.ris"));
        Row(table, folder.File("long.ris"));
        return 0;
    }

    static Figures Table() => new("read", "MB", "records", "seconds", "cpu s", "MB/s", "records/s", "peak MB");

    static void Row(Figures table, string path)
    {
        var records = 0;
        var measure = Measure.Of(() => records = Read(path));
        var megabytes = new FileInfo(path).Length / 1e6;
        table.Row(Path.GetFileName(path), megabytes, records, measure.Seconds, measure.ProcessorSeconds, megabytes / measure.Seconds, records / measure.Seconds, measure.PeakMegabytes);
    }

    static int Read(string path) => SourceFile.Open(path, Path.GetFileName(path)).Read().Count(item => item is RecordItem);
}
