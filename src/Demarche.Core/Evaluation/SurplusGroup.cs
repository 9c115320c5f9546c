using Demarche.Core.Positions;

namespace Demarche.Core.Evaluation;

/// <summary>What is wrong with a line that nobody recorded.</summary>
internal enum SurplusGroup
{
    OtherStance,
    OtherParty,
    OtherIssue,
    OtherPartyAndIssue,
    Background,
    NoPosition,
}

/// <summary>Tells what is wrong with a line that nobody recorded.</summary>
internal static class SurplusGroups
{
    // What was said longer ago than news reports is told to explain the news: a week, as dailies and weeklies go.
    private const int NewsDays = 7;

    /// <summary>The group of a line.</summary>
    /// <param name="line">The line.</param>
    /// <param name="gold">What is recorded in its article, doubtful lines included.</param>
    /// <param name="published">Day of the article, or null.</param>
    public static SurplusGroup Of(Position line, IReadOnlyList<GoldPosition> gold, DateOnly? published)
    {
        GoldPosition[] there = [.. gold.Where(recorded => recorded.Places.Any(line.Evidence.Overlaps))];
        if (there.Length == 0)
        {
            return line.Date is not { } day || day.AddDays(NewsDays) < published ? SurplusGroup.Background : SurplusGroup.NoPosition;
        }

        return Array.Exists(there, recorded => PositionScorer.IsSameSubject(recorded, line)) ? SurplusGroup.OtherStance
            : Array.Exists(there, recorded => recorded.Issue == line.Issue) ? SurplusGroup.OtherParty
            : Array.Exists(there, recorded => recorded.Party == line.Party) ? SurplusGroup.OtherIssue
            : SurplusGroup.OtherPartyAndIssue;
    }

    /// <summary>The group in words.</summary>
    public static string LabelOf(SurplusGroup group) => group switch
    {
        SurplusGroup.OtherStance => "recorded with another stance",
        SurplusGroup.OtherParty => "recorded of another party",
        SurplusGroup.OtherIssue => "recorded on another issue",
        SurplusGroup.OtherPartyAndIssue => "recorded of another party on another issue",
        SurplusGroup.Background => $"nothing recorded there; undated, or told of more than {NewsDays} days before",
        _ => "nothing recorded there",
    };
}
