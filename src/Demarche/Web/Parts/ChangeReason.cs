using Demarche.Core.Comparisons;

namespace Demarche.Web.Parts;

/// <summary>Why a change is one, for a reader: the codebook's ids in it give way to what they stand for.</summary>
internal static class ChangeReason
{
    private const string BeforeIds = ": ";

    /// <summary>The reason of <paramref name="change"/>.</summary>
    /// <param name="change">The change.</param>
    /// <param name="labelOf">Label of an issue by its id; the id itself for an unknown one.</param>
    public static string Of(PositionChange change, Func<string, string> labelOf)
    {
        ArgumentNullException.ThrowIfNull(change);
        ArgumentNullException.ThrowIfNull(labelOf);
        if (change.To.ImpliedBy is { } implying && change.Why.EndsWith(implying, StringComparison.Ordinal))
        {
            return change.Why[..^implying.Length] + labelOf(implying);
        }

        // Which conditions came or went: "one more condition: id, id".
        int ids = change.Relation is ChangeRelation.Hardened or ChangeRelation.Softened ? change.Why.IndexOf(BeforeIds, StringComparison.Ordinal) : -1;
        return ids < 0
            ? change.Why
            : change.Why[..(ids + BeforeIds.Length)] + string.Join("; ", change.Why[(ids + BeforeIds.Length)..].Split(", ").Select(labelOf));
    }
}
