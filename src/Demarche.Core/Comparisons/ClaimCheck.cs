namespace Demarche.Core.Comparisons;

/// <summary>Sets a claim that a party changed, or did not change, what it holds against the record.</summary>
public static class ClaimCheck
{
    /// <summary>What the record says of one party and issue.</summary>
    /// <param name="kind">What is claimed.</param>
    /// <param name="history">What the party held on the issue.</param>
    /// <param name="since">First day the claim speaks of, inclusive; null = from the beginning.</param>
    /// <param name="until">Last day, inclusive; null = to the end of the record.</param>
    public static ClaimFinding Check(ClaimKind kind, PositionHistory history, DateOnly? since = null, DateOnly? until = null)
    {
        ArgumentNullException.ThrowIfNull(history);
        PositionChange[] upTo = [.. ChangeDetector.Detect(history).Where(change => !change.IsLesserVoice && (until is null || change.Date <= until))];
        PositionChange[] within = [.. upTo.Where(change => since is null || change.Date >= since)];
        PositionChange[] moves = [.. within.Where(change => change.IsMove)];
        // With what was held when the claimed time began.
        HeldPosition[] steps =
        [
            .. upTo.Where(change => since is not null && change.Date < since).Select(change => change.To).TakeLast(1),
            .. within.Select(change => change.To),
        ];
        return new ClaimFinding
        {
            Party = history.Party,
            Issue = history.Issue,
            Verdict = steps.Length < 2 ? ClaimVerdict.TooLittle
                : (moves.Length == 0) == (kind == ClaimKind.Constancy) ? ClaimVerdict.Agrees
                : ClaimVerdict.Disagrees,
            Moves = moves,
            Before = moves.Length > 0 ? moves[^1].From : steps.FirstOrDefault(),
            After = moves.Length > 0 ? moves[^1].To : steps.Length > 1 ? steps[^1] : null,
            Statements = steps.Length,
        };
    }
}

/// <summary>What a claim says.</summary>
public enum ClaimKind
{
    /// <summary>Nothing changed.</summary>
    Constancy,

    /// <summary>Something changed.</summary>
    Change,
}

/// <summary>How the record stands to a claim. The record tells what texts attribute, not what is so.</summary>
public enum ClaimVerdict
{
    /// <summary>Fewer than two dated positions: nothing can be compared.</summary>
    TooLittle,

    /// <summary>The record shows what is claimed.</summary>
    Agrees,

    /// <summary>The record shows the contrary.</summary>
    Disagrees,
}

/// <summary>What the record says of a claim, for one party and issue.</summary>
public sealed record ClaimFinding
{
    /// <summary>Codebook id of the party.</summary>
    public required string Party { get; init; }

    /// <summary>Codebook id of the issue.</summary>
    public required string Issue { get; init; }

    /// <summary>How the record stands to the claim.</summary>
    public required ClaimVerdict Verdict { get; init; }

    /// <summary>What moved in the time claimed, oldest first.</summary>
    public required IReadOnlyList<PositionChange> Moves { get; init; }

    /// <summary>What was held before the last move, or first when nothing moved; null without any record.</summary>
    public required HeldPosition? Before { get; init; }

    /// <summary>What was held after it, or last; null with one position or none.</summary>
    public required HeldPosition? After { get; init; }

    /// <summary>Number of dated positions that were compared.</summary>
    public required int Statements { get; init; }
}
