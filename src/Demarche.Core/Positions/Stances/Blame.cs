namespace Demarche.Core.Positions.Stances;

/// <summary>How blame turns a stance: who blames another for breaking a thing stands by it.</summary>
internal static class Blame
{
    /// <summary>Whether somebody is told to have broken or blocked it without a word of blame or denial: that blames all the same.</summary>
    public static bool IsTold(List<OperatorHit> operators) =>
        operators.Exists(o => o.Operator is { Group: OperatorGroup.Deed, Act: Act.Accuse })
        && !operators.Exists(o => IsCharge(o.Operator) || o.Operator.Act is Act.Deny or Act.Reject);

    /// <summary>-1 when a charge is rejected once, else +1: the rejection turns the charge, not the stance to what was to be broken.</summary>
    public static int SignOfRejection(List<OperatorHit> operators)
    {
        bool charge = operators.Exists(o => IsCharge(o.Operator));
        int rejections = charge ? operators.Count(o => o.Operator.Act is Act.Reject or Act.Deny && o.Operator.Sign < 0) : 0;
        return rejections % 2 == 0 ? 1 : -1;
    }

    private static bool IsCharge(Operator op) => op is { Group: OperatorGroup.Attitude, Act: Act.Accuse };
}
