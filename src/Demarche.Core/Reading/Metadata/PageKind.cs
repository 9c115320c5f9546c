using Demarche.Core.Reading.Pages;

namespace Demarche.Core.Reading.Metadata;

/// <summary>Tells pages that are no article: those that ask for consent, report an error, or list articles.</summary>
internal static class PageKind
{
    // Walls and errors say little; an article about cookies or missing pages says more.
    private const int LongestNotice = 1500;

    // A front page shows many headlines that are links, and a teaser or two that look like text.
    private const int FewestLinks = 25;
    private const int ShortestHeadline = 25;

    private static readonly string[] Walls =
        ["before you continue", "just a moment", "are you a robot", "captcha", "checking your browser", "enable javascript", "verify you are human", "unusual traffic", "bevor sie fortfahren", "zustimmung erforderlich"];

    private static readonly string[] Consents = ["cookie", "consent", "datenschutz", "privacy", "partner", "zustimm", "akzeptier", "accept"];

    /// <summary>Why the page is no article, for a reader; null when it may be one.</summary>
    /// <param name="page">The page.</param>
    /// <param name="text">The body found.</param>
    /// <param name="title">The title found, or null.</param>
    /// <param name="address">The page's address, or null.</param>
    /// <param name="isDescribed">Whether the page's data describe an article.</param>
    public static string? ProblemOf(Page page, string text, string? title, string? address, bool isDescribed)
    {
        if (text.Length == 0)
        {
            return IsList(page) ? "not an article: a list of links" : "no article text found on the page";
        }

        if (isDescribed || text.Length > LongestNotice)
        {
            return null;
        }

        return ErrorTitles.Has(title) ? "not an article: an error page"
            : HasAny(title, Walls) || HasAny(text, Walls) || Consents.Count(word => text.Contains(word, StringComparison.OrdinalIgnoreCase)) >= 4
                ? "not an article: a page that asks for consent or a check"
            : IsHome(address) && IsList(page) ? "not an article: a list of articles"
            : null;
    }

    private static bool IsList(Page page) =>
        page.Blocks.Blocks.Count(block => block.LinkShare > 0.8 && block.Text.Length >= ShortestHeadline) >= FewestLinks;

    private static bool IsHome(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out Uri? uri) && uri.AbsolutePath.Trim('/').Length == 0 && uri.Query.Length == 0;

    private static bool HasAny(string? text, string[] words) =>
        text is not null && Array.Exists(words, word => text.Contains(word, StringComparison.OrdinalIgnoreCase));
}
