namespace Demarche.Core.Comparisons;

/// <summary>What lies behind the latest position of a cell, as far as gaps, linkages and priorities need it.</summary>
internal sealed record CellPast
{
    /// <summary>Days up to that of the latest position with the signed strength that leads them, oldest first; a day told as background stands by itself.</summary>
    public required IReadOnlyList<(DateOnly Day, int Signed)> Led { get; init; }

    /// <summary>What the party makes of the issue: on how many days it spoke to it, the strongest it said, and the sum of the strongest of each day.</summary>
    public required (int Days, int Strongest, int Weight) Pressed { get; init; }

    /// <summary>Issues that the party made conditions, each with the position that last did and the first day without it.</summary>
    public required IReadOnlyList<Linkage> Linkages { get; init; }

    /// <summary>The past of a cell whose history is at hand.</summary>
    public static CellPast Of(MatrixCell cell)
    {
        HeldPosition[] own = [.. cell.History.Steps.Where(step => !step.IsLesserVoice)];
        return new CellPast
        {
            Led =
            [
                .. own.Where(step => step.Date <= cell.Latest?.Date).DistinctBy(step => (step.Date, step.IsBackground))
                    .Select(step => (step.Date!.Value, step.Position.SignedStrength)),
            ],
            Pressed = PressedBy(own.Where(step => step.ImpliedBy is null).Select(step => (step.Date, step.Position.Strength))),
            Linkages = LinkagesOf([.. own.Where(step => step.ImpliedBy is null)]),
        };
    }

    /// <summary>What the party makes of an issue.</summary>
    /// <param name="steps">Day and strength of all it said.</param>
    public static (int Days, int Strongest, int Weight) PressedBy(IEnumerable<(DateOnly? Day, int Strength)> steps)
    {
        int[] strengths = [.. steps.GroupBy(step => step.Day).Select(day => day.Max(step => step.Strength))];
        return strengths.Length == 0 ? (0, 0, 0) : (strengths.Length, strengths.Max(), strengths.Sum());
    }

    // A condition stands until the party speaks to the issue without it; of several sayings the last counts.
    private static Linkage[] LinkagesOf(HeldPosition[] steps) =>
    [
        .. steps.SelectMany(step => ConditionsOf(step).Select(issue => (Issue: issue, Step: step)))
            .GroupBy(tie => tie.Issue, tie => tie.Step, StringComparer.Ordinal)
            .Select(condition => (condition.Key, Last: LastOf([.. condition], step => step.Date)))
            .Select(condition => new Linkage(condition.Key, condition.Last)
            {
                Until = steps.FirstOrDefault(later =>
                    Follows((later.Date, later.IsBackground), (condition.Last.Date, condition.Last.IsBackground)) && !ConditionsOf(later).Contains(condition.Key, StringComparer.Ordinal))?.Date,
            }),
    ];

    /// <summary>Whether news comes after a saying: on a later day, or on the day of the article that tells the saying as what was before.</summary>
    public static bool Follows((DateOnly? Day, bool IsBackground) news, (DateOnly? Day, bool IsBackground) saying) =>
        !news.IsBackground && (news.Day > saying.Day || (saying.IsBackground && news.Day == saying.Day));

    /// <summary>Of sayings, oldest first and undated ones last, the one that counts: undated ones are no news, a dated one is shown before them.</summary>
    public static T LastOf<T>(IReadOnlyList<T> sayings, Func<T, DateOnly?> dayOf)
    {
        for (int i = sayings.Count - 1; i >= 0; i--)
        {
            if (dayOf(sayings[i]) is not null)
            {
                return sayings[i];
            }
        }

        return sayings[^1];
    }

    private static IEnumerable<string> ConditionsOf(HeldPosition step) =>
        step.Lines.SelectMany(line => line.Position.ConditionIssues).Distinct(StringComparer.Ordinal).Where(issue => issue != step.Issue);
}
