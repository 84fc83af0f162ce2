using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using Microsoft.Data.Sqlite;
using ReviewKit.Records;
using ReviewKit.Text;

namespace ReviewKit.Store;

/// <summary>One file on its way into the review, within one transaction. Add records and problems in file order, then <see cref="Finish"/>.</summary>
public sealed class Imports : IDisposable
{
    const int PartSize = 1 << 20;
    readonly Review review;
    readonly ImportedFile file;
    readonly SqliteCommand insert;
    readonly SqliteCommand insertProblem;
    readonly Dictionary<string, int> sources = [];
    readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    int records, problems;

    Imports(Review review, ImportedFile file)
    {
        (this.review, this.file) = (review, file);
        insert = Prepare("""
            insert into record (id, import_id, ordinal, byte_offset, byte_length, source, own_id, doi, year, title, body)
            values ($id, $import_id, $ordinal, $byte_offset, $byte_length, $source, $own_id, $doi, $year, $title, $body)
            """, "$id", "$import_id", "$ordinal", "$byte_offset", "$byte_length", "$source", "$own_id", "$doi", "$year", "$title", "$body");
        insertProblem = Prepare("insert into problem (import_id, line, en, zh) values ($import_id, $line, $en, $zh)", "$import_id", "$line", "$en", "$zh");
    }

    /// <summary>Source and number of records of a file with these bytes that is in the review; null when there is none, or its import was undone.</summary>
    public static (string Source, int Records)? Known(Review review, string sha256)
    {
        var found = review.Connection.QueryFirstOrDefault<(string? Source, long Records)>("""
            select i.source, i.records from import i where i.id = @sha256 and exists(select 1 from record r join state s on s.record_id = r.id where r.import_id = i.id)
            """, new { sha256 });
        return found.Source is { } source ? (source, (int)found.Records) : null;
    }

    /// <summary>The files whose records are in the review, by name.</summary>
    public static IReadOnlyList<InputFile> Files(Review review) =>
    [
        .. review.Connection.Query<InputFile>("""
            select i.name as Name, i.id as Sha256 from import i where exists(select 1 from record r join state s on s.record_id = r.id where r.import_id = i.id) order by i.name, i.id
            """),
    ];

    /// <summary>The event of the live import of a file with this name; null when there is none.</summary>
    public static string? EventOf(Review review, string name) => review.Connection.QueryFirstOrDefault<string>("""
        select e.id from event e join import i on i.id = json_extract(e.body, '$.import')
        where e.kind = 'import' and i.name = @name and e.id not in (select event_id from undone) order by e.seq desc limit 1
        """, new { name });

    /// <summary>Must run inside <see cref="Review.Write(Action)"/>: what was added before a failure or a kill leaves no trace.</summary>
    public static Imports Begin(Review review, ImportedFile file)
    {
        // An import that was undone left its rows behind, unseen; what is read now takes their place.
        foreach (var table in (string[])["problem", "original", "record"]) review.Connection.Execute($"delete from {table} where import_id = @Sha256", file);
        review.Connection.Execute("delete from import where id = @Sha256", file);
        review.Connection.Execute("""
            insert into import (id, name, source, kind, source_name, format, encoding, length, records, time)
            values (@Sha256, @Name, '', '', @SourceName, @Format, @Encoding, @Length, 0, @Time)
            """, new { file.Sha256, file.Name, file.SourceName, file.Format, file.Encoding, file.Length, review.Author.Time });
        return new Imports(review, file);
    }

    /// <param name="record">Gets its <see cref="Record.Id"/> here.</param>
    /// <param name="offset">First byte of its raw text in the file.</param>
    /// <param name="length">Bytes of it.</param>
    /// <param name="ownId">The file's own id for it, if it has one.</param>
    public void Add(Record record, long offset, int length, string? ownId)
    {
        record.Id = RecordId.Of(file.Sha256, ++records);
        sources[record.Source] = sources.GetValueOrDefault(record.Source) + 1;
        var body = RecordJson.Write(record);
        hash.AppendData(Encoding.UTF8.GetBytes(body));
        hash.AppendData("\n"u8);
        Run(insert, record.Id, file.Sha256, records, offset, length, record.Source, ownId, Doi.Key(record.Doi), record.Year, record.Title, body);
    }

