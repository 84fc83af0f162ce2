using System.Globalization;
using CsvHelper;
using ReviewKit.Formats;
using ReviewKit.Query;
using ReviewKit.Records;
using ReviewKit.Store;

namespace ReviewKit.App.Commands;

static class QueryMatrixCommand
{
    public static Verb Build(Host host)
    {
        var verb = new Verb(host, "matrix", new("Records by sets: which record has which set, and by which terms", "记录与词组的矩阵：每条记录命中哪些组、由哪些词命中"),
            "reviewkit query matrix", "reviewkit query matrix -o matrix.xlsx --platform-only", "reviewkit query matrix scopus.csv cnki.net --query query.yaml -o matrix.csv");
        var files = verb.Argument<string[]>("FILE", new("export files of any kind, for one-off use without a review", "任意导出文件，无需综述的一次性使用"), System.CommandLine.ArgumentArity.ZeroOrMore);
        var queryFile = verb.Option<string?>("--query", "Q.yaml", new("another query file; default: the one review.yaml names", "另一个检索式文件；默认为 review.yaml 指定者"));
        var target = verb.Option<string?>("-o", "OUT", new("a .csv or .xlsx file; default: CSV on the terminal", ".csv 或 .xlsx 文件；默认在终端输出 CSV"));
        var missing = verb.Option<bool>("--platform-only", null, new("only records that lack a set in the fields searched here; default: all", "只列出在此处检索的字段中缺少某一组的记录；默认全部"));
        return verb.Does((session, parsed) =>
        {
            var named = parsed.GetValue(files) ?? [];
            using var review = named.Length == 0 ? session.Open() : null;
            var query = QueryRecords.Query(session, review, parsed.GetValue(queryFile));
            var records = review is null ? QueryRecords.OfFiles(session, named) : Reports.Records(review);
            var rows = Rows(new Rounds(query), records, parsed.GetValue(missing));
            var header = Header(query);
            if (parsed.GetValue(target) is not { } path)
            {
                using var csv = CsvWriter.Create(session.Output, new CsvWriterOptions { NewLine = "\n", Injection = CsvInjection.Escape });
                Write(csv, header, rows);
                return 0;
            }
            var count = 0;
            var counted = rows.Select(row => { count++; return row; });
            switch (Path.GetExtension(path).ToLowerInvariant())
            {
                case ".xlsx":
                    using (var stream = File.Create(session.PathOf(path))) Sheet.Write(stream, "matrix", header, counted, [2, 4, .. query.Sets.Select((_, set) => 6 + 2 * set)]);
                    break;
                case ".csv":
                    using (var csv = CsvWriter.ToFile(session.PathOf(path), new CsvWriterOptions { NewLine = "\n", WriteByteOrderMark = true, Injection = CsvInjection.Escape })) Write(csv, header, counted);
                    break;
                default:
                    throw new ReviewKitException($"{path}: a matrix is written as .csv or .xlsx", $"{path}：矩阵只能写成 .csv 或 .xlsx");
            }
            session.Tell($"{count} records: {path}", $"{count} 条记录：{path}");
            return 0;
        });
    }

    static List<string> Header(TermQuery query) => ["record", "source", "year", "title", "rounds_passed", "found_by", .. query.Sets.SelectMany(set => (string[])[set.Id, set.Id + "_terms"])];

    static IEnumerable<IReadOnlyList<string?>> Rows(Rounds rounds, IEnumerable<Record> records, bool onlyMissing)
    {
        var sets = rounds.Query.Sets.Count;
        foreach (var (_, record, match) in rounds.MatchAll(records, record => record))
        {
            var passed = Math.Min(Rounds.Passed(match.Sets), sets);
            if (onlyMissing && passed == sets) continue;
            List<string?> row = [record.Id, record.Source, record.Year?.ToString(CultureInfo.InvariantCulture), record.Title, passed.ToString(CultureInfo.InvariantCulture), passed == sets ? "terms" : "platform only"];
            for (var set = 0; set < sets; set++)
            {
                row.Add((match.Sets >> set & 1) == 1 ? "1" : "0");
                row.Add(string.Join("; ", match.Evidence.Where(found => found.Set == set).Select(found => found.Term).Distinct()));
            }
            yield return row;
        }
    }

    static void Write(CsvWriter csv, List<string> header, IEnumerable<IReadOnlyList<string?>> rows)
    {
        csv.WriteHeader([.. header]);
        foreach (var row in rows) csv.WriteRecord([.. row.Select(cell => cell ?? "")]);
    }
}
