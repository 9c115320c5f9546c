using Demarche.Core.Reading.Metadata;

namespace Demarche.Core.Reading.Pages;

/// <summary>A page taken apart: its tree, its blocks of text, and which of them are the article's body.</summary>
/// <param name="Root">The root of the tree.</param>
/// <param name="Marks">What its elements say about it.</param>
/// <param name="Blocks">Its blocks.</param>
/// <param name="Body">Its body.</param>
internal sealed record Page(PageNode Root, PageMarks Marks, PageBlocks Blocks, PageBody Body)
{
    /// <summary>Takes <paramref name="html"/> apart.</summary>
    public static Page Of(string html)
    {
        PageNode root = PageParser.Parse(html);
        PageMarks marks = PageMarks.Of(root);
        PageBlocks blocks = PageBlocks.Of(root);
        return new Page(root, marks, blocks, BodyFinder.Find(blocks, marks));
    }
}
