using Demarche.Core.Ledger.Sqlite;
using Microsoft.Data.Sqlite;

namespace Demarche.Core.Ledger;

/// <summary>What is known of watched feeds from one visit to the next, so that a program stopped and started again asks for nothing twice.</summary>
public sealed class FeedBook
{
    // An entry whose page could not be had three times is let go.
    private const int MostTries = 3;

    private readonly Func<Func<SqliteConnection, int>, int> _write;

    internal FeedBook(Func<Func<SqliteConnection, int>, int> write) => _write = write;

    /// <summary>What is known of the feed at <paramref name="address"/>.</summary>
    public WatchedFeed Get(string address)
    {
        WatchedFeed? found = null;
        _write(connection =>
        {
            using var statement = new Statement(
                connection, "SELECT entity_tag, last_modified, failures, next_visit FROM feed WHERE address = $address", "address");
            using SqliteDataReader row = statement.Query(address);
            found = row.Read()
                ? new WatchedFeed(address, row.TextOrNull(0), row.TextOrNull(1), row.GetInt32(2), row.IsDBNull(3) ? null : row.Time(3))
                : new WatchedFeed(address, null, null, 0, null);
            return 0;
        });
        return found!;
    }

    /// <summary>Keeps what is known of a feed now.</summary>
    public void Set(WatchedFeed feed)
    {
        ArgumentNullException.ThrowIfNull(feed);
        _write(connection =>
        {
            using var statement = new Statement(
                connection,
                """
                INSERT INTO feed (address, entity_tag, last_modified, failures, next_visit) VALUES ($address, $tag, $modified, $failures, $next)
                ON CONFLICT (address) DO UPDATE SET entity_tag = $tag, last_modified = $modified, failures = $failures, next_visit = $next
                """,
                "address", "tag", "modified", "failures", "next");
            return statement.Run(feed.Address, feed.EntityTag, feed.LastModified, feed.Failures, feed.NextVisit?.ToColumn());
        });
    }

    /// <summary>Whether the entry is still to be read: never met, or tried less than three times in vain.</summary>
    /// <param name="mark">What the entry is known by.</param>
    public bool IsWanted(string mark) => _write(connection =>
    {
        using var statement = new Statement(connection, "SELECT tries FROM feed_entry WHERE mark = $mark", "mark");
        return statement.Scalar(mark) is long tries && tries >= MostTries ? 0 : 1;
    }) == 1;

    /// <summary>Notes that the entry was read, or tried in vain once more.</summary>
    public void Note(string mark, bool isDone) => _write(connection =>
    {
        using var statement = new Statement(
            connection,
            "INSERT INTO feed_entry (mark, tries) VALUES ($mark, $tries) ON CONFLICT (mark) DO UPDATE SET tries = tries + $tries",
            "mark", "tries");
        return statement.Run(mark, isDone ? MostTries : 1);
    });
}

/// <summary>A feed that is watched.</summary>
/// <param name="Address">Its address.</param>
/// <param name="EntityTag">ETag of the last visit, or null.</param>
/// <param name="LastModified">Last-Modified of the last visit, or null.</param>
/// <param name="Failures">Visits in a row that failed.</param>
/// <param name="NextVisit">Not to be visited before, in UTC; null when it may be at once.</param>
public sealed record WatchedFeed(string Address, string? EntityTag, string? LastModified, int Failures, DateTimeOffset? NextVisit);
