using Demarche.Core.Reading.Metadata;
using Demarche.Core.Reading.Pages;

namespace Demarche.Core.Reading;

/// <summary>Reads an HTML page: its article's body and what it says about itself.</summary>
internal static class PageReader
{
    /// <summary>The article of a page; fields <paramref name="given"/> already has stay, its text is replaced by the body.</summary>
    /// <param name="given">What is known beforehand, from a record.</param>
    /// <param name="html">The page.</param>
    public static Article Read(Article given, string html)
    {
        Page page = Page.Of(html);
        PageMarks marks = PageMarks.Of(page.Root);
        LinkedData linked = LinkedData.Of(page.Root);
        string? site = SiteName.Of(marks, linked);
        string? address = given.Url ?? marks.Address;
        var article = given with
        {
            Text = BodyChooser.Choose(page, marks, linked).Text,
            Url = address,
            Outlet = given.Outlet ?? site,
            Title = given.Title ?? PageTitle.Find(page, marks, linked, address, site),
            Byline = given.Byline ?? PageAuthors.Find(page, marks, linked, site),
            Language = given.Language ?? Language(marks.LanguageTag),
        };
        return article.Published is null ? WithDay(article, page, linked, marks.LanguageTag) : article;
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
