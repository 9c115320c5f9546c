using Demarche.Core.Attributions;
using Demarche.Core.Ledger;
using Demarche.Core.Parties;
using Demarche.Core.Positions;
using Demarche.Nlp.Text;

namespace Demarche.Tests.Core.Comparisons;

/// <summary>Ledger lines of an invented dispute, written short.</summary>
internal static class Line
{
    /// <summary>A line of Norland on the toll, carried by an article of that day.</summary>
    /// <param name="day">Day of May 2031 the article was published; null = undated.</param>
    /// <param name="signed">Direction and strength in one number, -4 to 4.</param>
    /// <param name="condition">Words of the condition, or null.</param>
    /// <param name="article">Id of the article; null = one of its own.</param>
    public static LedgerEntry Of(int? day, int signed, string? condition = null, string? article = null)
    {
        DateOnly? date = day is null ? null : new DateOnly(2031, 5, day.Value);
        string id = article ?? $"post-{day}";
        return new LedgerEntry
        {
            Key = $"{id}/{signed}/{condition}",
            Position = new Position
            {
                Id = "p1",
                Holder = "Ada Brunn",
                Party = "norland",
                Issue = "toll",
                Direction = signed > 0 ? Direction.Supports : Direction.Opposes,
                Strength = Math.Abs(signed),
                Act = Act.Assert,
                Condition = condition is null ? null : new TextSpan(5, 6),
                Date = date,
                Evidence = new TextSpan(0, 5),
                Kind = AttributionKind.Indirect,
                Confidence = 0.8,
                Why = "written by hand",
            },
            Article = new LedgerArticle
            {
                Key = id,
                Id = id,
                Published = date,
                Digest = "",
                Revision = 1,
                IsCurrent = true,
                AddedAt = DateTimeOffset.UnixEpoch,
                Model = "hand@1",
            },
            Evidence = "toll!",
            Before = "",
            After = "",
            Condition = condition,
        };
    }

    /// <summary>The line with its position changed.</summary>
    public static LedgerEntry But(this LedgerEntry line, Func<Position, Position> change) =>
        line with { Position = change(line.Position) };

    /// <summary>The line as another party's, on that issue.</summary>
    public static LedgerEntry Of(this LedgerEntry line, string party, string issue = "toll") =>
        line.But(position => position with { Party = party, Issue = issue }) with { Key = $"{line.Key}/{party}/{issue}" };

    /// <summary>The line in a voice of that weight.</summary>
    public static LedgerEntry Voiced(this LedgerEntry line, AuthorityLevel level) =>
        line.But(position => position with { Authority = new Authority(level, AuthorityBasis.Text) });

    /// <summary>The line as another tells it.</summary>
    public static LedgerEntry ToldBy(this LedgerEntry line, string reporter, string? party) =>
        line.But(position => position with { ReportedBy = reporter }) with { ReporterParty = party };
}
