using Demarche.Core.Parties;

namespace Demarche.Core.Comparisons.Sheets;

/// <summary>Puts the cells of a matrix into rows: an issue, below it those that are part of it.</summary>
internal static class SheetRows
{
    /// <summary>The rows of <paramref name="cells"/>; an issue without a cell has a row when one that is part of it has.</summary>
    public static IReadOnlyList<SheetRow> Of(IReadOnlyList<SheetCell> cells, DisputeGaps gaps, Codebook? codebook, SheetOrder order)
    {
        ILookup<string, SheetCell> byIssue = cells.ToLookup(cell => cell.Issue, StringComparer.Ordinal);
        ILookup<string, PartyGap> gapsOf = gaps.Gaps.ToLookup(gap => gap.Issue, StringComparer.Ordinal);
        ILookup<string, UnansweredDemand> unanswered = gaps.Unanswered.ToLookup(demand => demand.Demand.Issue, StringComparer.Ordinal);
        Dictionary<string, Issue> known = codebook?.Issues.ToDictionary(issue => issue.Id, StringComparer.Ordinal) ?? [];
        string[] filled = Ordered(byIssue.Select(issue => issue.Key), known.Keys);
        string RootOf(string issue) => known.GetValueOrDefault(issue)?.PartOf is { } whole && known.ContainsKey(whole) ? whole : issue;
        SheetRow RowOf(string issue, int depth) => new()
        {
            Issue = issue,
            Depth = depth,
            Cells = [.. byIssue[issue]],
            Gap = gapsOf[issue].FirstOrDefault(),
            Trend = TrendOf([.. byIssue[issue]]),
            Unanswered = [.. unanswered[issue]],
        };
        IEnumerable<SheetRow[]> groups = filled.GroupBy(RootOf, StringComparer.Ordinal).Select(group =>
            (SheetRow[])[RowOf(group.Key, 0), .. group.Where(issue => issue != group.Key).Select(issue => RowOf(issue, 1))]);
        return [.. Sorted(groups, order, known).SelectMany(group => group)];
    }

    /// <summary>The ids of <paramref name="present"/>, each once: those of <paramref name="order"/> in its order, then the others by id.</summary>
    public static string[] Ordered(IEnumerable<string> present, IEnumerable<string>? order)
    {
        HashSet<string> ids = new(present, StringComparer.Ordinal);
        string[] known = [.. (order ?? []).Where(ids.Remove)];
        return [.. known, .. ids.Order(StringComparer.Ordinal)];
    }

    private static IEnumerable<SheetRow[]> Sorted(IEnumerable<SheetRow[]> groups, SheetOrder order, Dictionary<string, Issue> known) => order switch
    {
        SheetOrder.Gap => groups.OrderByDescending(group => group.Max(row => row.Gap?.Distance ?? -1)),
        SheetOrder.Latest => groups.OrderByDescending(group => group.SelectMany(row => row.Cells).Max(cell => cell.Held.Date ?? DateOnly.MinValue)),
        SheetOrder.Label => groups.OrderBy(group => known.GetValueOrDefault(group[0].Issue)?.Label ?? group[0].Issue, StringComparer.OrdinalIgnoreCase),
        _ => groups,
    };

    // The widest distance between any two parties now, against what it was before the last of them moved.
    private static GapTrend TrendOf(SheetCell[] cells)
    {
        SheetCell[] held = [.. cells.Where(cell => !cell.IsTold && cell.Trend.Count > 0)];
        if (held.Length < 2)
        {
            return GapTrend.Standing;
        }

        int now = Spread(held.Select(cell => cell.Trend[^1].Signed));
        DateOnly day = held.Max(cell => cell.Trend[^1].Day);
        while (true)
        {
            // The state just before that day; who had said nothing yet has no place in it.
            int[] before = [.. held.Select(cell => cell.Trend.LastOrDefault(step => step.Day < day)).Where(step => step.Signed != 0).Select(step => step.Signed)];
            if (before.Length < held.Length)
            {
                return GapTrend.Standing;
            }

            int then = Spread(before);
            if (then != now)
            {
                return then > now ? GapTrend.Converging : GapTrend.Diverging;
            }

            day = held.Max(cell => cell.Trend.Last(step => step.Day < day).Day);
        }
    }

    private static int Spread(IEnumerable<int> signed)
    {
        int[] all = [.. signed];
        return all.Max() - all.Min();
    }
}
