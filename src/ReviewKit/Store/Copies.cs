using Dapper;
using Microsoft.Data.Sqlite;

namespace ReviewKit.Store;

/// <summary>Brings two copies of one review together that were worked on apart: the union of their ledgers, without loss.</summary>
public static class Copies
{
    /// <summary>Takes in what another copy has and this one lacks: events, records, and files of exports/ and fulltexts/. The other copy is only read.</summary>
    /// <param name="path">The other review folder, or its review.db.</param>
    /// <exception cref="ReviewKitException">No review there, a newer one, a damaged ledger, or a review that has nothing in common with this one.</exception>
    public static CopyTaken Take(Review review, string path)
    {
        var file = Directory.Exists(path) ? Path.Combine(path, Review.DatabaseName) : path;
        if (!File.Exists(file)) throw new ReviewKitException($"no {Review.DatabaseName} in {path}", $"{path} 中没有 {Review.DatabaseName}");
        if (Path.GetFullPath(file) == Path.Combine(review.Folder, Review.DatabaseName)) throw new ReviewKitException($"{path} is this review itself", $"{path} 就是当前综述");
        var theirs = Read(file);
        // Attached before the transaction begins, as SQLite wants it.
        review.Connection.Execute("attach database @file as other", new { file });
        try
        {
            var taken = review.Write(() => Union(review, theirs, path));
            return taken with { Files = Files(review, Path.GetDirectoryName(Path.GetFullPath(file))!) };
        }
        finally
        {
            review.Connection.Execute("detach database other");
        }
    }

