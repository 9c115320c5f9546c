using Demarche.Core.Ledger;
using Demarche.Core.Ledger.Sqlite;
using Demarche.Core.Reading;

namespace Demarche.Core;

/// <summary>What became of checking a ledger against itself and against the bytes its articles were read from.</summary>
public sealed class LedgerVerification
{
    private readonly List<VerificationFinding> _findings = [];

    private LedgerVerification()
    {
    }

    /// <summary>What does not hold, and what is worth knowing.</summary>
    public IReadOnlyList<VerificationFinding> Findings => _findings;

    /// <summary>Revisions in the ledger.</summary>
    public long Revisions { get; private init; }

    /// <summary>Revisions whose kept bytes were read again.</summary>
    public int Reread { get; private set; }

    /// <summary>Findings that are failures.</summary>
    public int Failures => _findings.Count(finding => finding.IsFailure);

    /// <summary>Checks a whole ledger; takes about as long as reading its articles anew.</summary>
    public static LedgerVerification Of(SqliteLedger ledger)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        var verification = new LedgerVerification { Revisions = ledger.Count().Revisions };
        foreach (string problem in ledger.Check())
        {
            verification.Add(isFailure: true, problem);
        }

        var store = new RawStore(ledger.Folder);
        var reader = new ArticleReader();
        foreach (RawCopy copy in ledger.RawCopies())
        {
            verification.Check(copy, store, reader);
        }

        return verification;
    }

    private void Check(RawCopy copy, RawStore store, ArticleReader reader)
    {
        string name = $"article {copy.ArticleKey}, revision {copy.Revision}";
        byte[] bytes = store.Read(copy.Digest, out string? problem);
        if (problem is not null)
        {
            Add(isFailure: true, $"{name}: {problem} ({RawStore.Name}/{copy.Digest[..2]}/{copy.Digest[2..]}.gz)");
            return;
        }

        Reread++;
        ReadResult read = reader.Read(copy.Raw with { Bytes = bytes });
        string difference = read.Problem is { } unreadable ? $"no text is read from its kept bytes ({unreadable})"
            : ContentId.DigestOf(SpanText.WellFormed(read.Article.Text)) != copy.TextDigest ? "its kept bytes read as another text"
            : "";
        if (difference.Length > 0)
        {
            // The same reader must read the same; another one may have learned something.
            bool isSameReader = copy.Reader == RawCopy.ThisReader;
            Add(isSameReader, $"{name}: {difference}{(isSameReader ? "" : " by this newer reader; the recorded text stands")}");
        }
    }

    private void Add(bool isFailure, string problem) => _findings.Add(new VerificationFinding(isFailure, problem));
}

/// <summary>Something found in checking a ledger.</summary>
/// <param name="IsFailure">Whether something does not hold; else it is worth knowing.</param>
/// <param name="Problem">What, for a reader.</param>
public sealed record VerificationFinding(bool IsFailure, string Problem);
