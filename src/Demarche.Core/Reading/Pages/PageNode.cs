namespace Demarche.Core.Reading.Pages;

/// <summary>An element of a page, or a run of text in it.</summary>
internal sealed class PageNode
{
    // A line of text is made of a few elements; one of more is no line.
    private const int MostParts = 500;

    // Names are looked at from every block in an element: an endless class would make that quadratic.
    private const int LongestNames = 256;

    private readonly string _source;
    private readonly int _start;
    private readonly int _length;
    private string? _names;
    private string[]?[]? _kept;

    private PageNode(string tag, string source, int start, int length)
    {
        Tag = tag;
        _source = source;
        _start = start;
        _length = length;
    }

    /// <summary>Name in lower case; empty for a run of text.</summary>
    public string Tag { get; }

    /// <summary>Whether it is a run of text.</summary>
    public bool IsText => Tag.Length == 0;

    /// <summary>The element it stands in; null for the root.</summary>
    public PageNode? Parent { get; private set; }

    /// <summary>What stands in it, in page order.</summary>
    public List<PageNode> Children { get; } = [];

    /// <summary>Characters of a run of text as the page has them, entities not resolved; an element's attributes likewise.</summary>
    public ReadOnlySpan<char> Raw => _source.AsSpan(_start, _length);

    /// <summary>Its class and id, in lower case, parted by blanks, at most their first characters: what its maker calls it.</summary>
    public string Names => _names ??= NamesOf(this["class"], this["id"]);

    /// <summary>Value of an attribute, entities resolved; null when it is missing.</summary>
    public string? this[string attribute] => IsText ? null : TagAttributes.Find(Raw, attribute);

    /// <summary>What was kept for a table of stems, or null.</summary>
    public string[]? Kept(NameStems table) => _kept is not null && table.Index < _kept.Length ? _kept[table.Index] : null;

    /// <summary>Keeps what was found for a table of stems, and gives it back. A page is read by one thread.</summary>
    public string[] Keep(NameStems table, string[] found)
    {
        if (_kept is null || table.Index >= _kept.Length)
        {
            Array.Resize(ref _kept, table.Index + 1);
        }

        return _kept[table.Index] = found;
    }

    /// <summary>An element whose attributes stand at that place of the page.</summary>
    public static PageNode Element(string tag, string source, int start, int length) => new(tag, source, start, length);

    /// <summary>The run of text at that place of the page.</summary>
    public static PageNode Run(string source, int start, int length) => new("", source, start, length);

    /// <summary>Puts <paramref name="child"/> behind the other children.</summary>
    public void Add(PageNode child)
    {
        child.Parent = this;
        Children.Add(child);
    }

    /// <summary>The text in it on one line; null when there is none or it is longer than <paramref name="most"/> UTF-16 code units.</summary>
    public string? TextUpTo(int most)
    {
        var text = new System.Text.StringBuilder();
        int steps = 0;
        foreach (PageNode part in Subtree())
        {
            if (part.IsText && part.Parent?.Tag is not ("script" or "style"))
            {
                PageCharacters.AppendCollapsed(text, PageCharacters.Decode(part.Raw));
            }
            else if (!PageTags.Inline.Contains(part.Tag))
            {
                PageCharacters.AppendCollapsed(text, " ");
            }

            if (text.Length > most || ++steps > MostParts)
            {
                return null;
            }
        }

        return PageCharacters.Line(text.ToString());
    }

    private static string NamesOf(string? classes, string? id)
    {
        string names = $"{classes} {id}";
        return names[..Math.Min(names.Length, LongestNames)].ToLowerInvariant();
    }

    /// <summary>This node and all in it, in page order.</summary>
    public IEnumerable<PageNode> Subtree()
    {
        var open = new Stack<PageNode>();
        open.Push(this);
        while (open.TryPop(out PageNode? node))
        {
            yield return node;
            for (int i = node.Children.Count - 1; i >= 0; i--)
            {
                open.Push(node.Children[i]);
            }
        }
    }
}
