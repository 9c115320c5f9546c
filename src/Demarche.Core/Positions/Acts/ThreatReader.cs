using Demarche.Core.Positions.Candidates;
using Demarche.Core.Positions.Issues;
using Demarche.Core.Positions.Stances;

namespace Demarche.Core.Positions.Acts;

/// <summary>Tells threats from promises and openings: what is announced under a condition, and blows that are announced.</summary>
internal static class ThreatReader
{
    /// <summary>The act, with what hangs on its condition and on the nature of the matter.</summary>
    public static Act Read(CodedText text, IssueLexicon lexicon, Candidate candidate, Act act)
    {
        bool isBlow = lexicon.IsHarmful(candidate.Match);
        bool isDealt = isBlow && candidate.Sign * candidate.Match.Sign > 0 && !candidate.Operators.Any(o => o.Operator is { Group: OperatorGroup.Change, Sign: < 0 } or { Group: OperatorGroup.Negator });

        // "we could begin with it if", "the ban could be eased": an opening, no blow.
        if (!isDealt && (act == Act.Commit || (candidate.Condition is not null && act == Act.Assert)) && candidate.Operators.Any(o => IsPossible(text, o)))
        {
            return Act.Offer;
        }

        // "would lift the ban if": to end a blow is no threat.
        bool isTold = act is Act.Commit or Act.Assert or Act.Reaffirm;
        if (act is Act.Commit or Act.Assert && candidate.Sign > 0 && IsConsentOnTerms(text, candidate, isDealt))
        {
            return Act.Offer;
        }

        return isBlow && !isDealt && isTold && candidate.IsThreat ? Act.Offer : IsThreat(text, candidate, act, isDealt) ? Act.Threaten : act;
    }

    /// <summary>"would support it if", "would end the strike only if": what is granted on terms.</summary>
    private static bool IsConsentOnTerms(CodedText text, Candidate candidate, bool isDealt) => !isDealt && candidate.Condition is { } terms
        && ((candidate.IsThreat && text.Words.Key(terms.Start) == "if" && candidate.Operators.Any(o => o.Operator is { Group: OperatorGroup.Attitude, Act: Act.Accept } || text.Words.Key(o.Start) == "sign"))
            || text.Words.Key(terms.Start) == "only" || (terms.Start > 0 && text.Words.Key(terms.Start) == "if" && text.Words.Key(terms.Start - 1) == "only"));

    /// <summary>"If you do this, we will do that": what is announced under a plain condition is a threat.</summary>
    private static bool IsThreat(CodedText text, Candidate candidate, Act act, bool isDealt)
    {
        bool isForced = act == Act.Demand && candidate.Subject?.Has(candidate.Holder.Party) == true;
        bool underIf = candidate.IsThreat && (act is Act.Commit or Act.Assert or Act.Reaffirm || (isDealt && act == Act.Offer) || isForced);
        return underIf || (isDealt && act == Act.Commit && IsAnnounced(text, candidate));
    }

    private static bool IsPossible(CodedText text, OperatorHit hit) =>
        hit.Operator is { Group: OperatorGroup.Modal, Act: null } && text.Words.Key(hit.Start) is "could" or "may" or "might";

    /// <summary>Whether the deed is still to come, "will impose", "vowed to", and neither undertaken, decided by a vote nor only gone on with.</summary>
    private static bool IsAnnounced(CodedText text, Candidate candidate) =>
        candidate.Operators.Any(o => o.Operator is { Group: OperatorGroup.Modal, IsObligation: false } or { Group: OperatorGroup.Attitude, Act: Act.Commit or Act.Threaten })
        && !candidate.Operators.Any(o => o.Operator is { Group: OperatorGroup.Change, Act: Act.Reaffirm } || text.Words.Key(o.Start) is "undertak" or "vote" or "authoriz" or "approv" or "press" or "push");
}
