using System.Security.Cryptography;
using System.Text;
using Dapper;
using Microsoft.Data.Sqlite;
using ReviewKit.Text;

namespace ReviewKit.Store;

/// <summary>An opened review folder: review.yaml, queries/, exports/, out/ and the one database all slices read and append to.</summary>
public sealed class Review : IDisposable
{
    public const string DatabaseName = "review.db";
    const int Schema = 3;
    const int Busy = 5, Locked = 6, ReadOnly = 8, CantOpen = 14, NotADatabase = 26, Corrupt = 11, Full = 13;

    Protocol? protocol;
    SqliteTransaction? transaction;
    readonly Statements statements;

    Review(string folder, SqliteConnection connection, Author author)
    {
        (Folder, Connection, Author) = (folder, connection, author);
        statements = new Statements(connection);
        Ledger = new Ledger(this);
    }

    /// <summary>Absolute path.</summary>
    public string Folder { get; }

    public SqliteConnection Connection { get; }

    /// <summary>In whose name, on what device and by which clock events are written.</summary>
    public Author Author { get; }

    public Ledger Ledger { get; }

    /// <summary>review.yaml as it last entered the ledger.</summary>
    public Protocol Protocol => protocol ??= Ledger.LastProtocol() is { } body ? ProtocolFile.Parse(body.Yaml) : new Protocol();

    public string ExportsFolder => Path.Combine(Folder, "exports");
    public string QueriesFolder => Path.Combine(Folder, "queries");
    public string OutFolder => Path.Combine(Folder, "out");

    /// <summary>Makes the folder, its files and the database; files that are there already are kept.</summary>
    /// <exception cref="ReviewKitException">There is a review already, or the folder cannot be written.</exception>
    public static Review Create(string folder, Author author)
    {
        folder = Path.GetFullPath(folder);
        if (File.Exists(Path.Combine(folder, DatabaseName)))
            throw new ReviewKitException($"{folder} already holds a review", $"{folder} 中已有综述");
        try
        {
            foreach (var part in (string[])["", "queries", "exports", "out"]) Directory.CreateDirectory(Path.Combine(folder, part));
            WriteIfAbsent(Path.Combine(folder, ProtocolFile.Name), ProtocolFile.Template);
            if (!Directory.EnumerateFiles(Path.Combine(folder, "queries")).Any())
                WriteIfAbsent(Path.Combine(folder, "queries", "query.yaml"), ProtocolFile.QueryTemplate);
        }
        catch (Exception denied) when (denied is UnauthorizedAccessException or IOException)
        {
            throw new ReviewKitException(new Message($"cannot write in {folder}: {denied.Message}", $"无法写入 {folder}：{denied.Message}"), denied);
        }
        return Connect(folder, author, create: true);
    }

