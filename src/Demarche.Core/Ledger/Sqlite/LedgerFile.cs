using Microsoft.Data.Sqlite;

namespace Demarche.Core.Ledger.Sqlite;

/// <summary>The database file of a ledger: opens connections to it with the settings everything relies on.</summary>
internal sealed class LedgerFile
{
    /// <summary>Name of the database inside the ledger's folder.</summary>
    public const string Name = "ledger.db";

    // A writer holds the lock for one article, a few milliseconds: who waits a minute waits for something that hangs.
    private const int BusyTimeoutSeconds = 60;

    private readonly string _connectionString;

    public LedgerFile(string path)
    {
        Path = path;
        Settled = new SettledCache(this);
        _connectionString = new SqliteConnectionStringBuilder
        {
            DataSource = path,
            ForeignKeys = true,
            DefaultTimeout = BusyTimeoutSeconds,
        }.ToString();
    }

    public string Path { get; }

    /// <summary>What people corrected, settled once for every version of the ledger.</summary>
    public SettledCache Settled { get; }

    /// <summary>A connection that writes: every commit is on the disk before it returns.</summary>
    public SqliteConnection OpenForWriting()
    {
        SqliteConnection connection = Open("PRAGMA query_only = OFF; PRAGMA synchronous = FULL;");
        using SqliteCommand mode = connection.CreateCommand();
        mode.CommandText = "PRAGMA journal_mode";
        if (mode.ExecuteScalar() is not "wal")
        {
            mode.CommandText = "PRAGMA journal_mode = WAL";
            mode.ExecuteNonQuery();
        }

        return connection;
    }

    /// <summary>A connection that reads one state of the ledger until it is disposed, whatever is written meanwhile.</summary>
    public SqliteConnection OpenForReading()
    {
        SqliteConnection connection = Open("PRAGMA query_only = ON;");
        try
        {
            connection.Run("BEGIN");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>A connection that only asks whether others wrote; it holds no moment of the ledger.</summary>
    public SqliteConnection OpenForWatching() => Open("PRAGMA query_only = ON;");

    /// <summary>Lets go of the file, so that the folder can be moved or deleted.</summary>
    public void Release()
    {
        Settled.Dispose();
        using var connection = new SqliteConnection(_connectionString);
        SqliteConnection.ClearPool(connection);
    }

    /// <summary>Whether the engine says that the file itself is at fault: damaged, or no database.</summary>
    public static bool IsDamage(SqliteException exception) =>
        exception.SqliteErrorCode is SQLitePCL.raw.SQLITE_CORRUPT or SQLitePCL.raw.SQLITE_NOTADB;

    public LedgerFormatException Damage(SqliteException exception) => new(
        Path,
        $"the database is damaged ({exception.Message}). Put a copy of it in its place, or make a new ledger and add the articles again.",
        inner: exception);

    private SqliteConnection Open(string settings)
    {
        var connection = new SqliteConnection(_connectionString);
        try
        {
            connection.Open();
            connection.Run(string.Create(null, $"PRAGMA busy_timeout = {BusyTimeoutSeconds * 1000}; {settings}"));
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
