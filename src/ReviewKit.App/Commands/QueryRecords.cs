using ReviewKit.Formats;
using ReviewKit.Query;
using ReviewKit.Records;
using ReviewKit.Store;

namespace ReviewKit.App.Commands;

/// <summary>Which query, and which records: those of the review, or of files named on the command line.</summary>
static class QueryRecords
{
    /// <summary>The query file given, else the review's.</summary>
    public static TermQuery Query(Session session, Review? review, string? file)
    {
        if (file is not null) return TermQuery.Parse(Text.TextFile.Read(session.PathOf(file), Path.GetFileName(file)), Path.GetFileName(file));
        return review is not null ? OfReview(review) : throw new ReviewKitException("files need a query: --query QUERY.yaml", "处理文件时须指定检索式：--query QUERY.yaml");
    }

    public static TermQuery OfReview(Review review)
    {
        var settings = review.Protocol.Query ?? throw new ReviewKitException("review.yaml names no query", "review.yaml 未指定检索式");
        return TermQuery.Read(Path.Combine(review.QueriesFolder, settings.File), "queries/" + settings.File);
    }

    /// <summary>The records of files, one after the other, each with the id the file has for it, else file:number.</summary>
    public static IReadOnlyList<Record> OfFiles(Session session, string[] files)
    {
        var records = Stream(session, files).ToList();
        var names = OwnIds.Unique(records);
        foreach (var record in records) record.Id = names[record.Id];
        return records;
    }

    /// <summary>As <see cref="OfFiles"/>, without holding them: their ids are ReviewKit's own.</summary>
    public static IEnumerable<Record> Stream(Session session, string[] files)
    {
        var (problems, number) = (0, 0);
        foreach (var file in files)
        {
            var isAlone = files.Count(other => Path.GetFileName(other) == Path.GetFileName(file)) == 1;
            var source = SourceFile.Open(session.PathOf(file), isAlone ? Path.GetFileName(file) : file.Replace('\\', '/'));
            foreach (var item in source.Read())
            {
                if (item is ProblemItem) problems++;
                if (item is not RecordItem { Record: var record }) continue;
                record.Id = RecordId.Of($"{Array.IndexOf(files, file)}:{source.Sha256}", ++number);
                yield return record;
            }
        }
        if (problems > 0) session.Tell($"{problems} problems while reading; `reviewkit import` in a review names each", $"读取时有 {problems} 个问题；在综述中用 `reviewkit import` 可逐一查看");
    }
}
