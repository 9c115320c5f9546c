using Demarche.Core.Exchange;
using Demarche.Core.Positions;

namespace Demarche.Core.Evaluation;

/// <summary>Scores positions: party, issue and stance agree and the evidence overlaps; and of those matched, act, holder, date and the rest.</summary>
/// <remarks>
/// One to one with as many matches as can be, firm gold first. Doubtful gold neither rewards nor punishes. What repeats a matched
/// line is dropped, not counted as too much. The loose figure leaves out the stance: was it found that the party speaks to the issue there?
/// </remarks>
public sealed class PositionScorer : IScorer
{
    // In messages: enough to find the place.
    private const int ShownLength = 110;

    private static readonly MatchFigure Strict = new("positions", "positions");
    private static readonly MatchFigure Loose = new("positions_loose", "positions without stance");
    private static readonly ShareFigure Acts = new("act", "  act right, of matched");
    private static readonly ShareFigure Holders = new("holder", "  holder right, of matched");
    private static readonly ShareFigure Dates = new("date", "  date right, of matched");
    private static readonly ShareFigure Kinds = new("kind", "  kind right, of matched");
    private static readonly ShareFigure Reiterated = new("reiterated", "  reiterated right, of matched");
    private static readonly ShareFigure Conditions = new("condition", "  condition found, of conditional");

    /// <inheritdoc/>
    public string Subject => "positions";

    /// <inheritdoc/>
    public IReadOnlyList<Figure> Figures { get; } = [Strict, Loose, Acts, Holders, Dates, Kinds, Reiterated, Conditions];

    /// <inheritdoc/>
    public bool Takes(GoldArticle gold)
    {
        ArgumentNullException.ThrowIfNull(gold);
        return gold.Positions is not null;
    }

    /// <inheritdoc/>
    public Tally Score(GoldArticle gold, CodedArticle? coded, ICollection<ScoringError> errors)
    {
        ArgumentNullException.ThrowIfNull(gold);
        ArgumentNullException.ThrowIfNull(errors);
        IReadOnlyList<GoldPosition> right = gold.Positions!;
        IReadOnlyList<Position> said = coded?.Positions ?? [];
        var tally = new Tally();
        Count(tally, Loose, new PositionMatching(right, said, IsSameSubject));
        PositionMatching strict = Match(right, said);
        Count(tally, Strict, strict);
        foreach ((int g, int p) in strict.Pairs)
        {
            CountFields(tally, right[g], said[p]);
        }

        foreach (int missed in strict.Missed)
        {
            errors.Add(new ScoringError(gold.Id, true, Shown(right[missed])));
        }

        foreach (int surplus in strict.Surplus)
        {
            errors.Add(new ScoringError(gold.Id, false, Shown(said[surplus], gold.Text)));
        }

        return tally;
    }

    /// <summary>Matches what a person recorded with what was read, stance and all.</summary>
    internal static PositionMatching Match(IReadOnlyList<GoldPosition> gold, IReadOnlyList<Position> said) => new(gold, said, IsSame);

    /// <summary>Whether a reading says what a person recorded, where they recorded it.</summary>
    internal static bool IsSame(GoldPosition gold, Position position) => IsSameSubject(gold, position) && gold.Stance == Words.Of(position.Stance);

    /// <summary>The same whatever the stance.</summary>
    internal static bool IsSameSubject(GoldPosition gold, Position position) =>
        gold.Party == position.Party && gold.Issue == position.Issue && gold.Places.Any(place => place.Overlaps(position.Evidence));

    /// <summary>A recorded position, for messages.</summary>
    internal static string Shown(GoldPosition gold) => $"{gold.Party ?? "-"} {gold.Issue} {gold.Stance} | {Cut(gold.Evidence)}";

    /// <summary>A reading of <paramref name="text"/>, for messages.</summary>
    internal static string Shown(Position position, string text) =>
        $"{position.Party ?? "-"} {position.Issue} {Words.Of(position.Stance)} | {Cut(position.Evidence.Of(text))} | {Cut(position.Why)}";

    private static void Count(Tally tally, MatchFigure figure, PositionMatching matching) =>
        figure.Add(tally, matching.FirmFound, matching.FirmFound + matching.Surplus.Count, matching.Firm);

    private static void CountFields(Tally tally, GoldPosition gold, Position position)
    {
        Acts.Add(tally, gold.Act == Words.Of(position.Act));
        Holders.Add(tally, string.Equals(gold.Holder ?? "", position.Holder, StringComparison.OrdinalIgnoreCase));
        Dates.Add(tally, gold.Date == EntryWriter.DayText(position.Date));
        Kinds.Add(tally, gold.Kind == Words.KindOf(position));
        Reiterated.Add(tally, gold.IsReiterated == position.IsReiterated);
        if (gold.Condition is { } places)
        {
            Conditions.Add(tally, position.Condition is { } condition && places.Any(place => place.Overlaps(condition)));
        }
    }

    private static string Cut(string text) => text.Length <= ShownLength ? text : text[..ShownLength] + "…";
}
