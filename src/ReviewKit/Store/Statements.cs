using Microsoft.Data.Sqlite;

namespace ReviewKit.Store;

/// <summary>The few statements that run tens of thousands of times in one step, prepared once a connection; for all others the query library is as good.</summary>
sealed class Statements(SqliteConnection connection) : IDisposable
{
    readonly Dictionary<string, SqliteCommand> prepared = new(StringComparer.Ordinal);

    /// <param name="sql">With parameters $0, $1, … in the order of the values.</param>
    public void Run(string sql, params ReadOnlySpan<object?> values) => With(sql, values).ExecuteNonQuery();

    /// <returns>The first column of the first row; null where there is none, or it is null.</returns>
    public object? One(string sql, params ReadOnlySpan<object?> values) => With(sql, values).ExecuteScalar() is { } value and not DBNull ? value : null;

    SqliteCommand With(string sql, ReadOnlySpan<object?> values)
    {
        if (!prepared.TryGetValue(sql, out var command))
        {
            prepared[sql] = command = connection.CreateCommand();
            command.CommandText = sql;
            for (var i = 0; i < values.Length; i++) command.Parameters.Add(new SqliteParameter { ParameterName = FormattableString.Invariant($"${i}") });
        }
        // A new command knows the transaction that is open, which the connection tells nobody else.
        using (var fresh = connection.CreateCommand()) command.Transaction = fresh.Transaction;
        for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i] ?? DBNull.Value;
        return command;
    }

    public void Dispose()
    {
        foreach (var command in prepared.Values) command.Dispose();
    }
}
