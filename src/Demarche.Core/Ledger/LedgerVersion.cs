using Demarche.Core.Ledger.Sqlite;
using Microsoft.Data.Sqlite;

namespace Demarche.Core.Ledger;

/// <summary>Tells whether a ledger has changed since it was last looked at, whoever changed it, in this process or another.</summary>
/// <remarks>Safe to share between threads. Covers the database, the codebook and what the ledger learned of its users.</remarks>
public sealed class LedgerVersion : IDisposable
{
    private readonly Lock _looking = new();
    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _version;
    private readonly string[] _files;
    private (long Database, long Files)? _last;
    private long _number;

    internal LedgerVersion(LedgerFile file, params string[] files)
    {
        _connection = file.OpenForWatching();
        _version = _connection.CreateCommand();
        _version.CommandText = "PRAGMA data_version";
        _files = files;
    }

    /// <summary>A number that grows with every change seen; takes some microseconds.</summary>
    public long Current
    {
        get
        {
            lock (_looking)
            {
                // SQLite's data_version changes when any other connection commits.
                (long Database, long Files) now = ((long)_version.ExecuteScalar()!, _files.Aggregate(0L, (sum, file) => unchecked((sum * 31) + StampOf(file))));
                if (_last != now)
                {
                    _last = now;
                    _number++;
                }

                return _number;
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _version.Dispose();
        _connection.Dispose();
    }

    private static long StampOf(string file) => File.GetLastWriteTimeUtc(file).Ticks;
}
