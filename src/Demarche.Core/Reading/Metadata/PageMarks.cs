using Demarche.Core.Reading.Pages;

namespace Demarche.Core.Reading.Metadata;

/// <summary>What a page's elements say about it: meta elements, links, headings, times.</summary>
internal sealed class PageMarks
{
    // A title or a name is a line; anything longer was marked by mistake.
    private const int LongestText = 500;

    // Descriptions have a few sentences.
    private const int LongestContent = 5000;

    private readonly Dictionary<string, string> _meta = new(StringComparer.OrdinalIgnoreCase);

    private PageMarks()
    {
    }

    /// <summary>The meta elements with a name and a content, a name once.</summary>
    public IEnumerable<KeyValuePair<string, string>> AllMeta => _meta;

    /// <summary>The first <c>title</c> element, or null.</summary>
    public string? TitleElement { get; private set; }

    private string? Canonical { get; set; }

    private string? Language { get; set; }

    /// <summary>The language tag the page gives itself, or null.</summary>
    public string? LanguageTag => Language ?? Meta("content-language", "language", "og:locale");

    /// <summary>The address the page gives itself, or null.</summary>
    public string? Address => Canonical ?? Meta("og:url");

    /// <summary>The marks of a page.</summary>
    public static PageMarks Of(PageNode page)
    {
        var marks = new PageMarks();
        foreach (PageNode node in page.Subtree())
        {
            if (!node.IsText)
            {
                marks.Take(node);
            }
        }

        return marks;
    }

    /// <summary>The content of the first of the named meta elements that has one.</summary>
    public string? Meta(params ReadOnlySpan<string> names)
    {
        foreach (string name in names)
        {
            if (_meta.TryGetValue(name, out string? content))
            {
                return content;
            }
        }

        return null;
    }

    private void Take(PageNode node)
    {
        switch (node.Tag)
        {
            case "meta":
                TakeMeta(node);
                break;
            case "title" when node.Parent?.Tag != "svg":
                TitleElement ??= node.TextUpTo(LongestText);
                break;
            case "html":
                Language ??= node["lang"] ?? node["xml:lang"];
                break;
            case "link" when node["rel"] == "canonical":
                Canonical ??= PageCharacters.Line(node["href"]);
                break;
        }
    }

    private void TakeMeta(PageNode node)
    {
        string? name = node["property"] ?? node["name"] ?? node["itemprop"] ?? node["http-equiv"];
        if (name is not null && node["content"] is { Length: <= LongestContent } value && PageCharacters.Line(value) is { } content)
        {
            _meta.TryAdd(name, content);
        }
    }
}
