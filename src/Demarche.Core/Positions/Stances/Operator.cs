namespace Demarche.Core.Positions.Stances;

/// <summary>What kind of word turns or marks a stance.</summary>
internal enum OperatorGroup
{
    /// <summary>An idiom that only looks like one of the others.</summary>
    Neutral,

    /// <summary>Wanting or refusing: demand, reject.</summary>
    Attitude,

    /// <summary>Bringing about, keeping or ending: impose, maintain, lift.</summary>
    Change,

    /// <summary>Breaking or blocking: blame when told of another.</summary>
    Deed,

    /// <summary>Doing away with what breaks or blocks: resolve, overcome; counts only before such a word.</summary>
    Mending,

    /// <summary>A verdict: unacceptable, necessary.</summary>
    Judgement,

    /// <summary>What a matter brings about, a verdict on it where it is the verb's subject: kill, help.</summary>
    Effect,

    /// <summary>Turns what follows: not, without.</summary>
    Negator,

    /// <summary>Saying nothing: decline to comment, not raised. No stance is told.</summary>
    Silence,

    /// <summary>Obligation and will: must, will.</summary>
    Modal,
}

/// <summary>A word or phrase that turns or marks a stance, from <c>operators.txt</c>.</summary>
/// <param name="Group">What kind of word it is.</param>
/// <param name="Sign">+1 when it wants, makes or keeps its object, -1 when it does not want it or ends it.</param>
/// <param name="Act">What its subject does with words, or null when the word does not tell.</param>
/// <param name="Strength">0-4, as in <see cref="Position.Strength"/>; 0 when it has none.</param>
internal sealed record Operator(OperatorGroup Group, int Sign, Act? Act, int Strength)
{
    /// <summary>Whether its object goes to another: hand over, cede.</summary>
    public bool IsTransfer { get; init; }

    /// <summary>Whether it counts only where the tree shows a verb with an object: as a noun or adjective the word says nothing ("host", "commission").</summary>
    public bool IsVerb { get; init; }

    /// <summary>Whether it says that another has to do it: must, should.</summary>
    public bool IsObligation => Group == OperatorGroup.Modal && Act is Positions.Act.Demand or Positions.Act.Call;
}

/// <summary>An operator found in a text.</summary>
/// <param name="Start">Index of its first word.</param>
/// <param name="End">Index after its last word.</param>
/// <param name="Operator">Which one.</param>
internal readonly record struct OperatorHit(int Start, int End, Operator Operator);
