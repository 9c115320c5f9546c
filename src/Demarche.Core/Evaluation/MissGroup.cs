using Demarche.Core.Attributions;
using Demarche.Core.Exchange;
using Demarche.Core.Positions;
using Demarche.Core.Positions.Candidates;

namespace Demarche.Core.Evaluation;

/// <summary>Where the way to a recorded line breaks off, in the order of the way.</summary>
internal enum MissGroup
{
    NotAttributed,
    NoPhrase,
    NothingRead,
    OtherPartyAndIssue,
    OtherIssue,
    OtherParty,
    OtherStance,
    BelowThreshold,
    LostToRival,
    ReadOnce,
}

/// <summary>Tells where the way to a recorded line breaks off.</summary>
internal static class MissGroups
{
    /// <summary>The group of a line that was not found.</summary>
    /// <param name="missed">The line.</param>
    /// <param name="coded">What was read from its article; null = nothing.</param>
    /// <param name="trace">What was read before the choice; null where only the lines are known.</param>
    public static MissGroup Of(GoldPosition missed, CodedArticle? coded, PositionTrace? trace)
    {
        IReadOnlyList<Position> lines = coded?.Positions ?? [];
        Position[] there = [.. (trace?.Readings.Select(reading => reading.Position) ?? lines).Where(reading => missed.Places.Any(reading.Evidence.Overlaps))];
        Position[] right = [.. there.Where(reading => PositionScorer.IsSameSubject(missed, reading) && missed.Stance == Words.Of(reading.Stance))];
        if (right.Length > 0)
        {
            return lines.Any(line => PositionScorer.IsSame(missed, line)) ? MissGroup.ReadOnce
                : right.Max(reading => reading.Confidence) < CandidateMerger.LeastConfidence ? MissGroup.BelowThreshold
                : MissGroup.LostToRival;
        }

        if (there.Length > 0)
        {
            return Array.Exists(there, reading => reading.Party == missed.Party && reading.Issue == missed.Issue) ? MissGroup.OtherStance
                : Array.Exists(there, reading => reading.Issue == missed.Issue) ? MissGroup.OtherParty
                : Array.Exists(there, reading => reading.Party == missed.Party) ? MissGroup.OtherIssue
                : MissGroup.OtherPartyAndIssue;
        }

        bool isAttributed = coded is not null && coded.Attributions.Any(attribution => IsAt(attribution, missed));
        return !isAttributed ? MissGroup.NotAttributed
            : trace is not null && !missed.Places.Any(place => trace.IsNamed(missed.Issue, place)) ? MissGroup.NoPhrase
            : MissGroup.NothingRead;
    }

    /// <summary>The group in words.</summary>
    public static string LabelOf(MissGroup group) => group switch
    {
        MissGroup.NotAttributed => "no attribution there, and nothing read in the narrator's voice",
        MissGroup.NoPhrase => "attributed, but no phrase of the codebook names the issue",
        MissGroup.NothingRead => "attributed and named, but nothing read",
        MissGroup.OtherPartyAndIssue => "another party and another issue read",
        MissGroup.OtherIssue => "another issue read",
        MissGroup.OtherParty => "another party read, or nobody's",
        MissGroup.OtherStance => "another stance read",
        MissGroup.BelowThreshold => "read right, below the threshold",
        MissGroup.LostToRival => "read right, lost to another place of the holder",
        _ => "read right, once for two recorded lines",
    };

    private static bool IsAt(Attribution attribution, GoldPosition line) =>
        attribution.Content.Concat(attribution.Cue).Any(span => line.Places.Any(span.Overlaps));
}
