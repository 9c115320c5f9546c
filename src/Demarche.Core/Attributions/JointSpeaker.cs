namespace Demarche.Core.Attributions;

/// <summary>One of several who say a thing together.</summary>
/// <param name="Name">As a person would write the name.</param>
/// <param name="PartyId">Codebook id of the party, or null.</param>
public sealed record JointSpeaker(string Name, string? PartyId);
