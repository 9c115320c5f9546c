using System.Globalization;
using System.Reflection;
using Microsoft.Data.Sqlite;

namespace Demarche.Core.Ledger.Sqlite;

/// <summary>Brings a database to the schema of this program: numbered scripts, each run once, in order, with the digest of what ran kept.</summary>
internal static class Migrations
{
    // "Dmrc" in ASCII: how the file itself says that it is a ledger.
    private const long ApplicationId = 0x446D7263;

    private const string Prefix = "Demarche.Core.Ledger.Schema.";

    private static readonly Script[] Scripts = LoadScripts();

    /// <summary>Version of the schema this program writes.</summary>
    public static int Latest => Scripts.Length;

    /// <summary>Runs the scripts that <paramref name="connection"/>'s database lacks, all or none of them.</summary>
    /// <exception cref="LedgerFormatException">It is no ledger, newer than this program, or was made by scripts that are not these.</exception>
    public static void Apply(SqliteConnection connection, LedgerFile file, DateTimeOffset now)
    {
        if (VersionOf(connection, file) == Latest)
        {
            return;
        }

        connection.InTransaction(() =>
        {
            // Asked again under the lock: another process may have done it meanwhile.
            int version = VersionOf(connection, file);
            foreach (Script script in Scripts.AsSpan(version))
            {
                Run(connection, script, now);
            }

            return version;
        });
    }

    private static int VersionOf(SqliteConnection connection, LedgerFile file)
    {
        if (Number(connection, "SELECT count(*) FROM sqlite_schema") == 0)
        {
            return 0;
        }

        if (Number(connection, "PRAGMA application_id") != ApplicationId)
        {
            throw new LedgerFormatException(
                file.Path, "this is a database, but not a ledger. Name the folder of a ledger, or make one with `demarche new DIR`.");
        }

        int version = (int)Number(connection, "PRAGMA user_version");
        if (version > Latest)
        {
            throw new LedgerFormatException(
                file.Path,
                $"the ledger has schema version {version}, this program knows versions up to {Latest}. Use a newer demarche; nothing was changed.",
                version);
        }

        CheckDigests(connection, file, version);
        return version;
    }

    private static void CheckDigests(SqliteConnection connection, LedgerFile file, int version)
    {
        using var statement = new Statement(connection, "SELECT number, digest FROM migration ORDER BY number");
        using SqliteDataReader row = statement.Query();
        while (row.Read())
        {
            int number = row.GetInt32(0);
            if (number < 1 || number > Scripts.Length || row.GetString(1) != Scripts[number - 1].Digest)
            {
                throw new LedgerFormatException(
                    file.Path,
                    $"step {number} of its schema (version {version}) is not the one this program knows. Use the demarche that made it.",
                    version);
            }
        }
    }

    private static void Run(SqliteConnection connection, Script script, DateTimeOffset now)
    {
        if (script.Number == 1)
        {
            connection.Run(string.Create(null, $"""
                PRAGMA application_id = {ApplicationId};
                CREATE TABLE migration (
                    number     INTEGER PRIMARY KEY,
                    name       TEXT NOT NULL,
                    digest     TEXT NOT NULL,
                    applied_at TEXT NOT NULL
                ) STRICT;
                """));
        }

        connection.Run(script.Sql);
        using Statement record = Statement.Insert(connection, "migration", "number", "name", "digest", "applied_at");
        record.Run(script.Number, script.Name, script.Digest, now.ToColumn());
        connection.Run(string.Create(null, $"PRAGMA user_version = {script.Number}"));
    }

    private static long Number(SqliteConnection connection, string sql)
    {
        using var statement = new Statement(connection, sql);
        return Convert.ToInt64(statement.Scalar(), CultureInfo.InvariantCulture);
    }

    private static Script[] LoadScripts()
    {
        Assembly assembly = typeof(Migrations).Assembly;
        string[] names = [.. assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
        return [.. names.Select((name, index) => Load(assembly, name, index + 1))];
    }

    private static Script Load(Assembly assembly, string resource, int number)
    {
        string name = resource[Prefix.Length..];
        if (!name.StartsWith(number.ToString("D4", CultureInfo.InvariantCulture), StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"Schema scripts are numbered 0001, 0002, ...: {name} is out of line.");
        }

        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
        string sql = reader.ReadToEnd().ReplaceLineEndings("\n");
        return new Script(number, name, sql, ContentId.DigestOf(sql));
    }

    private sealed record Script(int Number, string Name, string Sql, string Digest);
}
