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
    readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    int records, problems;

    Imports(Review review, ImportedFile file)
    {
        (this.review, this.file) = (review, file);
        insert = Prepare("""
            insert into record (id, import_id, ordinal, byte_offset, byte_length, own_id, doi, year, title, body)
            values ($id, $import_id, $ordinal, $byte_offset, $byte_length, $own_id, $doi, $year, $title, $body)
            """, "$id", "$import_id", "$ordinal", "$byte_offset", "$byte_length", "$own_id", "$doi", "$year", "$title", "$body");
        insertProblem = Prepare("insert into problem (import_id, line, en, zh) values ($import_id, $line, $en, $zh)", "$import_id", "$line", "$en", "$zh");
    }

    /// <summary>True when a file with these bytes is in the review and its import was not undone.</summary>
    public static bool Has(Review review, string sha256) => review.Connection.ExecuteScalar<long>("""
        select exists(select 1 from import i where i.id = @sha256
            and (i.records = 0 or exists(select 1 from record r join state s on s.record_id = r.id where r.import_id = i.id limit 1)))
        """, new { sha256 }) == 1;

    /// <summary>Must run inside <see cref="Review.Write(Action)"/>: what was added before a failure or a kill leaves no trace.</summary>
    public static Imports Begin(Review review, ImportedFile file)
    {
        // An import that was undone left its records behind, unseen; they are the same bytes, so they serve again.
        var again = review.Connection.ExecuteScalar<long>("select count(*) from import where id = @Sha256", file) > 0;
        if (!again)
            review.Connection.Execute("""
                insert into import (id, name, source, kind, source_name, format, encoding, length, records, time)
                values (@Sha256, @Name, @Source, @Kind, @SourceName, @Format, @Encoding, @Length, 0, @Time)
                """, new { file.Sha256, file.Name, file.Source, file.Kind, file.SourceName, file.Format, file.Encoding, file.Length, review.Author.Time });
        return new Imports(review, file) { IsAgain = again };
    }

    bool IsAgain { get; init; }

    /// <param name="record">Gets its <see cref="Record.Id"/> here.</param>
    /// <param name="offset">First byte of its raw text in the file.</param>
    /// <param name="length">Bytes of it.</param>
    /// <param name="ownId">The file's own id for it, if it has one.</param>
    public void Add(Record record, long offset, int length, string? ownId)
    {
        record.Id = RecordId.Of(file.Sha256, ++records);
        var body = RecordJson.Write(record);
        hash.AppendData(Encoding.UTF8.GetBytes(body));
        hash.AppendData("\n"u8);
        if (IsAgain) return;
        Run(insert, record.Id, file.Sha256, records, offset, length, ownId, Doi.Key(record.Doi), record.Year, record.Title, body);
    }

    public void Add(int line, Message problem)
    {
        problems++;
        if (!IsAgain) Run(insertProblem, file.Sha256, line, problem.En, problem.Zh);
    }

    /// <summary>Keeps the file itself, compressed in parts; for files that do not lie in exports/.</summary>
    public void Keep(Stream original)
    {
        if (IsAgain) return;
        var buffer = new byte[PartSize];
        for (var part = 0; original.ReadAtLeast(buffer, PartSize, throwOnEndOfStream: false) is > 0 and var read; part++)
        {
            using var packed = new MemoryStream();
            using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true)) gzip.Write(buffer, 0, read);
            review.Connection.Execute("insert into original (import_id, part, gzip) values (@Sha256, @part, @gzip)", new { file.Sha256, part, gzip = packed.ToArray() });
        }
    }

    /// <summary>Writes the event. Must be the last call.</summary>
    public Event Finish()
    {
        review.Connection.Execute("update import set records = @records where id = @Sha256", new { records, file.Sha256 });
        return review.Ledger.Append("import", new ImportBody(file.Sha256, file.Name, file.Source, file.Kind, file.SourceName, file.Format, file.Encoding, file.Length, records, problems)
        {
            RecordsSha256 = Convert.ToHexStringLower(hash.GetHashAndReset()),
        });
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
/// <param name="Kind">database, register, website, organisation or citation.</param>
/// <param name="Length">Bytes.</param>
public sealed record ImportedFile(string Sha256, string Name, string Source, string Kind, string? SourceName, string Format, string Encoding, long Length);
