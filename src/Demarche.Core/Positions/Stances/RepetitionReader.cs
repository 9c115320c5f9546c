using Demarche.Core.Positions.Candidates;
using Demarche.Core.Positions.Wording;

namespace Demarche.Core.Positions.Stances;

/// <summary>Tells whether the text itself says that a stance is not new.</summary>
internal static class RepetitionReader
{
    /// <summary>How far before and behind the cue its adverbs stand, in words: "once again", "remains".</summary>
    private const int CueReach = 3;

    /// <summary>How far before a statement it is announced that the position is the old one, in words: "our position has not changed, the ministry said in a note".</summary>
    private const int AnnouncedReach = 24;

    /// <summary>Words between the position and what is said of it: "position | on the toll has not | changed".</summary>
    private const int SaidReach = 8;

    /// <summary>Whether the words of the position, or those around its cue, hold a marker such as "again", "reiterated", "remains committed".</summary>
    public static bool IsRepeated(CodedText text, Candidate candidate)
    {
        if (Holds(text, candidate.Evidence) || IsAnnounced(text, candidate))
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

    /// <summary>"Its position on the toll has not changed: it must go": what follows is the old position, where no other party is named in between.</summary>
    private static bool IsAnnounced(CodedText text, Candidate candidate)
    {
        WordText words = text.Words;
        int told = -1;
        for (int i = candidate.Evidence.Start - 1; i >= Math.Max(0, candidate.Evidence.Start - AnnouncedReach); i--)
        {
            if (IsOthers(text, i, candidate))
            {
                return false;
            }

            told = IsUnmoved(words, i) ? i : told;
            if (words.Span(i).Of(words.Text) is "position" or "stance" or "line" or "policy" or "view")
            {
                return told > i && told - i <= SaidReach && !IsOthers(text, i - 1, candidate) && !IsOthers(text, i - 2, candidate);
            }
        }

        return false;
    }

    private static bool IsOthers(CodedText text, int at, Candidate candidate) =>
        at >= 0 && text.MentionAt(at) is { } mention && mention.Actor.PartyId is { } party && party != candidate.Holder.Party;

    // "has not changed", "is unchanged", "is consistent", "is the same", "is as it was".
    private static bool IsUnmoved(WordText words, int at) => words.Key(at) switch
    {
        "unchang" or "consist" => true,
        "chang" => at >= 2 && (words.Key(at - 1) is "not" or "never" || words.Key(at - 2) is "not" or "never"),
        "same" => at >= 2 && words.Key(at - 1) == "the" && words.Key(at - 2) is "is" or "was" or "remain" or "are",
        _ => false,
    };

    private static bool Holds(CodedText text, WordRange range)
    {
        for (int i = range.Start; i < range.End; i++)
        {
            switch (text.Words.Key(i))
            {
                case "again" or "repeat" or "repeatedly" or "reiter" or "reaffirm" or "unchang" or "restat" or "longstand" or "still":
                    return true;
                case "consist" when IsConstant(text.Words, i):
                    return true;
                case "remain" or "stay" when !IsToCome(text.Words, i) && (IsStance(text, i + 1) || IsStance(text, i + 2)):
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

    // "has consistently said", "has been consistent"; "a consistent application" repeats nothing.
    private static bool IsConstant(WordText words, int at) =>
        words.Span(at).Of(words.Text) is "consistently" || (at > 0 && words.Key(at - 1) is "is" or "be" or "been" or "was" or "were" or "remain" or "are");

    // "will stay open": a promise, and nothing said before.
    private static bool IsToCome(WordText words, int verb) => verb > 0 && words.Key(verb - 1) is "will" or "would" or "shall";

    private static bool IsStance(CodedText text, int at) =>
        at < text.Words.Count && text.OperatorAt(at) is { Operator.Group: OperatorGroup.Attitude };
}
