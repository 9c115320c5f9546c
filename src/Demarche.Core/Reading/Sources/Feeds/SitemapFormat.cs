using System.Text;

namespace Demarche.Core.Reading.Sources.Feeds;

/// <summary>Sitemaps, those for news among them, and indexes of sitemaps (sitemaps.org, version 0.9): addresses of pages, no text.</summary>
internal sealed class SitemapFormat : ISourceFormat
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Extensions { get; } = [".XML"];

    /// <inheritdoc/>
    public bool Recognizes(ReadOnlySpan<byte> first) => MarkupRoot.NameOf(first) is "urlset" or "sitemapindex";

    /// <inheritdoc/>
    public IEnumerable<RawArticle> Read(SourceInput input)
    {
        var entries = new MarkupEntries(input.Stream, "url", "sitemap");
        Encoding? declared = MarkupRoot.EncodingOf(entries.Head());
        for (int number = 1; entries.Next(out string? problem) is { } entry; number++)
        {
            RawArticle part = input.Part("entry", number);
            yield return problem is not null ? part with { Problem = problem } : Link(part, input, TextDecoder.Decode(entry, declared));
        }
    }

    private static RawArticle Link(RawArticle part, SourceInput input, string entry)
    {
        List<MarkupElement> children = MarkupElement.ChildrenOf(entry);
        string? address = WebAddress.Resolve(children.Find(child => child.Name == "loc").Words, input.Address);
        if (address is null)
        {
            return part with { Problem = "the entry names no address" };
        }

        List<MarkupElement> news = MarkupElement.Within(children.Find(child => child.Name == "news:news").Inner ?? "");
        List<MarkupElement> outlet = MarkupElement.Within(news.Find(child => child.Name == "news:publication").Inner ?? "");
        string? stated = Words(news, "news:publication_date");
        DateOnly? published = FeedDay.Parse(stated);
        return part with
        {
            Id = address,
            Kind = RawKind.Link,
            Address = address,
            IsIndex = entry.StartsWith("<sitemap", StringComparison.OrdinalIgnoreCase),
            Outlet = Words(outlet, "news:name"),
            Given = new Article
            {
                Id = address,
                Text = "",
                Title = Words(news, "news:title"),
                Language = FeedHead.LanguageCode(Words(outlet, "news:language")),
                Published = published,
                PublishedAt = StatedTime.At(stated, published),
                PublishedBasis = published is null ? DateBasis.Unknown : DateBasis.Feed,
            },
        };
    }

    private static string? Words(List<MarkupElement> children, string name) =>
        children.Find(child => child.Name == name) is { Name: not null } found && found.Words is { Length: > 0 } words ? words : null;
}