    /// <summary>Opens the review of a folder, or of the nearest folder above it that has one.</summary>
    /// <exception cref="ReviewKitException">No review there, a newer schema, a damaged file, a folder that cannot be written.</exception>
    public static Review Open(string folder, Author author)
    {
        var start = Path.GetFullPath(folder);
        for (var at = new DirectoryInfo(start); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, DatabaseName))) return Connect(at.FullName, author, create: false);
            if (File.Exists(Path.Combine(at.FullName, ProtocolFile.Name)))
                throw new ReviewKitException($"{at.FullName} has a {ProtocolFile.Name} but no {DatabaseName}: restore it from a copy, or `reviewkit new {at.FullName}` begins an empty one beside it",
                    $"{at.FullName} 中有 {ProtocolFile.Name}，但没有 {DatabaseName}：请用备份恢复，或用 `reviewkit new {at.FullName}` 新建空的数据库");
        }
        throw new ReviewKitException($"no review in {start} or above it: `reviewkit new DIR` makes one, -C DIR names one",
            $"{start} 及其上级文件夹中没有综述：用 `reviewkit new 文件夹` 新建，或用 -C 文件夹 指定");
    }

    /// <summary>The nearest folder, from this one upwards, that has a review; null when none has.</summary>
    public static string? FolderAbove(string folder)
    {
        for (var at = new DirectoryInfo(Path.GetFullPath(folder)); at is not null; at = at.Parent)
            if (File.Exists(Path.Combine(at.FullName, DatabaseName))) return at.FullName;
        return null;
    }

    static Review Connect(string folder, Author author, bool create)
    {
        DefaultTypeMap.MatchNamesWithUnderscores = true;
        var path = Path.Combine(folder, DatabaseName);
        try
        {
            return Connect(folder, author, new SqliteConnectionStringBuilder { DataSource = path, Mode = create ? SqliteOpenMode.ReadWriteCreate : SqliteOpenMode.ReadWrite }, create);
        }
        catch (SqliteException failed) when (failed.SqliteErrorCode is ReadOnly or CantOpen && !create && IsWhole(path))
        {
            // A folder that cannot be written can still be read, when no log of another program's writing lies beside the file.
            return Connect(folder, author, new SqliteConnectionStringBuilder { DataSource = new Uri(path).AbsoluteUri + "?immutable=1", Mode = SqliteOpenMode.ReadOnly }, create);
        }
        catch (SqliteException failed)
        {
            throw Explain(failed, folder);
        }
    }

    static bool IsWhole(string path) => File.Exists(path) && (!File.Exists(path + "-wal") || new FileInfo(path + "-wal").Length == 0);

    static Review Connect(string folder, Author author, SqliteConnectionStringBuilder settings, bool create)
    {
        settings.DefaultTimeout = 10;
        settings.Pooling = false;
        var connection = new SqliteConnection(settings.ToString());
        var review = new Review(folder, connection, author);
        try
        {
            connection.Open();
            review.Prepare(create);
            return review;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    void Prepare(bool create)
    {
        Connection.Execute("pragma foreign_keys = on");
        Connection.Execute("pragma temp_store = memory");
        // 64 MB: the indexes of 100,000 records stay in memory while rows are added in the order of their hashes.
        Connection.Execute("pragma cache_size = -65536");
        var schema = Connection.ExecuteScalar<long>("pragma user_version");
        RefuseNewer(schema, DatabaseName);
        if (schema == 0 && !create && new FileInfo(Path.Combine(Folder, DatabaseName)).Length == 0)
            throw new ReviewKitException($"{Path.Combine(Folder, DatabaseName)} is empty: restore it from a copy, or delete it and begin with `reviewkit new`",
                $"{Path.Combine(Folder, DatabaseName)} 是空文件：请用备份恢复，或删除后用 `reviewkit new` 重新开始");
        if (schema == 0 && !create && Connection.ExecuteScalar<long>("select count(*) from sqlite_schema") > 0)
            throw new ReviewKitException($"{DatabaseName} is a database, but not one of ReviewKit's", $"{DatabaseName} 是数据库文件，但不属于 ReviewKit");
        if (schema == 0)
        {
            // Records are some KB each; on small pages much of each page would stay empty.
            Connection.Execute("pragma page_size = 16384");
            Connection.Execute("pragma journal_mode = wal");
            Write(() =>
            {
                Connection.Execute(Resource("schema.sql"));
                Connection.Execute($"pragma user_version = {Schema}");
            });
        }
        else if (schema < Schema) Migrate(schema);
        Connection.Execute("pragma synchronous = full");
    }

    internal static void RefuseNewer(long schema, string file)
    {
        if (schema > Schema)
            throw new ReviewKitException($"{file} is from a newer ReviewKit (schema {schema}; this one knows {Schema}). Install the newer one, or open a copy",
                $"{file} 由更新的 ReviewKit 写成（格式 {schema}；此版本只认识 {Schema}）。请安装新版，或打开副本");
    }

    /// <summary>A review of an older version becomes one of this; nothing that was stored is changed.</summary>
    void Migrate(long schema) => Write(() =>
    {
        for (var next = schema + 1; next <= Schema; next++) Connection.Execute(Resource($"schema-{next}.sql"));
        Connection.Execute($"pragma user_version = {Schema}");
    });

    /// <summary>Runs work as one transaction: all of it is in the review afterwards, or, if it fails or the program is killed, nothing.</summary>
    /// <exception cref="ReviewKitException">Another program is writing, the disk is full, the folder is read-only.</exception>
    public T Write<T>(Func<T> work)
    {
        if (transaction is not null) return work();
        try
        {
            using var begun = Connection.BeginTransaction(deferred: false);
            transaction = begun;
            var result = work();
            begun.Commit();
            return result;
        }
        catch (SqliteException failed)
        {
            throw Explain(failed, Folder);
        }
        finally
        {
            transaction = null;
        }
    }

    /// <summary>Runs several questions on one state of the review, whatever another program writes meanwhile.</summary>
    public T Read<T>(Func<T> work)
    {
        if (transaction is not null) return work();
        try
        {
            using var begun = Connection.BeginTransaction(deferred: true);
            transaction = begun;
            return work();
        }
        finally
        {
            transaction = null;
        }
    }

    /// <summary>Many events as one transaction; places are worked out once, at its end.</summary>
    public void WriteTogether(Action work) => Write(() => State.Together(this, work));

    public void Write(Action work) => Write(() =>
    {
        work();
        return 0;
    });

    /// <summary>Takes review.yaml as it stands into the ledger when it differs from what the ledger has.</summary>
    /// <returns>What changed and how many decisions it touches; null when nothing did or there is no file.</returns>
    public ProtocolBody? TakeProtocol()
    {
        var path = Path.Combine(Folder, ProtocolFile.Name);
        if (!File.Exists(path)) return null;
        var yaml = TextFile.Read(path, ProtocolFile.Name);
        var sha = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(yaml)));
        if (Ledger.LastProtocol() is { } last && last.Sha256 == sha) return null;
        var parsed = ProtocolFile.Parse(yaml);
        return Write(() =>
        {
            var touched = (int)Connection.ExecuteScalar<long>("select count(*) from decision where live = 1");
            var body = new ProtocolBody(sha, yaml, ProtocolChange.Between(Ledger.LastProtocol() is { } before ? ProtocolFile.Parse(before.Yaml) : null, parsed), touched);
            Ledger.Append("protocol", body);
            protocol = parsed;
            Places.Refresh(this);
            return body;
        });
    }

    internal void ForgetProtocol() => protocol = null;

    /// <summary>Events after this time (ISO, UTC) are not looked at; null: all are.</summary>
    internal string? Until { get; private set; }

    /// <summary>Asks something of the review as its ledger had it at a time; nothing is changed, other writers wait meanwhile.</summary>
    /// <param name="until">ISO, UTC; a day is meant to its end.</param>
    public T AsOf<T>(string until, Func<T> work)
    {
        try
        {
            using var begun = Connection.BeginTransaction(deferred: false);
            transaction = begun;
            Until = until.Length == 10 ? until + "T23:59:59Z" : until;
            State.Rebuild(this);
            var result = work();
            begun.Rollback();
            return result;
        }
        catch (SqliteException failed)
        {
            throw Explain(failed, Folder);
        }
        finally
        {
            transaction = null;
            Until = null;
            ForgetProtocol();
        }
    }

    /// <summary>True while <see cref="State.Together"/> gathers events.</summary>
    internal bool DefersPlaces { get; set; }

    internal static string Resource(string name)
    {
        using var stream = typeof(Review).Assembly.GetManifestResourceStream("ReviewKit.Store." + name)!;
        return new StreamReader(stream).ReadToEnd();
    }

    /// <summary>What a failure of the database means to a person.</summary>
    internal static Exception Explain(SqliteException failed, string folder) => failed.SqliteErrorCode switch
    {
        Busy or Locked => new ReviewKitException(new Message($"{folder} is being written by another ReviewKit; try again when it is done",
            $"另一个 ReviewKit 正在写入 {folder}；请等它结束后再试"), failed),
        ReadOnly or CantOpen => new ReviewKitException(new Message($"cannot write {DatabaseName} in {folder}: the folder or file is read-only; copy the review to a folder of yours",
            $"无法写入 {folder} 中的 {DatabaseName}：文件夹或文件只读；请把综述复制到可写的文件夹"), failed),
        Full => new ReviewKitException(new Message("the disk is full; nothing of this step was kept", "磁盘已满；本步骤未保留任何内容"), failed),
        NotADatabase or Corrupt => new ReviewKitException(new Message($"{Path.Combine(folder, DatabaseName)} is damaged or no review: restore it from a copy",
            $"{Path.Combine(folder, DatabaseName)} 已损坏或不是综述文件：请用备份恢复"), failed),
        _ => failed,
    };

    static void WriteIfAbsent(string path, string text)
    {
        if (!File.Exists(path)) File.WriteAllText(path, text.ReplaceLineEndings("\n"));
    }

    /// <summary>One of the statements that run many times in a step: see <see cref="Statements"/>.</summary>
    internal void Run(string sql, params ReadOnlySpan<object?> values) => statements.Run(sql, values);

    internal object? One(string sql, params ReadOnlySpan<object?> values) => statements.One(sql, values);

    public void Dispose()
    {
        statements.Dispose();
        Connection.Dispose();
    }
}

/// <summary>Who writes events, where, and by which clock.</summary>
/// <param name="Person">A reviewer's id, or the user's name.</param>
/// <param name="Device">Tells copies worked on by one person apart.</param>
/// <param name="Now">The current time, UTC.</param>
public sealed record Author(string Person, string Device, Func<DateTimeOffset> Now)
{
    public const string Tool = "0.1.0";

    public string Time => Now().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);
}
