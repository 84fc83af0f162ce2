using System.Runtime.CompilerServices;
using ReviewKit.Formats;
using ReviewKit.Records;

namespace ReviewKit.Tests.Formats;

/// <summary>Damaged files: whatever happens to the bytes, reading ends, and ends in records and problems or in a message to the user.</summary>
public sealed class FuzzTests : IDisposable
{
    // 200,000 are run by hand from benchmarks/.
    const int Rounds = 1500;

    readonly string _folder = Directory.CreateTempSubdirectory("reviewkit-fuzz-").FullName;

    public void Dispose() => Directory.Delete(_folder, true);

    [Fact]
    public void Mutated_files_are_read_or_refused()
    {
        var seeds = Directory.EnumerateFiles(Root(), "*", SearchOption.AllDirectories).Where(f => !f.EndsWith(".jsonl", StringComparison.Ordinal))
            .Where(f => FormatTable.Find(Path.GetFileName(Path.GetDirectoryName(f)!)) is not null).Order(StringComparer.Ordinal).Select(File.ReadAllBytes).ToList();
        var random = new Random(20240229);
        var path = Path.Combine(_folder, "x");
        for (var i = 0; i < Rounds; i++)
        {
            var bytes = Mutate(seeds[random.Next(seeds.Count)], seeds, random);
            File.WriteAllBytes(path, bytes);
            try
            {
                var forced = random.Next(4) == 0 ? FormatTable.All[random.Next(FormatTable.All.Count)] : null;
                long last = 0;
                foreach (var item in SourceFile.Open(path, "x", forced).Read())
                {
                    if (item is not RecordItem record) continue;
                    Assert.True(record.Offset >= last && record.Offset + record.Length <= bytes.Length, $"round {i}: span {record.Offset}+{record.Length}");
                    last = record.Offset;
                    Assert.NotEmpty(RecordJson.Write(record.Record));
                }
            }
            catch (ReviewKitException)
            {
                // A refusal is an answer.
            }
            catch (Exception error) when (error is not Xunit.Sdk.XunitException)
            {
                Assert.Fail($"round {i}: {error}");
            }
        }
    }

    static byte[] Mutate(byte[] seed, List<byte[]> seeds, Random random)
    {
        var bytes = seed.ToList();
        for (var n = random.Next(1, 6); n > 0 && bytes.Count > 0; n--)
        {
            var at = random.Next(bytes.Count);
            var length = Math.Min(random.Next(1, 40), bytes.Count - at);
            switch (random.Next(7))
            {
                case 0: bytes[at] = (byte)random.Next(256); break;
                case 1: bytes.RemoveRange(at, length); break;
                case 2: bytes.InsertRange(at, bytes.GetRange(at, length)); break;
                case 3: bytes.RemoveRange(at, bytes.Count - at); break;
                case 4: bytes.InsertRange(at, seeds[random.Next(seeds.Count)]); break;
                case 5: bytes.InsertRange(at, Enumerable.Repeat("\"{}@%\n\r;-\\<"u8[random.Next(11)], random.Next(1, 300))); break;
                default: bytes[at] ^= (byte)(1 << random.Next(8)); break;
            }
        }
        return [.. bytes];
    }

    static string Root([CallerFilePath] string caller = "") => Path.Combine(Path.GetDirectoryName(caller)!, "..", "Fixtures");
}
