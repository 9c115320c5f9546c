using Demarche.Core.Comparisons;
using Demarche.Core.Ledger;
using Demarche.Core.Parties;

namespace Demarche;

/// <summary>A ledger with the names of its codebook.</summary>
internal static class LedgerNames
{
    /// <summary>The ledger's codebook, or null when it has none.</summary>
    public static Codebook? Codebook(SqliteLedger ledger) =>
        ledger.CodebookText is { } text ? CodebookFile.Parse(text, Path.Combine(ledger.Folder, "codebook.yaml")) : null;

    /// <summary>The overview of the positions that <paramref name="query"/> asks for.</summary>
    public static DisputeOverview Overview(SqliteLedger ledger, LedgerQuery query) =>
        DisputeOverview.Of(ledger, Codebook(ledger), query, query.Until);

    /// <summary>Refuses party and issue ids that the codebook does not have, and says which it has.</summary>
    /// <exception cref="UserException">An id is unknown.</exception>
    public static void Check(SqliteLedger ledger, LedgerQuery query)
    {
        if (Codebook(ledger) is not { } codebook)
        {
            return;
        }

        Check("party", query.Party, codebook.Parties.Select(party => party.Id));
        Check("issue", query.Issue, codebook.Issues.Select(issue => issue.Id));
    }

    /// <summary>The one article that an id, an address or the start of a key names.</summary>
    /// <exception cref="UserException">None or several are named so.</exception>
    public static LedgerArticle Article(SqliteLedger ledger, string wanted)
    {
        IReadOnlyList<LedgerArticle> found = ledger.FindArticles(wanted);
        return found.Count switch
        {
            1 => found[0],
            0 => throw new UserException($"no article '{wanted}' in this ledger. List them: demarche export csv"),
            _ => throw new UserException(
                $"'{wanted}' names {found.Count} articles; use the key of one: "
                + string.Join(", ", found.Take(5).Select(article => $"{article.Key[..8]} ({article.Outlet ?? "?"})"))),
        };
    }

    private static void Check(string what, string? id, IEnumerable<string> known)
    {
        if (id is not null && !known.Contains(id, StringComparer.Ordinal))
        {
            IReadOnlyList<string> near = NearestNames.Of(id, known);
            string meant = near.Count == 0 ? "" : $" Did you mean {string.Join(" or ", near)}?";
            throw new UserException($"the codebook has no {what} '{id}'.{meant} It has: {string.Join(", ", known)}");
        }
    }
}
