using Demarche.Core.Comparisons.Stories;
using Demarche.Core.Comparisons.Utterances;
using Demarche.Nlp.Words;

namespace Demarche.Core.Comparisons;

/// <summary>Articles set side by side: the stories they tell and the utterances they render. Depends on the set of articles alone.</summary>
/// <param name="Stories">Oldest first; every article is in one.</param>
/// <param name="Utterances">Oldest first; each in at least two articles.</param>
public sealed record OutletComparison(IReadOnlyList<Story> Stories, IReadOnlyList<Utterance> Utterances)
{
    /// <summary>Compares <paramref name="articles"/>.</summary>
    /// <param name="articles">Each key once, in any order.</param>
    /// <param name="vectors">What words mean, for renderings in other words; null to go by the forms of words alone.</param>
    /// <param name="threads">How many to work on at once; the comparison is the same for any number.</param>
    public static OutletComparison Of(IEnumerable<ComparedArticle> articles, WordVectors? vectors, int threads = 1)
    {
        IReadOnlyList<Story> stories = StoryFinder.Find(articles, threads);
        return new OutletComparison(stories, UtteranceFinder.Find(stories, vectors, threads));
    }

    /// <summary>Comparisons of different stories as one, in their order.</summary>
    public static OutletComparison Join(IEnumerable<OutletComparison> parts)
    {
        OutletComparison[] all = [.. parts];
        return all.Length == 1
            ? all[0]
            : new OutletComparison(
                [.. all.SelectMany(part => part.Stories)],
                [
                    .. all.SelectMany(part => part.Utterances).OrderBy(utterance => utterance.Renderings[0].Article, ComparedArticle.InOrder)
                        .ThenBy(utterance => utterance.Renderings[0].Span),
                ]);
    }

    /// <summary>The stories named <paramref name="name"/> - by id, or by an article in them - with the utterances their articles render.</summary>
    public OutletComparison Only(string name)
    {
        Story[] stories =
            [.. Stories.Where(story => story.Id == name || story.Articles.Any(article => article.Id == name || article.Key == name))];
        HashSet<string> keys = [.. stories.SelectMany(story => story.Articles).Select(article => article.Key)];
        return new OutletComparison(
            stories,
            [.. Utterances.Where(utterance => utterance.Renderings.Any(rendering => keys.Contains(rendering.Article.Key)))]);
    }
}
