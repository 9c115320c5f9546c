namespace Demarche.Core.Reading.Pages;

/// <summary>A run of text a browser would show as lines of their own: a paragraph, a heading, a list item, a cell.</summary>
/// <param name="Node">The block element it stands in.</param>
/// <param name="Text">Its characters, white space collapsed; never empty.</param>
/// <param name="LinkLength">How many of them are links; UTF-16 code units.</param>
internal sealed record PageBlock(PageNode Node, string Text, int LinkLength)
{
    // A line of running text is rarely shorter; bylines, labels and menu entries are.
    private const int ShortestSentence = 25;

    /// <summary>Name of the element it stands in.</summary>
    public string Tag => Node.Tag;

    /// <summary>Share of link characters, 0-1.</summary>
    public double LinkShare => (double)LinkLength / Text.Length;

    /// <summary>Whether it is a heading.</summary>
    public bool IsHeading => PageTags.Headings.Contains(Tag);

    /// <summary>How much it speaks for an article's body where it stands: its characters outside links, if they can be running text; a row of data may belong to any part of a page.</summary>
    public double Weight => Text.Length < ShortestSentence || LinkShare > 0.5 || IsHeading || Tag == "tr" || !HasLetter
        ? 0
        : (Text.Length - LinkLength) * (Tag is "p" or "blockquote" ? 1 : 0.6);

    private bool HasLetter
    {
        get
        {
            int at = 0;
            while (at < Text.Length && !char.IsLetter(Text[at]))
            {
                at++;
            }

            return at < Text.Length;
        }
    }
}

/// <summary>An element of the page and the blocks in it.</summary>
/// <param name="Node">The element.</param>
/// <param name="First">Index of its first block.</param>
/// <param name="End">Index after its last block.</param>
internal readonly record struct PageRegion(PageNode Node, int First, int End);

/// <summary>A run of text inside a block.</summary>
/// <param name="Block">Index of the block.</param>
/// <param name="Start">Where the run begins in the block's text; UTF-16 code units.</param>
/// <param name="Node">The run.</param>
internal readonly record struct PagePiece(int Block, int Start, PageNode Node);
