namespace Demarche.Core.Parties;

/// <summary>The user's codebook: the parties of one dispute and the issues between them.</summary>
public sealed record Codebook
{
    /// <summary>Short id of the dispute.</summary>
    public required string Dispute { get; init; }

    /// <summary>Headline of the dispute, or null.</summary>
    public string? Title { get; init; }

    /// <summary>Free text on the period covered, or null.</summary>
    public string? Period { get; init; }

    /// <summary>The user's own remarks, or null.</summary>
    public string? Note { get; init; }

    /// <summary>What it was read from, as it stands in its file; null when it was made another way.</summary>
    public string? Text { get; init; }

    /// <summary>The sides, in the file's order; ids are unique.</summary>
    public required IReadOnlyList<Party> Parties { get; init; }

    /// <summary>The outcomes that can be wanted or not, in the file's order; ids are unique.</summary>
    public required IReadOnlyList<Issue> Issues { get; init; }
}

/// <summary>A side in the dispute.</summary>
public sealed record Party
{
    /// <summary>Id that is unique among the parties.</summary>
    public required string Id { get; init; }

    /// <summary>The name a ledger shows.</summary>
    public required string Name { get; init; }

    /// <summary>Words that name it in texts: the country, its capital, its government.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>People who speak for it.</summary>
    public IReadOnlyList<Actor> People { get; init; } = [];

    /// <summary>Ministries, unions, offices that speak for it under their own name.</summary>
    public IReadOnlyList<Actor> Bodies { get; init; } = [];

    /// <summary>First day its names stand for it (inclusive), or null when not limited.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day its names stand for it (inclusive), or null when not limited.</summary>
    public DateOnly? Until { get; init; }
}

/// <summary>A person or a body that speaks for a party.</summary>
public sealed record Actor
{
    /// <summary>The one spelling a ledger uses.</summary>
    public required string Name { get; init; }

    /// <summary>Office as the codebook words it, or null.</summary>
    public string? Role { get; init; }

    /// <summary>Other words that name it in texts.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>First day it speaks for the party (inclusive), or null when not limited.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day it speaks for the party (inclusive), or null when not limited.</summary>
    public DateOnly? Until { get; init; }
}

/// <summary>An outcome that can be wanted or not.</summary>
public sealed record Issue
{
    /// <summary>Id that is unique among the issues.</summary>
    public required string Id { get; init; }

    /// <summary>The outcome in a few words.</summary>
    public required string Label { get; init; }

    /// <summary>The outcome in a sentence, or null.</summary>
    public string? Definition { get; init; }

    /// <summary>Phrases that name the outcome.</summary>
    public IReadOnlyList<string> Terms { get; init; } = [];

    /// <summary>Phrases that name its opposite.</summary>
    public IReadOnlyList<string> Inverse { get; init; } = [];

    /// <summary>Ids of issues that cannot come true together with this one.</summary>
    public IReadOnlyList<string> ExclusiveWith { get; init; } = [];

    /// <summary>Id of the issue this one is a part of, or null.</summary>
    public string? PartOf { get; init; }

    /// <summary>Topic tag of the PA-X taxonomy, or null.</summary>
    public string? Pax { get; init; }
}
