using Demarche.Core.Attributions.Lexicon;
using Demarche.Nlp;

namespace Demarche.Core.Attributions;

/// <summary>Words that may attribute, before their source and content are sought.</summary>
/// <param name="Head">Token that carries the meaning: the verb, noun or adjective.</param>
/// <param name="Frames">What stands around it.</param>
/// <param name="Form">Its habits.</param>
/// <param name="Probability">That it heads a cue; 0-1.</param>
/// <param name="Sentence">The sentence it stands in.</param>
internal sealed record Cue(int Head, CueFrames Frames, CueForm Form, double Probability, TokenRange Sentence)
{
    /// <summary>First token of the cue.</summary>
    public int Start => Frames.GroupStart;
}
