using Demarche.Core.Parties;

namespace Demarche.Core.Attributions;

/// <summary>Whom a source names, as a person would record it.</summary>
/// <param name="Name">Full name, body, party, or the words of the text.</param>
/// <param name="PartyId">Codebook id of the party, or null.</param>
/// <param name="IsPerson">Whether it is one person.</param>
internal sealed record Speaker(string Name, string? PartyId, bool IsPerson)
{
    /// <summary>With what authority it speaks for its party; null until that is read.</summary>
    public Authority? Authority { get; init; }

    /// <summary>The speaker that <paramref name="member"/> of the cast is.</summary>
    public static Speaker Of(CastMember member) => new(member.Name, member.PartyId, member.IsPerson);
}
