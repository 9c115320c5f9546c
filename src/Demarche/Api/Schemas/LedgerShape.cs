namespace Demarche.Api.Schemas;

/// <summary>How much a ledger holds; lines are those of current revisions, as the machine read them.</summary>
internal sealed record LedgerShape
{
    /// <summary>Title of the dispute, else the name of the ledger's folder.</summary>
    public required string Title { get; init; }

    /// <summary>Id of the dispute; null without a codebook.</summary>
    public required string? Dispute { get; init; }

    /// <summary>Number of articles.</summary>
    public required long Articles { get; init; }

    /// <summary>Number of revisions of them.</summary>
    public required long Revisions { get; init; }

    /// <summary>Number of attributions.</summary>
    public required long Attributions { get; init; }

    /// <summary>Number of positions.</summary>
    public required long Positions { get; init; }

    /// <summary>Number of corrections.</summary>
    public required long Corrections { get; init; }

    /// <summary>First day of publication, or null.</summary>
    public required DateOnly? From { get; init; }

    /// <summary>Last day of publication, or null.</summary>
    public required DateOnly? To { get; init; }

    /// <summary>The parties, in the codebook's order.</summary>
    public required IReadOnlyList<NamedShape> Parties { get; init; }
}

/// <summary>A party.</summary>
internal sealed record NamedShape
{
    /// <summary>Codebook id.</summary>
    public required string Id { get; init; }

    /// <summary>The name it is shown by.</summary>
    public required string Name { get; init; }
}

/// <summary>An actor.</summary>
internal sealed record ActorShape
{
    /// <summary>The name it is shown by.</summary>
    public required string Name { get; init; }

    /// <summary>Codebook id of the party it speaks for, or null.</summary>
    public required string? Party { get; init; }

    /// <summary>person or body when the codebook names it so, else heard.</summary>
    public required string Kind { get; init; }

    /// <summary>Its offices by the codebook.</summary>
    public required IReadOnlyList<OfficeShape> Offices { get; init; }

    /// <summary>Other names the codebook knows it by.</summary>
    public required IReadOnlyList<string> Aliases { get; init; }

    /// <summary>Names that people merged into this one.</summary>
    public required IReadOnlyList<string> Merged { get; init; }

    /// <summary>Number of positions it holds.</summary>
    public required int Positions { get; init; }

    /// <summary>Number of statements it makes.</summary>
    public required int Statements { get; init; }

    /// <summary>First day it is heard, or null.</summary>
    public required DateOnly? From { get; init; }

    /// <summary>Last day it is heard, or null.</summary>
    public required DateOnly? To { get; init; }
}

/// <summary>An office with its days.</summary>
internal sealed record OfficeShape
{
    /// <summary>The office as the codebook words it, or null.</summary>
    public required string? Role { get; init; }

    /// <summary>First day, inclusive; null when not limited.</summary>
    public required DateOnly? From { get; init; }

    /// <summary>Last day, inclusive; null when not limited.</summary>
    public required DateOnly? Until { get; init; }
}

/// <summary>An outcome that can be wanted or not.</summary>
internal sealed record IssueShape
{
    /// <summary>Codebook id.</summary>
    public required string Id { get; init; }

    /// <summary>The outcome in a few words.</summary>
    public required string Label { get; init; }

    /// <summary>The outcome in a sentence, or null.</summary>
    public required string? Definition { get; init; }

    /// <summary>Phrases that name the outcome.</summary>
    public required IReadOnlyList<string> Terms { get; init; }

    /// <summary>Phrases that name its opposite.</summary>
    public required IReadOnlyList<string> Inverse { get; init; }

    /// <summary>Ids of issues that cannot come true together with this one.</summary>
    public required IReadOnlyList<string> ExclusiveWith { get; init; }

    /// <summary>Id of the issue this one is a part of, or null.</summary>
    public required string? PartOf { get; init; }

    /// <summary>Topic tag of the PA-X taxonomy, or null.</summary>
    public required string? Pax { get; init; }
}

/// <summary>An input that could not be read.</summary>
internal sealed record FailureShape
{
    /// <summary>Where it lies.</summary>
    public required string Origin { get; init; }

    /// <summary>Why it is not in the ledger.</summary>
    public required string Problem { get; init; }

    /// <summary>When it was tried last, in UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>How often it was tried in vain.</summary>
    public required int Times { get; init; }
}
