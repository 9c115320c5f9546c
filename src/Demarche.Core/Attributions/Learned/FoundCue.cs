using Demarche.Nlp;

namespace Demarche.Core.Attributions.Learned;

/// <summary>A cue the first tagger found.</summary>
/// <param name="Tokens">Where.</param>
/// <param name="Probability">Mean over its tokens; 0-1.</param>
internal readonly record struct FoundCue(TokenRange Tokens, double Probability);
