using System.Security.Cryptography;
using System.Text;
using Dapper;
using ReviewKit.Text;

namespace ReviewKit.Store;

/// <summary>Proves that a review is what its ledger says, or tells where it is not.</summary>
public static class Check
{
    static readonly string[] Compared = ["undone", "merge", "link", "pin", "study", "round_record", "criterion_report", "decision", "retrieval", "state", "calibration", "label", "opinion", "fill", "notice"];

    /// <summary>Every discrepancy found; empty when all agree. Reads everything: time grows with the review.</summary>
    public static IReadOnlyList<Message> Of(Review review)
    {
        var found = new List<Message>();
        File(review, found);
        Chains(review, found);
        Records(review, found);
        Files(review, found);
        Rebuilt(review, found);
        Arithmetic(review, found);
        return found;
    }

    static void File(Review review, List<Message> found)
    {
        foreach (var line in review.Connection.Query<string>("pragma integrity_check").Where(line => line != "ok"))
            found.Add(new Message($"database file: {line}", $"数据库文件：{line}"));
        var broken = review.Connection.Query("pragma foreign_key_check").Count();
        if (broken > 0) found.Add(new Message($"{broken} rows refer to rows that are not there", $"有 {broken} 行引用了不存在的行"));
    }

    static void Chains(Review review, List<Message> found)
    {
        // Two copies that one person worked on with one device continue the same event: then the chain forks, and loses nothing by it.
        var before = new HashSet<(string, string, string)>();
        foreach (var entry in review.Ledger.All())
        {
            if (!entry.IsIntact) found.Add(new Message($"event {entry.Seq} ({entry.Kind}, {entry.Time}) was changed after it was written", $"事件 {entry.Seq}（{entry.Kind}，{entry.Time}）写入后被改动"));
            if (entry.Previous.Length > 0 && !before.Contains((entry.Person, entry.Device, entry.Previous)))
                found.Add(new Message($"event {entry.Seq} does not follow the one before it of {entry.Person} on {entry.Device}: one is missing or was changed",
                    $"事件 {entry.Seq} 与 {entry.Person} 在 {entry.Device} 上的前一事件不衔接：有事件缺失或被改动"));
            before.Add((entry.Person, entry.Device, entry.Hash));
        }
    }

    static void Records(Review review, List<Message> found)
    {
        foreach (var entry in review.Ledger.All().Where(entry => entry.Kind == "import" && !review.Ledger.IsUndone(entry.Id)).ToList())
        {
            var body = EventJson.Read<ImportBody>(entry);
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            var count = 0;
            foreach (var record in review.Connection.Query<string>("select body from record where import_id = @Import order by ordinal", body, buffered: false))
            {
                hash.AppendData(Encoding.UTF8.GetBytes(record));
                hash.AppendData("\n"u8);
                count++;
            }
            if (count != body.Records) found.Add(new Message($"{body.Name}: {body.Records} records were imported, {count} are there", $"{body.Name}：导入了 {body.Records} 条记录，现有 {count} 条"));
            else if (Convert.ToHexStringLower(hash.GetHashAndReset()) != body.RecordsSha256)
                found.Add(new Message($"{body.Name}: a record was changed after the import", $"{body.Name}：有记录在导入后被改动"));
        }
    }

    /// <summary>Full texts bear the hash of their bytes as their name.</summary>
    static void Files(Review review, List<Message> found)
    {
        foreach (var file in review.Connection.Query<string>("select distinct file from retrieval where file like 'fulltexts/%' order by 1").ToList())
        {
            var path = Path.Combine(review.Folder, file.Replace('/', Path.DirectorySeparatorChar));
            if (!System.IO.File.Exists(path))
            {
                found.Add(new Message($"{file} is not there: fetch it from a copy of the review, or attach it again", $"找不到 {file}：请从副本取回，或重新附上"));
                continue;
            }
            using var stream = System.IO.File.OpenRead(path);
            if (Convert.ToHexStringLower(SHA256.HashData(stream)) != Path.GetFileNameWithoutExtension(file))
                found.Add(new Message($"{file} was changed after it was attached", $"{file} 附上后被改动"));
        }
    }

    /// <summary>Runs the ledger again and compares; the transaction is then given up, so that checking changes nothing.</summary>
    static void Rebuilt(Review review, List<Message> found)
    {
        using var transaction = review.Connection.BeginTransaction(deferred: false);
        foreach (var table in Compared) review.Connection.Execute($"create temp table was_{table} as select * from main.{table}");
        State.Rebuild(review);
        foreach (var table in Compared)
        {
            var lost = review.Connection.ExecuteScalar<long>($"select count(*) from (select * from temp.was_{table} except select * from main.{table})");
            var gained = review.Connection.ExecuteScalar<long>($"select count(*) from (select * from main.{table} except select * from temp.was_{table})");
            if (lost + gained > 0)
                found.Add(new Message($"table {table} is not what the ledger says: {lost} rows too many, {gained} missing", $"表 {table} 与账本不符：多出 {lost} 行，缺少 {gained} 行"));
        }
        transaction.Rollback();
        review.ForgetProtocol();
    }

    static void Arithmetic(Review review, List<Message> found)
    {
        var astray = review.Connection.ExecuteScalar<long>("""
            select count(*) from state s left join state head on head.record_id = s.report_id
            where head.record_id is null or head.report_id <> head.record_id or (s.place = 'duplicate') <> (s.record_id <> s.report_id)
            """);
        if (astray > 0) found.Add(new Message($"{astray} records belong to a group that is not there", $"有 {astray} 条记录所属的组不存在"));
    }
}
