namespace Demarche.Core.Reading.Metadata;

/// <summary>What a page calls the site it belongs to.</summary>
internal static class SiteName
{
    /// <summary>The name, or null when the page gives none.</summary>
    public static string? Of(PageMarks marks, LinkedData linked) =>
        marks.Meta("og:site_name") ?? linked.Article?.Publisher ?? marks.Meta("application-name") ?? linked.Site;
}
