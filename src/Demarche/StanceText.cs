using System.Globalization;
using Demarche.Core.Ledger;
using Demarche.Core.Positions;

namespace Demarche;

/// <summary>How positions and days are worded for readers: the same on the terminal and on pages.</summary>
internal static class StanceText
{
    /// <summary>"supports +3", "opposes -4", "supports +2, on condition".</summary>
    public static string Of(Position position)
    {
        string direction = position.Direction == Direction.Supports ? "supports" : "opposes";
        string condition = position.Condition is null ? "" : ", on condition";
        return $"{direction} {Signed(position.SignedStrength)}{condition}";
    }

    /// <summary>A day as "14 Mar 2031", or "undated".</summary>
    public static string Day(DateOnly? day) =>
        day?.ToString("d MMM yyyy", CultureInfo.InvariantCulture) ?? "undated";

    /// <summary>"Outlet, 14 Mar 2031, “Title”".</summary>
    public static string Source(LedgerArticle article)
    {
        string title = article.Title is { Length: > 0 } words ? $", “{words}”" : "";
        return $"{article.Outlet ?? "unknown outlet"}, {Day(article.Published)}{title} [{article.Id}]";
    }

    /// <summary>"confidence 0.62" for a line of the machine, "accepted by a person" for others.</summary>
    public static string Certainty(LedgerEntry entry) => entry.State == LineState.Machine
        ? $"confidence {entry.Position.Confidence.ToString("0.00", CultureInfo.InvariantCulture)}"
        : $"{entry.State.ToString().ToLowerInvariant()} by a person";

    /// <summary>What it follows from, or who conveys it when that is not the party itself: ", implied by ISSUE", ", told by X"; else empty.</summary>
    public static string Level(LedgerEntry entry) => entry.ImpliedBy is { } issue ? $", implied by support of {issue}" : PositionLevels.Of(entry) switch
    {
        PositionLevel.ToldByOtherParty or PositionLevel.ThirdHand => $", told by {entry.Position.ReportedBy}",
        PositionLevel.Narrator => ", the outlet's words",
        _ => "",
    };

    /// <summary>"+3" or "-3".</summary>
    public static string Signed(int strength) => strength.ToString("+0;-0", CultureInfo.InvariantCulture);
}
