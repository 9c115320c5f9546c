using Demarche.Core.Reading.Pages;

namespace Demarche.Core.Reading.Metadata;

/// <summary>What a page's elements say about it: meta elements, links, headings, times.</summary>
internal sealed class PageMarks
{
    private readonly Dictionary<string, string> _meta = new(StringComparer.OrdinalIgnoreCase);

    private PageMarks()
    {
    }

    /// <summary>The first <c>title</c> element, or null.</summary>
    public string? TitleElement { get; private set; }

    /// <summary>The first <c>h1</c>, or null.</summary>
    public string? Heading { get; private set; }

    /// <summary>The canonical link, or null.</summary>
    public string? Canonical { get; private set; }

    /// <summary>The language of the root element, or null.</summary>
    public string? Language { get; private set; }

    /// <summary>The language tag the page gives itself, or null.</summary>
    public string? LanguageTag => Language ?? Meta("content-language", "language", "og:locale");

    /// <summary>The day an element marks as that of publication, or else the first <c>time</c> element's; or null.</summary>
    public string? Time => MarkedTime ?? FirstTime;

    /// <summary>The author an element is marked as naming, or null.</summary>
    public string? Author { get; private set; }

    private string? MarkedTime { get; set; }

    private string? FirstTime { get; set; }

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
                TitleElement ??= TextOf(node);
                break;
            case "h1":
                Heading ??= TextOf(node);
                break;
            case "html":
                Language ??= node["lang"] ?? node["xml:lang"];
                break;
            case "link" when node["rel"] == "canonical":
                Canonical ??= PageCharacters.Line(node["href"]);
                break;
            case "time":
                TakeTime(node);
                break;
            case "a" or "span" or "p" or "div" when node["rel"] == "author" || node["itemprop"] == "author":
                Author ??= TextOf(node);
                break;
        }
    }

    private void TakeMeta(PageNode node)
    {
        string? name = node["property"] ?? node["name"] ?? node["itemprop"] ?? node["http-equiv"];
        if (name is not null && PageCharacters.Line(node["content"]) is { } content)
        {
            _meta.TryAdd(name, content);
        }
    }

    private void TakeTime(PageNode node)
    {
        if (node["datetime"] is not { } time)
        {
            return;
        }

        FirstTime ??= time;
        if (node["pubdate"] is not null || node["itemprop"] == "datePublished")
        {
            MarkedTime ??= time;
        }
    }

    private static string? TextOf(PageNode node)
    {
        var text = new System.Text.StringBuilder();
        foreach (PageNode part in node.Subtree())
        {
            if (part.IsText && part.Parent?.Tag is not ("script" or "style"))
            {
                PageCharacters.AppendCollapsed(text, PageCharacters.Decode(part.Raw));
            }
        }

        return PageCharacters.Line(text.ToString());
    }
}
