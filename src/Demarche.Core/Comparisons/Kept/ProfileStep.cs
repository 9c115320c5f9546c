using System.Collections.Concurrent;
using Demarche.Core.Comparisons.Stories;
using Demarche.Core.Ledger;
using Demarche.Core.Ledger.Sqlite;

namespace Demarche.Core.Comparisons.Kept;

/// <summary>First step: reads the words of articles that are new or changed, and whose copies they are.</summary>
/// <param name="ledger">The ledger.</param>
/// <param name="threads">How many articles at once.</param>
internal sealed class ProfileStep(SqliteLedger ledger, int threads)
{
    // As many as one transaction takes: a fraction of a second.
    private const int Batch = 500;

    // A reader remembers stems from batch to batch; each is used by one thread at a time.
    private readonly ConcurrentBag<ProfileReader> _readers = [];

    /// <summary>Reads a batch; false when nothing was left to read.</summary>
    public bool Run()
    {
        (List<StaleArticle> stale, (string? Title, string Text)[] texts) = ledger.AskStories((_, tables) =>
        {
            List<StaleArticle> found = tables.Articles.Stale(Batch);
            return (found, found.Select(article => article.IsNewText ? tables.Articles.TextOf(article.RevisionId) : default).ToArray());
        });
        if (stale.Count == 0)
        {
            return false;
        }

        var profiles = new ArticleProfile?[stale.Count];
        Parallel.For(
            0,
            stale.Count,
            new ParallelOptions { MaxDegreeOfParallelism = threads },
            () => _readers.TryTake(out ProfileReader? known) ? known : new ProfileReader(),
            (i, _, reader) =>
            {
                profiles[i] = stale[i].IsNewText ? reader.Read(texts[i].Title, texts[i].Text) : null;
                return reader;
            },
            _readers.Add);
        return ledger.ChangeStories(tables =>
        {
            if (tables.State() is { } state)
            {
                tables.Advance(state.Generation);
            }

            for (int i = 0; i < stale.Count; i++)
            {
                Keep(tables, stale[i], profiles[i]);
            }

            return true;
        });
    }

    private static void Keep(StoryTables tables, StaleArticle article, ArticleProfile? profile)
    {
        tables.Articles.SetFresh(article);
        tables.Stories.SetStale(article.ArticleId);
        if (profile is null)
        {
            return;
        }

        StoryArticle? before = tables.Articles.Get(article.ArticleId);
        if (before is not null)
        {
            tables.Articles.DropKeys(ProfileBytes.Read(before.Profile).Keys(), before.Day, before.Id);
            tables.Articles.SetMoved(before.Place, before.Draw);
            tables.Articles.Unpart(before.OriginalId);
            if (tables.Stories.StoryOf(before.Id) is { } story)
            {
                tables.Stories.Delete(story);
            }
        }

        tables.Articles.Put(
            article,
            TermSample.DrawOf(article.Key),
            ProfileBytes.Of(profile),
            Vicinity.PlaceOf(article.Day == 0 ? null : article.Day, article.Key),
            profile.IsHeadline);
        tables.Articles.AddKeys(profile.Keys(), article.Day, article.ArticleId);

        // The copies it had under its old text, those that it is one of now, and itself.
        IEnumerable<long> had = before is null ? [] : tables.Articles.CopiesOf(before.OriginalId).Select(copy => copy.Id);
        foreach (long id in had.Append(article.ArticleId).Distinct().ToList())
        {
            SettleCopies(tables, id);
        }
    }

    // The first article stands for its copies, those printed too late stand for themselves.
    private static void SettleCopies(StoryTables tables, long id)
    {
        StoryArticle[] group =
        [
            .. tables.Articles.CopyGroup(id).Select(member => tables.Articles.Get(member)!)
                .OrderBy(member => member.Day == 0).ThenBy(member => member.Day).ThenBy(member => member.Key, StringComparer.Ordinal),
        ];
        foreach (StoryArticle member in group)
        {
            long original = StoryFinder.IsSoon(DayOf(group[0]), DayOf(member)) ? group[0].Id : member.Id;
            if (original != member.OriginalId)
            {
                tables.Articles.Unpart(member.OriginalId);
                tables.Articles.SetOriginal(member.Id, original);
                tables.Articles.SetMoved(member.Place, member.Draw);
                // What grouped without it groups with it.
                tables.Articles.Unpart(original);
            }
        }
    }

    private static int? DayOf(StoryArticle article) => article.Day == 0 ? null : article.Day;
}
