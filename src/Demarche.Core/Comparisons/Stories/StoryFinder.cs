namespace Demarche.Core.Comparisons.Stories;

/// <summary>Groups articles into stories, all at once. The groups depend on the set of articles alone, not on their order.</summary>
/// <remarks>The plain way: <see cref="Kept.StoryBook"/> comes to the same stories article by article, and is tested against this.</remarks>
public static class StoryFinder
{
    /// <summary>The stories of <paramref name="articles"/>, oldest first; every article is in one.</summary>
    /// <param name="articles">Each key once, in any order.</param>
    /// <param name="threads">How many to work on at once; the stories are the same for any number.</param>
    public static IReadOnlyList<Story> Find(IEnumerable<ComparedArticle> articles, int threads = 1) => Find(articles, threads, SampleRule.Shipped);

    /// <summary>The same, words weighed by other samples.</summary>
    internal static IReadOnlyList<Story> Find(IEnumerable<ComparedArticle> articles, int threads, SampleRule rule)
    {
        ArgumentNullException.ThrowIfNull(articles);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        ComparedArticle[] all = [.. articles.Order(ComparedArticle.InOrder)];
        TextCopies copies = TextCopies.Among(all.Select(article => (article.Key, article.Text)));
        int[] originals = OriginalsOf(all, copies);
        int[] kept = [.. Enumerable.Range(0, all.Length).Where(i => originals[i] == i)];
        List<Link> links = LinksOf([.. kept.Select(i => all[i])], threads, rule);
        return StoryBuilder.Build(all, originals, kept, StoryShape.Of(kept.Length, links));
    }

    /// <summary>Whether a copy is printed so soon after the text it copies that both tell of one event.</summary>
    internal static bool IsSoon(int? firstDay, int? copyDay) => firstDay is null || copyDay is null || copyDay - firstDay <= LinkFinder.WindowDays;

    // The first article with a text stands for its copies.
    private static int[] OriginalsOf(ComparedArticle[] articles, TextCopies copies)
    {
        var firsts = new Dictionary<string, int>(StringComparer.Ordinal);
        var originals = new int[articles.Length];
        for (int i = 0; i < articles.Length; i++)
        {
            originals[i] = copies.GroupOf(articles[i].Key) is var group && !firsts.TryAdd(group, i)
                && IsSoon(articles[firsts[group]].Published?.DayNumber, articles[i].Published?.DayNumber)
                ? firsts[group]
                : i;
        }

        return originals;
    }

    private static List<Link> LinksOf(ComparedArticle[] articles, int threads, SampleRule rule)
    {
        var profiles = new ArticleProfile[articles.Length];
        Parallel.For(0, articles.Length, new ParallelOptions { MaxDegreeOfParallelism = threads }, () => new ProfileReader(), (i, _, reader) =>
        {
            profiles[i] = reader.Read(articles[i].Title, articles[i].Text);
            return reader;
        }, _ => { });
        TermSample[] samples = SamplesOf(articles, profiles, rule);
        LinkedArticle[] linked = [.. profiles.Select((profile, i) =>
            new LinkedArticle(new ArticleVector(profile, samples[i]), profile.Keys(), articles[i].Published?.DayNumber))];
        return LinkFinder.Find(linked, new PairModel(), threads);
    }

    // Of every article the sample of its vicinity.
    private static TermSample[] SamplesOf(ComparedArticle[] articles, ArticleProfile[] profiles, SampleRule rule)
    {
        long[] places = [.. articles.Select(article => Vicinity.PlaceOf(article.Published?.DayNumber, article.Key))];
        int[] order = [.. Enumerable.Range(0, articles.Length).OrderBy(i => places[i]).ThenBy(i => articles[i].Key, StringComparer.Ordinal)];
        long[] sorted = [.. order.Select(i => places[i])];
        Vicinity[] vicinities = Vicinity.Of(sorted, rule.Enough);
        var samples = new TermSample[articles.Length];
        foreach (IGrouping<Vicinity, int> around in Enumerable.Range(0, order.Length).GroupBy(at => vicinities[at]))
        {
            TermSample sample = new([.. Enumerable.Range(0, order.Length)
                .Where(at => around.Key.Contains(sorted[at])).Select(at => order[at])
                .OrderBy(i => TermSample.DrawOf(articles[i].Key), StringComparer.Ordinal).Take(rule.Size).Select(i => profiles[i])]);
            foreach (int at in around)
            {
                samples[order[at]] = sample;
            }
        }

        return samples;
    }
}
