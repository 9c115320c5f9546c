namespace Demarche.Api.Schemas;

/// <summary>What identifies an article.</summary>
internal sealed record ArticleShape
{
    /// <summary>Content-derived id, the same for all revisions.</summary>
    public required string Key { get; init; }

    /// <summary>The user's own id.</summary>
    public required string Id { get; init; }

    /// <summary>Number of the revision, from 1.</summary>
    public required int Revision { get; init; }

    /// <summary>Name of the outlet, or null.</summary>
    public required string? Outlet { get; init; }

    /// <summary>Headline, or null.</summary>
    public required string? Title { get; init; }

    /// <summary>Day of publication, or null.</summary>
    public required DateOnly? Published { get; init; }

    /// <summary>Canonical address, or null.</summary>
    public required string? Url { get; init; }
}

/// <summary>Who said what in an article, corrections applied.</summary>
internal sealed record AttributionShape
{
    /// <summary>Content-derived id of the line.</summary>
    public required string Key { get; init; }

    /// <summary>Who said it, by name, or null.</summary>
    public required string? Speaker { get; init; }

    /// <summary>Codebook id of the speaker's party, or null.</summary>
    public required string? Party { get; init; }

    /// <summary>The words that name the speaker; empty without any.</summary>
    public required string Source { get; init; }

    /// <summary>The words that report: said, demanded, according to.</summary>
    public required string Cue { get; init; }

    /// <summary>What is said.</summary>
    public required string Content { get; init; }

    /// <summary>direct, indirect or mixed.</summary>
    public required string Kind { get; init; }

    /// <summary>statement or attitude.</summary>
    public required string Type { get; init; }

    /// <summary>Where the content stands in the article's text.</summary>
    public required IReadOnlyList<PlaceShape> Spans { get; init; }

    /// <summary>The article.</summary>
    public required ArticleShape Article { get; init; }
}

/// <summary>A stretch of an article's text.</summary>
internal sealed record PlaceShape
{
    /// <summary>First UTF-16 code unit.</summary>
    public required int Start { get; init; }

    /// <summary>UTF-16 code unit after the last.</summary>
    public required int End { get; init; }
}

/// <summary>An article as a record of `demarche extract`; further fields are described in docs/formats/records.md.</summary>
internal sealed record RecordShape
{
    /// <summary>The user's own id.</summary>
    public required string Id { get; init; }

    /// <summary>Canonical address, or null.</summary>
    public required string? Url { get; init; }

    /// <summary>Name of the outlet, or null.</summary>
    public required string? Outlet { get; init; }

    /// <summary>Headline, or null.</summary>
    public required string? Title { get; init; }

    /// <summary>Author line, or null.</summary>
    public required string? Byline { get; init; }

    /// <summary>Day of publication, or null.</summary>
    public required DateOnly? Published { get; init; }

    /// <summary>Where the day comes from.</summary>
    public required string PublishedBasis { get; init; }

    /// <summary>ISO 639-1 code, or null.</summary>
    public required string? Language { get; init; }

    /// <summary>Clean text; every offset refers to it.</summary>
    public required string Text { get; init; }

    /// <summary>Page furniture inside the text.</summary>
    public required IReadOnlyList<object> Furniture { get; init; }

    /// <summary>Who said what.</summary>
    public required IReadOnlyList<object> Attributions { get; init; }

    /// <summary>Who wants what.</summary>
    public required IReadOnlyList<object> Positions { get; init; }

    /// <summary>Expressions of time.</summary>
    public required IReadOnlyList<object> Times { get; init; }

    /// <summary>Name and version of what read it.</summary>
    public required string Model { get; init; }

    /// <summary>Why it could not be read; null always in a ledger.</summary>
    public required string? Error { get; init; }
}
