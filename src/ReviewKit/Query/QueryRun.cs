using Dapper;
using Microsoft.Data.Sqlite;
using ReviewKit.Records;
using ReviewKit.Store;

namespace ReviewKit.Query;

/// <summary>Runs the protocol's query and criteria over a review and appends the results to the ledger.</summary>
public static class QueryRun
{
    /// <summary>Everything in one transaction; a run with the same result as the last one appends nothing.</summary>
    /// <exception cref="ReviewKitException">review.yaml names no query, or its file is not there or wrong.</exception>
    public static QueryResult Of(Review review, Action<int>? progress = null)
    {
        var settings = review.Protocol.Query;
        var query = settings is null ? null : TermQuery.Read(Path.Combine(review.QueriesFolder, settings.File), "queries/" + settings.File);
        if (query is null && review.Protocol.Criteria.Count == 0)
            throw new ReviewKitException("review.yaml has neither `query:` nor `criteria:`", "review.yaml 中既没有 `query:` 也没有 `criteria:`");
        QueryResult result = null!;
        review.WriteTogether(() => result = new QueryResult(query is null ? null : RunRounds(review, query, settings!, progress), RunCriteria(review)));
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

    static List<CriterionResult> RunCriteria(Review review)
    {
        var results = new List<CriterionResult>();
        var criteria = review.Protocol.Criteria;
        var failed = criteria.Select(_ => new List<string>()).ToArray();
        if (criteria.Count > 0)
            foreach (var group in Reports.Groups(review))
            {
                var report = MergedRecord.Of(group).Record;
                for (var i = 0; i < criteria.Count; i++)
                    if (Criteria.Fails(criteria[i], report)) failed[i].Add(group[0].Id);
            }
        for (var i = 0; i < criteria.Count; i++)
        {
            failed[i].Sort(StringComparer.Ordinal);
            var body = new CriterionBody(criteria[i].Id, i, criteria[i].Box, criteria[i].Apply, failed[i]);
            AppendIfNew(review, "criterion", body, same: last => last is not null && EventJson.Write(EventJson.Read<CriterionBody>(last)) == EventJson.Write(body), body.Criterion);
            results.Add(new CriterionResult(criteria[i], failed[i]));
        }
        return results;
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
public sealed record CriterionResult(Criterion Criterion, IReadOnlyList<string> Reports);
