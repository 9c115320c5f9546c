using Demarche.Core.Positions.Wording;

namespace Demarche.Core.Positions.Stances;

/// <summary>How blame turns a stance: who blames another for breaking a thing stands by it.</summary>
internal static class Blame
{
    /// <summary>Whether somebody is told to have broken or blocked it without a word of blame or denial: that blames all the same.</summary>
    /// <param name="words">The words.</param>
    /// <param name="operators">The operators that count.</param>
    /// <param name="matter">The words that name the matter: a verdict on it stands behind it, what breaks it before.</param>
    public static bool IsTold(WordText words, List<OperatorHit> operators, WordRange matter) =>
        operators.Exists(o => o.Operator is { Group: OperatorGroup.Deed, Act: Act.Accuse } && (o.Start < matter.Start || !IsVerdict(words, o.Start)) && !IsAsked(words, operators, o))
        && !operators.Exists(o => o.Operator is { Group: OperatorGroup.Attitude, Sign: < 0 } || o.Operator.Act is Act.Deny or Act.Reject || IsRefusal(words, o, matter));

    // "has no intention of letting it break": what is not to be broken is no charge.
    private static bool IsRefusal(WordText words, OperatorHit hit, WordRange matter) =>
        hit.Operator.Group == OperatorGroup.Negator && hit.Start < matter.Start && words.Key(hit.Start) == "no";

    // "urged the council to block the sale", "should block it", "must stop breaking it": what is asked for has not been done.
    private static bool IsAsked(WordText words, List<OperatorHit> operators, OperatorHit deed) =>
        operators.Exists(o => o.Start < deed.Start
            && ((o.Operator.IsObligation && deed.Start - o.End <= 1)
                || (o.Operator is { Group: OperatorGroup.Attitude, Sign: > 0 } && (IsInfinitive(words, deed.Start) || EndsDeed(operators, o, deed)))));

    private static bool IsInfinitive(WordText words, int at) => words.Key(at - 1) == "to" || (at >= 2 && words.Key(at - 2) == "to");

    private static bool EndsDeed(List<OperatorHit> operators, OperatorHit wanting, OperatorHit deed) =>
        operators.Exists(o => o.Operator is { Group: OperatorGroup.Change, Sign: < 0 } && o.Start > wanting.Start && o.Start < deed.Start);

    // "would be a breach of the treaty": a verdict on the matter, not a breach of it.
    private static bool IsVerdict(WordText words, int at) =>
        at >= 2 && words.Key(at - 1) is "a" or "an" or "the" or "\"" or "\u201c" && (IsBe(words.Key(at - 2)) || (at >= 3 && IsBe(words.Key(at - 3))));

    private static bool IsBe(string key) => key is "be" or "is" or "are" or "was" or "were" or "been";

    /// <summary>-1 when a charge is rejected once, else +1: the rejection turns the charge, not the stance to what was to be broken.</summary>
    /// <param name="operators">The operators that count.</param>
    /// <param name="matter">First word of the matter: a verdict before it describes it ("condemned the illegal levy") and rejects no charge.</param>
    public static int SignOfRejection(List<OperatorHit> operators, int matter)
    {
        // "rejects the criticism of the curbs": the curbs are there, nothing is alleged.
        bool alleged = !operators.Exists(o => o.Operator is { Group: OperatorGroup.Deed, Act: null });
        bool charge = alleged && operators.Exists(o => IsCharge(o.Operator));
        int rejections = charge ? operators.Count(o => o.Operator.Act is Act.Reject or Act.Deny && o.Operator.Sign < 0 && !(o.Operator.Group == OperatorGroup.Judgement && o.Start < matter)) : 0;
        return rejections % 2 == 0 ? 1 : -1;
    }

    /// <summary>"had not lifted it", "did not sign": an act of another told as not done is missed by the teller.</summary>
    public static bool IsOmission(WordText words, OperatorHit verb) =>
        verb.Operator.Group == OperatorGroup.Change && verb.Start >= 2 && words.Key(verb.Start - 1) is "not" or "never"
        && words.Key(verb.Start - 2) is "has" or "have" or "had" or "did";

    private static bool IsCharge(Operator op) => op is { Group: OperatorGroup.Attitude, Act: Act.Accuse };
}
