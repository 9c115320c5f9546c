namespace Demarche.Core.Reading.Pages;

/// <summary>Which blocks of a page are its article's body, and why each of the others is not.</summary>
/// <param name="Blocks">The page's blocks.</param>
/// <param name="Reasons">Why each block is left out, in a word or two; null for one that is kept.</param>
internal sealed record PageBody(PageBlocks Blocks, IReadOnlyList<string?> Reasons)
{
    /// <summary>Why the blocks of an article are left out that the page is not read for.</summary>
    public const string AnotherArticle = "another article";

    /// <summary>The articles of a page that holds several; null when it holds one.</summary>
    public ArticleParts? Parts { get; init; }

    /// <summary>Index of the first block kept; the number of blocks when none is.</summary>
    public int First { get; } = FirstOf(Reasons);

    /// <summary>Index behind the last block kept; 0 when none is.</summary>
    public int End { get; } = EndOf(Reasons);

    /// <summary>The blocks kept, parted by line feeds.</summary>
    public string Text => string.Join('\n', Blocks.Blocks.Where((_, i) => Reasons[i] is null).Select(block => block.Text));

    /// <summary>The blocks left out, with the reasons.</summary>
    public IReadOnlyList<CutText> Cut =>
        [.. Blocks.Blocks.Select((block, i) => (block, reason: Reasons[i])).Where(one => one.reason is not null)
            .Select(one => new CutText(one.block.Text, one.reason!))];

    private static int FirstOf(IReadOnlyList<string?> reasons)
    {
        int first = 0;
        while (first < reasons.Count && reasons[first] is not null)
        {
            first++;
        }

        return first;
    }

    private static int EndOf(IReadOnlyList<string?> reasons)
    {
        int end = reasons.Count;
        while (end > 0 && reasons[end - 1] is not null)
        {
            end--;
        }

        return end;
    }
}
