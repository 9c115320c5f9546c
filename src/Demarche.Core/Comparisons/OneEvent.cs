namespace Demarche.Core.Comparisons;

/// <summary>Joins what outlets tell of one event under two days: said on Monday in one place of the earth, on Tuesday in another.</summary>
/// <remarks>
/// Only the list of changes is joined, and what is held stays as it was told last, so that a change does not hang on how far back a ledger is read
/// (decision 0054).
/// </remarks>
internal static class OneEvent
{
    /// <summary>The changes, without those that say again what the one before tells of the same event; that one carries the lines of both.</summary>
    /// <param name="changes">The changes along one history, oldest first.</param>
    public static IReadOnlyList<PositionChange> Join(IReadOnlyList<PositionChange> changes)
    {
        var joined = new List<PositionChange>(changes.Count);
        for (int i = 0; i < changes.Count; i++)
        {
            if (i > 0 && changes[i].From == changes[i - 1].To && IsOne(changes[i]))
            {
                joined[^1] = joined[^1] with { To = Both(joined[^1].To, changes[i].To) };
            }
            else
            {
                joined.Add(changes[i]);
            }
        }

        return joined;
    }

    // Articles of one day that date the same words of one voice a day apart; the day after, in articles of another day, it is said again.
    private static bool IsOne(PositionChange change) =>
        change is { Relation: ChangeRelation.Reiterated, From: { Date: { } day, ImpliedBy: null } from } && change.To.Date == day.Shift(1)
        && from.Voices.Intersect(change.To.Voices, StringComparer.Ordinal).Any()
        && from.Carriers.Select(article => article.Published).Intersect(change.To.Carriers.Select(article => article.Published)).Any(published => published is not null)
        && !from.Carriers.Select(article => article.Key).Intersect(change.To.Carriers.Select(article => article.Key), StringComparer.Ordinal).Any();

    private static HeldPosition Both(HeldPosition first, HeldPosition again) => first with
    {
        Lines = [.. first.Lines, .. again.Lines],
        Carriers = [.. first.Carriers, .. again.Carriers],
        IndependentCarriers = first.IndependentCarriers + again.IndependentCarriers,

        // At least one of two is read right.
        Likelihood = 1 - ((1 - first.Likelihood) * (1 - again.Likelihood)),
    };
}
