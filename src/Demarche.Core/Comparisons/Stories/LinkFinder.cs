using System.Runtime.InteropServices;

namespace Demarche.Core.Comparisons.Stories;

/// <summary>Finds the pairs of articles that may tell of one event, without looking at every pair.</summary>
/// <remarks>
/// Blocking: a pair is looked at when the articles lie within <see cref="WindowDays"/> of each other and share at least
/// <see cref="LeastShared"/> of the terms that tell most of each (<see cref="ArticleProfile.Keys"/>). Which terms these are depends on the article
/// alone, so a pair is looked at or not whatever else is in the ledger, and the work for one article grows with the news of its weeks, not with the
/// ledger.
/// </remarks>
internal static class LinkFinder
{
    /// <summary>Articles further apart than this tell of two events.</summary>
    public const int WindowDays = 30;

    /// <summary>Links less probable than this are as good as none: twenty of them do not make one event.</summary>
    public const double LeastProbability = 0.02;

    // Of four sets of stories the groups are the same for 2; for 100,000 articles 3 leaves a fraction of the pairs (0048).
    private const int LeastShared = 3;

    // A headline has a handful of words; one in common may be the name that decides.
    private const int LeastSharedOfHeadlines = 1;

    /// <summary>The links among articles, each pair once, by the later article and then the earlier.</summary>
    /// <param name="articles">Oldest first, undated last.</param>
    /// <param name="model">Tells how probable a pair is.</param>
    /// <param name="threads">How many at once; the links are the same for any number.</param>
    public static List<Link> Find(IReadOnlyList<LinkedArticle> articles, PairModel model, int threads)
    {
        Dictionary<uint, List<int>> postings = PostingsOf(articles);
        var found = new Link[articles.Count][];
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads };
        Parallel.For(0, articles.Count, options, () => new Dictionary<int, int>(), (later, _, shared) =>
        {
            found[later] = LinksTo(articles, postings, later, shared, model);
            return shared;
        }, _ => { });
        return [.. found.SelectMany(links => links)];
    }

    /// <summary>The link of two articles that share <paramref name="shared"/> of their keys; null for none.</summary>
    public static double? ProbabilityOf(LinkedArticle left, LinkedArticle right, int shared, PairModel model)
    {
        int? days = Apart(left.Day, right.Day);
        if (!AreLookedAt(shared, left.Vector.IsHeadline || right.Vector.IsHeadline) || days > WindowDays)
        {
            return null;
        }

        double probability = model.ProbabilityOf(left.Vector, right.Vector, days);
        return probability >= LeastProbability ? probability : null;
    }

    /// <summary>Whether two articles that share so many keys are looked at.</summary>
    /// <param name="shared">How many keys.</param>
    /// <param name="hasHeadline">Whether at least one of them has no text.</param>
    public static bool AreLookedAt(int shared, bool hasHeadline) => shared >= (hasHeadline ? LeastSharedOfHeadlines : LeastShared);

    private static Dictionary<uint, List<int>> PostingsOf(IReadOnlyList<LinkedArticle> articles)
    {
        var postings = new Dictionary<uint, List<int>>();
        for (int i = 0; i < articles.Count; i++)
        {
            foreach (uint key in articles[i].Keys)
            {
                (CollectionsMarshal.GetValueRefOrAddDefault(postings, key, out _) ??= []).Add(i);
            }
        }

        return postings;
    }

    private static Link[] LinksTo(
        IReadOnlyList<LinkedArticle> articles, Dictionary<uint, List<int>> postings, int later, Dictionary<int, int> shared, PairModel model)
    {
        shared.Clear();
        foreach (uint key in articles[later].Keys)
        {
            // Backwards from the article itself; those before it are older, and dated if it is.
            List<int> having = postings[key];
            for (int at = having.BinarySearch(later) - 1; at >= 0; at--)
            {
                if (Apart(articles[having[at]].Day, articles[later].Day) > WindowDays)
                {
                    break;
                }

                CollectionsMarshal.GetValueRefOrAddDefault(shared, having[at], out _)++;
            }
        }

        var links = new List<Link>();
        foreach ((int earlier, int count) in shared)
        {
            if (ProbabilityOf(articles[earlier], articles[later], count, model) is { } probability)
            {
                links.Add(new Link(earlier, later, probability));
            }
        }

        return [.. links.OrderBy(link => link.Left)];
    }

    private static int? Apart(int? left, int? right) => left is null || right is null ? null : Math.Abs(left.Value - right.Value);
}

/// <summary>An article as links are found by it.</summary>
/// <param name="Vector">Its words, weighed.</param>
/// <param name="Keys">Its telling terms, <see cref="ArticleProfile.Keys"/>.</param>
/// <param name="Day">Its day as a number; null when unknown.</param>
internal sealed record LinkedArticle(ArticleVector Vector, uint[] Keys, int? Day);
