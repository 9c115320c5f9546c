using Demarche.Core.Comparisons.Utterances;
using Demarche.Core.Ledger;

namespace Demarche.Core.Comparisons.Coverage;

/// <summary>On which days an outlet had something.</summary>
/// <param name="Outlet">Its name.</param>
/// <param name="Days">The days, each once, oldest first; empty when all its articles are undated.</param>
/// <param name="Count">How often it had it, undated articles included; at least 1.</param>
public sealed record OutletDays(string Outlet, IReadOnlyList<DateOnly> Days, int Count)
{
    /// <summary>The outlets of <paramref name="hits"/>, the first one to have it first, undated ones last.</summary>
    public static IReadOnlyList<OutletDays> Of(IEnumerable<QuoteHit> hits)
    {
        ArgumentNullException.ThrowIfNull(hits);
        return Of(hits.Select(hit => (hit.Line.Article.Outlet ?? StoryCoverage.UnknownOutlet, hit.Line.Article.Published)));
    }

    /// <summary>The outlets that render <paramref name="utterance"/>, the first one first.</summary>
    public static IReadOnlyList<OutletDays> Of(Utterance utterance)
    {
        ArgumentNullException.ThrowIfNull(utterance);
        return Of(utterance.Renderings.Select(rendering => (StoryCoverage.OutletOf(rendering.Article), rendering.Article.Published)));
    }

    private static OutletDays[] Of(IEnumerable<(string Outlet, DateOnly? Day)> uses) =>
    [
        .. uses.GroupBy(use => use.Outlet, StringComparer.Ordinal)
            .Select(outlet => new OutletDays(
                outlet.Key,
                [.. outlet.Select(use => use.Day).OfType<DateOnly>().Distinct().Order()],
                outlet.Count()))
            .OrderBy(outlet => outlet.Days.Count == 0)
            .ThenBy(outlet => outlet.Days.Count == 0 ? default : outlet.Days[0])
            .ThenByDescending(outlet => outlet.Count)
            .ThenBy(outlet => outlet.Outlet, StringComparer.Ordinal),
    ];
}
