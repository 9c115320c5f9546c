namespace Demarche.Core.Parties;

/// <summary>The actor behind a mention.</summary>
/// <param name="Name">The one spelling a ledger uses: the person's, the body's or the party's name.</param>
/// <param name="PartyId">Codebook id of the party it speaks for.</param>
/// <param name="IsPerson">Whether it is a person, not a body or the party itself.</param>
public sealed record ActorMatch(string Name, string PartyId, bool IsPerson)
{
    /// <summary>The person's office as the codebook words it, or null.</summary>
    public string? Role { get; init; }

    /// <summary>Whether the codebook gives the name; otherwise it is the text's spelling of a body of the party.</summary>
    public bool IsListed { get; init; }

    /// <summary>The codebook's entry for the person or body, or null when the party itself is meant.</summary>
    public Actor? Actor { get; init; }
}