    public void Add(int line, Message problem)
    {
        problems++;
        Run(insertProblem, file.Sha256, line, problem.En, problem.Zh);
    }

    /// <summary>Keeps the file itself, compressed in parts; for files that do not lie in exports/.</summary>
    public void Keep(Stream original)
    {
        var buffer = new byte[PartSize];
        for (var part = 0; original.ReadAtLeast(buffer, PartSize, throwOnEndOfStream: false) is > 0 and var read; part++)
        {
            using var packed = new MemoryStream();
            using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true)) gzip.Write(buffer, 0, read);
            review.Connection.Execute("insert into original (import_id, part, gzip) values (@Sha256, @part, @gzip)", new { file.Sha256, part, gzip = packed.ToArray() });
        }
    }

    /// <summary>Writes the event. Must be the last call.</summary>
    /// <returns>The source the file counts for.</returns>
    public string Finish()
    {
        // Some records of a database's file carry no sign of it; they come from where the others do.
        var source = file.Source ?? sources.OrderByDescending(found => found.Key != "other").ThenByDescending(found => found.Value).ThenBy(found => found.Key, StringComparer.Ordinal).Select(found => found.Key).FirstOrDefault("other");
        var kind = file.Kind ?? review.Protocol.Sources.FirstOrDefault(known => known.Id == source)?.Kind ?? "database";
        review.Connection.Execute("update import set records = @records, source = @source, kind = @kind where id = @Sha256", new { records, source, kind, file.Sha256 });
        review.Ledger.Append("import", new ImportBody(file.Sha256, file.Name, source, kind, file.SourceName, file.Format, file.Encoding, file.Length, records, problems)
        {
            RecordsSha256 = Convert.ToHexStringLower(hash.GetHashAndReset()),
        });
        return source;
    }

    /// <summary>The bytes of an imported file: from the file while it is unchanged in exports/, else from what was kept.</summary>
    /// <returns>False when neither is there.</returns>
    public static bool GiveBack(Review review, string import, Stream target)
    {
        using var command = review.Connection.CreateCommand();
        command.CommandText = "select gzip from original where import_id = $import order by part";
        command.Parameters.AddWithValue("$import", import);
        var any = false;
        using (var reader = command.ExecuteReader())
            while (reader.Read())
            {
                any = true;
                using var gzip = new GZipStream(reader.GetStream(0), CompressionMode.Decompress);
                gzip.CopyTo(target);
            }
        if (any) return true;
        var name = review.Connection.QueryFirst<string>("select name from import where id = @import", new { import });
        var path = Path.Combine(review.Folder, name.Replace('/', Path.DirectorySeparatorChar));
        if (!File.Exists(path)) return false;
        using var stream = File.OpenRead(path);
        if (Convert.ToHexStringLower(SHA256.HashData(stream)) != import) return false;
        stream.Position = 0;
        stream.CopyTo(target);
        return true;
    }

    SqliteCommand Prepare(string sql, params ReadOnlySpan<string> parameters)
    {
        var command = review.Connection.CreateCommand();
        command.CommandText = sql;
        foreach (var name in parameters) command.Parameters.Add(new SqliteParameter { ParameterName = name });
        return command;
    }

    static void Run(SqliteCommand command, params ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i] ?? DBNull.Value;
        command.ExecuteNonQuery();
    }

    public void Dispose()
    {
        insert.Dispose();
        insertProblem.Dispose();
        hash.Dispose();
    }
}

/// <summary>What is known of a file before its records are read.</summary>
/// <param name="Name">Path inside the review folder, or the file name, with '/'.</param>
/// <param name="Source">As the user said; null: as most of its records say.</param>
/// <param name="Kind">database, register, website, organisation or citation; null: as the protocol says of the source, else database.</param>
/// <param name="Length">Bytes.</param>
public sealed record ImportedFile(string Sha256, string Name, string? Source, string? Kind, string? SourceName, string Format, string Encoding, long Length);
