using Demarche.Core.Attributions;
using Demarche.Core.Positions.Candidates;
using Demarche.Core.Positions.Stances;
using Demarche.Core.Positions.Wording;

namespace Demarche.Core.Positions;

/// <summary>Tells in whose words a position stands.</summary>
internal static class KindReader
{
    /// <summary>Kind of the attribution; the narrator's voice where its cue tells a deed or a standing stance and no words: "imposed", "has repeatedly demanded".</summary>
    public static AttributionKind? Read(WordText words, Candidate candidate)
    {
        bool isDeed = candidate.Operators.TakeLast(candidate.CueOperators).Any(o => o.Operator.Group == OperatorGroup.Change || o.Operator.Act == Act.Accept);
        bool isTold = candidate.Attribution is { Kind: AttributionKind.Indirect } attribution
            && (isDeed || (candidate.CueOperators > 0 && IsStanding(words, words.RangeOf(attribution.Cue[0]))));
        return isTold ? null : candidate.IsOwnWords ? AttributionKind.Direct : candidate.Attribution?.Kind;
    }

    private static bool IsStanding(WordText words, WordRange cue)
    {
        for (int i = cue.Start; i < cue.End; i++)
        {
            if (words.Span(i).Of(words.Text) is "repeatedly" or "long" or "always" or "consistently")
            {
                return true;
            }
        }

        return false;
    }
}
