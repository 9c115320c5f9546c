using Demarche.Core.Comparisons.Stories;
using Demarche.Core.Ledger;
using Demarche.Core.Ledger.Sqlite;

namespace Demarche.Core.Comparisons.Kept;

/// <summary>Second step: finds the links of articles whose words are new, or weigh otherwise than before because of those that are.</summary>
/// <param name="ledger">The ledger.</param>
/// <param name="model">Tells how probable a link is.</param>
/// <param name="rule">By how many articles words are weighed.</param>
/// <param name="threads">How many articles at once.</param>
internal sealed class LinkStep(SqliteLedger ledger, PairModel model, SampleRule rule, int threads)
{
    // Article by article costs several times as much as all at once: from this share on all at once is quicker.
    private const int ShareForAll = 8;

    /// <summary>Finds the links; false when there was nothing to find.</summary>
    public bool Run()
    {
        (long generation, int unlinked, long articles) = ledger.AskStories((_, tables) =>
            (tables.State()!.Generation, tables.Links.Unlinked(int.MaxValue).Count, tables.Links.CountArticles()));
        return unlinked > 0 && (unlinked > articles / ShareForAll ? LinkAll(generation) : LinkSome(generation));
    }

    private bool LinkAll(long generation)
    {
        // Read outside of any transaction; when somebody else changed the tables meanwhile, it is done again.
        (List<StoryArticle> originals, Weights weights) = ledger.AskStories((_, tables) =>
        {
            List<StoryArticle> found = tables.Articles.Originals();
            return (found, Weights.Of(tables, found, rule));
        });
        var linked = new LinkedArticle[originals.Count];
        Parallel.For(0, originals.Count, new ParallelOptions { MaxDegreeOfParallelism = threads }, i =>
        {
            ArticleProfile profile = ProfileBytes.Read(originals[i].Profile);
            linked[i] = NewLinks.Weigh(originals[i].Day, profile, weights.SampleOf(i)) with { Keys = profile.Keys() };
        });
        List<Link> links = LinkFinder.Find(linked, model, threads);
        return ledger.ChangeStories(tables =>
        {
            if (!tables.Advance(generation))
            {
                return true;
            }

            weights.Keep(tables, originals);
            tables.Links.Clear();
            tables.Links.AddAll(links.ConvertAll(link => (originals[link.Left].Id, originals[link.Right].Id, link.Probability)));
            tables.Links.SetAllLinked();
            return true;
        });
    }

    private bool LinkSome(long generation) => ledger.ChangeStories(tables =>
    {
        if (tables.Advance(generation))
        {
            new VicinityJudge(tables, rule).Run();
            new NewLinks(tables, model, threads).Find(tables.Links.Unlinked(int.MaxValue));
        }

        return true;
    });

    // Of all originals by which sample each is weighed.
    private sealed class Weights
    {
        private readonly Vicinity[] _vicinities;
        private readonly Dictionary<Vicinity, (string? LastDraw, TermSample Sample)> _samples;

        private Weights(Vicinity[] vicinities, Dictionary<Vicinity, (string? LastDraw, TermSample Sample)> samples) =>
            (_vicinities, _samples) = (vicinities, samples);

        public static Weights Of(StoryTables tables, List<StoryArticle> originals, SampleRule rule)
        {
            int[] order = [.. Enumerable.Range(0, originals.Count).OrderBy(i => originals[i].Place)];
            Vicinity[] inOrder = Vicinity.Of([.. order.Select(i => originals[i].Place)], rule.Enough);
            var vicinities = new Vicinity[originals.Count];
            for (int at = 0; at < order.Length; at++)
            {
                vicinities[order[at]] = inOrder[at];
            }

            return new Weights(vicinities, inOrder.Distinct().ToDictionary(around => around, around => VicinityJudge.Sample(tables, around, rule)));
        }

        public TermSample SampleOf(int article) => _samples[_vicinities[article]].Sample;

        public void Keep(StoryTables tables, List<StoryArticle> originals)
        {
            tables.Vicinities.Clear();
            foreach ((Vicinity around, (string? lastDraw, TermSample sample)) in _samples)
            {
                tables.Vicinities.Put(around.Id, lastDraw, sample.ToBytes());
            }

            for (int i = 0; i < originals.Count; i++)
            {
                tables.Vicinities.Set(originals[i].Id, _vicinities[i].Id);
            }

            tables.Vicinities.SetJudged();
        }
    }
}
