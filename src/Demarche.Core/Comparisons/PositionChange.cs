namespace Demarche.Core.Comparisons;

/// <summary>What happened between two successive positions of a party on an issue.</summary>
public sealed record PositionChange
{
    /// <summary>Codebook id of the party.</summary>
    public string Party => To.Party;

    /// <summary>Codebook id of the issue.</summary>
    public string Issue => To.Issue;

    /// <summary>What it held before; null for the first thing on record.</summary>
    public required HeldPosition? From { get; init; }

    /// <summary>What it holds then; of a silence, what was said last.</summary>
    public required HeldPosition To { get; init; }

    /// <summary>The day it shows: that of <see cref="To"/>, or the day a silence has become long.</summary>
    public required DateOnly? Date { get; init; }

    /// <summary>What kind of change it is.</summary>
    public required ChangeRelation Relation { get; init; }

    /// <summary>Whether only a lesser voice tells it, so that it does not count as the party's.</summary>
    public bool IsLesserVoice => To.IsLesserVoice;

    /// <summary>What made it so, for a reader.</summary>
    public required string Why { get; init; }

    /// <summary>Whether something moved: neither the first on record nor a repetition.</summary>
    public bool IsMove => Relation is not (ChangeRelation.New or ChangeRelation.Reiterated);
}

/// <summary>Kinds of change between successive positions of a party on an issue.</summary>
public enum ChangeRelation
{
    /// <summary>The first on record.</summary>
    New,

    /// <summary>The same again.</summary>
    Reiterated,

    /// <summary>Firmer, or a door that was open is shut.</summary>
    Hardened,

    /// <summary>Less firm, or a door that was shut is opened.</summary>
    Softened,

    /// <summary>The opposite.</summary>
    Reversed,

    /// <summary>The same, now on a condition.</summary>
    ConditionAdded,

    /// <summary>The same, no longer on a condition.</summary>
    ConditionDropped,

    /// <summary>The same stance with another number in it: more troops, fewer days.</summary>
    AmountChanged,

    /// <summary>Another voice of the party says that it is not so.</summary>
    Denied,

    /// <summary>The text says that it is given up.</summary>
    Withdrawn,

    /// <summary>Not repeated for long.</summary>
    Dormant,
}
