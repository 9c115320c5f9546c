namespace Demarche.Core.Positions.Stances;

/// <summary>What the words around a matter do with it.</summary>
/// <param name="Sign">+1 when it is wanted, made or kept, -1 when it is not.</param>
/// <param name="Operators">The operators that count, from the matter outwards.</param>
internal sealed record Polarity(int Sign, IReadOnlyList<OperatorHit> Operators)
{
    /// <summary>The polarity by <paramref name="operators"/>, of which those <paramref name="isEpithet"/> only describe the matter.</summary>
    /// <remarks>"not a useless pause", "condemned the illegal levy": where another word turns the matter, the adjective tells why and turns nothing; what is denied is the whole.</remarks>
    /// <param name="operators">The operators that count, from the matter outwards.</param>
    /// <param name="isEpithet">Whether the one at an index describes the matter and says nothing more of it.</param>
    public static Polarity Of(List<OperatorHit> operators, Func<int, bool> isEpithet)
    {
        int sign = 1;
        int epithets = 1;
        bool turned = false;
        for (int i = 0; i < operators.Count; i++)
        {
            Operator op = operators[i].Operator;
            if (isEpithet(i))
            {
                epithets *= op.Sign;
            }
            else
            {
                sign *= op.Sign;
                turned |= op is { Sign: < 0, Act: not Act.Deny };
            }
        }

        return new Polarity(turned ? sign : sign * epithets, operators) { IsByEpithet = !turned && epithets < 0 };
    }

    /// <summary>+1 when the tree and the order of the words give the same sign, -1 when not, 0 when there is only one of them.</summary>
    public int Agreement { get; init; }

    /// <summary>Whether nothing but a word that describes the matter turns it: "the illegal levy".</summary>
    public bool IsByEpithet { get; init; }

    /// <summary>The sign under words that do <paramref name="outer"/> with it: "condemned | the illegal levy" turns once, and the word on the levy says why.</summary>
    public int Under(int outer) => IsByEpithet && outer < 0 ? outer : Sign * outer;

    /// <summary>Whether the clause tells that nothing was said of the matter.</summary>
    public bool IsSilent => Operators.Any(o => o.Operator.Group == OperatorGroup.Silence);
}
