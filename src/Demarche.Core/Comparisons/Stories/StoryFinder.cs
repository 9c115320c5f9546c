using Demarche.Core.Ledger;

namespace Demarche.Core.Comparisons.Stories;

/// <summary>Groups articles into stories. The groups depend on the set of articles alone, not on their order.</summary>
public static class StoryFinder
{
    // Fitted with the weights: the best F1 over the seven sets, where from 0.2 to 0.3 it hardly changes.
    private const double LeastMeanProbability = 0.25;

    /// <summary>The stories of <paramref name="articles"/>, oldest first; every article is in one.</summary>
    /// <param name="articles">Each key once, in any order.</param>
    public static IReadOnlyList<Story> Find(IEnumerable<ComparedArticle> articles)
    {
        ArgumentNullException.ThrowIfNull(articles);
        ComparedArticle[] all = [.. articles.Order(ComparedArticle.InOrder)];
        TextCopies copies = TextCopies.Among(all.Select(article => (article.Key, article.Text)));
        int[] originals = OriginalsOf(all, copies);
        int[] kept = [.. Enumerable.Range(0, all.Length).Where(i => originals[i] == i)];
        List<Link> links = LinksOf([.. kept.Select(i => all[i])]);
        int[] groups = AverageLinkage.Group(kept.Length, links, LeastMeanProbability);
        return StoryBuilder.Build(all, originals, kept, groups, links);
    }

    // The first article with a text stands for its copies.
    private static int[] OriginalsOf(ComparedArticle[] articles, TextCopies copies)
    {
        var firsts = new Dictionary<string, int>(StringComparer.Ordinal);
        var originals = new int[articles.Length];
        for (int i = 0; i < articles.Length; i++)
        {
            originals[i] = copies.GroupOf(articles[i].Key) is var group && !firsts.TryAdd(group, i) && IsNear(articles[firsts[group]], articles[i])
                ? firsts[group]
                : i;
        }

        return originals;
    }

    private static bool IsNear(ComparedArticle first, ComparedArticle copy) =>
        first.Published is not { } from || copy.Published is not { } to || to.DayNumber - from.DayNumber <= LinkFinder.WindowDays;

    private static List<Link> LinksOf(ComparedArticle[] articles)
    {
        var reader = new ProfileReader();
        ArticleProfile[] profiles = [.. articles.Select(article => reader.Read(article.Title, article.Text))];
        TermSample sample = SampleOf(articles, profiles);
        var finder = new LinkFinder(new PairModel());
        var links = new List<Link>();
        for (int i = 0; i < articles.Length; i++)
        {
            links.AddRange(finder.Add(new ArticleVector(profiles[i], sample), articles[i].Published));
        }

        return links;
    }

    private static TermSample SampleOf(ComparedArticle[] articles, ArticleProfile[] profiles) =>
        new([.. Enumerable.Range(0, articles.Length)
            .OrderBy(i => ContentId.Of("sample", articles[i].Key), StringComparer.Ordinal)
            .Take(TermSample.Size)
            .Select(i => profiles[i])]);
}
