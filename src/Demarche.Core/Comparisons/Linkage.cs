using Demarche.Core.Ledger;

namespace Demarche.Core.Comparisons;

/// <summary>One issue is a condition for another in a party's words.</summary>
/// <param name="Condition">Codebook id of the issue that has to come first.</param>
/// <param name="Held">The conditional position on the other issue.</param>
public sealed record Linkage(string Condition, HeldPosition Held)
{
    /// <summary>First day on which the party spoke to the waiting issue without the condition; null when it has not.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Whether the party has not spoken to the waiting issue without the condition since.</summary>
    public bool IsStanding => Until is null;

    /// <summary>Codebook id of the party that ties them.</summary>
    public string Party => Held.Party;

    /// <summary>Codebook id of the issue that waits.</summary>
    public string Issue => Held.Issue;

    /// <summary>The line that names the condition: of a day's lines not all need to.</summary>
    public LedgerEntry Line => Held.Lines.First(line => line.Position.ConditionIssues.Contains(Condition, StringComparer.Ordinal));
}

/// <summary>The graph of conditions: which issue waits for which.</summary>
public static class LinkageGraph
{
    /// <summary>
    /// Rings of linkages in which every issue waits for the one before it and the first for the last, all at one time: nobody can begin. The
    /// shortest ring through every linkage that stands, each ring once; those that still stand first, then shortest first. Time grows with linkages times linkages.
    /// </summary>
    public static IReadOnlyList<IReadOnlyList<Linkage>> CirclesOf(IReadOnlyList<Linkage> linkages)
    {
        ArgumentNullException.ThrowIfNull(linkages);
        ILookup<string, Linkage> byCondition = linkages.ToLookup(linkage => linkage.Condition, StringComparer.Ordinal);
        var circles = new List<IReadOnlyList<Linkage>>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (Linkage first in linkages)
        {
            if (RingThrough(first, byCondition) is { } ring && AreAtOneTime(ring) && seen.Add(NameOf(ring)))
            {
                circles.Add(ring);
            }
        }

        return [.. circles.OrderByDescending(circle => circle.All(linkage => linkage.IsStanding)).ThenBy(circle => circle.Count).ThenBy(NameOf, StringComparer.Ordinal)];
    }

    // Breadth first from what waits for the linkage's issue back to its condition.
    private static List<Linkage>? RingThrough(Linkage first, ILookup<string, Linkage> byCondition)
    {
        var cameBy = new Dictionary<string, (Linkage By, string From)>(StringComparer.Ordinal);
        var queue = new Queue<string>([first.Issue]);
        while (first.Issue != first.Condition && queue.TryDequeue(out string? issue))
        {
            foreach (Linkage next in byCondition[issue].Where(next => next.Issue != first.Issue && AreAtOneTime([first, next]) && cameBy.TryAdd(next.Issue, (next, issue))))
            {
                if (next.Issue == first.Condition)
                {
                    return Ring(first, cameBy);
                }

                queue.Enqueue(next.Issue);
            }
        }

        return first.Issue == first.Condition ? [first] : null;
    }

    private static List<Linkage> Ring(Linkage first, Dictionary<string, (Linkage By, string From)> cameBy)
    {
        var ring = new List<Linkage>();
        for (string issue = first.Condition; issue != first.Issue; issue = cameBy[issue].From)
        {
            ring.Add(cameBy[issue].By);
        }

        ring.Add(first);
        ring.Reverse();
        return ring;
    }

    // Undated ones may have been said at any time.
    private static bool AreAtOneTime(IReadOnlyList<Linkage> linkages)
    {
        DateOnly begun = linkages.Max(linkage => linkage.Held.Date ?? DateOnly.MinValue);
        return linkages.All(linkage => linkage.Until is null || linkage.Until > begun);
    }

    private static string NameOf(IReadOnlyList<Linkage> ring) => string.Join(
        ' ', ring.Select(linkage => $"{linkage.Party}:{linkage.Condition}>{linkage.Issue}").Order(StringComparer.Ordinal));
}
