namespace Demarche.Core.Comparisons;

/// <summary>Sets a claim of what a party holds, or that it changed, or did not change, against the record.</summary>
public static class ClaimCheck
{
    /// <summary>What the record says of one party and issue.</summary>
    /// <remarks>Lines that are less likely right than not take no part, and what only a lesser voice tells is not the party's.</remarks>
    /// <param name="claim">What is claimed; its kind is known.</param>
    /// <param name="history">What the party held on the issue.</param>
    /// <param name="since">First day the claim speaks of, inclusive; null = from the beginning.</param>
    /// <param name="until">Last day, inclusive; null = to the end of the record.</param>
    public static ClaimFinding Check(ReadClaim claim, PositionHistory history, DateOnly? since = null, DateOnly? until = null)
    {
        ArgumentNullException.ThrowIfNull(claim);
        ArgumentNullException.ThrowIfNull(history);
        PositionChange[] upTo = [.. ChangeDetector.Detect(history).Where(change => !change.IsLesserVoice && !change.To.IsDoubtful && (until is null || change.Date <= until))];
        PositionChange[] within = [.. upTo.Where(change => since is null || change.Date >= since)];
        PositionChange[] moves = [.. within.Where(change => change.IsMove)];
        // With what was held when the claimed time began.
        HeldPosition[] steps =
        [
            .. upTo.Where(change => since is not null && change.Date < since).Select(change => change.To).TakeLast(1),
            .. within.Select(change => change.To),
        ];
        (HeldPosition? before, HeldPosition? after) = claim.Kind == ClaimKind.Holding
            ? (steps.LastOrDefault(step => step.Position.Direction != steps[^1].Position.Direction), steps.LastOrDefault())
            : moves.Length > 0 ? (moves[^1].From, moves[^1].To) : (steps.FirstOrDefault(), steps.Length > 1 ? steps[^1] : null);
        ClaimVerdict verdict = claim.Kind == ClaimKind.Holding ? OfHolding(claim, steps) : OfMoving(claim, steps.Length, moves.Length);
        return new ClaimFinding
        {
            Party = history.Party,
            Issue = history.Issue,
            Verdict = verdict,
            Moves = moves,
            Before = before,
            After = after,
            Statements = steps.Length,
            Doubtful = verdict == ClaimVerdict.TooLittle
                ? history.Steps.LastOrDefault(step => step.IsDoubtful && step.Date is { } day && (since is null || day >= since) && (until is null || day <= until))
                : null,
        };
    }

    private static ClaimVerdict OfMoving(ReadClaim claim, int steps, int moves) =>
        steps < 2 ? ClaimVerdict.TooLittle
            : (moves == 0) == (claim.Kind == ClaimKind.Constancy) ? ClaimVerdict.Agrees
            : ClaimVerdict.Disagrees;

    private static ClaimVerdict OfHolding(ReadClaim claim, HeldPosition[] steps)
    {
        if (steps.Length == 0)
        {
            return ClaimVerdict.TooLittle;
        }

        bool isOtherwise = claim.IsThroughout
            ? Array.Exists(steps, step => step.Position.Direction != claim.Direction)
            : steps[^1].Position.Direction != claim.Direction;
        return isOtherwise ? ClaimVerdict.Disagrees
            : steps[^1].Position.Stance == claim.Held ? ClaimVerdict.Agrees
            : ClaimVerdict.Partly;
    }
}

/// <summary>What a claim says.</summary>
public enum ClaimKind
{
    /// <summary>Nothing changed.</summary>
    Constancy,

    /// <summary>Something changed.</summary>
    Change,

    /// <summary>The party wants something, or does not.</summary>
    Holding,
}

/// <summary>How the record stands to a claim. The record tells what texts attribute, not what is so.</summary>
public enum ClaimVerdict
{
    /// <summary>No dated position, or only one to tell whether something changed: nothing can be compared.</summary>
    TooLittle,

    /// <summary>The record shows what is claimed.</summary>
    Agrees,

    /// <summary>The record shows it with a condition that the claim leaves out, or without one that it names.</summary>
    Partly,

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

    /// <summary>What was held before the last move, or first when nothing moved; of a claim what a party holds, the last that points the other way; or null.</summary>
    public required HeldPosition? Before { get; init; }

    /// <summary>What was held after it, or last; null without one to compare.</summary>
    public required HeldPosition? After { get; init; }

    /// <summary>Where there is too little to compare, the last dated position that is less likely right than not, for a person to look at; or null.</summary>
    public HeldPosition? Doubtful { get; init; }

    /// <summary>Number of dated positions that were compared.</summary>
    public required int Statements { get; init; }
}
