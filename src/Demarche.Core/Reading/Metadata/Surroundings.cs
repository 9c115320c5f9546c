using Demarche.Core.Reading.Pages;

namespace Demarche.Core.Reading.Metadata;

/// <summary>What the elements around a place of a page are and are called, as features.</summary>
internal static class Surroundings
{
    // The element itself and the one around it name what stands in it; those further out, the part of the page.
    private const int Near = 2;
    private const int Far = 10;

    // Parts of the names makers of pages give to elements; ours.
    private static readonly NameStems Stems = new(0,
        "date", "time", "publi", "post", "meta", "info", "byline", "author", "updat", "modif", "creat", "comment", "footer", "sidebar",
        "widget", "relat", "recent", "archiv", "event", "copyright", "teaser", "list", "item", "nav", "header", "head", "title", "entry",
        "article", "content", "main", "calendar", "stand", "user", "profile", "reply", "popular", "latest", "detail", "news", "blog",
        "sub", "foot", "datum", "signature", "quote", "avatar", "more", "next", "prev", "caption", "image", "video", "name", "source");

    private static readonly string[] Tags =
        ["time", "address", "footer", "header", "aside", "nav", "li", "table", "a", "h1", "h2", "h3", "h4", "h5", "article", "main", "em", "small", "b", "strong", "p"];

    /// <summary>Features of the elements from <paramref name="node"/> outwards, each led by <paramref name="source"/>.</summary>
    public static List<string> Of(PageNode node, string source)
    {
        var features = new HashSet<string>(StringComparer.Ordinal);
        int level = 0;
        for (PageNode? outer = node.IsText ? node.Parent : node; outer is not null && level < Far; outer = outer.Parent, level++)
        {
            string where = level < Near ? "in" : "within";
            if (Array.IndexOf(Tags, outer.Tag) >= 0)
            {
                features.Add($"{source} {where} <{outer.Tag}>");
            }

            foreach (string stem in outer.Tag is "body" or "html" ? [] : Stems.In(outer))
            {
                features.Add($"{source} {where} {stem}");
            }
        }

        return [.. features];
    }
}
