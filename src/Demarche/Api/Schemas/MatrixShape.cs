namespace Demarche.Api.Schemas;

/// <summary>Who holds what at a day.</summary>
internal sealed record MatrixShape
{
    /// <summary>The day; null for now.</summary>
    public required DateOnly? At { get; init; }

    /// <summary>Codebook ids of the parties with a column.</summary>
    public required IReadOnlyList<string> Parties { get; init; }

    /// <summary>The issues, in the codebook's order, those that are part of another below it.</summary>
    public required IReadOnlyList<RowShape> Rows { get; init; }
}

/// <summary>An issue of the matrix.</summary>
internal sealed record RowShape
{
    /// <summary>Codebook id of the issue.</summary>
    public required string Issue { get; init; }

    /// <summary>0 for an issue of its own, 1 for a part of the one above it.</summary>
    public required int Depth { get; init; }

    /// <summary>Whether one party wants what another does not.</summary>
    public required bool Contested { get; init; }

    /// <summary>standing, converging or diverging.</summary>
    public required string Trend { get; init; }

    /// <summary>Whether somebody demands it and nobody asked has anything on record.</summary>
    public required bool Unanswered { get; init; }

    /// <summary>A cell for every party that holds something.</summary>
    public required IReadOnlyList<CellShape> Cells { get; init; }
}

/// <summary>What a party holds on an issue.</summary>
internal sealed record CellShape
{
    /// <summary>Codebook id of the party.</summary>
    public required string Party { get; init; }

    /// <summary>-4 (rules it out) to 4 (insists on it).</summary>
    public required int SignedStrength { get; init; }

    /// <summary>Whether only other parties say so.</summary>
    public required bool ToldByOthers { get; init; }

    /// <summary>Number of articles that carry it.</summary>
    public required int Carriers { get; init; }

    /// <summary>The same once copies of one text are collapsed.</summary>
    public required int IndependentCarriers { get; init; }

    /// <summary>The last change since the day asked for, or null.</summary>
    public required string? Change { get; init; }

    /// <summary>Days on which the party spoke to it, oldest first.</summary>
    public required IReadOnlyList<DayShape> Trend { get; init; }

    /// <summary>The line that shows it best.</summary>
    public required PositionShape Position { get; init; }
}

/// <summary>How firmly a party stood on a day.</summary>
internal sealed record DayShape
{
    /// <summary>The day.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>-4 to 4.</summary>
    public required int SignedStrength { get; init; }
}

/// <summary>What stands between the parties.</summary>
internal sealed record GapsShape
{
    /// <summary>Pairs of parties on an issue, contested ones first, widest first.</summary>
    public required IReadOnlyList<GapShape> Gaps { get; init; }

    /// <summary>Demands to which others have nothing on record.</summary>
    public required IReadOnlyList<UnansweredShape> Unanswered { get; init; }

    /// <summary>What is a condition for what.</summary>
    public required IReadOnlyList<LinkageShape> Linkages { get; init; }

    /// <summary>Rings of linkages in which nobody can begin.</summary>
    public required IReadOnlyList<IReadOnlyList<LinkageShape>> Rings { get; init; }

    /// <summary>What matters to whom, by party, weightiest first.</summary>
    public required IReadOnlyList<PriorityShape> Priorities { get; init; }
}

/// <summary>How far two parties stand apart on an issue.</summary>
internal sealed record GapShape
{
    /// <summary>Codebook id of the issue.</summary>
    public required string Issue { get; init; }

    /// <summary>Distance of their signed strengths, 0-8.</summary>
    public required int Distance { get; init; }

    /// <summary>Whether one wants what the other does not.</summary>
    public required bool Contested { get; init; }

    /// <summary>standing, converging or diverging.</summary>
    public required string Trend { get; init; }

    /// <summary>The last other distance on record, or null.</summary>
    public required int? Before { get; init; }

    /// <summary>What the one holds.</summary>
    public required PositionShape First { get; init; }

    /// <summary>What the other holds.</summary>
    public required PositionShape Second { get; init; }
}

/// <summary>A demand to which others have nothing on record.</summary>
internal sealed record UnansweredShape
{
    /// <summary>Codebook ids of those who have said nothing.</summary>
    public required IReadOnlyList<string> Silent { get; init; }

    /// <summary>What is demanded.</summary>
    public required PositionShape Demand { get; init; }
}

/// <summary>One issue is a condition for another in a party's words.</summary>
internal sealed record LinkageShape
{
    /// <summary>Codebook id of the party that ties them.</summary>
    public required string Party { get; init; }

    /// <summary>Codebook id of the issue that waits.</summary>
    public required string Issue { get; init; }

    /// <summary>Codebook id of the issue that has to come first.</summary>
    public required string Condition { get; init; }

    /// <summary>Day it was last said, or null.</summary>
    public required DateOnly? From { get; init; }

    /// <summary>Last day it stood; null while it stands.</summary>
    public required DateOnly? Until { get; init; }

    /// <summary>The conditional position.</summary>
    public required PositionShape Held { get; init; }
}

/// <summary>How much a party makes of an issue.</summary>
internal sealed record PriorityShape
{
    /// <summary>Codebook id of the party.</summary>
    public required string Party { get; init; }

    /// <summary>Codebook id of the issue.</summary>
    public required string Issue { get; init; }

    /// <summary>Sum of the strengths over the days it spoke to it.</summary>
    public required int Weight { get; init; }

    /// <summary>On how many days it spoke to it.</summary>
    public required int Days { get; init; }

    /// <summary>The strongest it said, 1-4.</summary>
    public required int Strongest { get; init; }

    /// <summary>What it holds.</summary>
    public required PositionShape Latest { get; init; }
}
