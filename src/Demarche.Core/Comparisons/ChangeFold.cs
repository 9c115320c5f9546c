using Demarche.Core.Positions;

namespace Demarche.Core.Comparisons;

/// <summary>Walks one history, oldest step first, and tells what moved: what is held, how surely, and what only seems to be held instead.</summary>
/// <remarks>
/// Only what is sure enough takes the place of what is held; the rest waits. The next step that leans the same way adds to the likelihood of what waits, one that
/// says what is held makes an end of it. After a sure step nothing that went before matters any more, so that a ledger reads back only as far as the last sure
/// line of a cell (decision 0054).
/// </remarks>
internal sealed class ChangeFold
{
    private readonly List<PositionChange> _changes = [];

    private Standing? _held;

    // The last that the party itself said to the issue, whatever was implied since.
    private Standing? _spoken;

    private Standing? _waiting;

    private ChangeFold()
    {
    }

    /// <summary>The changes along a history, oldest first.</summary>
    /// <param name="history">What a party held on an issue; undated steps take no part.</param>
    /// <param name="end">Last day of the record; null = no silence is looked for.</param>
    public static IReadOnlyList<PositionChange> Of(PositionHistory history, DateOnly? end)
    {
        var fold = new ChangeFold();
        foreach (var place in history.Steps.Where(step => step.Date is not null).GroupBy(step => (step.Date, step.IsBackground, IsImplied: step.ImpliedBy is not null)))
        {
            HeldPosition[] own = [.. place.Where(step => !step.IsLesserVoice)];
            if (own.Length > 0)
            {
                // Of several stances on one day the best proved one counts; the others are shown as conflicting voices.
                fold.Take(Array.Find(own, step => step.Likelihood >= HeldPosition.LeastSure) ?? own[0]);
                continue;
            }

            foreach (HeldPosition step in place)
            {
                fold.Overhear(step);
            }
        }

        fold.FallSilent(end);
        return OneEvent.Join(fold._changes);
    }

    private void Take(HeldPosition step)
    {
        // What was implied goes with what implied it.
        _held = _held?.Step.ImpliedUntil <= step.Date ? _spoken : _held;
        if (step.ImpliedBy is not null)
        {
            Imply(step);
            return;
        }

        PositionChange change = Between(step);
        if (!change.IsMove)
        {
            Hold(change, change.From is null ? step.Likelihood : Together(_held!.Likelihood, step.Likelihood));
            return;
        }

        // What is held on one side is held all the surer by another word on that side, whatever the condition.
        bool isAcross = LeansAgainst(_held!.Step.Position) != LeansAgainst(step.Position);
        double likelihood = _waiting is { } waiting && LeansAgainst(waiting.Step.Position) == LeansAgainst(step.Position)
            ? Together(waiting.Likelihood, step.Likelihood)
            : step.Likelihood;
        if (likelihood >= (isAcross ? HeldPosition.LeastSure : HeldPosition.LeastLikely))
        {
            Hold(change, isAcross ? likelihood : Together(_held.Likelihood, likelihood));
        }
        else
        {
            _waiting = new Standing(step, likelihood);
        }
    }

    // What is implied tells nothing new: it counts only where it contradicts what was held.
    private void Imply(HeldPosition step)
    {
        if (_held?.Step.Position.Direction != Direction.Supports)
        {
            _held = _held is { Step.ImpliedBy: not null } ? new Standing(step, step.Likelihood) : _held;
        }
        else if (step.Likelihood >= HeldPosition.LeastSure)
        {
            Hold(Between(step), step.Likelihood);
        }
    }

    // What a lesser voice tells is shown, and the next position is still held against the party's own last one.
    private void Overhear(HeldPosition step)
    {
        _held = _held?.Step.ImpliedUntil <= step.Date ? _spoken : _held;
        PositionChange change = Between(step);
        if (!change.IsMove || step.Likelihood >= HeldPosition.LeastSure)
        {
            _changes.Add(change);
        }
    }

    private void Hold(PositionChange change, double likelihood)
    {
        _changes.Add(change);
        _held = new Standing(change.To, likelihood);
        _spoken = change.To.ImpliedBy is null ? _held : _spoken;
        _waiting = null;
    }

    // What was hardly held does not fall silent, nor does a party that seems to have said something else since.
    private void FallSilent(DateOnly? end)
    {
        if (_waiting is null && _held is { Step: { ImpliedBy: null } last, Likelihood: >= HeldPosition.LeastSure }
            && last.Date?.Shift(ChangeDetector.DormantAfterDays) is { } silent && silent <= end)
        {
            _changes.Add(new PositionChange
            {
                From = last,
                To = last,
                Date = silent,
                Relation = ChangeRelation.Dormant,
                Why = $"not repeated in the {ChangeDetector.DormantAfterDays} days after",
            });
        }
    }

    // Against what was hardly held nothing moves.
    private PositionChange Between(HeldPosition to)
    {
        (ChangeRelation relation, string why) = ChangeDetector.Compare(_held?.Step.Lead, to.Lead);
        var change = new PositionChange { From = _held?.Step, To = to, Date = to.Date, Relation = relation, Why = why };
        return change.IsMove && _held is { Likelihood: < HeldPosition.LeastSure } && to.Likelihood >= HeldPosition.LeastSure
            ? change with { From = null, Relation = ChangeRelation.New, Why = "the first on record that is sure" }
            : change;
    }

    // "Refuses unless" leans to the outcome once the condition is met; until then it is a refusal, and what turns it round is no mere detail.
    private static bool LeansAgainst(Position position) =>
        position.Direction == Direction.Opposes || (position.Condition is not null && position.Act is Act.Refuse or Act.Reject or Act.Deny);

    // At least one of two is read right.
    private static double Together(double one, double other) => 1 - ((1 - one) * (1 - other));

    /// <summary>What stands, and how likely it is that it does, 0-1.</summary>
    private sealed record Standing(HeldPosition Step, double Likelihood);
}
