namespace Demarche.Core.Positions.Stances;

/// <summary>Reads act and strength of a position off the operators that made it.</summary>
internal static class ActReader
{
    /// <summary>The act: that of the outermost word that tells one; a plain assertion without any.</summary>
    /// <param name="operators">From the matter outwards.</param>
    /// <param name="sign">The direction of the words as they stand, before a condition turns it.</param>
    /// <param name="isReiterated">Whether the text marks it as said before.</param>
    public static Act ActOf(IReadOnlyList<OperatorHit> operators, int sign, bool isReiterated)
    {
        Operator? telling = Telling(operators);
        bool negated = operators.Any(o => o.Operator.Group == OperatorGroup.Negator || o.Operator is { Group: OperatorGroup.Attitude, Act: Act.Refuse });
        if (telling?.Act is not { } act)
        {
            // "there would be no talks", "could not afford it": what one will not have.
            bool bars = negated && sign < 0 && operators.Any(o => o.Operator.Group == OperatorGroup.Modal);
            return bars ? Act.Refuse : isReiterated ? Act.Reaffirm : Act.Assert;
        }

        if (negated && sign < 0 && act is Act.Commit or Act.Accept or Act.Offer)
        {
            return Act.Refuse;
        }

        // "will never agree to it", "dropped its objections to it": what stands outside turns the act.
        bool turned = telling.Group == OperatorGroup.Attitude && IsTurned(operators, telling);
        if (turned && act is Act.Accept or Act.Reject)
        {
            return act == Act.Accept ? Act.Refuse : Act.Accept;
        }

        // "remains committed to" says it again; "imposed it again" does it.
        bool isStand = act == Act.Assert || (act == Act.Commit && telling.Group == OperatorGroup.Attitude);
        return isReiterated && isStand ? Act.Reaffirm : InContext(act, telling, operators, sign);
    }

    /// <summary>Whether the words outside the telling one turn it.</summary>
    private static bool IsTurned(IReadOnlyList<OperatorHit> operators, Operator telling)
    {
        int sign = 1;
        bool outside = false;
        foreach (OperatorHit hit in operators)
        {
            bool turns = hit.Operator.Group is OperatorGroup.Negator or OperatorGroup.Change || hit.Operator is { Group: OperatorGroup.Attitude, Act: Act.Refuse };
            sign *= outside && turns ? hit.Operator.Sign : 1;
            outside |= hit.Operator == telling;
        }

        return sign < 0;
    }

    /// <summary>What other words make of the act of the telling one.</summary>
    private static Act InContext(Act act, Operator telling, IReadOnlyList<OperatorHit> operators, int sign) => act switch
    {
        // "wants this rather than that": what stands behind it is turned down.
        Act.Assert or Act.Demand or Act.Call or Act.Propose when sign < 0
            && operators.Any(o => o.Operator is { Group: OperatorGroup.Negator, Act: Act.Reject }) => Act.Reject,
        Act.Accept when operators.Any(o => o.Operator == telling && IsOwnDeed(o, operators)) => Act.Commit,
        // "will go on", "would remain in force": what is held to is promised.
        Act.Reaffirm when telling.Group == OperatorGroup.Change && operators.Any(o => o.Operator is { Group: OperatorGroup.Modal, IsObligation: false }) => Act.Commit,
        Act.Reject when operators.Any(o => o.Operator is { Group: OperatorGroup.Attitude, Act: Act.Accuse }) => Act.Deny,
        // "would be a disaster" tells what follows; "is a disaster" what one thinks of it.
        Act.Reject or Act.Assert when telling is { Group: OperatorGroup.Judgement, Sign: < 0 }
            && operators.Any(o => o.Operator is { Group: OperatorGroup.Modal, Act: null }) => Act.Warn,
        // "condemned the closure": blame for an outcome and not for an act against it turns the outcome down.
        Act.Accuse when telling.Group == OperatorGroup.Attitude && sign < 0 && !operators.Any(o => o.Operator.Group == OperatorGroup.Deed) => Act.Reject,
        _ => act,
    };

    /// <summary>"agreed to impose", "agreed not to scrap": who agrees to do it will do it.</summary>
    private static bool IsOwnDeed(OperatorHit agreed, IReadOnlyList<OperatorHit> operators) =>
        operators.Any(o => o.Operator is { Group: OperatorGroup.Change, Act: Act.Commit } && o.Start - agreed.End is 1 or 2);

    /// <summary>Strength 1-4: that of the telling word, one more for a flat "never".</summary>
    public static int StrengthOf(IReadOnlyList<OperatorHit> operators)
    {
        int strength = Telling(operators)?.Strength ?? 2;
        return Math.Clamp(strength, 1, 4);
    }

    private static Operator? Telling(IReadOnlyList<OperatorHit> operators)
    {
        Operator? best = null;
        foreach (OperatorHit hit in operators)
        {
            if (hit.Operator.Act is not null && Rank(hit.Operator.Group) >= Rank(best?.Group ?? OperatorGroup.Neutral))
            {
                best = hit.Operator;
            }
        }

        return best;
    }

    // Wanting tells more than doing, and an obligation more than a verdict.
    private static int Rank(OperatorGroup group) => group switch
    {
        OperatorGroup.Attitude => 5,
        OperatorGroup.Modal => 4,
        OperatorGroup.Deed => 3,
        OperatorGroup.Change => 2,
        OperatorGroup.Judgement or OperatorGroup.Effect => 1,
        _ => 0,
    };
}
