using Demarche.Core.Reading.Pages;

namespace Demarche.Core.Reading.Metadata;

/// <summary>Finds what a page says twice: a teaser above the text it begins, a quotation drawn out of a paragraph.</summary>
internal static class Repetition
{
    /// <summary>Why a block that says what another one says is left out.</summary>
    public const string Reason = "repeated";

    // Shorter lines come again by themselves: a refrain, "he said no".
    private const int Shortest = 40;

    // A teaser or a drawn quotation is a few sentences.
    private const int Longest = 500;

    // The paragraph says more than the quotation.
    private const double MoreThanTheQuotation = 1.2;

    // More blocks are a book or an attack; comparing each with all would take long.
    private const int MostBlocks = 600;

    // Teasers stand above the text, below the headline.
    private const int TeaserBlocks = 3;

    private static readonly char[] Marks = ['"', '“', '”', '„', '«', '»', '\'', '‘', '’', ' ', '.', '…', '[', ']'];

    /// <summary>Gives the reason to teasers that one later block begins with, and to quotations that stand in a paragraph too. What comes again otherwise is meant: a question put to each of twenty people.</summary>
    public static void Mark(IReadOnlyList<PageBlock> blocks, string?[] reasons)
    {
        int[] kept = [.. Enumerable.Range(0, reasons.Length).Where(i => reasons[i] is null)];
        if (kept.Length > MostBlocks)
        {
            return;
        }

        for (int k = 0; k < kept.Length; k++)
        {
            PageBlock block = blocks[kept[k]];
            string core = block.Text.Length <= Longest ? block.Text.Trim(Marks) : "";
            if (core.Length >= Shortest
                && ((k < TeaserBlocks && kept.Skip(k + 1).Count(other => blocks[other].Text.AsSpan().TrimStart(Marks).StartsWith(core, StringComparison.Ordinal)) == 1)
                    || (IsDrawn(block) && Array.Exists(kept, other => IsIn(blocks[other], core)))))
            {
                reasons[kept[k]] = Reason;
            }
        }
    }

    /// <summary>Whether the block is set apart from the paragraphs as a quotation drawn out of them is.</summary>
    private static bool IsDrawn(PageBlock block)
    {
        PageNode? outer = block.Node.Parent;
        return block.Tag is not ("p" or "li" or "tr") || outer?.Tag is "blockquote" or "aside" or "figure" || (outer?.Names.Contains("quote", StringComparison.Ordinal) ?? false);
    }

    private static bool IsIn(PageBlock other, string core) =>
        other.Tag == "p" && other.Text.Length > core.Length * MoreThanTheQuotation && other.Text.Contains(core, StringComparison.Ordinal);
}
