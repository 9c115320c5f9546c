using Demarche.Core.Ledger;
using Demarche.Core.Parties;

namespace Demarche.Core.Comparisons;

/// <summary>A ledger at a glance: the matrix, what changed, and the words its parties and issues are shown by.</summary>
public sealed class DisputeOverview
{
    private readonly Dictionary<string, string> _parties;
    private readonly Dictionary<string, string> _issues;

    private DisputeOverview(Codebook? codebook, PositionMatrix matrix, IReadOnlyList<PositionChange> changes, LedgerCounts counts)
    {
        Codebook = codebook;
        Matrix = matrix;
        Changes = changes;
        Counts = counts;
        _parties = codebook?.Parties.ToDictionary(party => party.Id, party => party.Name, StringComparer.Ordinal) ?? [];
        _issues = codebook?.Issues.ToDictionary(issue => issue.Id, issue => issue.Label, StringComparer.Ordinal) ?? [];
        PartyIds = Ordered(matrix.Cells.Select(cell => cell.Party), codebook?.Parties.Select(party => party.Id));
        IssueIds = Ordered(matrix.Cells.Select(cell => cell.Issue), codebook?.Issues.Select(issue => issue.Id));
    }

    /// <summary>The codebook the names come from, or null.</summary>
    public Codebook? Codebook { get; }

    /// <summary>Who holds what.</summary>
    public PositionMatrix Matrix { get; }

    /// <summary>All changes, oldest first.</summary>
    public IReadOnlyList<PositionChange> Changes { get; }

    /// <summary>How much the ledger holds.</summary>
    public LedgerCounts Counts { get; }

    /// <summary>Parties with something in the matrix, in the codebook's order.</summary>
    public IReadOnlyList<string> PartyIds { get; }

    /// <summary>Issues with something in the matrix, in the codebook's order.</summary>
    public IReadOnlyList<string> IssueIds { get; }

    /// <summary>Reads the overview of a ledger.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="codebook">Its codebook, or null when it has none.</param>
    /// <param name="query">Which positions count.</param>
    /// <param name="at">Last day of the matrix, inclusive; null = no limit.</param>
    public static DisputeOverview Of(SqliteLedger ledger, Codebook? codebook, LedgerQuery query, DateOnly? at = null)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        List<LedgerEntry> entries = [.. ledger.Positions(query)];
        TextCopies copies = TextCopies.Among(ledger.Texts());
        return new DisputeOverview(
            codebook,
            PositionMatrix.AtDay(entries, at, copies),
            ChangeDetector.Detect(entries, copies: copies),
            ledger.Count());
    }

    /// <summary>The name a party is shown by: the codebook's, else its id.</summary>
    public string PartyName(string id) => _parties.GetValueOrDefault(id, id);

    /// <summary>The label an issue is shown by: the codebook's, else its id.</summary>
    public string IssueLabel(string id) => _issues.GetValueOrDefault(id, id);

    private static string[] Ordered(IEnumerable<string> present, IEnumerable<string>? order)
    {
        HashSet<string> ids = new(present, StringComparer.Ordinal);
        string[] known = [.. (order ?? []).Where(ids.Remove)];
        return [.. known, .. ids.Order(StringComparer.Ordinal)];
    }
}
