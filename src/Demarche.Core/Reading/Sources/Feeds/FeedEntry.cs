using System.Text;

namespace Demarche.Core.Reading.Sources.Feeds;

/// <summary>Turns an entry of a feed into a raw article: the content it carries, or a link to its page.</summary>
internal static class FeedEntry
{
    // Fewer words than this are a teaser, whatever element they stand in: news reports have some hundreds.
    private const int LeastWords = 120;

    private static readonly string[] TeaserEnds = ["…", "...", "[…]", "[...]", "read more", "continue reading", "full story"];

    /// <summary>The article of an RSS or Atom entry.</summary>
    /// <param name="part">Origin and fallback id.</param>
    /// <param name="feed">What the feed says of itself.</param>
    /// <param name="entry">The entry's markup.</param>
    public static RawArticle Read(RawArticle part, FeedHead feed, string entry)
    {
        List<MarkupElement> children = MarkupElement.ChildrenOf(entry);
        string? content = Html(children, "content:encoded", "content", "atom:content", "xhtml:body");
        string? summary = Html(children, "description", "summary", "atom:summary");
        string? link = WebAddress.Resolve(LinkOf(children), feed.Address);
        return Make(part, feed, new Fields
        {
            Id = Words(children, "guid", "id", "atom:id") ?? link,
            Link = link,
            Title = Words(children, "title", "atom:title", "dc:title"),
            Byline = AuthorsOf(children),
            Outlet = OutletOf(children) ?? feed.Title,
            Published = Words(children, "pubdate", "published", "dc:date", "dcterms:created", "atom:published", "issued"),
            Updated = Words(children, "updated", "dcterms:modified", "atom:updated", "modified", "date"),
            Content = content is not null && content.Length >= (summary?.Length ?? 0) ? content : summary,
        });
    }

    /// <summary>The raw article of an entry's fields.</summary>
    public static RawArticle Make(RawArticle part, FeedHead feed, Fields fields)
    {
        if (fields.Content is null && fields.Link is null)
        {
            return part with { Problem = "the entry has neither content nor a link" };
        }

        DateOnly? stated = FeedDay.Parse(fields.Published);
        DateOnly? updated = FeedDay.Parse(fields.Updated);
        DateOnly? published = stated ?? updated;
        var given = new Article
        {
            Id = fields.Id ?? part.Id,
            Text = "",
            Title = fields.Title,
            Byline = fields.Byline,
            Published = published,
            PublishedAt = StatedTime.At(stated is null ? fields.Updated : fields.Published, published),
            PublishedBasis = published is null ? DateBasis.Unknown : DateBasis.Feed,
            Updated = stated is null || updated is null || fields.Updated == fields.Published ? null
                : StatedTime.At(fields.Updated, updated) ?? new StatedTime(updated.Value, null, null),
            Language = feed.Language,
        };
        bool isMarkup = fields.Content?.Contains('<', StringComparison.Ordinal) ?? false;
        return part with
        {
            Id = given.Id,
            Given = given,
            Outlet = fields.Outlet,
            Address = fields.Link,
            IsTeaser = fields.Link is not null && IsTeaser(fields.Content ?? ""),
            Kind = fields.Content is null ? RawKind.Link : isMarkup ? RawKind.Page : RawKind.Text,
            Bytes = Encoding.UTF8.GetBytes(isMarkup ? $"<meta charset=utf-8><article>{fields.Content}</article>" : fields.Content ?? ""),
        };
    }

    private static bool IsTeaser(string content)
    {
        string words = new MarkupElement("", "", content).Words;
        return words.AsSpan().Count(' ') < LeastWords
            || Array.Exists(TeaserEnds, end => words.EndsWith(end, StringComparison.OrdinalIgnoreCase));
    }

    private static string? Words(List<MarkupElement> children, params ReadOnlySpan<string> names) =>
        Find(children, names) is { } found && found.Words is { Length: > 0 } words ? words : null;

    private static string? Html(List<MarkupElement> children, params ReadOnlySpan<string> names)
    {
        if (Find(children, names) is not { } found)
        {
            return null;
        }

        string text = found.Attribute("type") == "xhtml" ? found.Inner : found.Text;
        return string.IsNullOrWhiteSpace(text) ? null : text;
    }

    private static MarkupElement? Find(List<MarkupElement> children, ReadOnlySpan<string> names)
    {
        foreach (string name in names)
        {
            foreach (MarkupElement child in children)
            {
                if (child.Name == name && child.Inner.Length > 0)
                {
                    return child;
                }
            }
        }

        return null;
    }

    /// <summary>RSS writes the link as content, Atom as an attribute, the one without a relation or with "alternate"; a permanent id may stand in.</summary>
    private static string? LinkOf(List<MarkupElement> children)
    {
        foreach (MarkupElement child in children)
        {
            if (child.Name is "link" or "atom:link")
            {
                string? link = child.Inner.Length > 0 ? child.Words
                    : child.Attribute("rel") is null or "alternate" ? child.Attribute("href")
                    : null;
                if (!string.IsNullOrEmpty(link))
                {
                    return link;
                }
            }
        }

        MarkupElement guid = children.Find(child => child.Name == "guid");
        return guid.Name is not null && guid.Attribute("isPermaLink") != "false" && WebAddress.IsOne(guid.Words) ? guid.Words : null;
    }

    private static string? AuthorsOf(List<MarkupElement> children)
    {
        var names = new List<string>();
        foreach (MarkupElement child in children)
        {
            if (child.Name is "dc:creator" or "author" or "atom:author" or "itunes:author")
            {
                MarkupElement name = MarkupElement.Within(child.Inner).Find(inner => inner.Name is "name" or "atom:name");
                string words = WithoutMail((name.Name is null ? child : name).Words);
                if (words.Length > 0 && !names.Contains(words))
                {
                    names.Add(words);
                }
            }
        }

        return names.Count == 0 ? null : string.Join(", ", names);
    }

    /// <summary>RSS writes an author as "a@b.example (Ann Lee)".</summary>
    private static string WithoutMail(string author)
    {
        int open = author.IndexOf('(', StringComparison.Ordinal);
        return !author.Contains('@', StringComparison.Ordinal) ? author
            : open >= 0 ? author[(open + 1)..].TrimEnd(')', ' ')
            : "";
    }

    /// <summary>An entry taken over from elsewhere names its source: RSS as content, Atom by the source's title.</summary>
    private static string? OutletOf(List<MarkupElement> children)
    {
        if (Find(children, ["source", "atom:source", "dc:publisher"]) is not { } source)
        {
            return null;
        }

        MarkupElement title = MarkupElement.Within(source.Inner).Find(inner => inner.Name is "title" or "atom:title");
        string words = (title.Name is null ? source : title).Words;
        return words.Length == 0 ? null : words;
    }

    /// <summary>What an entry of any kind of feed can say.</summary>
    internal sealed record Fields
    {
        /// <summary>Its id.</summary>
        public string? Id { get; init; }

        /// <summary>Whole address of its page.</summary>
        public string? Link { get; init; }

        /// <summary>Its title, plain.</summary>
        public string? Title { get; init; }

        /// <summary>Its authors, parted by commas.</summary>
        public string? Byline { get; init; }

        /// <summary>Its outlet.</summary>
        public string? Outlet { get; init; }

        /// <summary>When it was published, as written.</summary>
        public string? Published { get; init; }

        /// <summary>When it was last changed, as written.</summary>
        public string? Updated { get; init; }

        /// <summary>Markup or text.</summary>
        public string? Content { get; init; }
    }
}
