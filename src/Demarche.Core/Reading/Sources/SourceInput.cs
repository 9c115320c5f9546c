using Demarche.Core.Reading.Sources.Archives;

namespace Demarche.Core.Reading.Sources;

/// <summary>An opened input, uncompressed, with what its articles are named by.</summary>
/// <param name="Name">What it is called in messages: a path, an address, or "standard input".</param>
/// <param name="Stem">What ids are made of.</param>
internal sealed record SourceInput(string Name, string Stem)
{
    /// <summary>Its bytes, uncompressed; closed by whoever opened it.</summary>
    public PeekedStream Stream { get; init; } = new(System.IO.Stream.Null);

    /// <summary>The gzip file its bytes are unpacked from, or null.</summary>
    public GzipMembers? Gzip { get; init; }

    /// <summary>What the user said about all inputs.</summary>
    public SourceOptions Options { get; init; } = SourceOptions.None;

    /// <summary>Address the input itself came from, or null.</summary>
    public string? Address { get; init; }

    /// <summary>Encoding the server or mail named for it, or null.</summary>
    public string? Charset { get; init; }

    /// <summary>When it was fetched, or null.</summary>
    public DateTimeOffset? FetchedAt { get; init; }

    /// <summary>How many links were followed to come to it.</summary>
    public int LinkDepth { get; init; }

    /// <summary>What the archive it lies in may still unpack to; null outside of any.</summary>
    public UnpackBudget? Budget { get; init; }

    /// <summary>How many archives or mails it lies in; 0 outside of any.</summary>
    public int Depth { get; init; }

    /// <summary>The article at <paramref name="number"/> (from 1) of the input, yet without bytes.</summary>
    /// <param name="part">What a part is called in messages: "line", "entry".</param>
    /// <param name="number">Its number.</param>
    public RawArticle Part(string part, int number) => new()
    {
        Origin = $"{Name}, {part} {number}",
        Id = $"{Stem}:{number}",
        LinkDepth = LinkDepth,
        FetchedAt = FetchedAt,
    };

    /// <summary>A file inside this one, yet without its stream.</summary>
    public SourceInput Inside(string name) => this with
    {
        Name = $"{Name}/{name}",
        Stem = SourceFormats.StemOf(name),
        Address = null,
        Charset = null,
        Depth = Depth + 1,
    };

    /// <summary>The whole input as one article of that kind.</summary>
    public RawArticle Whole(RawKind kind)
    {
        byte[]? bytes = LineReader.ReadAll(Stream, ReadingLimits.InputBytes);
        return Failed(bytes is null ? $"larger than {ReadingLimits.InputBytes >> 20} MiB" : null) with
        {
            Kind = kind,
            Bytes = bytes,
            Address = Address,
            Charset = Charset,
            LinkDepth = LinkDepth,
            FetchedAt = FetchedAt,
        };
    }

    /// <summary>The input as a failure.</summary>
    /// <param name="problem">Why, for a reader; null for none.</param>
    public RawArticle Failed(string? problem) => new() { Origin = Name, Id = Stem, Problem = problem };
}
