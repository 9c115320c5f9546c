using Demarche.Core.Attributions.Lexicon;
using Demarche.Nlp;

namespace Demarche.Core.Attributions;

/// <summary>Words that may attribute, with what stands around them, before source and content are settled.</summary>
/// <param name="Head">Token that carries the meaning: the verb, noun or adjective.</param>
/// <param name="Frames">Classes around it.</param>
/// <param name="Form">Its habits.</param>
/// <param name="Probability">That it heads a cue; 0-1.</param>
/// <param name="Sentence">The sentence it stands in.</param>
internal sealed record Cue(int Head, CueFrames Frames, CueForm Form, double Probability, TokenRange Sentence)
{
    /// <summary>First token of the cue.</summary>
    public int Start => Frames.GroupStart;

    /// <summary>The phrase before the verb group; empty when none stands there.</summary>
    public TokenRange Subject { get; init; }

    /// <summary>What stands after it.</summary>
    public Complement Complement { get; init; }

    /// <summary>Start of the clause: of the subject, or of the cue when it has none of its own.</summary>
    public int ClauseStart => Subject.Length > 0 ? Math.Min(Subject.Start, Start) : Start;

    /// <summary>Whether nothing that could be content stands after it.</summary>
    public bool IsClosed => Complement.Kind is ComplementKind.None or ComplementKind.Adjunct;
}
