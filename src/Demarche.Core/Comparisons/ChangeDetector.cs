using Demarche.Core.Ledger;
using Demarche.Core.Positions;

namespace Demarche.Core.Comparisons;

/// <summary>Finds what moved between successive positions of each party on each issue.</summary>
public static class ChangeDetector
{
    // Outlets word one statement as "calls for" or "demands", "refuses" or "rules out": one step of strength is wording, two are a
    // change. The development gold (22 pairs) calls every pair that differs by one step reiterated.
    private const int LeastStrengthStep = 2;

    /// <summary>
    /// Days without a word after which a position counts as dormant, from the last word to the end of the record: a quarter of a year, in
    /// which positions that are still pressed come up in any dispute that stays in the news.
    /// </summary>
    public const int DormantAfterDays = 90;

    /// <summary>The changes in <paramref name="entries"/>, by day, then issue and party; repetitions and first mentions included.</summary>
    /// <param name="entries">Lines of a ledger from the beginning of the record, in any order; undated ones take no part.</param>
    /// <param name="since">First day whose changes are wanted, inclusive; null = all. What was held before is still looked at.</param>
    /// <param name="copies">Which articles are copies of one text; null = every article counts as its own.</param>
    /// <param name="end">Last day of the record, for positions that fell silent; null = silences are not looked for.</param>
    /// <param name="relations">Which issues exclude each other; null = none.</param>
    public static IReadOnlyList<PositionChange> Detect(
        IEnumerable<LedgerEntry> entries, DateOnly? since = null, TextCopies? copies = null, DateOnly? end = null, IssueRelations? relations = null)
    {
        ArgumentNullException.ThrowIfNull(entries);
        return
        [
            .. ImpliedPositions.Along(PositionHistory.Of(entries, copies), relations ?? IssueRelations.None).SelectMany(history => Detect(history, end))
                .Where(change => since is null || change.Date >= since)
                .OrderBy(change => change.Date)
                .ThenBy(change => change.Issue, StringComparer.Ordinal)
                .ThenBy(change => change.Party, StringComparer.Ordinal),
        ];
    }

    /// <summary>The changes along one history, oldest first.</summary>
    /// <param name="history">What a party held on an issue.</param>
    /// <param name="end">Last day of the record; null = no silence is looked for.</param>
    public static IReadOnlyList<PositionChange> Detect(PositionHistory history, DateOnly? end = null)
    {
        ArgumentNullException.ThrowIfNull(history);
        return ChangeFold.Of(history, end);
    }

    /// <summary>What kind of change leads from <paramref name="from"/> to <paramref name="to"/>, two lines of one party on one issue, and why.</summary>
    public static (ChangeRelation Relation, string Why) Compare(LedgerEntry? from, LedgerEntry to)
    {
        ArgumentNullException.ThrowIfNull(to);
        if (from is null)
        {
            return (ChangeRelation.New, "the first on record");
        }

        if (to.ImpliedBy is { } excluding)
        {
            (ChangeRelation relation, string why) = CompareAcross(from.Position, to.Position);
            return (relation, $"{why}: implied, since it supports {excluding}");
        }

        if (from.ImpliedBy is { } implying && from.Position.Direction == to.Position.Direction)
        {
            return (ChangeRelation.Reiterated, $"says outright what its support of {implying} implied");
        }

        if (Withdrawal.WordsIn(to, from.Position.Direction) is { } words)
        {
            return (ChangeRelation.Withdrawn, $"the text says \"{words}\"");
        }

        return from.Position.Direction == to.Position.Direction
            ? CompareSameSide(from, to)
            : CompareAcross(from.Position, to.Position);
    }

    private static (ChangeRelation Relation, string Why) CompareAcross(Position from, Position to)
    {
        if (to.Act == Act.Deny && from.Holder != to.Holder)
        {
            return (ChangeRelation.Denied, $"{to.Holder} says that it is not so");
        }

        if (to.Condition is not null)
        {
            return from.Condition is not null
                ? (ChangeRelation.Reversed, "leans the other way once the condition is met")
                : (ChangeRelation.Softened, "the other side becomes possible on a condition");
        }

        if (to.Strength == 1)
        {
            return (ChangeRelation.Softened, "open to what was not wanted before");
        }

        // A threat that is not carried out was no open door.
        bool wasOpen = from.Direction == Direction.Supports && from.Act != Act.Threaten && (from.Condition is not null || from.Strength == 1);
        return wasOpen
            ? (ChangeRelation.Hardened, "what was possible is not wanted any more")
            : (ChangeRelation.Reversed, $"{Word(from)}, then {Word(to)}");
    }

    private static (ChangeRelation Relation, string Why) CompareSameSide(LedgerEntry from, LedgerEntry to)
    {
        if (from.Condition is null != to.Condition is null)
        {
            return to.Condition is null
                ? (ChangeRelation.ConditionDropped, $"no longer \"{from.Condition}\"")
                : (ChangeRelation.ConditionAdded, $"now \"{to.Condition}\"");
        }

        string[] gained = [.. to.Position.ConditionIssues.Except(from.Position.ConditionIssues, StringComparer.Ordinal)];
        string[] lost = [.. from.Position.ConditionIssues.Except(to.Position.ConditionIssues, StringComparer.Ordinal)];
        // Conditions are counted where both are in the codebook's words: "without it" names none of its issues and takes none away.
        bool areNamed = from.Position.ConditionIssues.Count > 0 && to.Position.ConditionIssues.Count > 0;
        if (to.Condition is not null && areNamed && (gained.Length > 0) != (lost.Length > 0))
        {
            return gained.Length > 0
                ? (ChangeRelation.Hardened, $"one more condition: {string.Join(", ", gained)}")
                : (ChangeRelation.Softened, $"one condition less: {string.Join(", ", lost)}");
        }

        int step = to.Position.Strength - from.Position.Strength;
        if (Math.Abs(step) >= LeastStrengthStep && !IsReadinessAgain(from.Position, to.Position))
        {
            return (
                step > 0 ? ChangeRelation.Hardened : ChangeRelation.Softened,
                $"strength {from.Position.Strength}, then {to.Position.Strength}");
        }

        return AmountChange(from.Position, to.Position) is { } amount
            ? (ChangeRelation.AmountChanged, amount)
            : (ChangeRelation.Reiterated, to.Position.IsReiterated ? "the text says that it is not new" : "the same stance");
    }

    // "remains committed to talks" and "is ready for talks" are one readiness, worded twice; a promise after an offer is more.
    private static bool IsReadinessAgain(Position from, Position to) =>
        from.Direction == Direction.Supports && from.Condition is null && to.Condition is null
        && ((from.Act, to.Act) is (Act.Reaffirm or Act.Commit, Act.Offer) or (Act.Offer, Act.Reaffirm));

    // Only where each side counts a thing once: of two numbers of troops nobody can tell which became which.
    private static string? AmountChange(Position from, Position to)
    {
        foreach (IGrouping<string, Quantity> unit in from.Quantities.GroupBy(quantity => quantity.Unit, StringComparer.Ordinal))
        {
            Quantity[] now = [.. to.Quantities.Where(quantity => quantity.Unit == unit.Key)];
            if (now.Length == 1 && unit.Count() == 1 && now[0].Value != unit.First().Value)
            {
                return string.Create(null, $"{unit.First().Value} {unit.Key}, then {now[0].Value}");
            }
        }

        return null;
    }

    private static string Word(Position position) => position.Direction == Direction.Supports ? "wanted it" : "did not want it";
}
