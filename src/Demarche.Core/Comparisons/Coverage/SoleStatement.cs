using Demarche.Core.Attributions;
using Demarche.Core.Comparisons.Stories;
using Demarche.Core.Comparisons.Utterances;
using Demarche.Nlp.Text;

namespace Demarche.Core.Comparisons.Coverage;

/// <summary>A statement of a story that one article alone has.</summary>
/// <param name="Article">The article.</param>
/// <param name="Attribution">The statement.</param>
public sealed record SoleStatement(ComparedArticle Article, Attribution Attribution)
{
    /// <summary>What is said, its parts joined by " … ".</summary>
    public string Text => string.Join(" … ", Attribution.Content.Select(span => span.Of(Article.Text)));

    /// <summary>The statements of <paramref name="story"/> that no utterance joins to another article's, by article and place; none when one outlet alone tells it.</summary>
    /// <param name="story">The story.</param>
    /// <param name="utterances">Its utterances; others do not matter.</param>
    public static IReadOnlyList<SoleStatement> In(Story story, IEnumerable<Utterance> utterances)
    {
        ArgumentNullException.ThrowIfNull(story);
        ArgumentNullException.ThrowIfNull(utterances);
        if (story.Articles.DistinctBy(StoryCoverage.OutletOf, StringComparer.Ordinal).Take(2).Count() < 2)
        {
            return [];
        }

        ILookup<string, TextSpan> shared = utterances.SelectMany(utterance => utterance.Renderings)
            .ToLookup(rendering => rendering.Article.Key, rendering => rendering.Span, StringComparer.Ordinal);
        return
        [
            .. story.Articles.SelectMany(article => article.Attributions
                .Where(line => line.Type == AttributionType.Statement && line.ParentId is null)
                .Where(line => !line.Content.Any(content => shared[article.Key].Any(span => span.Overlaps(content))))
                .Select(line => new SoleStatement(article, line))),
        ];
    }
}
