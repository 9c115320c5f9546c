using Demarche.Core.Ledger;
using Demarche.Core.Parties;

namespace Demarche.Core.Exchange.Exports;

/// <summary>What is exported: a ledger, the names of its codebook, and whether the articles' words go with it.</summary>
/// <remarks>
/// Without text the coding can be shared where the articles may not: offsets, digests and bibliographic data stay, the text, the evidence, the words of
/// conditions and all other quotations are left out. Who has the articles finds the words by the offsets.
/// </remarks>
public sealed class ExportSource
{
    private readonly Dictionary<string, Party> _parties;
    private readonly Dictionary<string, Issue> _issues;

    /// <summary>An export of <paramref name="ledger"/>, which stays open while it is written.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="codebook">Its codebook, for names and tags; null when it has none.</param>
    /// <param name="hasText">Whether the articles' words are written.</param>
    public ExportSource(SqliteLedger ledger, Codebook? codebook, bool hasText = true)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        Ledger = ledger;
        Codebook = codebook;
        HasText = hasText;
        _parties = (codebook?.Parties ?? []).ToDictionary(party => party.Id, StringComparer.Ordinal);
        _issues = (codebook?.Issues ?? []).ToDictionary(issue => issue.Id, StringComparer.Ordinal);
    }

    /// <summary>The ledger.</summary>
    public SqliteLedger Ledger { get; }

    /// <summary>Its codebook, or null.</summary>
    public Codebook? Codebook { get; }

    /// <summary>Whether the articles' words are written.</summary>
    public bool HasText { get; }

    /// <summary>Keys of the articles that are cited; null = all.</summary>
    public IReadOnlySet<string>? Cited { get; init; }

    /// <summary>The name a party is shown by: the codebook's, else its id.</summary>
    public string PartyName(string id) => _parties.GetValueOrDefault(id)?.Name ?? id;

    /// <summary>The label an issue is shown by: the codebook's, else its id.</summary>
    public string IssueLabel(string id) => _issues.GetValueOrDefault(id)?.Label ?? id;

    /// <summary>PA-X tag of an issue, or null when the codebook gives none.</summary>
    public string? PaxOf(string issue) => _issues.GetValueOrDefault(issue)?.Pax;

    /// <summary>Words of an article, or null when they are not to be written.</summary>
    public string? Quoted(string? words) => HasText ? words : null;
}
