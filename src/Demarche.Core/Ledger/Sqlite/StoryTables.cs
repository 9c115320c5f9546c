using Microsoft.Data.Sqlite;

namespace Demarche.Core.Ledger.Sqlite;

/// <summary>The tables of stories, open for as long as one reading or one transaction. One connection, one thread.</summary>
internal sealed class StoryTables : IDisposable
{
    // Keys and links are inserted all over their tables; 64 MiB keep the pages of a hundred thousand articles at hand.
    private const string Cache = "PRAGMA cache_size = -65536";

    private readonly SqliteConnection _connection;

    public StoryTables(SqliteConnection connection)
    {
        _connection = connection;
        connection.Run(Cache);
        Articles = new StoryArticleRows(connection);
        Vicinities = new VicinityRows(connection);
        Links = new StoryLinkRows(connection);
        Stories = new StoryRows(connection);
        Utterances = new UtteranceRows(connection);
    }

    public StoryArticleRows Articles { get; }

    public VicinityRows Vicinities { get; }

    public StoryLinkRows Links { get; }

    public StoryRows Stories { get; }

    public UtteranceRows Utterances { get; }

    /// <summary>What the tables were made by and how often they were changed; null before the first time.</summary>
    public StoryState? State()
    {
        using var statement = new Statement(_connection, "SELECT version, generation FROM story_state");
        using SqliteDataReader row = statement.Query();
        return row.Read() ? new StoryState(row.GetString(0), row.GetInt64(1)) : null;
    }

    /// <summary>Empties the tables: all articles are to be read for this version.</summary>
    public void Begin(string version)
    {
        _connection.Run(
            """
            DELETE FROM story_speaker; DELETE FROM rendering; DELETE FROM utterance; DELETE FROM story_link; DELETE FROM story_key; DELETE FROM story_article_keys;
            DELETE FROM story_article; DELETE FROM story_vicinity; DELETE FROM story_moved; DELETE FROM story; DELETE FROM story_state; DELETE FROM story_stale;
            INSERT INTO story_stale (article_id) SELECT id FROM article;
            """);
        using Statement insert = Statement.Insert(_connection, "story_state", "version", "generation");
        insert.Run(version, 0);
    }

    /// <summary>Takes one step on from <paramref name="generation"/>; false when somebody else did meanwhile.</summary>
    public bool Advance(long generation)
    {
        using var statement = new Statement(
            _connection, "UPDATE story_state SET generation = generation + 1 WHERE generation = $generation", "generation");
        return statement.Run(generation) == 1;
    }

    public void Dispose()
    {
        Articles.Dispose();
        Vicinities.Dispose();
        Links.Dispose();
        Stories.Dispose();
        Utterances.Dispose();
    }
}

/// <summary>What the tables of stories were made by.</summary>
/// <param name="Version">Version of what reads and weighs.</param>
/// <param name="Generation">How often they were changed.</param>
internal sealed record StoryState(string Version, long Generation);
