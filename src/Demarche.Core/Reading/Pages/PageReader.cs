namespace Demarche.Core.Reading.Pages;

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
        PageNode page = PageParser.Parse(html);
        PageMarks marks = PageMarks.Of(page);
        LinkedArticle? linked = LinkedArticle.Find(page);
        string? outlet = given.Outlet ?? marks.Meta("og:site_name") ?? linked?.Publisher ?? marks.Meta("application-name");
        var article = given with
        {
            Text = string.Join('\n', BodyFinder.Find(page)),
            Url = given.Url ?? marks.Canonical ?? marks.Meta("og:url"),
            Outlet = outlet,
            Title = given.Title ?? Title(marks, linked, outlet),
            Byline = given.Byline ?? Byline(marks, linked),
            Language = given.Language ?? Language(marks.Language ?? marks.Meta("og:locale", "language")),
        };
        return article.Published is null ? WithDay(article, marks, linked) : article;
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
            [linked?.Author, marks.Meta("author", "parsely-author", "sailthru.author", "dc.creator", "article:author"), marks.Author];
        return Array.Find(candidates, name =>
            name is not null && name.Length <= LongestByline && !name.Contains("//", StringComparison.Ordinal));
    }

    private static string? Language(string? tag)
    {
        string code = (tag ?? "").Trim().Split('-', '_')[0].ToLowerInvariant();
        return code.Length == 2 && code.All(char.IsAsciiLetterLower) ? code : null;
    }

    private static Article WithDay(Article article, PageMarks marks, LinkedArticle? linked)
    {
        string?[] stated =
        [
            linked?.Published,
            marks.Meta("article:published_time", "og:article:published_time", "og:published_time", "datePublished"),
            marks.Meta("article.published", "parsely-pub-date", "sailthru.date", "pubdate", "publishdate", "publish-date"),
            marks.Meta("dc.date.issued", "dcterms.created", "dcterms.date", "dc.date", "date", "published_at", "article_date_original"),
            marks.Time,
        ];
        foreach (string? value in stated)
        {
            if (PublicationDay.Parse(value) is { } day)
            {
                return article with { Published = day, PublishedBasis = DateBasis.Meta };
            }
        }

        return article;
    }
}
