namespace Demarche.Core.Positions.Candidates;

/// <summary>What a position was read from.</summary>
internal enum Basis
{
    /// <summary>The speaker's own stance.</summary>
    Speaker,

    /// <summary>Said together with the speaker.</summary>
    JointSpeaker,

    /// <summary>What a speaker tells of another.</summary>
    ToldOfAnother,

    /// <summary>What somebody of no party tells of a party.</summary>
    ToldByOutsider,

    /// <summary>What a speaker makes of another's words: "backed the demand for", "rejected the offer to".</summary>
    OfAnothersWords,

    /// <summary>What the text tells in its own voice.</summary>
    Narrator,

    /// <summary>What is wanted because it is made a condition.</summary>
    NamedAsCondition,
}
