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
        if (telling?.Act is not { } act)
        {
            return isReiterated ? Act.Reaffirm : Act.Assert;
        }

        bool negated = operators.Any(o => o.Operator.Group == OperatorGroup.Negator);
        if (negated && sign < 0 && act is Act.Commit or Act.Accept or Act.Offer)
        {
            return Act.Refuse;
        }

        // "remains committed to" says it again; "imposed it again" does it.
        bool isStand = act == Act.Assert || (act == Act.Commit && telling.Group == OperatorGroup.Attitude);
        return isReiterated && isStand ? Act.Reaffirm : act;
    }

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
        OperatorGroup.Judgement => 1,
        _ => 0,
    };
}
