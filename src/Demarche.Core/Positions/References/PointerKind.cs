namespace Demarche.Core.Positions.References;

/// <summary>By what a clause points back.</summary>
internal enum PointerKind
{
    /// <summary>"it", "that", "something".</summary>
    Pronoun,

    /// <summary>"which", of the words right before it.</summary>
    Relative,

    /// <summary>A noun for things wanted: "the plan".</summary>
    Outcome,

    /// <summary>A noun for what was decided: "the move", "the refusal".</summary>
    Decision,

    /// <summary>A verb that stands for another: "do so".</summary>
    Deed,

    /// <summary>No word at all: "Norland refused".</summary>
    Nothing,
}
