using Demarche.Core.Ledger;
using Demarche.Core.Positions;

namespace Demarche.Core.Comparisons;

/// <summary>What stands between the parties: where they differ, what went unanswered, what hangs on what, and what matters to whom.</summary>
public sealed class DisputeGaps
{
    // "Calls for" and firmer: what is merely thought useful asks nobody for anything.
    private const int LeastDemand = 2;

    private DisputeGaps(PositionMatrix matrix, Func<MatrixCell, CellPast> pastOf)
    {
        MatrixCell[] held = [.. matrix.Cells.Where(cell => cell.Latest is not null)];
        Dictionary<MatrixCell, CellPast> pasts = new(ReferenceEqualityComparer.Instance);
        foreach (MatrixCell cell in held)
        {
            pasts[cell] = pastOf(cell);
        }

        Gaps =
        [
            .. held.GroupBy(cell => cell.Issue, StringComparer.Ordinal).SelectMany(issue => GapsOf(issue, pasts))
                .OrderByDescending(gap => gap.IsContested)
                .ThenByDescending(gap => gap.Distance)
                .ThenBy(gap => gap.Issue, StringComparer.Ordinal)
                .ThenBy(gap => gap.First.Party, StringComparer.Ordinal)
                .ThenBy(gap => gap.Second.Party, StringComparer.Ordinal),
        ];
        Unanswered = [.. held.Select(cell => UnansweredOf(cell, held)).OfType<UnansweredDemand>()];
        Linkages =
        [
            .. held.SelectMany(cell => pasts[cell].Linkages)
                .OrderByDescending(linkage => linkage.IsStanding)
                .ThenBy(linkage => linkage.Issue, StringComparer.Ordinal)
                .ThenBy(linkage => linkage.Party, StringComparer.Ordinal)
                .ThenBy(linkage => linkage.Condition, StringComparer.Ordinal),
        ];
        Circles = LinkageGraph.CirclesOf(Linkages);
        Priorities =
        [
            .. held.Select(cell => PriorityOf(cell, pasts[cell]))
                .OrderBy(priority => priority.Party, StringComparer.Ordinal)
                .ThenByDescending(priority => priority.Weight)
                .ThenBy(priority => priority.Issue, StringComparer.Ordinal),
        ];
    }

    private DisputeGaps(DisputeGaps whole, Func<string, bool> hasParty, Func<string, bool> hasIssue)
    {
        bool IsTied(Linkage linkage) => hasParty(linkage.Party) && (hasIssue(linkage.Issue) || hasIssue(linkage.Condition));
        Gaps = [.. whole.Gaps.Where(gap => (hasParty(gap.First.Party) || hasParty(gap.Second.Party)) && hasIssue(gap.Issue))];
        Unanswered =
        [
            .. whole.Unanswered.Where(open => (hasParty(open.Demand.Party) || open.Silent.Any(hasParty)) && hasIssue(open.Demand.Issue)),
        ];
        Linkages = [.. whole.Linkages.Where(IsTied)];
        Circles = [.. whole.Circles.Where(circle => circle.Any(IsTied))];
        Priorities = [.. whole.Priorities.Where(priority => hasParty(priority.Party) && hasIssue(priority.Issue) && priority.Days > 0)];
    }

    /// <summary>Pairs of parties on an issue; contested ones first, widest first.</summary>
    public IReadOnlyList<PartyGap> Gaps { get; }

    /// <summary>Demands to which others have nothing on record.</summary>
    public IReadOnlyList<UnansweredDemand> Unanswered { get; }

    /// <summary>What is a condition for what, in whose words, each as it was last said; those that stand first.</summary>
    public IReadOnlyList<Linkage> Linkages { get; }

    /// <summary>Rings of linkages in which everybody waits for somebody else.</summary>
    public IReadOnlyList<IReadOnlyList<Linkage>> Circles { get; }

    /// <summary>What matters to whom, by party, weightiest first.</summary>
    public IReadOnlyList<Priority> Priorities { get; }

