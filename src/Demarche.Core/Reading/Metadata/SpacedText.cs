using System.Text;
using Demarche.Core.Reading.Pages;

namespace Demarche.Core.Reading.Metadata;

/// <summary>
/// The text of a block with a blank between all its runs: a page may set the day, the month and the year, or an author and a
/// day, in elements side by side that its style sheet parts.
/// </summary>
internal sealed class SpacedText
{
    private readonly List<(int Start, PageNode Node)> _runs = [];
    private readonly PageNode _block;

    private SpacedText(PageNode block) => _block = block;

    /// <summary>The text.</summary>
    public string Text { get; private set; } = "";

    /// <summary>The text of the block with that index.</summary>
    /// <param name="blocks">The page's blocks.</param>
    /// <param name="index">Index of the block.</param>
    /// <param name="piece">Index of its first run.</param>
    public static SpacedText Of(PageBlocks blocks, int index, int piece)
    {
        PageBlock block = blocks.Blocks[index];
        var spaced = new SpacedText(block.Node);
        var text = new StringBuilder();
        int from = 0;
        for (; piece < blocks.Pieces.Count && blocks.Pieces[piece].Block == index && from <= block.Text.Length; piece++)
        {
            int start = Math.Min(blocks.Pieces[piece].Start, block.Text.Length);
            text.Append(block.Text, from, start - from);
            if (text.Length > 0 && !char.IsWhiteSpace(text[^1]))
            {
                text.Append(' ');
            }

            spaced._runs.Add((text.Length, blocks.Pieces[piece].Node));
            from = start;
        }

        spaced.Text = text.Append(block.Text, from, block.Text.Length - from).ToString();
        return spaced;
    }

    /// <summary>The run in which that character stands.</summary>
    public PageNode NodeAt(int offset)
    {
        PageNode node = _block;
        foreach ((int start, PageNode run) in _runs)
        {
            if (start > offset)
            {
                break;
            }

            node = run;
        }

        return node;
    }
}
