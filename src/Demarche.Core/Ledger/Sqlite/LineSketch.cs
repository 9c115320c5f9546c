using Demarche.Core.Positions;

namespace Demarche.Core.Ledger.Sqlite;

/// <summary>What of a line decides where it stands among the others of its cell: all but its words.</summary>
internal readonly record struct LineSketch
{
    /// <summary>Where it stands in time.</summary>
    public required LinePlace Place { get; init; }

    /// <summary>Whose voice it is.</summary>
    public required CellVoice Voice { get; init; }

    /// <summary>How near it is to the party's own mouth.</summary>
    public required PositionLevel Level { get; init; }

    /// <summary>What it says.</summary>
    public required (Stance Stance, Direction Direction) Stance { get; init; }

    /// <summary>Strength, 1-4.</summary>
    public required int Strength { get; init; }

    /// <summary>Probability that it is right, as the ledger's users believe it; 0-1.</summary>
    public required double Confidence { get; init; }

    /// <summary>Day of its article, or null.</summary>
    public required DateOnly? Published { get; init; }

    /// <summary>Number that the lines of its article share and no others.</summary>
    public required long Article { get; init; }

    /// <summary>Whether it makes issues of the codebook a condition.</summary>
    public required bool HasConditionIssues { get; init; }

    /// <summary>Row of the position; 0 for a line of an article that people corrected.</summary>
    public long Row { get; init; }

    /// <summary>The line itself, of an article that people corrected; null for others.</summary>
    public LedgerEntry? Entry { get; init; }

    /// <summary>Strength with the direction's sign: -4 to 4.</summary>
    public int Signed => Stance.Direction == Direction.Supports ? Strength : -Strength;

    /// <summary>The day as columns have it: empty when undated.</summary>
    public string Day => Place.Day?.ToColumn() ?? "";

    /// <summary>Where the line itself is found.</summary>
    public FoundLine Found => new(Row, Entry);

    /// <summary>The sketch of a settled line.</summary>
    /// <param name="entry">The line; of a party.</param>
    /// <param name="place">Where it stands.</param>
    /// <param name="article">Number of its article.</param>
    public static LineSketch Of(LedgerEntry entry, LinePlace place, long article)
    {
        PositionLevel level = PositionLevels.Of(entry);
        return new LineSketch
        {
            Place = place,
            Voice = VoiceOf(level, entry.Position.Authority is { SpeaksForParty: false }),
            Level = level,
            Stance = (entry.Position.Stance, entry.Position.Direction),
            Strength = entry.Position.Strength,
            Confidence = entry.Position.Confidence,
            Published = entry.Article.Published,
            Article = article,
            HasConditionIssues = entry.Position.ConditionIssues.Count > 0,
            Entry = entry,
        };
    }

    /// <summary>Whose voice a line is.</summary>
    public static CellVoice VoiceOf(PositionLevel level, bool isLesser) =>
        level == PositionLevel.ToldByOtherParty ? CellVoice.Told : isLesser ? CellVoice.Lesser : CellVoice.Own;
}

/// <summary>A line of a cell, not read yet.</summary>
/// <param name="Row">Row of the position, when <paramref name="Entry"/> is null.</param>
/// <param name="Entry">The line itself, of an article that people corrected.</param>
internal readonly record struct FoundLine(long Row, LedgerEntry? Entry);
