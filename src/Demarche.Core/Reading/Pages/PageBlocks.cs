using System.Text;

namespace Demarche.Core.Reading.Pages;

/// <summary>The blocks of text of a page in order, and which of them lie in which element.</summary>
internal sealed class PageBlocks
{
    private readonly List<PageBlock> _blocks = [];
    private readonly List<PageRegion> _regions = [];
    private readonly List<PagePiece> _pieces = [];
    private readonly StringBuilder _text = new();
    private int _linkLength;
    private int _linkDepth;
    private bool _inRow;
    private readonly HiddenElements _hidden;
    private PageNode _element;

    private PageBlocks(PageNode root)
    {
        _element = root;
        _hidden = new HiddenElements(root);
    }

    /// <summary>All blocks, in page order.</summary>
    public IReadOnlyList<PageBlock> Blocks => _blocks;

    /// <summary>All block elements that hold at least one block; an element comes after those that hold it.</summary>
    public IReadOnlyList<PageRegion> Regions => _regions;

    /// <summary>The runs of text the blocks are made of, in page order; white space alone is none.</summary>
    public IReadOnlyList<PagePiece> Pieces => _pieces;

    /// <summary>The runs of the block with that index.</summary>
    public IEnumerable<PagePiece> PiecesOf(int block)
    {
        int low = 0;
        int high = _pieces.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = _pieces[middle].Block < block ? (middle + 1, high) : (low, middle);
        }

        for (; low < _pieces.Count && _pieces[low].Block == block; low++)
        {
            yield return _pieces[low];
        }
    }

    /// <summary>The blocks of the page with this root.</summary>
    public static PageBlocks Of(PageNode root)
    {
        var blocks = new PageBlocks(root);
        blocks.Walk(root);
        blocks.Finish();
        return blocks;
    }

    private void Walk(PageNode node)
    {
        if (node.IsText)
        {
            Append(node);
        }
        else if (node.Tag == "br")
        {
            BreakLine();
        }
        else if (!PageTags.NeverText.Contains(node.Tag) && !_hidden.Has(node))
        {
            if (PageTags.Inline.Contains(node.Tag))
            {
                WalkInline(node);
            }
            else if (_inRow && node.Tag is "td" or "th")
            {
                AppendBlank();
                WalkInline(node);
            }
            else
            {
                WalkBlock(node);
            }
        }
    }

    // The tree is no deeper than the parser lets it be.
    private void WalkInline(PageNode node)
    {
        int link = node.Tag == "a" ? 1 : 0;
        _linkDepth += link;
        foreach (PageNode child in node.Children)
        {
            Walk(child);
        }

        _linkDepth -= link;
    }

    private void WalkBlock(PageNode node)
    {
        Finish();
        PageNode outer = _element;
        _element = node;
        int region = _regions.Count;
        int first = _blocks.Count;
        _regions.Add(new PageRegion(node, first, first));
        bool inRow = _inRow;
        _inRow = node.Tag == "tr" && TableRow.IsOfData(node);
        foreach (PageNode child in node.Children)
        {
            Walk(child);
        }

        Finish();
        _inRow = inRow;
        _element = outer;
        if (_blocks.Count == first)
        {
            _regions.RemoveRange(region, _regions.Count - region);
        }
        else
        {
            _regions[region] = new PageRegion(node, first, _blocks.Count);
        }
    }

    /// <summary>One break is a blank, as in a browser's narrow column; two in a row part paragraphs.</summary>
    private void BreakLine()
    {
        bool first = _text.Length > 0 && _text[^1] == '\n';
        if (first)
        {
            Finish();
        }
        else if (_text.Length > 0)
        {
            _text.Append('\n');
        }
    }

    private void AppendBlank()
    {
        if (_text.Length > 0 && !char.IsWhiteSpace(_text[^1]))
        {
            _text.Append(' ');
        }
    }

    private void Append(PageNode node)
    {
        string text = PageCharacters.Decode(node.Raw);
        if (_text.Length > 0 && _text[^1] == '\n' && string.IsNullOrWhiteSpace(text))
        {
            return;
        }

        int before = _text.Length;
        PageCharacters.AppendCollapsed(_text, text);
        if (_text.Length > before)
        {
            _pieces.Add(new PagePiece(_blocks.Count, before, node));
        }

        _linkLength += _linkDepth > 0 ? _text.Length - before : 0;
    }

    private void Finish()
    {
        string text = _text.ToString().TrimEnd().Replace('\n', ' ');
        if (text.Length > 0)
        {
            _blocks.Add(new PageBlock(_element, text, Math.Min(_linkLength, text.Length)));
        }

        _text.Clear();
        _linkLength = 0;
    }
}
