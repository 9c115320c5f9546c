using Microsoft.Data.Sqlite;

namespace Demarche.Core.Ledger.Sqlite;

/// <summary>A statement prepared once and run many times with other values. Not safe to share between threads.</summary>
internal sealed class Statement : IDisposable
{
    private readonly SqliteCommand _command;

    /// <summary>Prepares <paramref name="sql"/>, whose parameters are <c>$</c> and each of <paramref name="names"/>.</summary>
    public Statement(SqliteConnection connection, string sql, params ReadOnlySpan<string> names)
    {
        _command = connection.CreateCommand();
        _command.CommandText = sql;
        foreach (string name in names)
        {
            _command.Parameters.Add(new SqliteParameter("$" + name, null));
        }
    }

    /// <summary>The statement that inserts a row into <paramref name="table"/>, a value for each of <paramref name="columns"/>.</summary>
    public static Statement Insert(SqliteConnection connection, string table, params string[] columns) => new(
        connection,
        $"INSERT INTO {table} ({string.Join(", ", columns)}) VALUES ({string.Join(", ", columns.Select(c => "$" + c))})",
        columns);

    /// <summary>Runs it.</summary>
    /// <param name="values">A value for each parameter, in order.</param>
    /// <returns>Number of rows changed.</returns>
    public int Run(params ReadOnlySpan<object?> values)
    {
        Bind(values);
        return _command.ExecuteNonQuery();
    }

    /// <summary>Runs it and gives the id of the row it inserted.</summary>
    public long RunForId(params ReadOnlySpan<object?> values)
    {
        Run(values);
        return SQLitePCL.raw.sqlite3_last_insert_rowid(_command.Connection!.Handle);
    }

    /// <summary>Runs it and gives its first value, or null when there is no row.</summary>
    public object? Scalar(params ReadOnlySpan<object?> values)
    {
        Bind(values);
        return _command.ExecuteScalar();
    }

    /// <summary>Runs it and gives its rows.</summary>
    public SqliteDataReader Query(params ReadOnlySpan<object?> values)
    {
        Bind(values);
        return _command.ExecuteReader();
    }

    public void Dispose() => _command.Dispose();

    private void Bind(ReadOnlySpan<object?> values)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(values.Length, _command.Parameters.Count);
        for (int i = 0; i < values.Length; i++)
        {
            _command.Parameters[i].Value = values[i] ?? DBNull.Value;
        }
    }
}
