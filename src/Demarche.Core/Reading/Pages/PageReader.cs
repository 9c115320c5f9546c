namespace Demarche.Core.Reading.Pages;

/// <summary>Reads an HTML page: its article's body and what it says about itself.</summary>
internal static class PageReader
{
    /// <summary>The article of a page; fields <paramref name="given"/> already has stay, its text is replaced by the body.</summary>
    /// <param name="given">What is known beforehand, from a record.</param>
    /// <param name="html">The page.</param>
    public static Article Read(Article given, string html)
    {
        PageNode page = PageParser.Parse(html);
        return given with { Text = string.Join('\n', BodyFinder.Find(page)) };
    }
}
