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
}
