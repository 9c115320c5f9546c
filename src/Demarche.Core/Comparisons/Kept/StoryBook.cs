using Demarche.Core.Comparisons.Stories;
using Demarche.Core.Comparisons.Utterances;
using Demarche.Core.Ledger;
using Demarche.Core.Ledger.Sqlite;
using Demarche.Nlp.Words;

namespace Demarche.Core.Comparisons.Kept;

/// <summary>The stories and utterances of a ledger, kept in it: one more article changes its neighborhood alone.</summary>
/// <remarks>
/// What it holds is what <see cref="OutletComparison.Of"/> makes of the same articles, in whatever order they came. Each step leaves in the
/// ledger what is still to do, so a program stopped at any moment goes on where it was. Safe to share between threads.
/// docs/decisions/0032-kept-stories.md.
/// </remarks>
public sealed class StoryBook
{
    // Raised whenever what is read off an article, or how it is weighed, changes: the tables are then made anew.
    private const string Version = "7";

    // Stories read at a time; a hundred are some megabytes of text.
    private const int Batch = 100;

    // Nobody types a longer id or title.
    private const int LongestName = 200;

    private static readonly PairModel Model = new();

    private readonly SqliteLedger _ledger;
    private readonly Lazy<WordVectors?> _vectors;

    /// <summary>The stories of <paramref name="ledger"/>.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="vectors">Reads what words mean, when it is needed for the first time; null to go by the forms of words alone.</param>
    public StoryBook(SqliteLedger ledger, Func<WordVectors>? vectors)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        _ledger = ledger;
        _vectors = new Lazy<WordVectors?>(() => vectors?.Invoke());
    }

    /// <summary>By how many articles words are weighed; tests take few.</summary>
    internal SampleRule Weighing { get; init; } = SampleRule.Shipped;

    /// <summary>Brings stories and utterances up to date with the articles and their lines.</summary>
    /// <param name="threads">How many to work on at once, 1 or more; the outcome is the same for any number.</param>
    /// <param name="cancellation">Stops between two batches; what was done stays done.</param>
    public void Update(int threads, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        if (StateOf()?.Version != Version)
        {
            _ledger.ChangeStories(tables =>
            {
                tables.Begin(Version);
                return true;
            });
        }

        var profiles = new ProfileStep(_ledger, threads);
        var links = new LinkStep(_ledger, Model, Weighing, threads);
        var groups = new GroupStep(_ledger);
        Repeat(profiles.Run, cancellation);
        Repeat(links.Run, cancellation);
        Repeat(groups.Run, cancellation);
        var utterances = new Lazy<UtteranceStep>(() => new UtteranceStep(_ledger, _vectors.Value, threads));
        Repeat(() => HasStale() && utterances.Value.Run(), cancellation);
    }

    /// <summary>How many stories there are.</summary>
    /// <param name="least">Least number of articles in those counted.</param>
    public int Count(int least = 1) => _ledger.AskStories((_, tables) => tables.Stories.Count(least));

    /// <summary>Stories without their articles, by their first day, undated last.</summary>
    /// <param name="skip">How many to pass over, 0 or more.</param>
    /// <param name="take">How many to give at most.</param>
    /// <param name="least">Least number of articles.</param>
    /// <param name="isNewestFirst">Whether the latest come first.</param>
    public IReadOnlyList<StorySummary> Page(int skip, int take, int least = 1, bool isNewestFirst = false)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(skip);
        ArgumentOutOfRangeException.ThrowIfNegative(take);
        return _ledger.AskStories((_, tables) => tables.Stories.Page(skip, take, least, isNewestFirst))
            .ConvertAll(Summary);
    }

    /// <summary>The stories named <paramref name="name"/> - by id, or by id or key of an article in them - with their utterances; reads these alone.</summary>
    public OutletComparison Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return _ledger.AskStories((session, tables) =>
            new StoryReading(session, tables, _vectors.Value).Read(tables.Stories.Find(name)));
    }

    /// <summary>Stories somebody may mean by a name that none has: by a slip in the id, or by words of a title; the latest first.</summary>
    /// <param name="name">What was asked for.</param>
    /// <param name="most">How many to give at most.</param>
    public IReadOnlyList<StorySummary> Like(string name, int most)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.Length is 0 or > LongestName
            ? []
            : _ledger.AskStories((_, tables) => tables.Stories.Like(name, most)).ConvertAll(Summary);
    }

    /// <summary>All stories, oldest first, with their utterances, as many at a time as memory need hold.</summary>
    public IEnumerable<OutletComparison> InBatches()
    {
        for (int skip = 0; ; skip += Batch)
        {
            OutletComparison batch = _ledger.AskStories((session, tables) =>
                new StoryReading(session, tables, _vectors.Value).Read(tables.Stories.Page(skip, Batch, 1, isNewestFirst: false)));
            if (batch.Stories.Count == 0)
            {
                yield break;
            }

            yield return batch;
        }
    }

    /// <summary>All stories, oldest first, with their utterances: the texts of the whole ledger at once.</summary>
    public OutletComparison All() => _ledger.AskStories((session, tables) =>
        new StoryReading(session, tables, _vectors.Value).Read(tables.Stories.Page(0, int.MaxValue, 1, isNewestFirst: false)));

    /// <summary>The latest stories, with their utterances, until they have so many articles; undated ones last.</summary>
    /// <param name="most">Number of articles that are enough, 1 or more; the last story may bring more.</param>
    public OutletComparison Latest(int most)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        return _ledger.AskStories((session, tables) =>
        {
            int articles = 0;
            return new StoryReading(session, tables, _vectors.Value).Read(
                [.. tables.Stories.Page(0, most, 1, isNewestFirst: true).TakeWhile(story => (articles += story.Articles) - story.Articles < most)]);
        });
    }

    /// <summary>
    /// What the stories of some articles say, compared across stories as well: an utterance of one speaker that several stories carry within
    /// days, or a quotation repeated word for word within two weeks, is one.
    /// </summary>
    /// <param name="articleKeys">Keys of articles; all statements of their stories are compared with each other.</param>
    public IReadOnlyList<Utterance> Across(IEnumerable<string> articleKeys)
    {
        ArgumentNullException.ThrowIfNull(articleKeys);
        return _ledger.AskStories((session, tables) =>
            new StoryReading(session, tables, _vectors.Value).Across(
                [.. articleKeys.Distinct(StringComparer.Ordinal).SelectMany(tables.Stories.Find).DistinctBy(row => row.Id)]));
    }

    /// <summary>The users' ids of the articles of every story.</summary>
    internal List<List<string>> ArticleIds() => _ledger.AskStories((_, tables) => tables.Stories.ArticleIds());

    private static StorySummary Summary(StoryRow row) => new(row.Name, row.Title, row.From, row.To, row.Articles, row.Outlets, row.Utterances);

    private static void Repeat(Func<bool> step, CancellationToken cancellation)
    {
        while (step())
        {
            cancellation.ThrowIfCancellationRequested();
        }
    }

    private StoryState? StateOf() => _ledger.AskStories((_, tables) => tables.State());

    private bool HasStale() => _ledger.AskStories((_, tables) => tables.Stories.Stale(1).Count > 0);
}

/// <summary>A story without its articles.</summary>
/// <param name="Id">Its id, <see cref="Story.Id"/>.</param>
/// <param name="Title">Title of the article nearest to all others, or its first words.</param>
/// <param name="From">Day of the first article; null when none has a day.</param>
/// <param name="To">Day of the last article; null when none has a day.</param>
/// <param name="Articles">Number of its articles, 1 or more.</param>
/// <param name="Outlets">Number of outlets they are from.</param>
/// <param name="Utterances">Number of utterances that at least two of them render.</param>
public sealed record StorySummary(string Id, string Title, DateOnly? From, DateOnly? To, int Articles, int Outlets, int Utterances);
