using Demarche.Core.Ledger;
using Demarche.Core.Positions;

namespace Demarche.Core.Comparisons;

/// <summary>
/// What the support of one outcome implies for outcomes that the codebook calls exclusive: whoever calls for the one does not want the other.
/// </summary>
/// <remarks>
/// An implied position is marked (<see cref="HeldPosition.ImpliedBy"/>), shows the words it follows from, and is never evidence of its own: it has no
/// carriers, gives way to anything the party itself says on that day or later, and repeats nothing. It follows only from support without a condition and
/// firmer than "open to", dated, in the party's own voice, and more likely right than not; its strength is at most 2, since nobody spoke of the outcome itself.
/// </remarks>
public static class ImpliedPositions
{
    // "Calls for": whoever is merely open to one outcome may be open to the other too.
    private const int LeastSupport = 2;

    private const int MostStrength = 2;

    // More likely right than not: a doubtful line shall not be wrong twice.
    private const double LeastConfidence = 0.5;

    /// <summary>The histories with what every step of them implies.</summary>
    /// <param name="histories">What parties held, one history a cell.</param>
    /// <param name="relations">Which issues exclude each other.</param>
    public static IReadOnlyList<PositionHistory> Along(IReadOnlyList<PositionHistory> histories, IssueRelations relations) =>
        Woven(histories, relations, history => history.Steps);

    /// <summary>The histories with what the latest position of each implies: what was implied by a stance since given up is not there.</summary>
    /// <param name="histories">What parties held, up to the day that is shown, one history a cell.</param>
    /// <param name="relations">Which issues exclude each other.</param>
    public static IReadOnlyList<PositionHistory> AtEnd(IReadOnlyList<PositionHistory> histories, IssueRelations relations) =>
        Woven(histories, relations, history => new MatrixCell(history).Latest is { } latest ? [latest] : []);

    private static IReadOnlyList<PositionHistory> Woven(
        IReadOnlyList<PositionHistory> histories, IssueRelations relations, Func<PositionHistory, IEnumerable<HeldPosition>> implying)
    {
        ArgumentNullException.ThrowIfNull(histories);
        ArgumentNullException.ThrowIfNull(relations);
        if (!relations.HasExclusions)
        {
            return histories;
        }

        ILookup<(string Issue, string Party), HeldPosition> implied = histories
            .SelectMany(history => implying(history).Where(Implies).Select(step => (Step: step, Until: EndOf(step, history))))
            .SelectMany(source => relations.ExcludedBy(source.Step.Issue).Select(issue => Implied(source.Step, issue) with { ImpliedUntil = source.Until }))
            .ToLookup(step => (step.Issue, step.Party));
        Dictionary<(string Issue, string Party), PositionHistory> own = histories.ToDictionary(history => (history.Issue, history.Party));
        return
        [
            .. own.Keys.Union(implied.Select(cell => cell.Key))
                .OrderBy(cell => cell.Issue, StringComparer.Ordinal)
                .ThenBy(cell => cell.Party, StringComparer.Ordinal)
                .Select(cell => With(
                    own.GetValueOrDefault(cell) ?? new PositionHistory { Issue = cell.Issue, Party = cell.Party, Steps = [], ToldByOthers = [] }, implied[cell])),
        ];
    }

    private static bool Implies(HeldPosition step) =>
        step is { Date: not null, IsBackground: false, IsLesserVoice: false, ImpliedBy: null }
        && step.Position is { Stance: Stance.Supports, Strength: >= LeastSupport, Confidence: >= LeastConfidence };

    private static DateOnly? EndOf(HeldPosition step, PositionHistory history) =>
        history.Steps.FirstOrDefault(later => later.Date > step.Date && later is { IsBackground: false, IsLesserVoice: false } && !Implies(later))?.Date;

    // What the party itself says on the day stands alone.
    private static PositionHistory With(PositionHistory history, IEnumerable<HeldPosition> implied)
    {
        HashSet<DateOnly?> spoken = [.. history.Steps.Where(step => step is { IsLesserVoice: false, IsBackground: false }).Select(step => step.Date)];
        HeldPosition[] more = [.. implied.Where(step => !spoken.Contains(step.Date)).DistinctBy(step => step.Date)];
        return more.Length == 0
            ? history
            : history with { Steps = [.. history.Steps.Concat(more).OrderBy(step => step.Date ?? DateOnly.MaxValue)] };
    }

    private static HeldPosition Implied(HeldPosition step, string issue)
    {
        LedgerEntry lead = step.Lead with
        {
            ImpliedBy = step.Issue,
            Condition = null,
            Position = step.Position with
            {
                Issue = issue,
                Direction = Direction.Opposes,
                Strength = Math.Min(step.Position.Strength, MostStrength),
                Condition = null,
                ConditionIssues = [],
                Quantities = [],
                Why = $"supports {step.Issue}, which excludes {issue}: {step.Position.Why}",
            },
        };
        return step with { Issue = issue, Lead = lead, Lines = [lead], Carriers = [], IndependentCarriers = 0 };
    }
}
