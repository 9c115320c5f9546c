using Microsoft.Data.Sqlite;

namespace Demarche.Core.Ledger.Sqlite;

/// <summary>By which stretches of time the words of articles are weighed, and where articles came or went. One connection, one thread.</summary>
internal sealed class VicinityRows : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly Statement _moved;
    private readonly Statement _hasAtLeast;
    private readonly Statement _settle;
    private readonly Statement _isUsed;
    private readonly Statement _sample;
    private readonly Statement _get;
    private readonly Statement _put;
    private readonly Statement _setUnlinked;
    private readonly Statement _setVicinity;

    public VicinityRows(SqliteConnection connection)
    {
        _connection = connection;
        const string Originals = "story_article INDEXED BY story_article_place WHERE original_id = article_id AND place BETWEEN $first AND $last";
        _moved = new Statement(connection, "SELECT place, draw FROM story_moved ORDER BY place, draw");
        _hasAtLeast = new Statement(connection, $"SELECT count(*) FROM (SELECT 1 FROM {Originals} LIMIT $least)", "first", "last", "least");
        _settle = new Statement(
            connection,
            "UPDATE story_article INDEXED BY story_article_place SET vicinity = $vicinity, is_linked = 0 "
                + "WHERE original_id = article_id AND place BETWEEN $first AND $last AND vicinity IS NOT $vicinity",
            "vicinity", "first", "last");
        _isUsed = new Statement(connection, "SELECT 1 FROM story_article WHERE vicinity = $vicinity LIMIT 1", "vicinity");
        _sample = new Statement(
            connection,
            $"SELECT draw, profile FROM story_article WHERE article_id IN (SELECT article_id FROM {Originals} ORDER BY draw LIMIT $most) ORDER BY draw",
            "first", "last", "most");
        _get = new Statement(connection, "SELECT last_draw, terms FROM story_vicinity WHERE id = $id", "id");
        _put = new Statement(connection, "INSERT OR REPLACE INTO story_vicinity (id, last_draw, terms) VALUES ($id, $last, $terms)", "id", "last", "terms");
        _setUnlinked = new Statement(connection, "UPDATE story_article SET is_linked = 0 WHERE vicinity = $vicinity", "vicinity");
        _setVicinity = new Statement(connection, "UPDATE story_article SET vicinity = $vicinity WHERE article_id = $id", "vicinity", "id");
    }

    /// <summary>Where articles came or went, in order, with the draws of those articles.</summary>
    public List<(long Place, string Draw)> Moved()
    {
        using SqliteDataReader row = _moved.Query();
        var found = new List<(long, string)>();
        while (row.Read())
        {
            found.Add((row.GetInt64(0), row.GetString(1)));
        }

        return found;
    }

    /// <summary>Notes that all of that has been judged.</summary>
    public void SetJudged() => _connection.Run("DELETE FROM story_moved");

    /// <summary>Whether so many originals stand from one place to another.</summary>
    public bool HasAtLeast(long first, long last, int least) => (long)_hasAtLeast.Scalar(first, last, least)! >= least;

    /// <summary>Has the originals from one place to another weighed by a vicinity; the links of those that were weighed otherwise are to be found.</summary>
    public void Settle(long first, long last, long vicinity) => _settle.Run(vicinity, first, last);

    /// <summary>Whether any article is weighed by it.</summary>
    public bool IsUsed(long vicinity) => _isUsed.Scalar(vicinity) is not null;

    /// <summary>The <paramref name="most"/> originals from one place to another with the lowest draws: those draws and the profiles, in order of draws.</summary>
    public List<(string Draw, byte[] Profile)> Sample(long first, long last, int most)
    {
        using SqliteDataReader row = _sample.Query(first, last, most);
        var found = new List<(string, byte[])>();
        while (row.Read())
        {
            found.Add((row.GetString(0), row.GetFieldValue<byte[]>(1)));
        }

        return found;
    }

    /// <summary>The last draw in the sample of a vicinity and the words of it, as kept; null when none is.</summary>
    public (string? LastDraw, byte[] Terms)? Get(long vicinity)
    {
        using SqliteDataReader row = _get.Query(vicinity);
        return row.Read() ? (row.TextOrNull(0), row.GetFieldValue<byte[]>(1)) : null;
    }

    /// <summary>Keeps the sample of a vicinity.</summary>
    public void Put(long vicinity, string? lastDraw, byte[] terms) => _put.Run(vicinity, lastDraw, terms);

    /// <summary>Has the links of all that are weighed by it found anew.</summary>
    public void SetUnlinked(long vicinity) => _setUnlinked.Run(vicinity);

    /// <summary>Notes by which vicinity an article is weighed.</summary>
    public void Set(long article, long vicinity) => _setVicinity.Run(vicinity, article);

    /// <summary>Forgets all samples.</summary>
    public void Clear() => _connection.Run("DELETE FROM story_vicinity");

    public void Dispose()
    {
        foreach (Statement statement in new[] { _moved, _hasAtLeast, _settle, _isUsed, _sample, _get, _put, _setUnlinked, _setVicinity })
        {
            statement.Dispose();
        }
    }
}
