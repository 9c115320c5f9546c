using Demarche.Core.Ledger;
using Demarche.Core.Parties;

namespace Demarche.Core.Comparisons.Sheets;

/// <summary>One issue through time: a lane a party, and what moved in it.</summary>
/// <param name="Issue">Codebook id of the issue.</param>
/// <param name="Lanes">A lane for every party that speaks to it or is spoken of, in the codebook's order.</param>
public sealed record IssueTimeline(string Issue, IReadOnlyList<TimelineLane> Lanes)
{
    /// <summary>First day of any step, or null when none is dated.</summary>
    public DateOnly? From => Lanes.SelectMany(lane => lane.Days).Min(step => step.Date);

    /// <summary>Last day of any step, or null when none is dated.</summary>
    public DateOnly? To => Lanes.SelectMany(lane => lane.Days).Max(step => step.Date);

    /// <summary>Conditions that parties tie to the issue, and issues they tie it to, as they stand.</summary>
    public required IReadOnlyList<Linkage> Linkages { get; init; }

    /// <summary>The timeline of <paramref name="issue"/>; without lanes when nobody speaks to it.</summary>
    public static IssueTimeline Of(SqliteLedger ledger, Codebook? codebook, string issue)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        ArgumentNullException.ThrowIfNull(issue);
        IssueRelations relations = IssueRelations.Of(codebook);
        // With those on exclusive issues: they imply something for this one.
        LedgerEntry[] lines =
            [.. new[] { issue }.Concat(relations.ExcludedBy(issue)).SelectMany(id => ledger.Positions(new LedgerQuery { Issue = id }))];
        LedgerEntry[] latest = [.. ledger.LatestPositions()];
        TextCopies copies = TextCopies.Among(ledger, lines.Concat(latest));
        PositionHistory[] histories =
            [.. ImpliedPositions.Along(PositionHistory.Of(lines, copies), relations).Where(history => history.Issue == issue)];
        DateOnly? end = ledger.LastDay();
        string[] order = SheetRows.Ordered(histories.Select(history => history.Party), codebook?.Parties.Select(party => party.Id));
        return new IssueTimeline(
            issue,
            [
                .. histories.OrderBy(history => Array.IndexOf(order, history.Party))
                    .Select(history => new TimelineLane(history, ChangeDetector.Detect(history, end))),
            ])
        {
            // What it hangs on from all that was said; what hangs on it from what holds now, for which nobody's whole record is walked.
            Linkages =
            [
                .. DisputeGaps.Of(PositionMatrix.AtDay(lines, null, copies)).Linkages.Where(linkage => linkage.Issue == issue),
                .. DisputeGaps.Of(PositionMatrix.AtDay(latest, null, copies)).Linkages
                    .Where(linkage => linkage.Condition == issue && linkage.Issue != issue),
            ],
        };
    }

    /// <summary>The two parties' signed strengths from day to day, from the first day both hold something; empty when they never do.</summary>
    public IReadOnlyList<GapDay> GapBetween(string first, string second)
    {
        TimelineLane? left = Lanes.FirstOrDefault(lane => lane.Party == first);
        TimelineLane? right = Lanes.FirstOrDefault(lane => lane.Party == second);
        if (left is null || right is null)
        {
            return [];
        }

        return
        [
            .. left.Days.Concat(right.Days).Select(step => step.Date!.Value).Distinct().Order()
                .Select(day => new GapDay(day, left.SignedAt(day), right.SignedAt(day)))
                .Where(day => day.First != 0 && day.Second != 0),
        ];
    }
}

/// <summary>What one party held on the issue.</summary>
/// <param name="History">All of it.</param>
/// <param name="Changes">What moved, oldest first.</param>
public sealed record TimelineLane(PositionHistory History, IReadOnlyList<PositionChange> Changes)
{
    /// <summary>Codebook id of the party.</summary>
    public string Party => History.Party;

    /// <summary>What leads each day, oldest first: dated, said, and not told as background or by a lesser voice alone.</summary>
    public IReadOnlyList<HeldPosition> Days { get; } =
    [
        .. History.Steps.Where(step => step is { Date: not null, IsBackground: false, IsLesserVoice: false, ImpliedBy: null }).DistinctBy(step => step.Date),
    ];

    /// <summary>Signed strength (-4 to 4) that holds on <paramref name="day"/>; 0 before the first word.</summary>
    public int SignedAt(DateOnly day) => Days.LastOrDefault(step => step.Date <= day)?.Position.SignedStrength ?? 0;

    /// <summary>What moved with the step of <paramref name="held"/>, or null.</summary>
    public PositionChange? ChangeAt(HeldPosition held) => Changes.FirstOrDefault(
        change => change.IsMove && change.Relation != ChangeRelation.Dormant && ReferenceEquals(change.To.Lead, held.Lead));
}

/// <summary>How far two parties stand apart from a day on, until the next.</summary>
/// <param name="Day">The day.</param>
/// <param name="First">Signed strength of the one.</param>
/// <param name="Second">Signed strength of the other.</param>
public readonly record struct GapDay(DateOnly Day, int First, int Second);
