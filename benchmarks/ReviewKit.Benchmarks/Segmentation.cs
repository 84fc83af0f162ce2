using System.Diagnostics;
using System.Text;
using System.Text.Json;
using ReviewKit.Benchmarks.Composed;
using ReviewKit.Formats;
using ReviewKit.Records;
using ReviewKit.Text;

namespace ReviewKit.Benchmarks;

/// <summary>Chinese segmentation: how many of a record's own keywords come out of its abstract whole, how fast, and where python3-jieba cuts otherwise.</summary>
static class Segmentation
{
    const int TimedBytes = 20_000_000;

    public static int Run(Arguments with)
    {
        if (with.Option("--differences") is { } target) return Differences(target);
        var wrong = Repository.Data is { } data ? Quality(Path.Combine(data, "exports")) : 0;
        return Speed(TimedBytes) + wrong;
    }

    /// <summary>Composed records only, which need no data: that it runs and joins again to what was given.</summary>
    public static int Speed(int bytes)
    {
        var records = Papers.Compose(4000).Select(paper => paper.Abstract.Zh).Where(Fold.HasHan).ToList();
        var texts = new List<string>();
        for (var size = 0; size < bytes; size += Encoding.UTF8.GetByteCount(texts[^1])) texts.Add(records[texts.Count % records.Count]);
        var (plain, known) = (new Segmenter(), new Segmenter(Papers.Compose(4000).SelectMany(paper => paper.Keywords).Select(keyword => keyword.Zh)));
        var table = new Figures("segment", "MB", "tokens", "seconds", "cpu s", "MB/s", "MB/cpu s");
        foreach (var (name, segmenter) in new[] { ("dictionary", plain), ("keywords first", known) })
        {
            var tokens = new List<Token>();
            segmenter.Segment(texts[0], tokens);
            var count = 0L;
            var measure = Measure.Of(() =>
            {
                foreach (var text in texts)
                {
                    tokens.Clear();
                    segmenter.Segment(text, tokens);
                    count += tokens.Count;
                }
            });
            var size = texts.Sum(text => (double)Encoding.UTF8.GetByteCount(text)) / 1e6;
            table.Row(name, size, count, measure.Seconds, measure.ProcessorSeconds, size / measure.Seconds, size / measure.ProcessorSeconds);
        }
        return 0;
    }

    /// <summary>By the dictionary alone; with the keywords of all records first; with the record's own before these.</summary>
    static int Quality(string exports)
    {
        var table = new Figures("own keywords in the abstract", "records", "found", "dictionary", "all keywords", "own before", "all, share", "own, share");
        foreach (var folder in new[] { "cnki_endnote_ris", "cnki_noteexpress", "cnki_excel", "cnki_converter" })
        {
            var records = Read(Path.Combine(exports, folder));
            var keywords = records.SelectMany(record => Keywords(record)).ToList();
            var (plain, known) = (new Segmenter(), new Segmenter(keywords));
            var (found, byDictionary, byKeywords, byOwn) = (0, 0, 0, 0);
            foreach (var record in records)
            {
                var text = Folded(record.Abstract ?? "");
                var (a, b, tokens) = (plain.Words(text).ToHashSet(), known.Words(text).ToHashSet(), new List<Token>());
                known.Segment(text, tokens, [.. Keywords(record)]);
                var c = tokens.Select(token => token.In(text)).ToHashSet();
                foreach (var keyword in Keywords(record).Select(Folded).Distinct().Where(keyword => text.Contains(keyword, StringComparison.Ordinal)))
                {
                    found++;
                    if (a.Contains(keyword)) byDictionary++;
                    if (b.Contains(keyword)) byKeywords++;
                    if (c.Contains(keyword)) byOwn++;
                }
            }
            table.Row(folder, records.Count, found, byDictionary, byKeywords, byOwn, (double)byKeywords / Math.Max(1, found), (double)byOwn / Math.Max(1, found));
        }
        return 0;
    }

    static string Folded(string text) => text.Normalize(NormalizationForm.FormKC).ToLowerInvariant();

    /// <summary>Sentences of the CNKI files that python3-jieba cuts otherwise: one a line, ours and theirs.</summary>
    static int Differences(string target)
    {
        var exports = Path.Combine(Repository.Data ?? throw new ArgumentException("no data"), "exports");
        var records = new[] { "cnki_endnote_ris", "cnki_noteexpress", "cnki_excel", "cnki_converter" }.SelectMany(folder => Read(Path.Combine(exports, folder))).ToList();
        var sentences = records.SelectMany(record => (record.Abstract ?? "").Split(['。', '；', ';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            .Where(sentence => sentence.Length is > 5 and < 250 && Fold.HasHan(sentence)).Distinct().ToList();
        var segmenter = new Segmenter();
        using var folder = new TemporaryFolder();
        File.WriteAllLines(folder.File("sentences"), sentences.Select(sentence => JsonSerializer.Serialize(sentence)));
        var start = new ProcessStartInfo("/usr/bin/python3", ["-c", "import sys,json,jieba; jieba.setLogLevel(60); [print(json.dumps(jieba.lcut(json.loads(l)))) for l in open(sys.argv[1])]", folder.File("sentences")]) { RedirectStandardOutput = true };
        using var python = Process.Start(start)!;
        var (same, lines) = (0, new List<string>());
        foreach (var sentence in sentences)
        {
            var theirs = JsonSerializer.Deserialize<string[]>(python.StandardOutput.ReadLine()!)!.Where(word => word.Any(char.IsLetterOrDigit)).Select(word => word.Trim());
            var (a, b) = (string.Join('/', segmenter.Words(sentence)), string.Join('/', theirs));
            if (a == b) same++;
            else lines.Add($"{a}\n{b}\n");
        }
        File.WriteAllLines(target, lines);
        Console.WriteLine($"{sentences.Count} sentences, {same} the same, {lines.Count} not: {target}");
        return 0;
    }

    static IEnumerable<string> Keywords(Record record) => record.Keywords.SelectMany(Parts).Where(Fold.HasHan);

    static IEnumerable<string> Parts(string keyword) => keyword.Split([';', '；', '、', '|'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    static List<Record> Read(string folder) =>
        [.. Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal).SelectMany(path => SourceFile.Open(path, Path.GetFileName(path)).Read()).OfType<RecordItem>().Select(item => item.Record)];
}
