namespace Demarche.Core.Parties;

/// <summary>With what authority somebody speaks for a party, and what tells so.</summary>
/// <param name="Level">Weight of the voice.</param>
/// <param name="Basis">Where it was found.</param>
public sealed record Authority(AuthorityLevel Level, AuthorityBasis Basis)
{
    /// <summary>The office as codebook or text words it, or null.</summary>
    public string? Office { get; init; }

    /// <summary>First day of the office (inclusive), or null when not limited or not told.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day of the office (inclusive), or null when not limited or not told.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Whether what the voice says counts as the party's; a shift that only lesser voices tell is not the party's.</summary>
    public bool SpeaksForParty => Level <= AuthorityLevel.Official;
}

/// <summary>What tells an <see cref="Authority"/>.</summary>
public enum AuthorityBasis
{
    /// <summary>Nothing does.</summary>
    None,

    /// <summary>The codebook's role of the person, with its dates.</summary>
    Codebook,

    /// <summary>The office that the article gives the person.</summary>
    Text,

    /// <summary>The words of the source itself: a party, a body, unnamed officials.</summary>
    Source,
}
