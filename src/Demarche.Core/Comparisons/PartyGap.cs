namespace Demarche.Core.Comparisons;

/// <summary>How far two parties stand apart on an issue.</summary>
/// <param name="First">What the one holds.</param>
/// <param name="Second">What the other holds.</param>
/// <param name="Before">The last other distance on record, or null when they never stood otherwise.</param>
public sealed record PartyGap(HeldPosition First, HeldPosition Second, int? Before)
{
    /// <summary>Codebook id of the issue.</summary>
    public string Issue => First.Issue;

    /// <summary>Distance of their signed strengths, 0-8.</summary>
    public int Distance => DistanceOf(First, Second);

    /// <summary>Whether one wants what the other does not.</summary>
    public bool IsContested => First.Position.Direction != Second.Position.Direction;

    /// <summary>Where they are going.</summary>
    public GapTrend Trend => Before is not { } before || before == Distance ? GapTrend.Standing
        : before > Distance ? GapTrend.Converging
        : GapTrend.Diverging;

    /// <summary>Distance of two positions' signed strengths.</summary>
    internal static int DistanceOf(HeldPosition first, HeldPosition second) =>
        Math.Abs(first.Position.SignedStrength - second.Position.SignedStrength);
}

/// <summary>Whether two parties come nearer.</summary>
public enum GapTrend
{
    /// <summary>As far apart as ever.</summary>
    Standing,

    /// <summary>Nearer than before.</summary>
    Converging,

    /// <summary>Further apart than before.</summary>
    Diverging,
}

/// <summary>A demand to which others have nothing on record.</summary>
/// <param name="Demand">What is demanded, in whose words.</param>
/// <param name="Silent">Codebook ids of those who have said nothing on the issue: whom it is addressed to, else all others.</param>
public sealed record UnansweredDemand(HeldPosition Demand, IReadOnlyList<string> Silent);

/// <summary>How much a party makes of an issue.</summary>
/// <param name="Party">Codebook id of the party.</param>
/// <param name="Issue">Codebook id of the issue.</param>
/// <param name="Days">On how many days it spoke to it.</param>
/// <param name="Strongest">The strongest it said, 1-4.</param>
/// <param name="Weight">Sum of the strengths over those days: said often and firmly weighs most.</param>
/// <param name="Latest">What it holds.</param>
public sealed record Priority(string Party, string Issue, int Days, int Strongest, int Weight, HeldPosition Latest);
