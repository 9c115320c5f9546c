namespace Demarche.Core.Reading.Pages;

/// <summary>One of several whole articles on a page.</summary>
/// <param name="Region">Where it stands.</param>
/// <param name="Heading">Its headline.</param>
/// <param name="Link">Where the headline leads, as the page has it; null when it is no link.</param>
internal sealed record ArticlePart(PageRegion Region, string Heading, string? Link);

/// <summary>The articles of a page that holds several, and the one it is read for.</summary>
/// <param name="Main">The one that bears the page's title, else the first.</param>
/// <param name="Others">The others, in page order.</param>
/// <param name="IsTitled">Whether the page's title is the main one's.</param>
internal sealed record ArticleParts(ArticlePart Main, IReadOnlyList<ArticlePart> Others, bool IsTitled)
{
    // A teaser or a comment says less; a whole article has a few sentences.
    private const double LeastWeight = 400;

    // The headline stands first, below a picture, a section and a day at most.
    private const int HeadBlocks = 5;

    private const int ShortestHeading = 8;

    // A page of a hundred posts is an archive; the bound keeps a hostile one cheap.
    private const int Most = 100;

    private static readonly string[] Types = ["Article", "BlogPosting", "NewsArticle", "ReportageNewsArticle"];

    /// <summary>The articles of a page; null when it holds one, or when its parts are sections of one: below a headline of the page's own, or entries of a live blog.</summary>
    /// <param name="read">The page's blocks.</param>
    /// <param name="aside">Which blocks are the page's surroundings.</param>
    /// <param name="title">The page's title, or null.</param>
    public static ArticleParts? Of(PageBlocks read, bool[] aside, string? title)
    {
        List<ArticlePart> parts = Whole(read, aside);
        if (parts.Count < 2)
        {
            return null;
        }

        int main = title is null ? -1 : parts.FindIndex(part => IsIn(part.Heading, title));
        bool hasOwnHeadline = main < 0 && Enumerable.Range(0, parts[0].Region.First).Any(i => read.Blocks[i].Tag == "h1" && !aside[i] && read.Blocks[i].LinkLength == 0);
        return hasOwnHeadline ? null : new ArticleParts(parts[Math.Max(0, main)], [.. parts.Where((_, i) => i != Math.Max(0, main))], main >= 0);
    }

    private static List<ArticlePart> Whole(PageBlocks read, bool[] aside)
    {
        var parts = new List<ArticlePart>();
        int done = 0;
        foreach (PageRegion region in read.Regions)
        {
            // Regions come outermost first.
            if (region.First >= done && parts.Count < Most && IsArticle(region.Node))
            {
                done = region.End;
                if (HeadingOf(read, region) is { } heading && WeightOf(read, region, aside) >= LeastWeight)
                {
                    parts.Add(new ArticlePart(region, read.Blocks[heading].Text, LinkOf(read, heading)));
                }
            }
        }

        return parts;
    }

    private static bool IsArticle(PageNode node) =>
        (node.Tag == "article" || (node["itemtype"] is { } type && Array.Exists(Types, name => type.EndsWith("/" + name, StringComparison.Ordinal))))
        && !node.Names.Contains("comment", StringComparison.Ordinal)
        && !node.Names.Contains("live", StringComparison.Ordinal);

    private static int? HeadingOf(PageBlocks read, PageRegion region)
    {
        for (int i = region.First; i < Math.Min(region.End, region.First + HeadBlocks); i++)
        {
            if (read.Blocks[i].Tag is "h1" or "h2" or "h3" && read.Blocks[i].Text.Length >= ShortestHeading)
            {
                return i;
            }
        }

        return null;
    }

    private static double WeightOf(PageBlocks read, PageRegion region, bool[] aside)
    {
        double sum = 0;
        for (int i = region.First; i < region.End; i++)
        {
            sum += aside[i] ? 0 : read.Blocks[i].Weight;
        }

        return sum;
    }

    private static string? LinkOf(PageBlocks read, int heading) =>
        read.Blocks[heading].LinkLength > 0 ? Cards.FirstLink(read, heading)?["href"] : null;

    // The title element has the site's name too, or a heading cut short; the name of the site alone is shorter than that.
    private static bool IsIn(string heading, string title) =>
        title.Contains(heading, StringComparison.OrdinalIgnoreCase)
        || (title.Length * 2 > heading.Length && heading.Contains(title, StringComparison.OrdinalIgnoreCase));
}
