using ReviewKit.Formats;

namespace ReviewKit.Tests.Formats.Writing;

/// <summary>Read, write, read again: what comes back differs only in what the writer said, for every record of every real file.</summary>
public class RoundTripTests
{
    public static TheoryData<string> Targets() => [.. TargetTable.All.Where(t => t.Name is not "jsonl").Select(t => t.Name)];

    static readonly Lazy<List<Record>> Real = new(() =>
    [
        .. RealFile.All(RealData.Path("exports")).Select(RealFile.Open).OfType<SourceFile>().SelectMany(file => file.Read().OfType<RecordItem>().Select(item => item.Record)),
    ]);

    [Theory]
    [MemberData(nameof(Targets))]
    public void Every_real_record_comes_back_as_the_writer_says(string name)
    {
        RealData.Path("exports");
        var target = TargetTable.Find(name)!;
        Assert.SkipWhen(FormatTable.Find(target.Format) is null, $"no reader of {target.Format} yet");
        using var file = new WrittenFile(target, Real.Value);
        TestContext.Current.TestOutputHelper?.WriteLine($"{file.Written.Records} records\n" + string.Join('\n', file.Written.Said().Select(s => s.En)));
        Assert.True(file.Written.Records > 5000, $"only {file.Written.Records} records");
        file.AssertAsSaid(Real.Value);
    }
}
