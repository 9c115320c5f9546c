using Demarche.Core.Ledger;

namespace Demarche.Core.Comparisons.Coverage;

/// <summary>A stance of a party that one outlet alone reports.</summary>
/// <param name="Outlet">The outlet.</param>
/// <param name="Entry">The line with the best proof.</param>
public sealed record SolePosition(string Outlet, LedgerEntry Entry)
{
    /// <summary>The stances in <paramref name="entries"/> that one of several outlets alone reports, by outlet, party and issue.</summary>
    /// <param name="entries">Lines of a ledger; lines of no party are left out.</param>
    public static IReadOnlyList<SolePosition> In(IEnumerable<LedgerEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        LedgerEntry[] all = [.. entries.Where(entry => entry.Position.Party is not null)];
        if (all.Select(OutletOf).Distinct(StringComparer.Ordinal).Count() < 2)
        {
            return [];
        }

        return
        [
            .. all.GroupBy(entry => (entry.Position.Party, entry.Position.Issue, entry.Position.Stance, entry.Position.Direction))
                .Where(stance => stance.Select(OutletOf).Distinct(StringComparer.Ordinal).Count() == 1)
                .Select(stance => stance.OrderByDescending(entry => entry.Position.Confidence).ThenBy(entry => entry.Key, StringComparer.Ordinal).First())
                .Select(entry => new SolePosition(OutletOf(entry), entry))
                .OrderBy(sole => sole.Outlet, StringComparer.Ordinal)
                .ThenBy(sole => sole.Entry.Position.Party, StringComparer.Ordinal)
                .ThenBy(sole => sole.Entry.Position.Issue, StringComparer.Ordinal)
                .ThenBy(sole => sole.Entry.Key, StringComparer.Ordinal),
        ];
    }

    private static string OutletOf(LedgerEntry entry) => entry.Article.Outlet ?? StoryCoverage.UnknownOutlet;
}
