using Demarche.Core.Reading;

namespace Demarche.Core.Ledger;

/// <summary>An article of the ledger without its text: one revision of it.</summary>
public sealed record LedgerArticle
{
    /// <summary>Content-derived id of the article, the same for all its revisions; 20 hexadecimal digits.</summary>
    public required string Key { get; init; }

    /// <summary>The user's own id: from the record, or the file name.</summary>
    public required string Id { get; init; }

    /// <summary>Canonical address, or null.</summary>
    public string? Url { get; init; }

    /// <summary>Name of the outlet, or null.</summary>
    public string? Outlet { get; init; }

    /// <summary>Headline, or null.</summary>
    public string? Title { get; init; }

    /// <summary>Author line, or null.</summary>
    public string? Byline { get; init; }

    /// <summary>Day of publication, or null when unknown.</summary>
    public DateOnly? Published { get; init; }

    /// <summary>Where <see cref="Published"/> comes from.</summary>
    public DateBasis PublishedBasis { get; init; }

    /// <summary>ISO 639-1 code, or null when unknown.</summary>
    public string? Language { get; init; }

    /// <summary>SHA-256 of the text, 64 hexadecimal digits.</summary>
    public required string Digest { get; init; }

    /// <summary>Number of this revision, from 1.</summary>
    public required int Revision { get; init; }

    /// <summary>Whether this is the newest revision.</summary>
    public required bool IsCurrent { get; init; }

    /// <summary>When this revision was added, in UTC.</summary>
    public required DateTimeOffset AddedAt { get; init; }

    /// <summary>Name and version of what read it.</summary>
    public required string Model { get; init; }
}
