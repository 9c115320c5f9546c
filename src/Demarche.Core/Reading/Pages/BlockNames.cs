using System.Collections.Frozen;

namespace Demarche.Core.Reading.Pages;

/// <summary>Tells from an element's name, role, class and id that it holds a page's surroundings.</summary>
internal static class BlockNames
{
    // Words makers of pages use in class and id for what surrounds an article; ours, checked on the 121 development pages of
    // the article-extraction benchmark. Whole words: a class is split at everything but letters.
    private static readonly FrozenSet<string> Words = new[]
    {
        "ad", "ads", "advert", "advertisement", "advertising", "sponsor", "sponsored", "promo", "promotion", "outbrain", "taboola",
        "nav", "navigation", "navbar", "menu", "breadcrumb", "breadcrumbs", "pagination", "pager", "toolbar", "sidebar", "rail",
        "footer", "masthead", "copyright", "legal", "disclaimer", "cookie", "cookies", "consent", "gdpr", "banner", "popup", "modal",
        "overlay", "comment", "comments", "disqus", "respond", "share", "sharing", "social", "follow", "newsletter", "subscribe",
        "subscription", "signup", "signin", "login", "paywall", "donate", "related", "recommended", "recommendations", "recirc",
        "trending", "popular", "teaser", "teasers", "widget", "widgets", "byline", "author", "authors", "bio", "timestamp", "dateline",
        "caption", "credit", "credits", "tags", "taglist", "keywords", "print", "tool", "tools", "skip", "hidden", "rating",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup =
        Words.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string> Roles =
        new[] { "navigation", "banner", "complementary", "contentinfo", "dialog", "search", "alert", "menu", "toolbar" }
            .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether the element is one of the surroundings by what it is or by what it is called.</summary>
    public static bool AreSurroundings(PageNode node) =>
        node.Tag is not ("html" or "body" or "main" or "article")
        && (PageTags.Surroundings.Contains(node.Tag)
            || (node["role"] is { } role && Roles.Contains(role))
            || IsCalledSo(node.Names));

    private static bool IsCalledSo(ReadOnlySpan<char> names)
    {
        while (!names.IsEmpty)
        {
            int start = names.IndexOfAnyInRange('a', 'z');
            if (start < 0)
            {
                return false;
            }

            names = names[start..];
            int length = names.IndexOfAnyExceptInRange('a', 'z');
            length = length < 0 ? names.Length : length;
            if (Lookup.Contains(names[..length]))
            {
                return true;
            }

            names = names[length..];
        }

        return false;
    }
}
