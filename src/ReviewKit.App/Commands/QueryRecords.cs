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
    public static IReadOnlyList<Record> OfFiles(Session session, string[] files, ColumnMap? columns)
    {
        var records = FileRecords.Of(session, files, columns).ToList();
        var names = OwnIds.Unique(records);
        foreach (var record in records) record.Id = names[record.Id];
        return records;
    }
}
