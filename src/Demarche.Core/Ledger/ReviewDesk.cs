using Demarche.Core.Positions;

namespace Demarche.Core.Ledger;

/// <summary>Takes one coder's decisions about lines of a ledger, and takes them back again one by one without end, also those of earlier days.</summary>
public sealed class ReviewDesk
{
    private readonly SqliteLedger _ledger;

    /// <summary>A desk for <paramref name="coder"/>.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="coder">Name the decisions are signed with.</param>
    /// <param name="isBlind">Whether the coder works without seeing others' decisions; they are then kept for the agreement and change no line.</param>
    public ReviewDesk(SqliteLedger ledger, string coder, bool isBlind)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        ArgumentException.ThrowIfNullOrEmpty(coder);
        _ledger = ledger;
        Coder = coder;
        IsBlind = isBlind;
    }

    /// <summary>Name the decisions are signed with.</summary>
    public string Coder { get; }

    /// <summary>Whether the decisions change no line.</summary>
    public bool IsBlind { get; }

    /// <summary>Keys of the lines this coder decided on, in this way of working, taken-back decisions left out.</summary>
    public IReadOnlySet<string> Decided =>
        InForce().Select(correction => correction.Target).OfType<string>().ToHashSet(StringComparer.Ordinal);

    /// <summary>The lines as this coder may see them: a blind one sees the machine's.</summary>
    public IReadOnlyList<LedgerEntry> Lines(LedgerQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return [.. _ledger.Positions(query with { Uncorrected = IsBlind })];
    }

    /// <summary>The line is right.</summary>
    public Correction Accept(LedgerEntry line) => OnLine(CorrectionKind.Accept, line, null);

    /// <summary>The line is wrong.</summary>
    public Correction Reject(LedgerEntry line) => OnLine(CorrectionKind.Reject, line, null);

    /// <summary>The line is right once changed.</summary>
    public Correction Edit(LedgerEntry line, LineEdit edit) => OnLine(CorrectionKind.Edit, line, edit);

    /// <summary>A position the machine missed in an article.</summary>
    public Correction Add(string articleKey, Position position) => Take(new Correction
    {
        Kind = CorrectionKind.Add,
        ArticleKey = articleKey,
        Added = position,
        Author = Coder,
    });

    /// <summary>Two names are one actor.</summary>
    public Correction Merge(string from, string into) => Names(CorrectionKind.Merge, from, into);

    /// <summary>Two names that were merged are two actors again.</summary>
    public Correction Split(string from, string into) => Names(CorrectionKind.Split, from, into);

    /// <summary>Takes back the coder's last decision that still holds.</summary>
    /// <returns>What was taken back; null when nothing is left.</returns>
    public Correction? Undo()
    {
        Correction? last = InForce().LastOrDefault();
        if (last is not null)
        {
            Take(new Correction { Kind = CorrectionKind.Undo, Target = last.Key, Author = Coder });
        }

        return last;
    }

    private IEnumerable<Correction> InForce() => CorrectionHistory.InForce(_ledger.Corrections())
        .Where(correction => correction.Author == Coder && correction.IsBlind == IsBlind);

    private Correction OnLine(CorrectionKind kind, LedgerEntry line, LineEdit? edit)
    {
        ArgumentNullException.ThrowIfNull(line);
        return Take(new Correction { Kind = kind, Target = line.Key, ArticleKey = line.Article.Key, Edit = edit, Author = Coder });
    }

    private Correction Names(CorrectionKind kind, string from, string into) =>
        Take(new Correction { Kind = kind, Merge = new ActorMerge(from, into), Author = Coder });

    private Correction Take(Correction correction) => _ledger.Correct(correction with { IsBlind = IsBlind });
}