    /// <summary>The other ledger, proven whole.</summary>
    static List<Event> Read(string file)
    {
        try
        {
            using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = false, DefaultTimeout = 10 }.ToString());
            connection.Open();
            Review.RefuseNewer(connection.ExecuteScalar<long>("pragma user_version"), file);
            var events = connection.Query<Event>("select seq, id, person, device, time, kind, tool, previous, hash, body from event order by seq").ToList();
            var known = events.Select(entry => entry.Hash).Append("").ToHashSet(StringComparer.Ordinal);
            if (events.Find(entry => !entry.IsIntact || !known.Contains(entry.Previous)) is { } broken)
                throw new ReviewKitException($"{file}: event {broken.Id[..8]} of {broken.Person} was changed after it was written, or the one before it is missing; nothing was taken from this copy",
                    $"{file}：{broken.Person} 的事件 {broken.Id[..8]} 写入后被改动，或缺少其前一事件；未从此副本取用任何内容");
            return events;
        }
        catch (SqliteException failed)
        {
            throw failed.SqliteErrorCode is 1 or 26 or 11 or 14
                ? new ReviewKitException(new Text.Message($"{file} is no review, or damaged: {failed.Message}", $"{file} 不是综述文件，或已损坏：{failed.Message}"), failed)
                : Review.Explain(failed, Path.GetDirectoryName(file)!);
        }
    }

    static CopyTaken Union(Review review, List<Event> theirs, string path)
    {
        var ours = review.Ledger.All().ToList();
        var known = ours.Select(entry => entry.Id).ToHashSet(StringComparer.Ordinal);
        var added = theirs.Where(entry => !known.Contains(entry.Id)).ToList();
        if (added.Count == theirs.Count && !ShareImports(ours, theirs))
            throw new ReviewKitException($"{path} has nothing in common with this review: neither an event nor an imported file", $"{path} 与此综述没有任何共同的事件或导入文件");
        var conflicts = Conflicts(review);
        if (added.Count > 0)
        {
            Records(review);
            var imports = review.Connection.Query<(string Id, string Import)>("select id, import_id from record").ToDictionary(row => row.Id, row => row.Import, StringComparer.Ordinal);
            Rewrite(review, EventOrder.Of([.. ours, .. added], imports.GetValueOrDefault));
            State.Rebuild(review);
            Disowned(review, ours, added);
        }
        var theirIds = theirs.Select(entry => entry.Id).ToHashSet(StringComparer.Ordinal);
        return new CopyTaken([.. added.GroupBy(entry => entry.Person).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => (group.Key, group.Count()))],
            Differences(review, [.. ours.Where(entry => !theirIds.Contains(entry.Id))], added), [.. Conflicts(review).Except(conflicts)], 0);
    }

    static bool ShareImports(List<Event> ours, List<Event> theirs)
    {
        static IEnumerable<string> Of(List<Event> events) => events.Where(entry => entry.Kind == "import").Select(entry => EventJson.Read<ImportBody>(entry).Import);
        return ours.Count == 0 || Of(ours).Intersect(Of(theirs)).Any();
    }

    static void Records(Review review)
    {
        review.Connection.Execute("create temp table taken as select id from other.import where id not in (select id from main.import)");
        review.Connection.Execute("insert into main.import select id, name, source, kind, source_name, format, encoding, length, records, time from other.import where id in (select id from temp.taken)");
        foreach (var (table, columns) in (ReadOnlySpan<(string, string)>)[
            ("record", "id, import_id, ordinal, byte_offset, byte_length, source, own_id, doi, year, title, body"), ("problem", "import_id, line, en, zh"), ("original", "import_id, part, gzip")])
            review.Connection.Execute($"insert into main.{table} ({columns}) select {columns} from other.{table} where import_id in (select id from temp.taken)");
        review.Connection.Execute("drop table temp.taken");
    }

    /// <summary>Seq is the place in this file and nothing else: no event is changed by getting another.</summary>
    static void Rewrite(Review review, List<Event> events)
    {
        var triggers = review.Connection.Query<(string Name, string Sql)>("select name, sql from sqlite_schema where type = 'trigger' and tbl_name = 'event'").ToList();
        foreach (var (name, _) in triggers) review.Connection.Execute($"drop trigger {name}");
        review.Connection.Execute("delete from event");
        for (var i = 0; i < events.Count; i++)
        {
            var entry = events[i];
            review.Run("insert into event (seq, id, person, device, time, kind, tool, previous, hash, body) values ($0, $1, $2, $3, $4, $5, $6, $7, $8, $9)",
                i + 1L, entry.Id, entry.Person, entry.Device, entry.Time, entry.Kind, entry.Tool, entry.Previous, entry.Hash, entry.Body);
        }
        foreach (var (_, sql) in triggers) review.Connection.Execute(sql);
    }

    /// <summary>A file that two versions of ReviewKit read differently: our reading stays, theirs is taken back, as it has no records here.</summary>
    static void Disowned(Review review, List<Event> ours, List<Event> added)
    {
        var here = ours.Where(entry => entry.Kind == "import").Select(EventJson.Read<ImportBody>).GroupBy(body => body.Import).ToDictionary(group => group.Key, group => group.Last().RecordsSha256);
        foreach (var entry in added.Where(entry => entry.Kind == "import" && !review.Ledger.IsUndone(entry.Id)))
            if (EventJson.Read<ImportBody>(entry) is var body && here.TryGetValue(body.Import, out var own) && own != body.RecordsSha256)
                review.Ledger.Append("undo", new UndoBody(entry.Id));
    }

    static List<string> Conflicts(Review review) => [.. review.Connection.Query<string>("select record_id from state where place = 'conflict' order by 1")];

    /// <summary>Where one reviewer said different things of one report on the two copies; the later word stands.</summary>
    static List<DecisionDifference> Differences(Review review, List<Event> ours, List<Event> added)
    {
        var (here, there) = (Words(ours), Words(added));
        var found = new List<DecisionDifference>();
        foreach (var (key, word) in here.OrderBy(pair => pair.Key.Reviewer, StringComparer.Ordinal).ThenBy(pair => pair.Key.Record, StringComparer.Ordinal))
            if (there.TryGetValue(key, out var other) && (other.Verdict, other.Reason) != (word.Verdict, word.Reason))
                found.Add(new DecisionDifference(key.Record, key.Stage, key.Reviewer, (word.Verdict, word.Time), (other.Verdict, other.Time),
                    VerdictText.Parse((string?)review.One("select verdict from decision where report_id = $0 and stage = $1 and reviewer = $2 and live = 1 order by seq desc limit 1", key.Record, key.Stage, key.Reviewer))));
        return found;
    }

    static Dictionary<(string Record, string Stage, string Reviewer), (Verdict Verdict, string? Reason, string Time)> Words(List<Event> events)
    {
        var words = new Dictionary<(string, string, string), (Verdict, string?, string)>();
        foreach (var entry in events)
        {
            if (entry.Kind == "decision" && EventJson.Read<DecisionBody>(entry) is var one) words[(one.Record, one.Stage, one.Reviewer)] = (one.Verdict, one.Reason, one.Time);
            else if (entry.Kind == "decisions" && EventJson.Read<DecisionsBody>(entry) is var many)
                foreach (var record in many.Records) words[(record, many.Stage, many.Reviewer)] = (many.Verdict, many.Reason, many.Time);
        }
        return words;
    }

    static int Files(Review review, string folder)
    {
        var copied = 0;
        foreach (var part in (string[])["exports", "fulltexts"])
        {
            var from = Path.Combine(folder, part);
            if (!Directory.Exists(from)) continue;
            foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
            {
                var to = Path.Combine(review.Folder, part, Path.GetRelativePath(from, file));
                if (File.Exists(to)) continue;
                Directory.CreateDirectory(Path.GetDirectoryName(to)!);
                File.Copy(file, to);
                copied++;
            }
        }
        return copied;
    }
}

/// <summary>What came in from another copy.</summary>
/// <param name="Events">Events that were new here, by person.</param>
/// <param name="Differences">Where one reviewer said different things on the two copies.</param>
/// <param name="Conflicts">Reports on which reviewers differ since.</param>
/// <param name="Files">Files copied from its exports/ and fulltexts/.</param>
public sealed record CopyTaken(IReadOnlyList<(string Person, int Count)> Events, IReadOnlyList<DecisionDifference> Differences, IReadOnlyList<string> Conflicts, int Files);

/// <summary>Two words of one reviewer on one report, said apart. Both are kept.</summary>
/// <param name="Here">What this copy had, and when it was said.</param>
/// <param name="There">What the other had.</param>
/// <param name="Stands">The later of them; null where neither does any more.</param>
public sealed record DecisionDifference(string Record, string Stage, string Reviewer, (Verdict Verdict, string Time) Here, (Verdict Verdict, string Time) There, Verdict? Stands);
