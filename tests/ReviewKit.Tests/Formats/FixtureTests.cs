using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using ReviewKit.Formats;
using ReviewKit.Records;
using ReviewKit.Text;

namespace ReviewKit.Tests.Formats;

/// <summary>Hand-written files, each named for an oddity, beside what must be read from them. REVIEWKIT_ACCEPT=1 writes the expectation: read its diff.</summary>
public class FixtureTests
{
    static readonly JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static TheoryData<string> Files()
    {
        var files = new TheoryData<string>();
        foreach (var folder in FormatTable.All.Select(f => f.Name).Order(StringComparer.Ordinal))
        {
            foreach (var file in Directory.EnumerateFiles(Path.Combine(Root(), folder)).Order(StringComparer.Ordinal))
                if (!file.EndsWith(".expected.jsonl", StringComparison.Ordinal)) files.Add($"{folder}/{Path.GetFileName(file)}");
        }
        return files;
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Reads_what_is_expected(string name)
    {
        var path = Path.Combine(Root(), name);
        var file = SourceFile.Open(path, name);
        Assert.Equal(name.Split('/')[0], file.Format.Name);
        var actual = new StringBuilder();
        foreach (var item in file.Read())
            actual.Append(item is RecordItem record ? RecordJson.Write(record.Record) : JsonSerializer.Serialize(new { problem = ((ProblemItem)item).Problem.In(Language.En) }, Plain)).Append('\n');
        var expected = path + ".expected.jsonl";
        if (Environment.GetEnvironmentVariable("REVIEWKIT_ACCEPT") == "1") File.WriteAllText(expected, actual.ToString());
        Assert.Equal(File.ReadAllText(expected), actual.ToString());
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void The_bytes_of_a_record_are_in_the_file_and_do_not_overlap(string name)
    {
        var path = Path.Combine(Root(), name);
        var bytes = File.ReadAllBytes(path);
        var file = SourceFile.Open(path, name);
        var decoder = file.Encoding == "gb18030" ? Encoding.GetEncoding("gb18030") : file.Encoding == "utf-16le" ? Encoding.Unicode : Encoding.UTF8;
        long last = 0;
        foreach (var item in file.Read().OfType<RecordItem>())
        {
            if (IsPacked(name))
            {
                Assert.Equal((0, 0), (item.Offset, item.Length));
                continue;
            }
            Assert.True(item.Offset >= last, $"record at {item.Offset} begins before {last}");
            last = item.Offset + item.Length;
            Assert.True(last <= bytes.Length);
            var text = decoder.GetString(bytes, (int)item.Offset, item.Length);
            Assert.Equal(text.Trim(), text.TrimEnd(' ', '\t'));
            // The last word of the title as the file spells it: wrapping and markup change the rest.
            if (item.Record.Title?.Split(' ')[^1] is { } word && word.All(char.IsLetter)) Assert.Contains(word, text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Every_format_has_a_Chinese_fixture_or_is_foreign_to_it()
    {
        string[] foreign = ["nbib", "wos-tab", "bibliometrix"];
        foreach (var folder in FormatTable.All.Select(f => f.Name).Except(foreign))
            Assert.Contains(Directory.EnumerateFiles(Path.Combine(Root(), folder), "*.jsonl"), f => Fold.HasHan(File.ReadAllText(f)));
    }

    static bool IsPacked(string name) => name.Split('/')[0] is "xls" or "xlsx" or "zip" || name.EndsWith(".gz", StringComparison.Ordinal);

    static string Root([CallerFilePath] string caller = "") => Path.Combine(Path.GetDirectoryName(caller)!, "..", "Fixtures");
}
