using Demarche.Core.Attributions;
using Demarche.Core.Ledger;
using Demarche.Core.Positions;

namespace Demarche.Core.Evaluation;

/// <summary>What a person recorded, as lines of a ledger: comparisons of them err apart from the reading.</summary>
/// <remarks>
/// A person records neither how firm a position is nor which issues its condition names: its strength is the one that most words of its act have
/// (<c>Stances/operators.txt</c>), and a condition names no issue. What is conditional leans towards the outcome, as in records. Doubtful lines are left out.
/// </remarks>
internal static class RecordedPositions
{
    /// <summary>The firm positions of <paramref name="gold"/> as lines of the article that <paramref name="coded"/> holds.</summary>
    public static IReadOnlyList<LedgerEntry> Of(GoldArticle gold, CodedArticle coded) => CodedLines.Of(coded with
    {
        Positions = [.. (gold.Positions ?? []).Where(position => !position.IsDoubtful && position.Places.Count > 0).Select(PositionOf)],
    });

    private static Position PositionOf(GoldPosition gold, int index)
    {
        Act act = Enum.TryParse(gold.Act, ignoreCase: true, out Act known) ? known : Act.Assert;
        return new Position
        {
            Id = $"p{index + 1}",
            AttributionId = "recorded",
            Holder = gold.Holder ?? gold.Party ?? "",
            Party = gold.Party,
            Issue = gold.Issue,
            Direction = gold.Stance == "opposes" ? Direction.Opposes : Direction.Supports,
            Strength = StrengthOf(act),
            Act = act,
            Condition = gold.Stance == "conditional" && gold.Condition is { Count: > 0 } condition ? condition[0] : null,
            IsReiterated = gold.IsReiterated,
            ReportedBy = gold.ReportedBy,
            Date = DateOnly.TryParseExact(gold.Date, "yyyy-MM-dd", out DateOnly day) ? day : null,
            Evidence = gold.Places[0],
            Kind = Enum.TryParse(gold.Kind, ignoreCase: true, out AttributionKind kind) ? kind : null,
            Confidence = 1,
            Why = "a person recorded it",
        };
    }

    private static int StrengthOf(Act act) => act switch
    {
        Act.Offer => 1,
        Act.Accept or Act.Assert or Act.Call or Act.Propose or Act.Warn => 2,
        _ => 3,
    };
}
