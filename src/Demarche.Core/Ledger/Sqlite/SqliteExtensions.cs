using System.Globalization;
using Demarche.Nlp.Text;
using Microsoft.Data.Sqlite;

namespace Demarche.Core.Ledger.Sqlite;

/// <summary>How the ledger's values stand in its columns: days and times as text that sorts, words of the domain in small letters.</summary>
internal static class SqliteExtensions
{
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    public static void Run(this SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>Runs <paramref name="work"/> as one transaction that takes the writer's place at once: all of it is kept, or nothing.</summary>
    public static T InTransaction<T>(this SqliteConnection connection, Func<T> work)
    {
        connection.Run("BEGIN IMMEDIATE");
        try
        {
            T result = work();
            connection.Run("COMMIT");
            return result;
        }
        catch
        {
            // The engine may have rolled back by itself (disk full): a second rollback would hide why.
            if (SQLitePCL.raw.sqlite3_get_autocommit(connection.Handle) == 0)
            {
                connection.Run("ROLLBACK");
            }

            throw;
        }
    }

    public static string? TextOrNull(this SqliteDataReader row, int column) =>
        row.IsDBNull(column) ? null : row.GetString(column);

    public static DateOnly? DayOrNull(this SqliteDataReader row, int column) =>
        row.IsDBNull(column) ? null : DateOnly.ParseExact(row.GetString(column), "O", CultureInfo.InvariantCulture);

    public static DateTimeOffset Time(this SqliteDataReader row, int column) => DateTimeOffset.ParseExact(
        row.GetString(column), TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    public static TextSpan Span(this SqliteDataReader row, int column) =>
        new(row.GetInt32(column), row.GetInt32(column + 1));

    public static T Word<T>(this SqliteDataReader row, int column)
        where T : struct, Enum => Words<T>.From.TryGetValue(row.GetString(column), out T word)
            ? word
            : throw new InvalidDataException($"\"{row.GetString(column)}\" is no {typeof(T).Name}.");

    public static string ToColumn(this DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);

    public static string ToColumn(this DateTimeOffset time) =>
        time.ToUniversalTime().ToString(TimeFormat, CultureInfo.InvariantCulture);

    public static string ToColumn<T>(this T word)
        where T : struct, Enum => Words<T>.Of[word];

    private static class Words<T>
        where T : struct, Enum
    {
        public static readonly IReadOnlyDictionary<T, string> Of =
            Enum.GetValues<T>().ToDictionary(word => word, word => word.ToString().ToLowerInvariant());

        public static readonly IReadOnlyDictionary<string, T> From =
            Of.ToDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);
    }
}
