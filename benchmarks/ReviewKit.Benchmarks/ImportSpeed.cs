using Dapper;
using ReviewKit.Benchmarks.Composed;

namespace ReviewKit.Benchmarks;

/// <summary>Import of one RIS file into a fresh review, in its one transaction.</summary>
static class ImportSpeed
{
    public static int Run(Arguments with) => Run(with.Number(0, 100_000));

    public static int Run(int count)
    {
        using var folder = new TemporaryFolder();
        using var review = ComposedReview.Create(folder.File("review"));
        PaperFile.Find("ris").Write(Papers.Compose(count), Path.Combine(review.ExportsFolder, "composed.ris"));
        var megabytes = new FileInfo(Path.Combine(review.ExportsFolder, "composed.ris")).Length / 1e6;
        var table = new Figures("import", "MB", "records", "seconds", "cpu s", "MB/s", "records/s", "peak MB", "review MB");
        var measure = Measure.Of(() => ComposedReview.Import(review, "composed.ris"));
        review.Connection.Execute("pragma wal_checkpoint(truncate)");
        var there = review.Connection.ExecuteScalar<long>("select count(*) from record");
        table.Row("composed.ris", megabytes, there, measure.Seconds, measure.ProcessorSeconds, megabytes / measure.Seconds, count / measure.Seconds, measure.PeakMegabytes, new FileInfo(Path.Combine(review.Folder, "review.db")).Length / 1e6);
        return there == count ? 0 : 1;
    }
}
