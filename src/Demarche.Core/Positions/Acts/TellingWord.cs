using Demarche.Core.Positions.Candidates;
using Demarche.Core.Positions.Stances;

namespace Demarche.Core.Positions.Acts;

/// <summary>The word that tells what is done with words: the outermost that wants, does or judges.</summary>
/// <param name="Hit">Where it stands and what it is.</param>
/// <param name="IsTurned">Whether the words outside it turn it: "will never agree", "dropped its objections".</param>
/// <param name="IsNegated">Whether a negation stands anywhere with it.</param>
internal sealed record TellingWord(OperatorHit Hit, bool IsTurned, bool IsNegated)
{
    /// <summary>How far before a verb its negation and its obligation stand, in words: "must not now be".</summary>
    private const int AuxiliaryReach = 3;

    /// <summary>The telling word of <paramref name="candidate"/>, or null when no word of it tells an act.</summary>
    public static TellingWord? Find(CodedText text, Candidate candidate)
    {
        IReadOnlyList<OperatorHit> operators = WithSubject(candidate);
        int best = -1;
        for (int i = 0; i < operators.Count; i++)
        {
            if (operators[i].Operator.Act is not null && Rank(text, candidate, operators, i) is var rank && rank > 0
                && (best < 0 || rank >= Rank(text, candidate, operators, best)))
            {
                best = i;
            }
        }

        best = best > 0 && IsAnsweredBy(text, operators[best], operators[best - 1]) ? best - 1 : best;
        return best < 0 ? null : new TellingWord(operators[best], SignOutside(operators, best) < 0, operators.Any(IsNegation));
    }

    /// <summary>"rejected | calls for", "resisted | demands for": what others ask is answered, and the answer is what is done.</summary>
    private static bool IsAnsweredBy(CodedText text, OperatorHit asking, OperatorHit answer) =>
        asking.Operator is { Group: OperatorGroup.Attitude, Act: Act.Call or Act.Demand or Act.Propose } && answer.Operator is { Group: OperatorGroup.Attitude, Sign: < 0, Act: Act.Reject or Act.Refuse or Act.Deny }
        && asking.Start == answer.End && text.Words.Span(asking.Start).SliceOf(text.Words.Text).EndsWith("s");

    /// <summary>The words that made the stance, and the one by which the holder takes it where that is none of them: "the threat to raise", "petitioned for".</summary>
    private static IReadOnlyList<OperatorHit> WithSubject(Candidate candidate)
    {
        bool isOwn = candidate.Subject is { Operator.Operator.Group: OperatorGroup.Attitude } subject && subject.Has(candidate.Holder.Party)
            && !candidate.Operators.Any(o => o.Start == subject.Operator.Start) && !candidate.Match.Hits.Any(hit => hit >= subject.Operator.Start && hit < subject.Operator.End);
        return isOwn ? [.. candidate.Operators, candidate.Subject!.Operator] : candidate.Operators;
    }

    // Wanting tells more than doing, and an obligation more than a verdict; what another must accept is asked of him.
    private static int Rank(CodedText text, Candidate candidate, IReadOnlyList<OperatorHit> operators, int at) => operators[at].Operator.Group switch
    {
        OperatorGroup.Attitude when IsWishToSpeak(text, operators, at) => 0,
        OperatorGroup.Attitude => 5,
        OperatorGroup.Modal when operators[at].Operator.IsObligation && candidate.Subject?.Has(candidate.Holder.Party) is not true
            && operators.Any(o => o.Operator.Group == OperatorGroup.Attitude && o.Start - operators[at].End is >= 0 and < AuxiliaryReach) => 6,
        OperatorGroup.Modal => 4,
        OperatorGroup.Deed => 3,
        OperatorGroup.Change => 2,
        OperatorGroup.Judgement or OperatorGroup.Effect => 1,
        _ => 0,
    };

    /// <summary>"wants to call for", "would like to propose": what is wished is to say it. "ready to accept": it is accepted.</summary>
    private static bool IsWishToSpeak(CodedText text, IReadOnlyList<OperatorHit> operators, int at) =>
        operators[at].Operator is { Act: Act.Demand or Act.Assert or Act.Offer, Sign: > 0 } && operators[at].End < text.Words.Count && text.Words.Key(operators[at].End) == "to"
        && operators.Any(o => o.Operator.Group == OperatorGroup.Attitude && o.Start == operators[at].End + 1 && (operators[at].Operator.Act != Act.Offer || o.Operator.Act == Act.Accept));

    private static int SignOutside(IReadOnlyList<OperatorHit> operators, int at)
    {
        int sign = 1;
        for (int i = 0; i < operators.Count; i++)
        {
            // A cue's words come in the order of the text: its negation stands before it.
            bool isOutside = i > at || operators[at].Start - operators[i].End is >= 0 and < AuxiliaryReach;
            sign *= i != at && isOutside && Turns(operators[i]) ? operators[i].Operator.Sign : 1;
        }

        return sign;
    }

    private static bool Turns(OperatorHit hit) =>
        hit.Operator.Group is OperatorGroup.Negator or OperatorGroup.Change || hit.Operator is { Group: OperatorGroup.Attitude, Act: Act.Refuse };

    private static bool IsNegation(OperatorHit hit) =>
        hit.Operator.Group == OperatorGroup.Negator || hit.Operator is { Group: OperatorGroup.Attitude, Act: Act.Refuse };
}
