namespace Demarche.Core.Reading;

/// <summary>The bytes of one article as they lie in a file or a stream, not yet understood.</summary>
public sealed record RawArticle
{
    /// <summary>Where it lies, for a reader: a path, or a path and a line number.</summary>
    public required string Origin { get; init; }

    /// <summary>Id it gets when it brings none: the file's name without extension, with the line number inside a file of records.</summary>
    public required string Id { get; init; }

    /// <summary>Outlet it counts as from when it names none itself; null when nobody said.</summary>
    public string? Outlet { get; init; }

    /// <summary>How <see cref="Bytes"/> are to be read.</summary>
    public RawKind Kind { get; init; }

    /// <summary>What the container says of the article beside its bytes (a feed's entry, a row); what it gives, stands. Its text is not looked at.</summary>
    public Article? Given { get; init; }

    /// <summary>Address the bytes came from; the article's own when the bytes name no canonical one. Null when they came from a file.</summary>
    public string? Address { get; init; }

    /// <summary>What the entry of a feed is known by to whoever watches the feed; null elsewhere.</summary>
    public string? Mark { get; init; }

    /// <summary>Whether <see cref="Bytes"/> are only the beginning of what lies at <see cref="Address"/>, as in most feeds.</summary>
    public bool IsTeaser { get; init; }

    /// <summary>Whether <see cref="Address"/> is a list of addresses (a sitemap), not a page.</summary>
    public bool IsIndex { get; init; }

    /// <summary>How many links were followed from what the user named: 0 for an address named outright, 1 for the page a feed's entry links to.</summary>
    public int LinkDepth { get; init; }

    /// <summary>Encoding that the server or the mail named for <see cref="Bytes"/>, or null.</summary>
    public string? Charset { get; init; }

    /// <summary>Which members of a record hold which field, beside those every record has; null for none.</summary>
    public FieldMap? Fields { get; init; }

    /// <summary>When the bytes were fetched, in UTC; null when they were not fetched.</summary>
    public DateTimeOffset? FetchedAt { get; init; }

    /// <summary>The bytes; empty when there is a <see cref="Problem"/>.</summary>
    public ReadOnlyMemory<byte> Bytes { get; init; }

    /// <summary>Why the bytes could not be had, for a reader; null when they could.</summary>
    public string? Problem { get; init; }
}

/// <summary>What the bytes of an article are.</summary>
public enum RawKind
{
    /// <summary>One JSON object, a line of a JSON Lines file.</summary>
    Record,

    /// <summary>Plain text.</summary>
    Text,

    /// <summary>An HTML page.</summary>
    Page,

    /// <summary>A Word document (.docx).</summary>
    Word,

    /// <summary>Nothing yet: the page at <see cref="RawArticle.Address"/> is still to be fetched.</summary>
    Link,
}