    /// <summary>What stands between the parties of <paramref name="matrix"/>.</summary>
    public static DisputeGaps Of(PositionMatrix matrix)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        return new DisputeGaps(matrix, CellPast.Of);
    }

    /// <summary>What stands between the parties in the whole record of a ledger. The words of what is not shown are not read.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="at">Last day that counts, inclusive; undated lines then fall out. Null = no limit.</param>
    /// <param name="relations">Which issues exclude each other; null = none.</param>
    public static DisputeGaps Of(SqliteLedger ledger, DateOnly? at = null, IssueRelations? relations = null)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        (PositionMatrix matrix, IReadOnlyDictionary<MatrixCell, CellPast> pasts) = RecordGaps.Of(ledger, at, relations ?? IssueRelations.None);
        return new DisputeGaps(matrix, cell => pasts[cell]);
    }

    /// <summary>What of it concerns a party and an issue; what only lesser voices fill is no priority of anybody and left out.</summary>
    /// <param name="party">Codebook id, or null for every party.</param>
    /// <param name="issue">Codebook id, or null for every issue.</param>
    public DisputeGaps Only(string? party, string? issue) => new(this, id => party is null || party == id, id => issue is null || issue == id);

    private static IEnumerable<PartyGap> GapsOf(IEnumerable<MatrixCell> issue, Dictionary<MatrixCell, CellPast> pasts)
    {
        MatrixCell[] cells = [.. issue.OrderBy(cell => cell.Party, StringComparer.Ordinal)];
        for (int i = 0; i < cells.Length; i++)
        {
            for (int j = i + 1; j < cells.Length; j++)
            {
                yield return new PartyGap(cells[i].Latest!, cells[j].Latest!, DistanceBefore(cells[i], cells[j], pasts[cells[i]].Led, pasts[cells[j]].Led));
            }
        }
    }

    // Walks both pasts back together, from the latest step of either, to the last distance that was another.
    private static int? DistanceBefore(
        MatrixCell first, MatrixCell second, IReadOnlyList<(DateOnly Day, int Signed)> left, IReadOnlyList<(DateOnly Day, int Signed)> right)
    {
        int now = PartyGap.DistanceOf(first.Latest!, second.Latest!);
        (int i, int j) = (left.Count - 1, right.Count - 1);
        while (i >= 0 && j >= 0)
        {
            int distance = Math.Abs(left[i].Signed - right[j].Signed);
            if (distance != now)
            {
                return distance;
            }

            (i, j) = left[i].Day > right[j].Day ? (i - 1, j) : (i, j - 1);
        }

        return null;
    }

    private static UnansweredDemand? UnansweredOf(MatrixCell cell, MatrixCell[] held)
    {
        Position demand = cell.Latest!.Position;
        if (cell.Latest.ImpliedBy is not null || demand.Act is not (Act.Demand or Act.Call or Act.Propose or Act.Offer) || demand.Strength < LeastDemand)
        {
            return null;
        }

        HashSet<string> speaking =
            new(held.Where(other => other.Issue == cell.Issue && other.Latest!.ImpliedBy is null).Select(other => other.Party), StringComparer.Ordinal);
        string[] others = [.. held.Select(other => other.Party).Distinct(StringComparer.Ordinal).Where(party => party != cell.Party)];
        string[] asked = demand.Addressee is { } addressee && addressee != cell.Party ? [addressee] : others;
        string[] silent = [.. asked.Where(party => !speaking.Contains(party)).Order(StringComparer.Ordinal)];
        // Addressed to nobody by name, it is answered as soon as anybody says something.
        return silent.Length < asked.Length || silent.Length == 0 ? null : new UnansweredDemand(cell.Latest!, silent);
    }

    // A cell that only lesser voices fill, or that is implied, has no day of its own.
    private static Priority PriorityOf(MatrixCell cell, CellPast past) =>
        new(cell.Party, cell.Issue, past.Pressed.Days, past.Pressed.Strongest, past.Pressed.Weight, cell.Latest!);
}
