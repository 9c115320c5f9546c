using Demarche.Core.Reading.Languages;
using Demarche.Core.Reading.Metadata;
using Demarche.Core.Reading.Pages;

namespace Demarche.Core.Reading;

/// <summary>Reads an HTML page: its article's body and what it says about itself.</summary>
internal static class PageReader
{
    /// <summary>The article of a page, and why it is none if it is none; fields <paramref name="given"/> already has stay, its text is replaced by the body.</summary>
    /// <param name="given">What is known beforehand, from a record.</param>
    /// <param name="html">The page.</param>
    /// <param name="keepsCut">Whether what is cut is kept.</param>
    public static (Article Article, string? Problem) Read(Article given, string html, bool keepsCut = true)
    {
        Page page = Page.Of(html);
        PageMarks marks = page.Marks;
        LinkedData linked = LinkedData.Of(page.Root);
        PageBody body = BodyChooser.Choose(page, marks, linked);
        string text = body.Text;
        string[] remarks = [];
        if (Mojibake.Repaired(text) is { } repaired)
        {
            text = repaired;
            remarks = ["double-encoded characters repaired"];
        }

        string? site = SiteName.Of(marks, linked);
        string? address = given.Url ?? marks.Address;
        var article = given with
        {
            Text = text,
            Remarks = remarks,
            Cut = keepsCut ? body.Cut : [],
            IsTruncated = Paywall.Truncates(body, linked),
            Url = address,
            Outlet = given.Outlet ?? site,
            Title = given.Title ?? PageTitle.Find(page, marks, linked, address, site),
            Byline = given.Byline ?? PageAuthors.Find(page, marks, linked, site),
            Language = given.Language ?? LanguageDetector.Detect(text) ?? Language(marks.LanguageTag),
        };
        string? problem = PageKind.ProblemOf(page, text, article.Title, address, isDescribed: linked.Article is not null);
        return (WithDay(article, page, linked, marks.LanguageTag), problem);
    }

    private static string? Language(string? tag)
    {
        string code = (tag ?? "").Trim().Split('-', '_')[0].ToLowerInvariant();
        return code.Length == 2 && code.All(char.IsAsciiLetterLower) ? code : null;
    }

    // What was given beforehand stands; the page then tells the time of day and the last change at most.
    private static Article WithDay(Article article, Page page, LinkedData linked, string? language)
    {
        PageDays days = PublishedDay.Find(page, linked, article.Url, SlashOrder.IsMonthFirst(language, article.Url));
        DayMention? found = article.Published is null ? days.Published : null;
        DateOnly? day = article.Published ?? found?.Time.Day;
        StatedTime? at = article.PublishedAt ?? days.TimeOf(day);
        return article with
        {
            Published = day,
            PublishedBasis = found?.Basis ?? article.PublishedBasis,
            PublishedAt = at,
            Updated = article.Updated ?? days.ChangeAfter(at ?? (day is { } known ? new StatedTime(known, null, null) : null)),
        };
    }
}
