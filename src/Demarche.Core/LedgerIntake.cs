using System.Runtime.CompilerServices;
using Demarche.Core.Ledger;
using Demarche.Core.Reading;
using Demarche.Core.Reading.Outlets;

namespace Demarche.Core;

/// <summary>Brings inputs into a ledger: coded on several threads, recorded one transaction an article, in input order.</summary>
public sealed class LedgerIntake
{
    private readonly SqliteLedger _ledger;
    private readonly InputCoder _coder;
    private readonly RawStore _store;
    private readonly string _model;
    private readonly string? _codebookText;
    private readonly int _threads;

    /// <summary>An intake into <paramref name="ledger"/>.</summary>
    /// <param name="ledger">Where articles go.</param>
    /// <param name="pipeline">Codes them; of the ledger's codebook.</param>
    /// <param name="threads">How many articles are coded at once, 1 or more.</param>
    /// <param name="outlets">Names that outlets go by; null for none.</param>
    public LedgerIntake(SqliteLedger ledger, ArticlePipeline pipeline, int threads, OutletRegistry? outlets = null)
    {
        ArgumentNullException.ThrowIfNull(pipeline);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        _ledger = ledger;
        _store = new RawStore(ledger.Folder);
        _coder = new InputCoder(pipeline, outlets);
        _model = pipeline.Model;
        // What is coded is recorded with the codebook that coded it, though somebody puts another into the folder meanwhile.
        _codebookText = pipeline.Codebook is { } codebook ? codebook.Text ?? ledger.CodebookText : null;
        _threads = threads;
    }

    /// <summary>Adds every input; each result given is on disk already. What fails is kept in <see cref="SqliteLedger.Failures"/>.</summary>
    /// <param name="inputs">Enumerated once, no further ahead than a few inputs a thread.</param>
    /// <param name="cancellation">Stops between two articles.</param>
    public async IAsyncEnumerable<IntakeResult> AddAsync(
        IEnumerable<RawArticle> inputs, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var notes = new FailureNotes(_ledger.Failures);
        try
        {
            await foreach ((CodedInput input, AddOutcome? known) in OrderedWork.MapAsync(inputs, Code, _threads, cancellation))
            {
                IntakeResult result = known is null ? Record(input) : new IntakeResult(input.Origin, input.Coded.Article, known, null) { Mark = input.Raw?.Mark };
                if (result.Problem is { } problem)
                {
                    notes.Failed(result.Origin, problem);
                }
                else
                {
                    notes.Read(result.Origin);
                }

                yield return result;
            }
        }
        finally
        {
            notes.Flush();
        }
    }

    // Reading takes a few milliseconds, coding ten times as long: what is in the ledger as this pipeline codes it is not coded again.
    private (CodedInput Input, AddOutcome? Known) Code(RawArticle raw)
    {
        ReadResult read = _coder.Read(raw);
        return read.Problem is null && _ledger.Known(read.Article, _model, _codebookText) is { } known
            ? (new CodedInput(read.Origin, new CodedArticle { Article = read.Article, Model = _model }) { Raw = raw }, known)
            : (_coder.Code(raw, read), null);
    }

    /// <summary>Codes anew what another model or codebook coded; corrections stay.</summary>
    /// <param name="cancellation">Stops between two articles.</param>
    public async IAsyncEnumerable<IntakeResult> RecodeAsync([EnumeratorCancellation] CancellationToken cancellation = default)
    {
        // Keys are listed first: the walk over the ledger must not meet the rows it writes, and texts come one by one.
        string[] outdated = [.. _ledger.Outdated(_model).Select(article => article.Key)];
        await foreach (CodedInput input in OrderedWork.MapAsync(outdated, key => _coder.Code(_ledger.ReadArticle(key)!.Article), _threads, cancellation))
        {
            yield return Record(input);
        }
    }

    // The bytes first: an article in the ledger has its bytes on the disk, bytes without an article hurt nobody.
    private IntakeResult Record(CodedInput input)
    {
        AddOutcome? outcome = input.Coded.Error is null
            ? _ledger.AddCodedWith(_codebookText, input.Coded, input.Raw is { } raw ? _store.Keep(raw) : null)
            : null;
        return new IntakeResult(input.Origin, input.Coded.Article, outcome, input.Coded.Error) { Mark = input.Raw?.Mark };
    }
}

/// <summary>What became of one input.</summary>
/// <param name="Origin">Where it lies, for a reader.</param>
/// <param name="Article">The article, or whatever is known of it.</param>
/// <param name="Outcome">What adding it changed; null after a failure.</param>
/// <param name="Problem">Why it is not in the ledger, for a reader; null when it is.</param>
public sealed record IntakeResult(string Origin, Article Article, AddOutcome? Outcome, string? Problem)
{
    /// <summary>What the entry of a watched feed is known by; null elsewhere.</summary>
    public string? Mark { get; init; }
}
