using Demarche.Core.Ledger;
using Demarche.Web.Parts;
using Demarche.Web.Work;

namespace Demarche.Web.Sources;

/// <summary>What was read.</summary>
/// <param name="Words">Words of title or text that were looked for, or null.</param>
/// <param name="Outlet">The outlet that was chosen, or null.</param>
/// <param name="Outlets">All outlets with their number of articles, most first.</param>
/// <param name="Articles">A part of the articles, latest first; those with the words best match first.</param>
/// <param name="Portion">Which part.</param>
/// <param name="IsMore">Whether there are more behind it.</param>
/// <param name="Work">What was added since the program was started, latest first.</param>
public sealed record SourcesModel(
    string? Words,
    string? Outlet,
    IReadOnlyList<(string Outlet, int Articles)> Outlets,
    IReadOnlyList<LedgerArticle> Articles,
    Portion Portion,
    bool IsMore,
    IReadOnlyList<IntakeWork> Work)
{
    /// <summary>Outlets with their number of articles, most first.</summary>
    public static IReadOnlyList<(string Outlet, int Articles)> OutletsOf(IEnumerable<LedgerArticle> articles) =>
    [
        .. articles.Where(article => article.Outlet is not null).GroupBy(article => article.Outlet!, StringComparer.Ordinal)
            .Select(outlet => (outlet.Key, Articles: outlet.Count()))
            .OrderByDescending(outlet => outlet.Articles)
            .ThenBy(outlet => outlet.Key, StringComparer.Ordinal),
    ];
}
