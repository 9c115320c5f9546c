using Demarche.Core.Reading.Languages;
using Demarche.Core.Reading.Metadata;
using Demarche.Core.Reading.Pages;

namespace Demarche.Core.Reading;

/// <summary>Reads an HTML page: its article's body and what it says about itself.</summary>
internal static class PageReader
{
    // A reader can look them up from these.
    private const int MostNamed = 5;

    /// <summary>The article of a page, and why it is none if it is none; fields <paramref name="given"/> already has stay, its text is replaced by the body.</summary>
    /// <param name="given">What is known beforehand, from a record.</param>
    /// <param name="html">The page.</param>
    /// <param name="place">Address the page came from, or null.</param>
    /// <param name="keepsCut">Whether what is cut is kept.</param>
    public static (Article Article, string? Problem) Read(Article given, string html, string? place, bool keepsCut)
    {
        Page page = Page.Of(html);
        PageMarks marks = page.Marks;
        LinkedData linked = LinkedData.Of(page.Root);
        PageBody body = BodyChooser.Choose(page, marks, linked);
        string text = body.Text;
        List<string> remarks = body.Parts is { } parts ? [Choice(parts)] : [];
        if (Mojibake.Repaired(text) is { } repaired)
        {
            text = repaired;
            remarks.Add("double-encoded characters repaired");
        }

        string? site = SiteName.Of(marks, linked);

        // The page's title and address are those of a list when its title is none of its articles'.
        ArticlePart? untitled = body.Parts is { IsTitled: false } list ? list.Main : null;
        string? address = given.Url ?? (untitled?.Link is { } link ? WebAddress.Resolve(link, marks.Address ?? place) : null) ?? PageAddress.Of(marks.Address, place);
        var article = given with
        {
            Text = text,
            Remarks = remarks,
            Cut = keepsCut ? body.Cut : [],
            IsTruncated = Paywall.Truncates(body, linked),
            Url = address,
            Outlet = given.Outlet ?? site,
            Title = given.Title ?? untitled?.Heading ?? PageTitle.Find(page, marks, linked, address, site),
            Byline = given.Byline ?? PageAuthors.Find(page, marks, linked, site),
            Language = given.Language ?? LanguageDetector.Detect(text) ?? Language(marks.LanguageTag),
        };
        string? problem = PageKind.ProblemOf(page, text, article.Title, address, isDescribed: linked.Article is not null);
        return (WithDay(article, page, linked, marks.LanguageTag), problem);
    }

    private static string Choice(ArticleParts parts)
    {
        string others = string.Join(", ", parts.Others.Take(MostNamed).Select(other => $"“{other.Heading}”"));
        string more = parts.Others.Count > MostNamed ? $" and {parts.Others.Count - MostNamed} more" : "";
        return $"the page holds {parts.Others.Count + 1} articles; read is {(parts.IsTitled ? "the one of its title" : "the first")}, not {others}{more}";
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
