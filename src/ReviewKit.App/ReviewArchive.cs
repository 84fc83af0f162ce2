using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using CsvHelper;
using Dapper;
using ReviewKit.App.Commands;
using ReviewKit.Prisma;
using ReviewKit.Store;
using ReviewKit.Text;

namespace ReviewKit.App;

/// <summary>
/// A review as one file for a repository such as OSF: what was found, searched, decided and counted, with hashes. People have other names, abstracts and the databases' own files, which
/// their licences keep from being passed on, stay out; the hashes of these files say what they were. The same review gives the same bytes.
/// </summary>
sealed class ReviewArchive
{
    static readonly DateTimeOffset Stamp = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    // Fields of a record that are abstracts, or hold them.
    static readonly string[] Abstracts = ["abstract", "translatedAbstract", "abstracts", "other"];

    readonly Review review;
    readonly Pseudonyms people;
    readonly SortedDictionary<string, string> files = new(StringComparer.Ordinal);

    ReviewArchive(Review review) => (this.review, people) = (review, new Pseudonyms(review));

    /// <returns>The names of the files in it.</returns>
    public static IReadOnlyList<string> Write(Review review, Stream target)
    {
        var archive = new ReviewArchive(review);
        review.Read(() =>
        {
            archive.Gather();
            return 0;
        });
        using var zip = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var (name, text) in archive.files)
        {
            var entry = zip.CreateEntry(name, CompressionLevel.SmallestSize);
            entry.LastWriteTime = Stamp;
            using var stream = entry.Open();
            stream.Write(Encoding.UTF8.GetBytes(text));
        }
        return [.. archive.files.Keys];
    }

    void Gather()
    {
        Texts();
        files["files.csv"] = Table(["name", "source", "kind", "format", "encoding", "bytes", "records", "imported", "sha256"], review.Connection.Query<(string, string, string, string, string, long, long, string, string)>("""
            select name, source, kind, format, encoding, length, records, time, id from import i where exists (select 1 from record r join state s on s.record_id = r.id where r.import_id = i.id) order by name
            """).Select(row => (string[])[row.Item1, row.Item2, row.Item3, row.Item4, row.Item5, Number(row.Item6), Number(row.Item7), row.Item8, row.Item9]));
        files["records.jsonl"] = string.Concat(review.Connection.Query<string>("select r.body from record r join state s on s.record_id = r.id order by r.id", buffered: false).Select(WithoutAbstract));
        files["places.csv"] = Table(["record", "report", "place", "stage", "reason"], review.Connection.Query<(string, string, string, string?, string?)>("select record_id, report_id, place, stage, reason from state order by record_id")
            .Select(row => (string[])[row.Item1, row.Item2, row.Item3, row.Item4 ?? "", row.Item5 ?? ""]));
        files["decisions.csv"] = Table(["record_id", "stage", "reviewer", "verdict", "reason", "time", "note"], review.Connection.Query<(string, string, string, string, string?, string, string?)>(
            "select report_id, stage, reviewer, verdict, reason, time, note from decision where live = 1 order by time, seq")
            .Select(row => (string[])[row.Item1, row.Item2, people[row.Item3], row.Item4, row.Item5 ?? "", row.Item6, people.In(row.Item7 ?? "")]));
        files["ledger.csv"] = Table(["seq", "id", "person", "time", "kind", "tool", "hash"], review.Ledger.All().Select(entry => (string[])[Number(entry.Seq), entry.Id, people[entry.Person], entry.Time, entry.Kind, entry.Tool, entry.Hash]));
        Flow();
        files["settings.json"] = new JsonObject
        {
            ["tool"] = "ReviewKit " + Author.Tool,
            ["events"] = review.Ledger.All().Count(),
            ["protocol"] = review.Ledger.Live("protocol") is [.., var last] ? EventJson.Read<ProtocolBody>(last).Sha256 : null,
            ["query"] = review.Ledger.Live("round") is [.., var run] ? EventJson.Read<RoundBody>(run).Sha256 : null,
        }.ToJsonString(new() { WriteIndented = true, NewLine = "\n" }) + "\n";
        files["README.md"] = Readme;
        files["SHA256SUMS"] = string.Concat(files.Select(file => $"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(file.Value)))}  {file.Key}\n"));
    }

    /// <summary>review.yaml, the term sets and the search log, in which people are named too.</summary>
    void Texts()
    {
        foreach (var path in Directory.EnumerateFiles(review.QueriesFolder, "*.yaml", SearchOption.AllDirectories).Append(Path.Combine(review.Folder, ProtocolFile.Name)).Where(File.Exists))
            files[Path.GetRelativePath(review.Folder, path).Replace('\\', '/')] = people.In(TextFile.Read(path, Path.GetFileName(path)).ReplaceLineEndings("\n"));
    }

    void Flow()
    {
        foreach (var language in (Language[])[Language.En, Language.Zh])
        {
            var (counts, options, name) = (Prisma.Flow.Counts(review, language), DiagramOptions.Of(language, review.Protocol), language == Language.Zh ? "flow.zh" : "flow");
            files[name + ".svg"] = FlowDiagram.Svg(counts, options);
            files[name + ".tsv"] = FlowTable.Tsv([("n", counts)], language, options.Labels);
            files[name + ".csv"] = FlowCsv.Write(counts, language);
            files[language == Language.Zh ? "checklist.zh.md" : "checklist.md"] = people.In(new ChecklistFacts(review).Fill(Checklist.Named("prisma2020")).Markdown(language));
        }
    }

    static string WithoutAbstract(string body)
    {
        var record = JsonNode.Parse(body)!.AsObject();
        foreach (var field in Abstracts) record.Remove(field);
        return record.ToJsonString(Relaxed) + "\n";
    }

    static readonly System.Text.Json.JsonSerializerOptions Relaxed = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    static string Table(string[] head, IEnumerable<string[]> rows)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using (var csv = CsvWriter.Create(text, new CsvWriterOptions { NewLine = "\n", Injection = CsvInjection.Escape }, leaveOpen: true))
        {
            csv.WriteHeader(head);
            foreach (var row in rows) csv.WriteRecord(row);
        }
        return text.ToString();
    }

    static string Number(long n) => n.ToString(CultureInfo.InvariantCulture);

    const string Readme = """
        # A systematic review, as kept by ReviewKit · ReviewKit 所保存的系统综述

        | file | what | 内容 |
        |---|---|---|
        | review.yaml, queries/ | protocol, term sets, search log | 方案、检索词、检索日志 |
        | files.csv | the databases' files that were imported, with their SHA-256; the files themselves are not passed on | 导入的数据库文件及其 SHA-256；文件本身不随附 |
        | records.jsonl | the records, without abstracts | 记录（不含摘要） |
        | places.csv | where each record stands: which report it is of, where and why it left | 每条记录的去向：所属报告、移出阶段与原因 |
        | decisions.csv | each decision; people have other names | 每个判断；人员已匿名 |
        | ledger.csv | every event with its hash | 每个事件及其哈希 |
        | flow.* | the PRISMA 2020 flow, drawn and as tables | PRISMA 2020 流程图与表格 |
        | checklist.md | PRISMA 2020, filled in as far as the review knows | PRISMA 2020 清单（填入已知部分） |
        | SHA256SUMS | of all files here | 以上文件的校验和 |

        """;
}
