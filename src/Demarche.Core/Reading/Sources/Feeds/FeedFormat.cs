using System.Text;

namespace Demarche.Core.Reading.Sources.Feeds;

/// <summary>RSS 0.9 to 2.0 and Atom. Every entry is read by itself, in its own encoding if need be.</summary>
internal sealed class FeedFormat : ISourceFormat
{
    private static readonly string[] Roots = ["rss", "rdf:rdf", "feed", "channel", "atom:feed"];

    /// <inheritdoc/>
    public IReadOnlyList<string> Extensions { get; } = [".XML", ".RSS", ".ATOM", ".RDF"];

    /// <inheritdoc/>
    public bool Recognizes(ReadOnlySpan<byte> first) => Roots.Contains(MarkupRoot.NameOf(first));

    /// <inheritdoc/>
    public IEnumerable<RawArticle> Read(SourceInput input)
    {
        if (!Recognizes(input.Stream.First))
        {
            yield return input.Failed("XML, but neither a feed nor a sitemap");
            yield break;
        }

        var entries = new MarkupEntries(input.Stream, "item", "entry");
        byte[] head = entries.Head();
        Encoding? declared = MarkupRoot.EncodingOf(head);
        FeedHead feed = FeedHead.Read(TextDecoder.Decode(head, declared), input.Address);
        for (int number = 1; entries.Next(out string? problem) is { } entry; number++)
        {
            RawArticle part = input.Part("entry", number);
            yield return problem is not null ? part with { Problem = problem }
                : FeedEntry.Read(part, feed, TextDecoder.Decode(entry, declared));
        }
    }
}
