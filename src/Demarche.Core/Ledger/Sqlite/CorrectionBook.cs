using Demarche.Core.Positions;
using Demarche.Nlp.Text;

namespace Demarche.Core.Ledger.Sqlite;

/// <summary>All corrections of a ledger, and the machine's lines as people want them. Immutable.</summary>
internal sealed class CorrectionBook
{
    private readonly Dictionary<string, List<StoredCorrection>> _byArticle = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);

    public CorrectionBook(IReadOnlyList<StoredCorrection> corrections)
    {
        IReadOnlySet<string> takenBack = CorrectionHistory.TakenBack(corrections.Select(stored => stored.Correction));
        foreach (StoredCorrection stored in corrections.Where(stored => !takenBack.Contains(stored.Correction.Key) && !stored.Correction.IsBlind))
        {
            if (stored.Correction is { Kind: CorrectionKind.Split, Merge: { } split })
            {
                _names.Remove(split.From);
            }
            else if (stored.Correction.Merge is { } merge)
            {
                Rename(merge);
            }
            else if (stored.Correction.ArticleKey is { } article)
            {
                _byArticle.TryAdd(article, []);
                _byArticle[article].Add(stored);
            }
        }
    }

    /// <summary>No corrections.</summary>
    public static CorrectionBook None { get; } = new([]);

    /// <summary>Keys of the articles with a corrected or added line.</summary>
    public IReadOnlyCollection<string> Articles => _byArticle.Keys;

    /// <summary>Names that people gave up, each with the one that took its place.</summary>
    public IReadOnlyDictionary<string, string> Names => _names;

    /// <summary>The positions of one revision with what people said about them, added ones included, in place order.</summary>
    public IReadOnlyList<LedgerEntry> Apply(IEnumerable<LedgerEntry> machine, StoredRevision revision)
    {
        if (!_byArticle.TryGetValue(revision.Article.Key, out List<StoredCorrection>? corrections))
        {
            return [.. machine.Select(Named)];
        }

        List<LedgerEntry> added = [.. AddedLines(corrections, revision)];
        List<LedgerEntry> lines =
            [.. machine.Where(line => !added.Exists(other => IsSameClaim(line, other))), .. added];
        lines.AddRange([.. KeptLines(corrections, lines, revision)]);
        var keys = lines.Select(line => line.Key).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. lines.Select(line => Named(Correct(line, corrections, keys, revision)))
                .OrderBy(line => line.Position.Evidence).ThenBy(line => line.Key, StringComparer.Ordinal),
        ];
    }

    /// <summary>The attributions of one revision with what people said about them; rejected ones stay, marked.</summary>
    public IReadOnlyList<LedgerAttribution> Apply(IReadOnlyList<LedgerAttribution> machine)
    {
        List<StoredCorrection>? corrections = machine.Count == 0 ? null : _byArticle.GetValueOrDefault(machine[0].Article.Key);
        var keys = machine.Select(line => line.Key).ToHashSet(StringComparer.Ordinal);
        return [.. machine.Select(line => Named(corrections is null ? line : Correct(line, corrections, keys)))];
    }

    /// <summary><paramref name="line"/> with its speaker under the name people settled on.</summary>
    public LedgerAttribution Named(LedgerAttribution line) => _names.Count == 0
        ? line
        : line with { Attribution = line.Attribution with { Speaker = NameOf(line.Attribution.Speaker) } };

    /// <summary><paramref name="entry"/> with its holder and reporter under the names people settled on.</summary>
    public LedgerEntry Named(LedgerEntry entry) => _names.Count == 0
        ? entry
        : entry with
        {
            Position = entry.Position with
            {
                Holder = NameOf(entry.Position.Holder)!,
                ReportedBy = NameOf(entry.Position.ReportedBy),
            },
        };

    /// <summary>The name people settled on for <paramref name="name"/>; itself when they left it.</summary>
    public string? NameOf(string? name) => name is not null && _names.TryGetValue(name, out string? settled) ? settled : name;

    // Chains are resolved as they grow, so that looking up is one step: a -> b, then b -> c also moves a to c.
    private void Rename(ActorMerge merge)
    {
        string into = _names.GetValueOrDefault(merge.Into, merge.Into);
        if (into == merge.From)
        {
            _names.Remove(merge.Into);
            into = merge.Into;
        }

        foreach (string name in _names.Where(pair => pair.Value == merge.From).Select(pair => pair.Key).ToArray())
        {
            _names[name] = into;
        }

        _names[merge.From] = into;
    }

    private static IEnumerable<LedgerEntry> AddedLines(List<StoredCorrection> corrections, StoredRevision revision)
    {
        foreach ((Correction correction, Anchor? anchor) in corrections)
        {
            if (correction.Added is { } position && anchor is not null
                && Moved(position, anchor, revision) is { } moved)
            {
                yield return Entries.Of(moved with { Id = correction.Key }, revision) with
                {
                    Key = correction.Key,
                    State = LineState.Added,
                };
            }
        }
    }

    // What a person found right stays, as the machine had it then, though the model of today does not find it.
    private static IEnumerable<LedgerEntry> KeptLines(List<StoredCorrection> corrections, List<LedgerEntry> lines, StoredRevision revision)
    {
        var keys = lines.Select(line => line.Key).ToHashSet(StringComparer.Ordinal);
        foreach (IGrouping<string?, StoredCorrection> line in corrections.GroupBy(stored => stored.Correction.Target, StringComparer.Ordinal))
        {
            if (line.Last().Correction.Kind != CorrectionKind.Reject
                && line.FirstOrDefault(stored => stored.Correction.Seen is not null) is { Anchor: { } anchor, Correction: { Seen: { } seen } first }
                && !lines.Exists(other => LineMatch.IsTarget(first, anchor, other, (keys, revision)))
                && Moved(seen.Position, anchor, revision) is { } moved)
            {
                yield return Entries.Of(moved with { Id = line.Key! }, revision) with { Key = line.Key!, ReporterParty = seen.ReporterParty };
            }
        }
    }

    // In another text the line goes where its evidence stands there; without its evidence it does not exist.
    private static Position? Moved(Position position, Anchor anchor, StoredRevision revision)
    {
        if (anchor.TextDigest == revision.Article.Digest)
        {
            return position;
        }

        if (AnchorPlace.In(anchor, revision.Text) is not { } place)
        {
            return null;
        }

        int shift = place.Start - position.Evidence.Start;
        return position with
        {
            AttributionId = null,
            Evidence = place,
            Condition = position.Condition is { } condition && position.Evidence.Contains(condition)
                ? new TextSpan(condition.Start + shift, condition.End + shift)
                : null,
            Quantities = [],
        };
    }

    private static bool IsSameClaim(LedgerEntry machine, LedgerEntry added) =>
        machine.Position.Issue == added.Position.Issue
        && (machine.Position.Holder == added.Position.Holder || machine.Position.Party == added.Position.Party)
        && machine.Position.Evidence.Overlaps(added.Position.Evidence);

    private static LedgerEntry Correct(
        LedgerEntry machine, List<StoredCorrection> corrections, HashSet<string> keys, StoredRevision revision)
    {
        LedgerEntry line = machine;
        foreach ((Correction correction, Anchor? anchor) in corrections)
        {
            if (anchor is not null && LineMatch.IsTarget(correction, anchor, machine, (keys, revision)))
            {
                Position position = correction.Edit?.ApplyTo(line.Position, anchor.TextDigest == revision.Article.Digest, revision.Text)
                    ?? line.Position;
                line = Entries.Of(position, revision) with
                {
                    Key = line.Key,
                    ReporterParty = line.ReporterParty,
                    State = StateAfter(line.State, correction.Kind),
                };
            }
        }

        return line;
    }

    private static LedgerAttribution Correct(
        LedgerAttribution machine, List<StoredCorrection> corrections, HashSet<string> keys)
    {
        LedgerAttribution line = machine;
        foreach ((Correction correction, Anchor? anchor) in corrections)
        {
            if (anchor is not null && LineMatch.IsTarget(correction, anchor, machine, keys))
            {
                line = line with
                {
                    State = StateAfter(line.State, correction.Kind),
                    Attribution = correction.Edit?.ApplyTo(line.Attribution) ?? line.Attribution,
                };
            }
        }

        return line;
    }

    // Accepting an edited or added line confirms it; it stays what it is.
    private static LineState StateAfter(LineState state, CorrectionKind kind) => kind switch
    {
        CorrectionKind.Reject => LineState.Rejected,
        CorrectionKind.Edit => LineState.Edited,
        CorrectionKind.Accept when state is LineState.Edited or LineState.Added => state,
        CorrectionKind.Accept => LineState.Accepted,
        _ => state,
    };
}
