using System.Security.Cryptography;
using System.Text;
using Dapper;
using Microsoft.Data.Sqlite;
using ReviewKit.Records;
using ReviewKit.Store;
using ReviewKit.Text;

namespace ReviewKit.Query;

/// <summary>Runs the protocol's query and criteria over a review and appends the results to the ledger.</summary>
public static class QueryRun
{
    /// <summary>Everything in one transaction; a run with the same result as the last one appends nothing.</summary>
    /// <param name="review">The review.</param>
    /// <param name="progress">Is told how many records are done.</param>
    /// <param name="journals">Names, ISSNs and CN numbers of one journal each, for lists of journals; those of review.yaml are known.</param>
    /// <exception cref="ReviewKitException">review.yaml names no query, or its file, or a list of journals, is not there or wrong.</exception>
    public static QueryResult Of(Review review, Action<int>? progress = null, IReadOnlyList<IReadOnlyList<string>>? journals = null)
    {
        var settings = review.Protocol.Query;
        var query = settings is null ? null : TermQuery.Read(Path.Combine(review.QueriesFolder, settings.File), "queries/" + settings.File);
        if (query is null && review.Protocol.Criteria.Count == 0)
            throw new ReviewKitException("review.yaml has neither `query:` nor `criteria:`", "review.yaml 中既没有 `query:` 也没有 `criteria:`");
        QueryResult result = null!;
        review.WriteTogether(() => result = new QueryResult(query is null ? null : RunRounds(review, query, settings!, progress), RunCriteria(review, [.. journals ?? [], .. review.Protocol.Dedup.SameJournal])));
        return result;
    }

    static RoundsResult RunRounds(Review review, TermQuery query, ProtocolQuery settings, Action<int>? progress)
    {
        var rounds = new Rounds(query);
        var all = (1 << query.Sets.Count) - 1;
        var partial = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var count = new RoundsCount(query);
        review.Connection.Execute("delete from evidence");
        using var insert = review.Connection.CreateCommand();
        insert.CommandText = "insert into evidence (record_id, set_no, terms) values ($record, $set, $terms)";
        foreach (var name in (string[])["$record", "$set", "$terms"]) insert.Parameters.AddWithValue(name, "");
        var done = 0;
        foreach (var ((_, source), record, match) in rounds.MatchAll(Reports.Bodies(review), row => RecordJson.Read(row.Body)))
        {
            if (match.Sets != all) partial[record.Id] = match.Sets;
            count.Add(source, match);
            Store(insert, record.Id, match.Evidence);
            progress?.Invoke(++done);
        }
        var result = count.Result;
        var body = new RoundBody(query.Name, query.Sha256, settings.Mode, settings.Counted, query.Sets.Count, result.Counts, partial);
        AppendIfNew(review, "round", body, same: last => last is not null && EventJson.Write(EventJson.Read<RoundBody>(last)) == EventJson.Write(body));
        return result;
    }

    static void Store(SqliteCommand insert, string record, IReadOnlyList<Evidence> evidence)
    {
        foreach (var set in evidence.GroupBy(found => found.Set))
        {
            insert.Parameters[0].Value = record;
            insert.Parameters[1].Value = set.Key;
            insert.Parameters[2].Value = StoredEvidence.Write(set.ToArray());
            insert.ExecuteNonQuery();
        }
    }

    static List<CriterionResult> RunCriteria(Review review, IReadOnlyList<IReadOnlyList<string>> journals)
    {
        var criteria = review.Protocol.Criteria;
        var files = criteria.Select(criterion => criterion.Lists.Select(file => ("queries/" + file, TextFile.Read(Path.Combine(review.QueriesFolder, file), "queries/" + file))).ToList()).ToArray();
        var lists = files.Select(file => file.Count == 0 ? null : JournalLists.Read(file, journals)).ToArray();
        var failed = criteria.Select(_ => new List<string>()).ToArray();
        var unknown = criteria.Select(_ => new List<(string Report, Message Why)>()).ToArray();
        if (criteria.Count > 0)
            foreach (var group in Reports.Groups(review))
            {
                var report = MergedRecord.Of(group).Record;
                for (var i = 0; i < criteria.Count; i++)
                    if (lists[i]?.Of(report) is { IsListed: null } standing) unknown[i].Add((group[0].Id, standing.Why));
                    else if (Criteria.Fails(criteria[i], report, lists[i])) failed[i].Add(group[0].Id);
            }
        return [.. criteria.Select((criterion, i) => Keep(review, criterion, i, failed[i], unknown[i], files[i]))];
    }

    static CriterionResult Keep(Review review, Criterion criterion, int ordinal, List<string> failed, List<(string Report, Message Why)> unknown, List<(string Name, string Text)> files)
    {
        failed.Sort(StringComparer.Ordinal);
        unknown.Sort((a, b) => string.CompareOrdinal(a.Report, b.Report));
        var body = new CriterionBody(criterion.Id, ordinal, criterion.Box, criterion.Apply, failed)
        {
            Unknown = files.Count == 0 ? null : [.. unknown.Select(one => one.Report)],
            Lists = files.Count == 0 ? null : [.. files.Select(file => $"{file.Name} {Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(file.Text)))}")],
        };
        AppendIfNew(review, "criterion", body, same: last => last is not null && EventJson.Write(EventJson.Read<CriterionBody>(last)) == EventJson.Write(body), body.Criterion);
        return new CriterionResult(criterion, failed) { Unknown = unknown };
    }

    /// <summary>A result that repeats the last one is appended only where imports or merges came between: it then says that they were looked at.</summary>
    static void AppendIfNew<T>(Review review, string kind, T body, Func<Event?, bool> same, string? criterion = null)
    {
        var last = review.Connection.QueryFirstOrDefault<Event>("""
            select seq, id, person, device, time, kind, tool, previous, hash, body from event
            where kind = @kind and (@criterion is null or json_extract(body, '$.criterion') = @criterion) and id not in (select event_id from undone)
            order by seq desc limit 1
            """, new { kind, criterion });
        if (!same(last) || IsStale(review, last!.Seq)) review.Ledger.Append(kind, body);
    }

    /// <summary>True when reports came or changed after the query and the criteria were last run.</summary>
    public static bool IsStale(Review review) =>
        (review.Protocol.Query is not null || review.Protocol.Criteria.Count > 0)
        && IsStale(review, review.Connection.ExecuteScalar<long?>("select max(seq) from event where kind in ('round', 'criterion')") ?? 0);

    // The events of one run follow each other, so that one of them never makes another stale.
    static bool IsStale(Review review, long since) =>
        review.Connection.ExecuteScalar<long>("select count(*) from event where seq > @since and kind in ('import', 'merge', 'unmerge', 'fill')", new { since }) > 0;
}

/// <summary>What a run found.</summary>
public sealed record QueryResult(RoundsResult? Rounds, IReadOnlyList<CriterionResult> Criteria);

/// <summary>Reports (by the id of the record that stands for them) that fail a declared rule.</summary>
public sealed record CriterionResult(Criterion Criterion, IReadOnlyList<string> Reports)
{
    /// <summary>Of a list of journals: reports of which it cannot be told, and why. They do not fail.</summary>
    public IReadOnlyList<(string Report, Message Why)> Unknown { get; init; } = [];
}
