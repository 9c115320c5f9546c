using Demarche.Core.Comparisons;
using Demarche.Core.Comparisons.Utterances;
using Demarche.Core.Ledger;
using Demarche.Web.Parts;
using Demarche.Web.Stories;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Demarche.Web.Quotes;

/// <summary>Who said certain words, who had them first, and who else had them.</summary>
internal static class QuoteRoutes
{
    private const int HitsOnPage = 25;

    /// <summary>Maps them.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/quotes", QuotesAsync);

    private static async Task<IResult> QuotesAsync(HttpContext context, LedgerSource source, StoryDesk desk)
    {
        var query = QuoteQuery.Of(context.Request);
        var portion = Portion.Of(context.Request, HitsOnPage);
        bool isCurrent = query.Words is null || await desk.IsCurrentAsync(StoryRoutes.Patience, context.RequestAborted);
        IReadOnlyList<QuoteHit> all = query.Words is not { } words
            ? []
            : source.Cached($"quotes {query}", () => source.Ledger.Quotes(words).Where(query.Admits).Take(QuotesModel.MostHits).ToArray());
        (IReadOnlyList<QuoteGroup> groups, bool isMore) = portion.Cut(source.Cached($"quote groups {query}", () => QuoteGroup.Of(all)));
        IReadOnlyList<QuoteGroup> shown = source.Cached($"quotes {query} {portion}", () => QuoteGroup.Joined([.. WithUtterances(groups, desk)]));
        return Page.Of<QuotesPage>(new { Model = new QuotesModel(query, all, portion, shown, isMore, isCurrent) });
    }

    private static IEnumerable<QuoteGroup> WithUtterances(IReadOnlyList<QuoteGroup> groups, StoryDesk desk)
    {
        var byArticle = new Dictionary<string, IReadOnlyList<Utterance>>(StringComparer.Ordinal);
        foreach (QuoteGroup group in groups)
        {
            QuoteHit hit = group.Hits[0];
            if (!byArticle.TryGetValue(hit.Line.Article.Key, out IReadOnlyList<Utterance>? utterances))
            {
                OutletComparison story = desk.Book.Find(hit.Line.Article.Key);
                utterances = story.Utterances;
                foreach (string key in story.Stories.SelectMany(found => found.Articles).Select(article => article.Key))
                {
                    byArticle[key] = utterances;
                }

                byArticle[hit.Line.Article.Key] = utterances;
            }

            yield return group with { Utterance = QuotesModel.UtteranceOf(hit, utterances) };
        }
    }
}
