using System.CommandLine;
using ReviewKit.Formats;
using ReviewKit.Records;
using ReviewKit.Store;

namespace ReviewKit.App.Commands;

/// <summary>What coword and describe work on: the reports of a review, or the records of files.</summary>
/// <param name="Inputs">The files they are from.</param>
/// <param name="From">Of each report of a review, which record gave each field; empty for files, whose records stand for themselves.</param>
sealed record ReportSet(IReadOnlyList<Record> Records, IReadOnlyList<InputFile> Inputs, IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> From)
{
    static readonly string[] Places = ["included", "screened", "all"];

    /// <summary>The option that says which reports of a review.</summary>
    public static Option<string?> PlaceOption(Verb verb)
    {
        var option = verb.Option<string?>("--place", "P", new("included, screened or all reports of the review; default: included", "综述中 included（纳入）、screened（进入筛选）或 all（全部）的报告；默认 included"));
        option.AcceptOnlyFromAmong(Places);
        return option;
    }

    /// <param name="review">Null: the files.</param>
    public static ReportSet Of(Session session, Review? review, string[] files, ColumnMap? columns, string? place) =>
        review is null ? OfFiles(session, files, columns) : OfReview(review, place);

    static ReportSet OfReview(Review review, string? place)
    {
        var groups = place is "all" or "screened" ? Reports.Groups(review) : Reports.Groups(review, "included");
        var removed = place == "screened" ? Prisma.Flow.List(review, "db_removed").Select(row => row.RecordId).ToHashSet() : [];
        var (records, from) = (new List<Record>(), new Dictionary<string, IReadOnlyDictionary<string, string>>());
        foreach (var group in groups.Where(group => !removed.Contains(group[0].Id)))
        {
            var (report, sources) = MergedRecord.Of(group);
            report.Id = group[0].Id;
            records.Add(report);
            from[report.Id] = sources;
        }
        if (records.Count == 0 && place is null or "included")
            throw new ReviewKitException("no report is included yet; --place screened or --place all maps what there is", "尚无纳入的报告；可用 --place screened 或 --place all");
        return new ReportSet(records, Imports.Files(review), from);
    }

    static ReportSet OfFiles(Session session, string[] files, ColumnMap? columns)
    {
        var (records, inputs) = (new List<Record>(), new List<InputFile>());
        foreach (var file in files)
        {
            var source = SourceFile.Open(session.PathOf(file), Path.GetFileName(file), columns: columns);
            inputs.Add(new InputFile(source.Name, source.Sha256));
            foreach (var item in source.Read().OfType<RecordItem>())
            {
                item.Record.Id = RecordId.Of(source.Sha256, records.Count + 1);
                records.Add(item.Record);
            }
        }
        return new ReportSet(records, inputs, new Dictionary<string, IReadOnlyDictionary<string, string>>());
    }
}
