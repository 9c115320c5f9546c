namespace Demarche.Core.Parties;

/// <summary>Whose voice it is, heaviest first: from <see cref="Leader"/> to <see cref="Official"/> it counts as the party's, below that it does not.</summary>
public enum AuthorityLevel
{
    /// <summary>Head of state or government; of a party that is no state, whoever leads it.</summary>
    Leader,

    /// <summary>A minister of the cabinet, or a deputy of the leader.</summary>
    Minister,

    /// <summary>The party under its own name, its government, a ministry, a document.</summary>
    Institution,

    /// <summary>A person whose office is to speak for the party.</summary>
    Spokesperson,

    /// <summary>A named official below a minister: envoy, negotiator, ambassador, deputy minister, adviser.</summary>
    Official,

    /// <summary>A member of parliament, who is free to speak for themselves.</summary>
    Lawmaker,

    /// <summary>Officials, sources, representatives without a name.</summary>
    Unnamed,

    /// <summary>Somebody who held an office of the party before, or does not hold it yet.</summary>
    Former,

    /// <summary>An expert, a lawyer, a candidate: nobody who speaks for a party.</summary>
    Outsider,

    /// <summary>A person of whom neither codebook nor text tells an office.</summary>
    Unknown,
}
