using Demarche.Nlp;

namespace Demarche.Core.Attributions;

/// <summary>Source, cue and content as token ranges: an attribution in the making.</summary>
/// <param name="Head">Token that carries the cue's meaning.</param>
/// <param name="Cue">The cue.</param>
/// <param name="Source">The source; empty when none is named.</param>
/// <param name="Content">The content in text order; never empty.</param>
/// <param name="Type">Speech act or attitude.</param>
/// <param name="Probability">That it stands in the text like this; 0-1.</param>
internal sealed record Relation(
    int Head, TokenRange Cue, TokenRange Source, IReadOnlyList<TokenRange> Content, AttributionType Type, double Probability)
{
    /// <summary>Whether the cue is a verb with a subject, not a noun.</summary>
    public bool HasClause { get; init; } = true;

    /// <summary>It tells where somebody stands.</summary>
    public bool IsStance { get; init; }

    /// <summary>The trained model found it; <see cref="Probability"/> then is calibrated.</summary>
    public bool IsLearned { get; init; }

    /// <summary>The trained model reads its cue as part of another's content.</summary>
    public bool IsHeld { get; init; }

    /// <summary>Number of tokens in the content.</summary>
    public int ContentLength
    {
        get
        {
            int length = 0;
            foreach (TokenRange range in Content)
            {
                length += range.Length;
            }

            return length;
        }
    }
}
