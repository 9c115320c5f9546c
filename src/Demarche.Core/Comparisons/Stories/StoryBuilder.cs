using Demarche.Core.Ledger;

namespace Demarche.Core.Comparisons.Stories;

/// <summary>Makes stories of groups of indexes: their ids, titles and what ties each article to them.</summary>
internal static class StoryBuilder
{
    private const int IdDigits = 8;
    private const int TitleLength = 90;

    /// <summary>The stories, oldest first.</summary>
    /// <param name="articles">All articles in order.</param>
    /// <param name="originals">Index of the article each is a copy of, its own when of none.</param>
    /// <param name="kept">Indexes of the articles that are no copies, ascending; groups and links count in these.</param>
    /// <param name="groups">Group of each of <paramref name="kept"/>.</param>
    /// <param name="links">Links between them.</param>
    public static IReadOnlyList<Story> Build(
        ComparedArticle[] articles, int[] originals, int[] kept, int[] groups, IReadOnlyList<Link> links)
    {
        var sums = new double[kept.Length];
        var nearest = new Link[kept.Length];
        foreach (Link link in links.Where(link => groups[link.Left] == groups[link.Right]))
        {
            Note(link.Left, link);
            Note(link.Right, link);
        }

        ILookup<int, int> copies = Enumerable.Range(0, articles.Length).Where(i => originals[i] != i).ToLookup(i => originals[i]);
        return [.. Enumerable.Range(0, kept.Length).GroupBy(i => groups[i]).Select(Make).OrderBy(story => story.Articles[0], ComparedArticle.InOrder)];

        void Note(int article, Link link)
        {
            sums[article] += link.Probability;
            nearest[article] = link.Probability > nearest[article].Probability ? link : nearest[article];
        }

        Story Make(IEnumerable<int> group)
        {
            int[] members = [.. group];
            int middle = members.MaxBy(i => sums[i]);
            ComparedArticle[] all =
                [.. members.SelectMany(i => copies[kept[i]].Prepend(kept[i])).Select(i => articles[i]).Order(ComparedArticle.InOrder)];
            return new Story("s-" + ContentId.Of("story", all[0].Key)[..IdDigits], all, TitleOf(articles[kept[middle]]), [.. Ties(members, middle)]);
        }

        IEnumerable<StoryTie> Ties(int[] members, int middle)
        {
            foreach (int i in members)
            {
                if (i != middle)
                {
                    Link link = nearest[i];
                    yield return new StoryTie(
                        articles[kept[i]].Key, articles[kept[link.Left == i ? link.Right : link.Left]].Key, link.Probability);
                }

                foreach (int copy in copies[kept[i]])
                {
                    yield return new StoryTie(articles[copy].Key, articles[kept[i]].Key, 1);
                }
            }
        }
    }

    private static string TitleOf(ComparedArticle article)
    {
        string title = string.IsNullOrWhiteSpace(article.Title) ? article.Text : article.Title;
        string line = title.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).FirstOrDefault("");
        return line.Length <= TitleLength ? line : string.Concat(line.AsSpan(0, TitleLength), "…");
    }
}
