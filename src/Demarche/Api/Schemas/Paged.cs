namespace Demarche.Api.Schemas;

/// <summary>
/// A page of a list. These records describe answers in the OpenAPI document and are never written themselves; a test holds them against what the
/// writers of Exchange write.
/// </summary>
/// <typeparam name="T">Shape of an item.</typeparam>
internal sealed record Paged<T>
{
    /// <summary>Number of items passed over.</summary>
    public required int Offset { get; init; }

    /// <summary>The items.</summary>
    public required IReadOnlyList<T> Items { get; init; }

    /// <summary>Path and query of the next page; null on the last one.</summary>
    public required string? Next { get; init; }
}
