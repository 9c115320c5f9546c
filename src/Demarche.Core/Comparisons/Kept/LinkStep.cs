using Demarche.Core.Comparisons.Stories;
using Demarche.Core.Ledger;
using Demarche.Core.Ledger.Sqlite;

namespace Demarche.Core.Comparisons.Kept;

/// <summary>Second step: finds the links of articles whose words are new; of all, when the sample that words are weighed by is another.</summary>
/// <param name="ledger">The ledger.</param>
/// <param name="model">Tells how probable a link is.</param>
/// <param name="sampleSize">How many articles words are weighed by.</param>
/// <param name="threads">How many articles at once.</param>
internal sealed class LinkStep(SqliteLedger ledger, PairModel model, int sampleSize, int threads)
{
    // Article by article costs about eight times as much as all at once: from this share on all at once is quicker.
    private const int ShareForAll = 8;

    /// <summary>Finds the links; false when there was nothing to find.</summary>
    public bool Run()
    {
        Plan? plan = ledger.AskStories((_, tables) => Plan.Of(tables, sampleSize));
        if (plan is null)
        {
            return false;
        }

        bool isAll = plan.IsOtherSample || plan.Unlinked.Count > plan.Articles / ShareForAll;
        return isAll ? LinkAll(plan) : LinkSome(plan);
    }

    private bool LinkAll(Plan plan)
    {
        // Read outside of any transaction; when somebody else changed the tables meanwhile, it is done again.
        List<StoryArticle> originals = ledger.AskStories((_, tables) => tables.Articles.Originals());
        var linked = new LinkedArticle[originals.Count];
        Parallel.For(0, originals.Count, new ParallelOptions { MaxDegreeOfParallelism = threads }, i => linked[i] = LinkedOf(originals[i], plan.Sample));
        List<Link> links = LinkFinder.Find(linked, model, threads);
        return ledger.ChangeStories(tables =>
        {
            if (!tables.Advance(plan.Generation))
            {
                return true;
            }

            tables.Links.Clear();
            tables.Links.AddAll(links.ConvertAll(link => (originals[link.Left].Id, originals[link.Right].Id, link.Probability)));
            tables.Links.SetAllLinked();
            tables.SetSample(plan.SampleDigest);
            return true;
        });
    }

    private bool LinkSome(Plan plan) => ledger.ChangeStories(tables =>
    {
        if (tables.Advance(plan.Generation))
        {
            var near = new Dictionary<long, LinkedArticle?>();
            foreach (long id in plan.Unlinked)
            {
                Link(tables, id, plan.Sample, near);
            }
        }

        return true;
    });

    private void Link(StoryTables tables, long id, TermSample sample, Dictionary<long, LinkedArticle?> near)
    {
        tables.Articles.Unpart(id);
        tables.Links.Drop(id);
        tables.Links.SetLinked(id);
        if (Near(id) is not { } article)
        {
            return;
        }

        var shared = new Dictionary<long, int>();
        int from = article.Day is { } day ? day - LinkFinder.WindowDays : 0;
        int to = article.Day is { } last ? last + LinkFinder.WindowDays : int.MaxValue;
        foreach (long other in article.Keys.SelectMany(key => tables.Links.Having(key, from, to)).Where(other => other != id))
        {
            shared[other] = shared.GetValueOrDefault(other) + 1;
        }

        foreach ((long other, int count) in shared)
        {
            if (Near(other) is { } there && LinkFinder.ProbabilityOf(there, article, count, model) is { } probability)
            {
                tables.Links.Add(other, id, probability);
                if (probability >= StoryShape.LeastMeanProbability)
                {
                    tables.Articles.Unpart(other);
                }
            }
        }

        // Null for a copy: its original is linked in its stead.
        LinkedArticle? Near(long wanted)
        {
            if (!near.TryGetValue(wanted, out LinkedArticle? known))
            {
                StoryArticle there = tables.Articles.Get(wanted)!;
                near[wanted] = known = there.OriginalId == there.Id ? LinkedOf(there, sample) : null;
            }

            return known;
        }
    }

    private static LinkedArticle LinkedOf(StoryArticle article, TermSample sample)
    {
        ArticleProfile profile = ProfileBytes.Read(article.Profile);
        return new LinkedArticle(new ArticleVector(profile, sample), profile.Keys(), article.Day == 0 ? null : article.Day);
    }

    private sealed record Plan(long Generation, IReadOnlyList<long> Unlinked, long Articles, TermSample Sample, string SampleDigest, bool IsOtherSample)
    {
        // Null when nothing is to be linked.
        public static Plan? Of(StoryTables tables, int sampleSize)
        {
            StoryState state = tables.State()!;
            List<long> unlinked = tables.Links.Unlinked(int.MaxValue);
            if (unlinked.Count == 0)
            {
                return null;
            }

            List<StoryArticle> sampled = tables.Articles.Sample(sampleSize);
            string digest = ContentId.Of("sampled", [.. sampled.Select(article => $"{article.Key} {article.RevisionId}")]);
            return new Plan(
                state.Generation,
                unlinked,
                tables.Links.CountArticles(),
                new TermSample([.. sampled.Select(article => ProfileBytes.Read(article.Profile))]),
                digest,
                digest != state.Sample);
        }
    }
}
