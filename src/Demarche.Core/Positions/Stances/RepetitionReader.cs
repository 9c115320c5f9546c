using Demarche.Core.Positions.Candidates;
using Demarche.Core.Positions.Wording;

namespace Demarche.Core.Positions.Stances;

/// <summary>Tells whether the text itself says that a stance is not new.</summary>
internal static class RepetitionReader
{
    /// <summary>How far before and behind the cue its adverbs stand, in words: "once again", "remains".</summary>
    private const int CueReach = 3;

    /// <summary>Whether the words of the position, or those around its cue, hold a marker such as "again", "reiterated", "remains committed".</summary>
    public static bool IsRepeated(CodedText text, Candidate candidate)
    {
        if (Holds(text, candidate.Evidence))
        {
            return true;
        }

        if (candidate.Attribution is not { } attribution)
        {
            return false;
        }

        WordRange cue = text.Words.RangeOf(attribution.Cue[0]);
        return candidate.Sentence.Contains(cue)
            && Holds(text, new WordRange(cue.Start - CueReach, cue.End + CueReach).Within(candidate.Sentence));
    }

    private static bool Holds(CodedText text, WordRange range)
    {
        for (int i = range.Start; i < range.End; i++)
        {
            switch (text.Words.Key(i))
            {
                case "again" or "repeat" or "repeatedly" or "reiter" or "reaffirm" or "unchang" or "restat" or "consist" or "longstand" or "still":
                    return true;
                case "remain" or "stay" when IsStance(text, i + 1) || IsStance(text, i + 2):
                    return true;
                case "continu" when IsStance(text, i + 2) && text.Words.Key(i + 1) == "to":
                    return true;
                case "chang" when i >= 2 && (text.Words.Key(i - 1) == "not" || text.Words.Key(i - 2) == "not"):
                    return true;
                case "renew" when i + 1 < text.Words.Count && text.Words.Key(i + 1) is "his" or "her" or "its" or "their":
                    return true;
                case "give" or "abandon" or "drop" when i >= 1 && text.Words.Key(i - 1) == "not":
                    return true;
                case "long" when i > range.Start && text.Words.Key(i - 1) is "has" or "have" or "had":
                    return true;
            }
        }

        return false;
    }

    private static bool IsStance(CodedText text, int at) =>
        at < text.Words.Count && text.OperatorAt(at) is { Operator.Group: OperatorGroup.Attitude };
}
