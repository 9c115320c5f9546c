namespace Demarche.Core.Reading.Pages;

/// <summary>Tells rows of data, which are one line of text, from rows that lay out a page, whose cells are parts of it.</summary>
internal static class TableRow
{
    // A cell of data holds a name, a number, a few words.
    private const int LongestCell = 60;

    /// <summary>Whether <paramref name="row"/> has two cells or more and all are short and hold nothing but text.</summary>
    public static bool IsOfData(PageNode row)
    {
        int cells = 0;
        foreach (PageNode cell in row.Children)
        {
            if (cell.Tag is "td" or "th")
            {
                cells++;
                if (!IsOfData(cell.Children) || (cell.Children.Count > 0 && cell.TextUpTo(LongestCell) is null && HasText(cell)))
                {
                    return false;
                }
            }
        }

        return cells > 1;
    }

    // The tree is no deeper than the parser lets it be.
    private static bool IsOfData(List<PageNode> nodes) =>
        nodes.TrueForAll(node => node.IsText || node.Tag == "br" || node.Tag == "p" || (PageTags.Inline.Contains(node.Tag) && IsOfData(node.Children)));

    private static bool HasText(PageNode cell) =>
        cell.Subtree().Any(node => node.IsText && !node.Raw.IsWhiteSpace());
}
