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

    /// <summary>Those who say it together, two or more; empty for a single speaker.</summary>
    public IReadOnlyList<Speaker> Members { get; init; } = [];

    /// <summary>The speaker that <paramref name="member"/> of the cast is.</summary>
    public static Speaker Of(CastMember member) => new(member.Name, member.PartyId, member.IsPerson);

    /// <summary>The speaker that <paramref name="match"/> of the codebook is.</summary>
    public static Speaker Of(ActorMatch match) => new(match.Name, match.PartyId, match.IsPerson);

    /// <summary>All of <paramref name="speakers"/> as one, who has a party only when all have the same.</summary>
    /// <param name="speakers">Two or more, in text order; joint ones count as their members.</param>
    public static Speaker Joint(IEnumerable<Speaker> speakers)
    {
        List<Speaker> members = [.. speakers.SelectMany(speaker => speaker.Members.Count > 0 ? speaker.Members : [speaker])];
        string[] names = [.. members.Select(member => member.Name)];
        string? party = members.TrueForAll(member => member.PartyId == members[0].PartyId) ? members[0].PartyId : null;
        return new Speaker($"{string.Join(", ", names[..^1])} and {names[^1]}", party, IsPerson: false) { Members = members };
    }
}
