using Demarche.Core.Attributions;
using Demarche.Core.Comparisons;
using Demarche.Core.Parties;
using Demarche.Core.Positions;

namespace Demarche.Core.Exchange;

/// <summary>The words records and tables use for the domain's enumerations; fixed, since other programs read them.</summary>
public static class Words
{
    /// <summary>"supports", "opposes" or "conditional".</summary>
    public static string Of(Stance stance) => stance switch
    {
        Stance.Supports => "supports",
        Stance.Opposes => "opposes",
        _ => "conditional",
    };

    /// <summary>"direct", "indirect" or "mixed".</summary>
    public static string Of(AttributionKind kind) => kind switch
    {
        AttributionKind.Direct => "direct",
        AttributionKind.Mixed => "mixed",
        _ => "indirect",
    };

    /// <summary>"statement" or "attitude".</summary>
    public static string Of(AttributionType type) => type == AttributionType.Statement ? "statement" : "attitude";

    /// <summary>The act in lower case: "demand", "reaffirm".</summary>
    public static string Of(Act act) => act.ToString().ToLowerInvariant();

    /// <summary>The weight of a voice in lower case: "lawmaker", "unnamed".</summary>
    public static string Of(AuthorityLevel level) => level.ToString().ToLowerInvariant();

    /// <summary>The kind of change in lower case: "hardened", "condition added".</summary>
    public static string Of(ChangeRelation relation) => relation switch
    {
        ChangeRelation.ConditionAdded => "condition added",
        ChangeRelation.ConditionDropped => "condition dropped",
        ChangeRelation.AmountChanged => "amount changed",
        _ => relation.ToString().ToLowerInvariant(),
    };

    /// <summary>The position's kind; "narrator" for a stance the text ascribes in its own voice.</summary>
    public static string KindOf(Position position)
    {
        ArgumentNullException.ThrowIfNull(position);
        return position.Kind is { } kind ? Of(kind) : "narrator";
    }
}
