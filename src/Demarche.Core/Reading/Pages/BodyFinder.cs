using Demarche.Core.Reading.Metadata;

namespace Demarche.Core.Reading.Pages;

/// <summary>Chooses the blocks of a page that are its article's body.</summary>
/// <remarks>
/// Surroundings are set aside by what elements are and what their makers call them; the body is then the smallest element that
/// holds most of the running text left. Shares were set on the 121 development pages of the article-extraction benchmark.
/// </remarks>
internal static class BodyFinder
{
    // An element named like surroundings that holds more of the page's running text than this is the article after all.
    private const double MostOfSurroundings = 0.5;

    // The body holds nearly all running text that is left; the rest is a teaser or a note of the publisher.
    private const double BodyShare = 0.8;

    // A line with more link than this is a pointer elsewhere.
    private const double MostOfLinks = 0.6;

    /// <summary>The body of the page; nothing is kept when it has no running text.</summary>
    /// <param name="read">The page's blocks.</param>
    /// <param name="marks">What the page's elements say about it.</param>
    public static PageBody Find(PageBlocks read, PageMarks marks)
    {
        bool[] aside = Surroundings(read);
        SetTeasersAside(read, aside, marks.Address);
        ArticleParts? parts = ArticleParts.Of(read, aside, marks.Meta("og:title") ?? marks.TitleElement);
        bool[] isAnothers = OthersOf(parts, aside);
        PageRegion body = Body(read, aside);
        var reasons = new string?[read.Blocks.Count];
        for (int i = 0; i < reasons.Length; i++)
        {
            reasons[i] = isAnothers[i] ? PageBody.AnotherArticle
                : i < body.First || i >= body.End ? "outside the article"
                : aside[i] ? "surroundings"
                : IsPointer(read.Blocks[i]) ? "link"
                : null;
        }

        Trim(read.Blocks, reasons);
        return new PageBody(read, reasons) { Parts = parts };
    }

    /// <summary>Sets the articles aside that the page is not read for, and tells which blocks those are.</summary>
    private static bool[] OthersOf(ArticleParts? parts, bool[] aside)
    {
        var others = new bool[aside.Length];
        foreach (ArticlePart part in parts?.Others ?? [])
        {
            others.AsSpan(part.Region.First, part.Region.End - part.Region.First).Fill(true);
            aside.AsSpan(part.Region.First, part.Region.End - part.Region.First).Fill(true);
        }

        return others;
    }

    private static bool[] Surroundings(PageBlocks read)
    {
        double[] weights = Sums(read, null);
        double limit = weights[^1] * MostOfSurroundings;
        var aside = new bool[read.Blocks.Count];
        int done = 0;
        foreach (PageRegion region in read.Regions)
        {
            if (region.End <= done || !BlockNames.AreSurroundings(region.Node) || weights[region.End] - weights[region.First] > limit)
            {
                continue;
            }

            // Regions come outermost first: what lies in this one is settled with it.
            aside.AsSpan(region.First, region.End - region.First).Fill(true);
            done = region.End;
        }

        return aside;
    }

    /// <summary>Sets the beginnings of other articles aside: cards of one kind whose titles lead to pages of the same site.</summary>
    private static void SetTeasersAside(PageBlocks read, bool[] aside, string? address)
    {
        bool[] teasers = Cards.TeasersOf(read, address);
        double all = 0;
        double told = 0;
        for (int i = 0; i < teasers.Length; i++)
        {
            all += aside[i] ? 0 : read.Blocks[i].Weight;
            told += teasers[i] && !aside[i] ? read.Blocks[i].Weight : 0;
        }

        for (int i = 0; i < teasers.Length && told <= all * MostOfSurroundings; i++)
        {
            aside[i] |= teasers[i];
        }
    }

    private static PageRegion Body(PageBlocks read, bool[] aside)
    {
        double[] weights = Sums(read, aside);
        double enough = weights[^1] * BodyShare;
        PageRegion body = default;
        foreach (PageRegion region in read.Regions)
        {
            double weight = weights[region.End] - weights[region.First];
            if (weight > 0 && weight >= enough)
            {
                body = region;
            }
        }

        return body;
    }

    /// <summary>Weight of the blocks before each index: item i is the sum of the first i.</summary>
    private static double[] Sums(PageBlocks read, bool[]? without)
    {
        var sums = new double[read.Blocks.Count + 1];
        for (int i = 0; i < read.Blocks.Count; i++)
        {
            sums[i + 1] = sums[i] + (without is not null && without[i] ? 0 : read.Blocks[i].Weight);
        }

        return sums;
    }

    private static bool IsPointer(PageBlock block) => block.LinkShare > MostOfLinks;

    /// <summary>Cuts what stands before the first and after the last running text: bylines, labels, headings of what follows.</summary>
    private static void Trim(IReadOnlyList<PageBlock> blocks, string?[] reasons)
    {
        int first = 0;
        while (first < reasons.Length && (reasons[first] is not null || blocks[first].Weight == 0))
        {
            reasons[first++] ??= "above the text";
        }

        for (int last = reasons.Length - 1; last >= first && (reasons[last] is not null || blocks[last].Weight == 0); last--)
        {
            reasons[last] ??= "below the text";
        }
    }
}
