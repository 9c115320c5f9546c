namespace Demarche.Core.Reading.Pages;

/// <summary>
/// Elements of a page that a reader does not see. Where the greater part of the page's paragraphs is hidden, a script shows them in time (or a menu
/// that is never closed has swallowed them): what holds them is read.
/// </summary>
internal sealed class HiddenElements(PageNode root)
{
    // Made at the first marked element: most pages have none.
    private Dictionary<PageNode, int>? _lengths;
    private int _all;

    /// <summary>Whether the element's text is to be passed over.</summary>
    public bool Has(PageNode node)
    {
        if (!IsMarked(node))
        {
            return false;
        }

        if (_lengths is null)
        {
            _lengths = [];
            _all = Measure(root, _lengths, isInParagraph: false);
        }

        return _lengths[node] * 2 <= _all;
    }

    private static bool IsMarked(PageNode node) =>
        node["hidden"] is not null
        || string.Equals(node["aria-hidden"], "true", StringComparison.OrdinalIgnoreCase)
        || (node["style"] is { } style
            && style.Replace(" ", "", StringComparison.Ordinal).Contains("display:none", StringComparison.OrdinalIgnoreCase));

    /// <summary>UTF-16 units of source text in paragraphs below <paramref name="node"/>; those of marked elements are noted. The tree is no deeper than the parser lets it be.</summary>
    private static int Measure(PageNode node, Dictionary<PageNode, int> lengths, bool isInParagraph)
    {
        if (node.IsText)
        {
            return isInParagraph ? node.Raw.Length : 0;
        }

        int sum = 0;
        if (!PageTags.NeverText.Contains(node.Tag))
        {
            foreach (PageNode child in node.Children)
            {
                sum += Measure(child, lengths, isInParagraph || node.Tag == "p");
            }
        }

        if (IsMarked(node))
        {
            lengths[node] = sum;
        }

        return sum;
    }
}
