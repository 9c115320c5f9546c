using Demarche.Core.Ledger;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Demarche.Web.Articles;

/// <summary>An article: its text with what was read from it.</summary>
internal static class ArticleRoutes
{
    /// <summary>Maps them.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/articles/{key}", Article);

    private static IResult Article(string key, LedgerSource source)
    {
        // The lists of an address that names several are the quotes' and sources' pages; here a key is whole.
        LedgerArticle? article = source.Ledger.FindArticles(key).SingleOrDefault(found => found.Key == key);
        return article is null || source.Ledger.ReadArticle(key) is not { } coded
            ? Results.NotFound()
            : Page.Of<ArticlePage>(new { Model = ArticleModel.Of(source.Ledger, article, coded) });
    }
}
