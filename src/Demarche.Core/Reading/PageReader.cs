using Demarche.Core.Reading.Metadata;
using Demarche.Core.Reading.Pages;

namespace Demarche.Core.Reading;

/// <summary>Reads an HTML page: its article's body and what it says about itself.</summary>
internal static class PageReader
{
    // A longer "byline" is a paragraph that was marked by mistake.
    private const int LongestByline = 120;

    /// <summary>The article of a page; fields <paramref name="given"/> already has stay, its text is replaced by the body.</summary>
    /// <param name="given">What is known beforehand, from a record.</param>
    /// <param name="html">The page.</param>
    public static Article Read(Article given, string html)
    {
        Page page = Page.Of(html);
        PageMarks marks = PageMarks.Of(page.Root);
        LinkedData linked = LinkedData.Of(page.Root);
        string? outlet = given.Outlet ?? marks.Meta("og:site_name") ?? linked.Article?.Publisher ?? marks.Meta("application-name");
        var article = given with
        {
            Text = page.Body.Text,
            Url = given.Url ?? marks.Canonical ?? marks.Meta("og:url"),
            Outlet = outlet,
            Title = given.Title ?? Title(marks, linked.Article, outlet),
            Byline = given.Byline ?? Byline(marks, linked.Article),
            Language = given.Language ?? Language(marks.LanguageTag),
        };
        return article.Published is null ? WithDay(article, page, linked, marks.LanguageTag) : article;
    }

    private static string? Title(PageMarks marks, LinkedArticle? linked, string? outlet) =>
        WithoutOutlet(marks.Meta("og:title"), outlet)
        ?? linked?.Headline
        ?? marks.Heading
        ?? WithoutOutlet(marks.TitleElement, outlet);

    /// <summary>Drops the outlet's name that many pages add behind their title: "Title - Outlet", "Title | Outlet".</summary>
    private static string? WithoutOutlet(string? title, string? outlet)
    {
        if (title is null || outlet is null || !title.EndsWith(outlet, StringComparison.OrdinalIgnoreCase))
        {
            return title;
        }

        string rest = title[..^outlet.Length].TrimEnd();
        string trimmed = rest.TrimEnd('|', '-', '–', '—', '·', ':').TrimEnd();
        return trimmed.Length > 0 && trimmed.Length < rest.Length ? trimmed : title;
    }

    private static string? Byline(PageMarks marks, LinkedArticle? linked)
    {
        string?[] candidates =
            [linked is { Authors.Count: > 0 } ? string.Join(", ", linked.Authors) : null, marks.Meta("author", "parsely-author", "sailthru.author", "dc.creator", "article:author"), marks.Author];
        return Array.Find(candidates, name =>
            name is not null && name.Length <= LongestByline && !name.Contains("//", StringComparison.Ordinal));
    }

    private static string? Language(string? tag)
    {
        string code = (tag ?? "").Trim().Split('-', '_')[0].ToLowerInvariant();
        return code.Length == 2 && code.All(char.IsAsciiLetterLower) ? code : null;
    }

    private static Article WithDay(Article article, Page page, LinkedData linked, string? language)
    {
        DayMention? found = PublishedDay.Find(page, linked, article.Url, SlashOrder.IsMonthFirst(language, article.Url));
        return found is null ? article : article with { Published = found.Time.Day, PublishedBasis = found.Basis };
    }
}
