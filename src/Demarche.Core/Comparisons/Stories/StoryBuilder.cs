using Demarche.Core.Ledger;

namespace Demarche.Core.Comparisons.Stories;

/// <summary>Names stories and gives them their articles, copies among them.</summary>
internal static class StoryBuilder
{
    private const int IdDigits = 8;
    private const int TitleLength = 90;

    /// <summary>The stories, oldest first.</summary>
    /// <param name="articles">All articles in order.</param>
    /// <param name="originals">Index of the article each is a copy of, its own when of none.</param>
    /// <param name="kept">Indexes of the articles that are no copies, ascending; shapes count in these.</param>
    /// <param name="shapes">Which of them make a story.</param>
    public static IReadOnlyList<Story> Build(ComparedArticle[] articles, int[] originals, int[] kept, IReadOnlyList<StoryShape> shapes)
    {
        ILookup<int, int> copies = Enumerable.Range(0, articles.Length).Where(i => originals[i] != i).ToLookup(i => originals[i]);
        return [.. shapes.Select(Make).OrderBy(story => story.Articles[0], ComparedArticle.InOrder)];

        Story Make(StoryShape shape)
        {
            ComparedArticle[] all =
                [.. shape.Members.SelectMany(i => copies[kept[i]].Prepend(kept[i])).Select(i => articles[i]).Order(ComparedArticle.InOrder)];
            ComparedArticle middle = articles[kept[shape.Middle]];
            Dictionary<string, StoryTie> ties = Ties(shape).ToDictionary(tie => tie.ArticleKey, StringComparer.Ordinal);
            return new Story(
                IdOf(all[0].Key),
                all,
                TitleOf(middle.Title, middle.Text),
                [.. all.Select(article => ties.GetValueOrDefault(article.Key)).OfType<StoryTie>()]);
        }

        IEnumerable<StoryTie> Ties(StoryShape shape)
        {
            foreach (int i in shape.Members)
            {
                if (i != shape.Middle)
                {
                    yield return new StoryTie(articles[kept[i]].Key, articles[kept[shape.NearestTo(i)]].Key, shape.Ties[i].Probability);
                }

                foreach (int copy in copies[kept[i]])
                {
                    yield return new StoryTie(articles[copy].Key, articles[kept[i]].Key, 1);
                }
            }
        }
    }

    /// <summary>Id of the story whose first article has this key.</summary>
    public static string IdOf(string firstKey) => "s-" + ContentId.Of("story", firstKey)[..IdDigits];

    /// <summary>What a story is called after its middle article: the headline, or the first words of the text.</summary>
    public static string TitleOf(string? headline, string text)
    {
        string title = string.IsNullOrWhiteSpace(headline) ? text : headline;
        string line = title.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).FirstOrDefault("");
        return line.Length <= TitleLength ? line : string.Concat(line.AsSpan(0, TitleLength), "…");
    }
}
