using Demarche.Core.Comparisons;
using Demarche.Core.Ledger;
using Demarche.Core.Parties;

namespace Demarche.Web.Actors;

/// <summary>A party: what it holds, what moved, who speaks for it.</summary>
/// <param name="Party">The party.</param>
/// <param name="Cells">What it holds on every issue it spoke to, in the codebook's order.</param>
/// <param name="Changes">What moved, latest first.</param>
/// <param name="Actors">Those who speak for it.</param>
public sealed record PartyModel(Party Party, IReadOnlyList<MatrixCell> Cells, IReadOnlyList<PositionChange> Changes, IReadOnlyList<ActorEntry> Actors)
{
    /// <summary>The party of a ledger.</summary>
    internal static PartyModel Of(LedgerSource source, Party party, IReadOnlyList<ActorEntry> actors)
    {
        var overview = DisputeOverview.Of(source.Ledger, source.Codebook, new LedgerQuery { Party = party.Id });
        PositionMatrix matrix = overview.MatrixWithHistories;
        return new PartyModel(
            party,
            [.. overview.IssueIds.Select(issue => matrix.Cell(issue, party.Id)).OfType<MatrixCell>()],
            [.. overview.Changes.Where(change => change is { IsMove: true, IsLesserVoice: false }).Reverse()],
            actors);
    }
}
