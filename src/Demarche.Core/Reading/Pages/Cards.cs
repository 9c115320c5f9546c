namespace Demarche.Core.Reading.Pages;

/// <summary>Finds cards: elements that stand among their like, each with the linked title of another page and perhaps its first sentences.</summary>
internal static class Cards
{
    // Title, section, day, author, a sentence or two.
    private const int MostBlocks = 6;

    // Shorter links are sections, authors, "more".
    private const int ShortestTitle = 20;
    private const double MostlyLink = 0.8;

    // Two of a kind may be two sections of the article.
    private const int FewestTeasers = 3;

    // How far above a run of text the link that holds it may stand.
    private const int LinkLevels = 3;

    /// <summary>How many cards of the kind there are that each block stands in; 0 for a block that stands in none.</summary>
    public static int[] Of(PageBlocks page) => Count(page, region => TitleOf(page, region) is not null);

    /// <summary>Whether each block is the beginning of another article of the same site: it stands in a card of three or more.</summary>
    /// <param name="page">The page's blocks.</param>
    /// <param name="address">The page's address; without it, only links that name no host lead to the same site.</param>
    public static bool[] TeasersOf(PageBlocks page, string? address)
    {
        string? host = HostOf(address);
        int[] counts = Count(page, region => TitleOf(page, region) is { } link && IsInternal(link, host));
        return [.. counts.Select(count => count >= FewestTeasers)];
    }

    private static int[] Count(PageBlocks page, Func<PageRegion, bool> isCard)
    {
        var kinds = new Dictionary<string, int>(StringComparer.Ordinal);
        var cards = new List<(PageRegion Region, string Kind)>();
        foreach (PageRegion region in page.Regions)
        {
            if (region.End - region.First <= MostBlocks && isCard(region))
            {
                string kind = $"{region.Node.Tag}.{region.Node.Names}<{region.Node.Parent?.Tag}";
                cards.Add((region, kind));
                kinds[kind] = kinds.GetValueOrDefault(kind) + 1;
            }
        }

        var counts = new int[page.Blocks.Count];
        foreach ((PageRegion region, string kind) in cards)
        {
            for (int i = region.First; i < region.End; i++)
            {
                counts[i] = Math.Max(counts[i], kinds[kind]);
            }
        }

        return counts;
    }

    /// <summary>The link of a card's title; null when the element is no card.</summary>
    private static PageNode? TitleOf(PageBlocks page, PageRegion region)
    {
        for (int i = region.First; i < region.End; i++)
        {
            PageBlock block = page.Blocks[i];
            bool isTitle = block.LinkLength >= ShortestTitle
                && (block.LinkShare >= MostlyLink || (region.End - region.First == 1 && IsCutOff(block.Text)));
            if (isTitle && FirstLink(page, i) is { } link)
            {
                return link;
            }
        }

        return null;
    }

    /// <summary>Whether a text ends in the dots of a teaser.</summary>
    public static bool IsCutOff(string text) =>
        text.EndsWith('…') || text.EndsWith("...", StringComparison.Ordinal) || text.EndsWith("[…]", StringComparison.Ordinal);

    /// <summary>The link that the block's first words stand in, or null.</summary>
    public static PageNode? FirstLink(PageBlocks page, int block)
    {
        int level = 0;
        PageNode? node = page.PiecesOf(block).Select(piece => piece.Node.Parent).FirstOrDefault();
        for (; node is not null && level < LinkLevels; node = node.Parent, level++)
        {
            if (node.Tag == "a")
            {
                return node;
            }
        }

        return null;
    }

    private static bool IsInternal(PageNode link, string? host) =>
        link["href"] is { Length: > 1 } target && target[0] != '#'
        && (HostOf(target) is { } other ? other == host : !target.Contains(':', StringComparison.Ordinal));

    private static string? HostOf(string? address)
    {
        int start = address?.IndexOf("//", StringComparison.Ordinal) ?? -1;
        if (start < 0)
        {
            return null;
        }

        ReadOnlySpan<char> rest = address.AsSpan(start + 2);
        int end = rest.IndexOfAny('/', '?', '#');
        rest = end < 0 ? rest : rest[..end];
        return (rest.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? rest[4..] : rest).ToString().ToLowerInvariant();
    }
}
