using System.Collections.Concurrent;
using Demarche.Core.Comparisons.Utterances;
using Demarche.Core.Ledger;
using Demarche.Core.Ledger.Sqlite;
using Demarche.Nlp.Words;

namespace Demarche.Core.Comparisons.Kept;

/// <summary>Fourth step: finds the utterances of stories that are new or have new articles or lines.</summary>
/// <param name="ledger">The ledger.</param>
/// <param name="vectors">What words mean, or null.</param>
/// <param name="threads">How many stories at once.</param>
internal sealed class UtteranceStep(SqliteLedger ledger, WordVectors? vectors, int threads)
{
    // As many stories as are held in memory and kept in one transaction.
    private const int Batch = 400;

    // What is known of words is kept from batch to batch; each is used by one thread at a time.
    private readonly ConcurrentBag<WordLikeness> _words = [];

    /// <summary>Finds the utterances of a batch of stories; false when none were left.</summary>
    public bool Run()
    {
        (long generation, List<long> stories) = ledger.AskStories((_, tables) => (tables.State()!.Generation, tables.Stories.Stale(Batch)));
        if (stories.Count == 0)
        {
            return false;
        }

        var found = new StoryUtterances[stories.Count];
        Parallel.For(
            0,
            stories.Count,
            new ParallelOptions { MaxDegreeOfParallelism = threads },
            () => _words.TryTake(out WordLikeness? known) ? known : new WordLikeness(vectors),
            (i, _, words) =>
            {
                found[i] = Find(stories[i], words);
                return words;
            },
            _words.Add);
        return ledger.ChangeStories(tables =>
        {
            // When somebody else changed the stories meanwhile, the batch is done again.
            for (int i = 0; i < stories.Count && (i > 0 || tables.Advance(generation)); i++)
            {
                tables.Utterances.Set(stories[i], found[i].Renderings, found[i].Balances);
            }

            return true;
        });
    }

    private StoryUtterances Find(long story, WordLikeness words)
    {
        (Dictionary<string, long> ids, ComparedArticle[] articles) = ledger.AskStories((session, tables) =>
        {
            List<StoryMember> members = tables.Stories.Members(story);
            return (
                members.ToDictionary(member => member.Key, member => member.Id, StringComparer.Ordinal),
                members.Select(member => ComparedArticle.Of(session, member.RevisionId)).ToArray());
        });
        List<Passage[]> groups = UtteranceFinder.GroupsIn(articles, words);
        return new StoryUtterances(
            [
                .. groups.Select(group => (RenderingRow[])
                    [.. group.Select(passage => new RenderingRow(ids[passage.Article.Key], passage.Attribution.Id, passage.Span, passage.IsQuoted))]),
            ],
            TranslatedSpeakers.BalanceOf(groups));
    }

    private sealed record StoryUtterances(IReadOnlyList<IReadOnlyList<RenderingRow>> Renderings, Dictionary<string, int> Balances);
}
