using ReviewKit.Formats;
using ReviewKit.Records;

namespace ReviewKit.Tests.Formats.Writing;

/// <summary>Records written to a file of their own and read from it again, by the bytes.</summary>
sealed class WrittenFile : IDisposable
{
    readonly string _path = Path.GetTempFileName();

    public WrittenFile(Target target, IEnumerable<Record> records, WriteOptions? options = null)
    {
        using (var stream = File.Create(_path)) Written = target.Write(records, stream, options);
        Bytes = File.ReadAllBytes(_path);
        Source = SourceFile.Open(_path, "written" + target.Extension, FormatTable.Find(target.Format));
        foreach (var item in Source.Read())
        {
            if (item is RecordItem { Record: var record }) Records.Add(record);
            else if (item is ProblemItem { Problem: var problem }) Problems.Add(problem);
        }
    }

    public Written Written { get; }
    public byte[] Bytes { get; }
    public SourceFile Source { get; }
    public List<Record> Records { get; } = [];
    public List<Problem> Problems { get; } = [];

    /// <summary>As many records as were written, no fewer fields the same than the writer said, and none more.</summary>
    public void AssertAsSaid(IReadOnlyList<Record> originals)
    {
        Assert.Equal(originals.Count, Records.Count);
        var said = Written.Losses.ToDictionary(l => (l.Field, l.IsLeftOut), l => l.Records);
        var found = new Dictionary<(string, bool), (int Count, string Example)>();
        for (var i = 0; i < originals.Count; i++)
        {
            foreach (var missing in RecordFields.Missing(originals[i], Records[i]))
                found[missing] = found.TryGetValue(missing, out var known) ? (known.Count + 1, known.Example) : (1, $"{RecordJson.Write(originals[i])}\n  came back as {RecordJson.Write(Records[i])}");
        }
        var wrong = found.Where(f => said.GetValueOrDefault(f.Key) != f.Value.Count).Select(f => $"{f.Key}: {f.Value.Count} differ, {said.GetValueOrDefault(f.Key)} said; {f.Value.Example}")
            .Concat(said.Where(s => !found.ContainsKey(s.Key)).Select(s => $"{s.Key}: {s.Value} said, none differ")).ToList();
        Assert.True(wrong.Count == 0, string.Join("\n", wrong.Take(12)));
    }

    public void Dispose() => File.Delete(_path);
}
