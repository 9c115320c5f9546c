using Demarche.Core.Attributions;

namespace Demarche.Core.Ledger;

/// <summary>How near a line is to the party's own mouth, nearest first.</summary>
public enum PositionLevel
{
    /// <summary>Quoted, wholly or in part.</summary>
    OwnWords,

    /// <summary>Reported speech.</summary>
    Reported,

    /// <summary>The outlet ascribes it in its own voice.</summary>
    Narrator,

    /// <summary>Conveyed by somebody who speaks for no party: an unnamed source, a newspaper.</summary>
    ThirdHand,

    /// <summary>Told by another party: what an adversary or mediator says this one wants. Never counted as the party's own.</summary>
    ToldByOtherParty,
}

/// <summary>Tells the level of a line.</summary>
public static class PositionLevels
{
    /// <summary>The level of <paramref name="entry"/>.</summary>
    public static PositionLevel Of(LedgerEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        bool isConveyed = entry.Position.ReportedBy is { } reporter && reporter != entry.Position.Holder;
        return Of(entry.Position.Kind, isConveyed, entry.ReporterParty, entry.Position.Party);
    }

    /// <summary>The level of a line, by what tells it.</summary>
    /// <param name="kind">Quotation, report or null for the narrator's voice.</param>
    /// <param name="isConveyed">Whether another than its holder tells it.</param>
    /// <param name="reporterParty">Codebook id of the party that one speaks for, or null.</param>
    /// <param name="party">Codebook id of the holder's party, or null.</param>
    internal static PositionLevel Of(AttributionKind? kind, bool isConveyed, string? reporterParty, string? party)
    {
        if (isConveyed && reporterParty != party)
        {
            return reporterParty is null ? PositionLevel.ThirdHand : PositionLevel.ToldByOtherParty;
        }

        return kind switch
        {
            // A spokesman's rendering of his own side is no quotation of the one he speaks of.
            AttributionKind.Direct or AttributionKind.Mixed when !isConveyed => PositionLevel.OwnWords,
            null => PositionLevel.Narrator,
            _ => PositionLevel.Reported,
        };
    }
}
