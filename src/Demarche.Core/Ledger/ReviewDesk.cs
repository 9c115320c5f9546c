using Demarche.Core.Attributions;
using Demarche.Core.Positions;

namespace Demarche.Core.Ledger;

/// <summary>
/// All that a person does to the record: accept, reject, edit and add lines, merge and part actors, see what was decided, and take it
/// back one by one without end, also what was decided on earlier days. Every decision is on disk when its method returns, signed with the
/// coder's name; it outlives reading the articles anew.
/// </summary>
/// <remarks>
/// The terminal's review and the page work through this class alone. Methods throw <see cref="ArgumentException"/> for a line, article or
/// decision that the ledger does not have. As safe to share between threads as the ledger.
/// </remarks>
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

    /// <summary>Article and line keys of what this coder decided on, in this way of working, taken-back decisions left out.</summary>
    public IReadOnlySet<(string ArticleKey, string LineKey)> Decided => InForce()
        .Where(correction => correction is { ArticleKey: not null, Target: not null })
        .Select(correction => (correction.ArticleKey!, correction.Target!))
        .ToHashSet();

    /// <summary>The lines as this coder may see them: a blind one sees the machine's with their own edits.</summary>
    public IReadOnlyList<LedgerEntry> Lines(LedgerQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        ILookup<(string?, string?), LineEdit> own = (IsBlind ? InForce() : []).Where(correction => correction.Edit is not null)
            .ToLookup(correction => (correction.ArticleKey, correction.Target), correction => correction.Edit!);
        return [.. _ledger.Positions(query with { Uncorrected = IsBlind }).Select(line => Edited(line, own[(line.Article.Key, line.Key)]))];
    }

    /// <summary>The line is right.</summary>
    public Correction Accept(LedgerEntry line) => OnLine(CorrectionKind.Accept, line, null);

    /// <summary>The line is wrong.</summary>
    public Correction Reject(LedgerEntry line) => OnLine(CorrectionKind.Reject, line, null);

    /// <summary>The line is right once changed.</summary>
    public Correction Edit(LedgerEntry line, LineEdit edit) => OnLine(CorrectionKind.Edit, line, edit);

    /// <summary>The attribution is right.</summary>
    public Correction Accept(LedgerAttribution line) => OnLine(CorrectionKind.Accept, line, null);

    /// <summary>The attribution is wrong.</summary>
    public Correction Reject(LedgerAttribution line) => OnLine(CorrectionKind.Reject, line, null);

    /// <summary>The attribution is right once its speaker, party or addressee is changed; other fields of the edit are not looked at.</summary>
    public Correction Edit(LedgerAttribution line, LineEdit edit) => OnLine(CorrectionKind.Edit, line, edit);

    /// <summary>
    /// A position the machine missed in an article; spans in the article's current text. Its id is given anew; when it names no attribution, it gets the one
    /// whose content its evidence stands in, with the kind of speech, and counts as the narrator's where there is none.
    /// </summary>
    public Correction Add(string articleKey, Position position)
    {
        ArgumentNullException.ThrowIfNull(position);
        Attribution? speech = position.AttributionId is not null
            ? null
            : _ledger.Attributions(articleKey).Where(line => line.State != LineState.Rejected).Select(line => line.Attribution)
                .LastOrDefault(attribution => attribution.Content.Any(content => content.Overlaps(position.Evidence)));
        return Take(new Correction
        {
            Kind = CorrectionKind.Add,
            ArticleKey = articleKey,
            Added = speech is null ? position : position with { AttributionId = speech.Id, Kind = speech.Kind },
            Author = Coder,
        });
    }

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

    /// <summary>Takes back one decision of this coder that still holds, whatever was decided since.</summary>
    /// <param name="correctionKey">Key of the decision.</param>
    /// <exception cref="ArgumentException">This coder made no such decision, or took it back already.</exception>
    public Correction Undo(string correctionKey)
    {
        Correction found = InForce().FirstOrDefault(correction => correction.Key == correctionKey)
            ?? throw new ArgumentException($"{Coder} has no decision {correctionKey} to take back.", nameof(correctionKey));
        Take(new Correction { Kind = CorrectionKind.Undo, Target = found.Key, Author = Coder });
        return found;
    }

    /// <summary>
    /// What was decided, newest first, by whom and whether it still holds. A blind coder sees only what they decided blind themselves.
    /// </summary>
    /// <param name="articleKey">Only about lines of this article; null = everything, merged and parted names included.</param>
    /// <param name="lineKey">Only about this line; null = all lines.</param>
    public IReadOnlyList<PastDecision> History(string? articleKey = null, string? lineKey = null)
    {
        IReadOnlyList<Correction> all = _ledger.Corrections();
        IReadOnlySet<string> takenBack = CorrectionHistory.TakenBack(all);
        return
        [
            .. all.Where(correction => correction.Kind != CorrectionKind.Undo)
                .Where(correction => IsBlind ? correction.IsBlind && correction.Author == Coder : !correction.IsBlind)
                .Where(correction => articleKey is null || correction.ArticleKey == articleKey)
                .Where(correction => lineKey is null || correction.Target == lineKey || correction.Key == lineKey)
                .Select(correction => new PastDecision(correction, takenBack.Contains(correction.Key)))
                .Reverse(),
        ];
    }

    private LedgerEntry Edited(LedgerEntry line, IEnumerable<LineEdit> edits)
    {
        Position position = edits.Aggregate(line.Position, (edited, edit) => edit.ApplyTo(edited, sameText: true));
        if (position == line.Position)
        {
            return line;
        }

        string text = _ledger.ReadArticle(line.Article.Key)!.Article.Text;
        Excerpt around = Excerpt.Around(text, position.Evidence);
        return line with
        {
            Position = position,
            Evidence = position.Evidence.Of(text),
            Before = around.Before,
            After = around.After,
            Condition = position.Condition?.Of(text),
        };
    }

    private IEnumerable<Correction> InForce() => CorrectionHistory.InForce(_ledger.Corrections())
        .Where(correction => correction.Author == Coder && correction.IsBlind == IsBlind);

    private Correction OnLine(CorrectionKind kind, LedgerEntry line, LineEdit? edit)
    {
        ArgumentNullException.ThrowIfNull(line);
        return Take(new Correction { Kind = kind, Target = line.Key, ArticleKey = line.Article.Key, Edit = edit, Author = Coder });
    }

    private Correction OnLine(CorrectionKind kind, LedgerAttribution line, LineEdit? edit)
    {
        ArgumentNullException.ThrowIfNull(line);
        return Take(new Correction { Kind = kind, Target = line.Key, ArticleKey = line.Article.Key, Edit = edit, Author = Coder });
    }

    private Correction Names(CorrectionKind kind, string from, string into) =>
        Take(new Correction { Kind = kind, Merge = new ActorMerge(from, into), Author = Coder });

    private Correction Take(Correction correction) => _ledger.Correct(correction with { IsBlind = IsBlind });
}

/// <summary>A decision of the past.</summary>
/// <param name="Correction">What was decided, by whom and when.</param>
/// <param name="IsTakenBack">Whether it was taken back since.</param>
public sealed record PastDecision(Correction Correction, bool IsTakenBack);
