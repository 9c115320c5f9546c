using Demarche.Core.Exchange;
using Demarche.Core.Ledger;
using Demarche.Core.Positions;

namespace Demarche.Cli.Rendering;

/// <summary>Positions on the terminal: their color, and plain lines for pagers and grep.</summary>
internal static class PositionLine
{
    /// <summary>The color of a direction: blue for wanted, yellow for not wanted - no party wears either.</summary>
    public static string Color(Position position) =>
        position.Direction == Direction.Supports ? "deepskyblue1" : "yellow";

    /// <summary>The fields of an entry parted by tabs, for plain output.</summary>
    public static string Plain(LedgerEntry entry) => string.Join('\t', new[]
    {
        EntryWriter.DayText(entry.Date) ?? "",
        entry.Position.Issue,
        entry.Position.Party ?? "",
        entry.Position.Holder,
        StanceText.Of(entry.Position),
        Words.Of(entry.Position.Act),
        entry.Condition ?? "",
        entry.Evidence,
        entry.Article.Outlet ?? "",
        entry.Article.Id,
    }.Select(field => Terminal.OneLine(field, int.MaxValue)));
}
