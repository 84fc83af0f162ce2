using ReviewKit.Benchmarks.Composed;

namespace ReviewKit.Benchmarks;

/// <summary>Writes a file of composed records for trials of scale.</summary>
static class ComposeRecords
{
    public static int Run(Arguments with)
    {
        var (count, path) = (with.Number(0, 0), with.Text(1));
        PaperFile.Find(with.Option("--format") ?? "ris").Write(Papers.Compose(count), path);
        Console.WriteLine($"{path}: {count} records, {new FileInfo(path).Length / 1e6:0.0} MB");
        return 0;
    }
}
