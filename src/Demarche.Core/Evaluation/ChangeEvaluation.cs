using Demarche.Core.Comparisons;
using Demarche.Core.Exchange;
using Demarche.Core.Ledger;
using Demarche.Nlp.Text;

namespace Demarche.Core.Evaluation;

/// <summary>
/// Scores changes: pairs of positions of one party on one issue that a person compared, with the relation between them. The gold names
/// clear cases only, so that nothing is held against a reading that finds more.
/// </summary>
/// <remarks>
/// An end is read when a position of the party on the issue overlaps the place the person marked, or another place of the same position;
/// of several the one that shares most characters, first with the marked place, counts. The two ends are then compared as <see cref="ChangeDetector"/> compares any two
/// positions. The same is done with the positions that the person recorded, which tells errors of comparing from errors of reading, and every move
/// that is listed is looked at: it rests on a person's lines where both its ends are recorded with their stance. Intervals come from drawing pairs; pairs that share an article are not independent, so that true intervals are somewhat wider.
/// </remarks>
public static class ChangeEvaluation
{
    /// <summary>Name of what is scored.</summary>
    public const string Subject = "changes";

    private static readonly ShareFigure Found = new("found", "both ends read");
    private static readonly ShareFigure Typed = new("changes", "  with the right relation");
    private static readonly ShareFigure Listed = new("listed", "  listed so among all changes");
    private static readonly ShareFigure RecordedTyped = new("recorded", "from recorded lines, right relation");
    private static readonly ShareFigure RecordedListed = new("recorded_listed", "  listed so among all changes");
    private static readonly ShareFigure Moves = new("moves", "moves that rest on recorded lines");

    /// <summary>Whether there is something to score: pairs that a person compared, or recorded positions that listed moves can rest on.</summary>
    public static bool Takes(GoldCorpus gold)
    {
        ArgumentNullException.ThrowIfNull(gold);
        return gold.Changes.Count > 0 || gold.Articles.Any(article => article.Positions is not null);
    }

    /// <summary>The report over the changes of <paramref name="gold"/>.</summary>
    /// <param name="gold">The corpus.</param>
    /// <param name="coded">What was read, by id of the article; an article without a record counts as nothing found.</param>
    /// <param name="seed">Fixes the draws of the confidence intervals.</param>
    /// <exception cref="InvalidDataException">A change names an article or words that the corpus does not have.</exception>
    public static EvaluationReport Run(GoldCorpus gold, IReadOnlyDictionary<string, CodedArticle> coded, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(gold);
        ArgumentNullException.ThrowIfNull(coded);
        Dictionary<string, GoldArticle> articles = gold.Articles.ToDictionary(article => article.Id, StringComparer.Ordinal);
        Dictionary<string, IReadOnlyList<LedgerEntry>> lines = coded.ToDictionary(
            record => record.Key, record => CodedLines.Of(record.Value), StringComparer.Ordinal);
        IReadOnlyList<PositionChange> listed = ChangeDetector.Detect(lines.Values.SelectMany(known => known));
        bool hasRecorded = gold.Articles.Any(article => article.Positions is not null);
        Dictionary<string, IReadOnlyList<LedgerEntry>> recorded = gold.Articles.Where(article => hasRecorded && coded.ContainsKey(article.Id))
            .ToDictionary(article => article.Id, article => RecordedPositions.Of(article, coded[article.Id]), StringComparer.Ordinal);
        IReadOnlyList<PositionChange> recordedListed = ChangeDetector.Detect(recorded.Values.SelectMany(known => known));
        var errors = new List<ScoringError>();
        var tallies = new List<Tally>();
        foreach (GoldChange change in gold.Changes)
        {
            (LedgerEntry?, LedgerEntry?) EndsIn(Dictionary<string, IReadOnlyList<LedgerEntry>> record)
            {
                LedgerEntry? End(GoldPlace place) => EndOf(change, place, articles, record.GetValueOrDefault(place.Article) ?? []);
                return (change.From is { } from ? End(from) : null, End(change.To));
            }

            var tally = new Tally();
            Score(change, EndsIn(lines), listed, (Found, Typed, Listed), tally, errors);
            if (hasRecorded)
            {
                Score(change, EndsIn(recorded), recordedListed, (null, RecordedTyped, RecordedListed), tally, errors);
            }

            tallies.Add(tally);
        }

        int pairs = tallies.Count;
        if (hasRecorded)
        {
            tallies.AddRange(listed.Where(change => change.IsMove).Select(move => Rest(move, articles, errors)));
        }

        Tally sum = Tally.Sum(tallies);
        var bootstrap = new Bootstrap(tallies, seed);
        return new EvaluationReport
        {
            Subject = Subject,
            Unit = "pairs",
            Cases = pairs,
            Missing = [.. gold.Changes.SelectMany(PlacesOf).Select(place => place.Article).Distinct(StringComparer.Ordinal).Where(id => !coded.ContainsKey(id))],
            Counts = sum,
            Figures = [.. (hasRecorded ? [Found, Typed, Listed, RecordedTyped, RecordedListed, Moves] : new[] { Found, Typed, Listed }).Select(figure => new FigureResult(figure, figure.ValueIn(sum), bootstrap.IntervalOf(figure)))],
            Errors = errors,
        };
    }

    private static void Score(
        GoldChange change, (LedgerEntry? From, LedgerEntry? To) ends, IReadOnlyList<PositionChange> listed,
        (ShareFigure? Found, ShareFigure Typed, ShareFigure Listed) figures, Tally tally, List<ScoringError> errors)
    {
        bool isFound = ends.To is not null && (change.From is null || ends.From is not null);
        bool isListed = isFound && listed.Any(known => known.To.Lines.Contains(ends.To!) && WordOf(known.Relation) == change.Relation);
        // That something is the first on record only the record can tell.
        string relation = !isFound ? "" : change.From is null
            ? isListed ? change.Relation : "not the first"
            : WordOf(ChangeDetector.Compare(ends.From, ends.To!).Relation);
        figures.Found?.Add(tally, isFound);
        figures.Typed.Add(tally, isFound && relation == change.Relation);
        figures.Listed.Add(tally, isListed);
        string name = $"{change.Party} {change.Issue} {change.Relation}{(figures.Found is null ? " | recorded" : "")}";
        if (!isFound)
        {
            string missed = string.Join(" and ", new[] { change.From is not null && ends.From is null ? "the earlier" : "", ends.To is null ? "the later" : "" }.Where(end => end.Length > 0));
            errors.Add(new ScoringError(change.To.Article, true, $"{name} | {missed} end is not read | {change.From?.Evidence} -> {change.To.Evidence}"));
        }
        else if (relation != change.Relation)
        {
            errors.Add(new ScoringError(change.To.Article, false, $"{name} | read as {relation} | {Shown(ends.From)} -> {Shown(ends.To)}"));
        }
        else if (!isListed)
        {
            PositionChange? known = listed.FirstOrDefault(known => known.To.Lines.Contains(ends.To!));
            string told = known is null ? "no step of the history" : $"{WordOf(known.Relation)} after {Shown(known.From?.Lead)}";
            errors.Add(new ScoringError(change.To.Article, true, $"{name} | among all changes it is {told} | {Shown(ends.From)} -> {Shown(ends.To)}"));
        }
    }

    private static Tally Rest(PositionChange move, Dictionary<string, GoldArticle> articles, List<ScoringError> errors)
    {
        bool IsRecorded(HeldPosition? end) => end is null || end.Lines.Any(line => (articles[line.Article.Id].Positions ?? []).Any(gold =>
            gold.Party == end.Party && gold.Issue == end.Issue && gold.Stance == Words.Of(line.Position.Stance) && gold.Places.Any(line.Position.Evidence.Overlaps)));
        var tally = new Tally();
        bool rests = IsRecorded(move.From) && IsRecorded(move.To);
        Moves.Add(tally, rests);
        if (!rests)
        {
            errors.Add(new ScoringError(
                move.To.Lead.Article.Id, false, $"{move.Party} {move.Issue} {WordOf(move.Relation)} | a move that nobody recorded | {move.From?.Likelihood:F2} {Shown(move.From?.Lead)} -> {move.To.Likelihood:F2} {Shown(move.To.Lead)}"));
        }

        return tally;
    }

    private static LedgerEntry? EndOf(
        GoldChange change, GoldPlace place, Dictionary<string, GoldArticle> articles, IReadOnlyList<LedgerEntry> lines)
    {
        if (!articles.TryGetValue(place.Article, out GoldArticle? article))
        {
            throw new InvalidDataException($"a change names the article {place.Article}, which the corpus does not have: mend its id");
        }

        int at = article.Text.IndexOf(place.Evidence, StringComparison.Ordinal);
        if (at < 0)
        {
            throw new InvalidDataException($"a change quotes words that {place.Article} does not have: {place.Evidence}");
        }

        var marked = new TextSpan(at, at + place.Evidence.Length);
        TextSpan[] places =
        [
            marked,
            .. (article.Positions ?? [])
                .Where(position => position.Party == change.Party && position.Issue == change.Issue && position.Places.Any(marked.Overlaps))
                .SelectMany(position => position.Places),
        ];
        return lines.Where(line => line.Position.Party == change.Party && line.Position.Issue == change.Issue && SharedWith(line, places) > 0)
            .OrderByDescending(line => SharedWith(line, marked))
            .ThenByDescending(line => SharedWith(line, places))
            .ThenByDescending(line => line.Position.Confidence)
            .FirstOrDefault();
    }

    // Most characters that the line's evidence shares with one of the places.
    private static int SharedWith(LedgerEntry line, params TextSpan[] places) => places.Max(place =>
        Math.Min(place.End, line.Position.Evidence.End) - Math.Max(place.Start, line.Position.Evidence.Start));

    private static string Shown(LedgerEntry? line) =>
        line is null ? "" : $"{Words.Of(line.Position.Stance)} {line.Position.SignedStrength:+0;-0}: {line.Evidence}";

    private static IEnumerable<GoldPlace> PlacesOf(GoldChange change) => change.From is { } from ? [from, change.To] : [change.To];

    // A person compares stances: another amount in the same stance is a repetition to them.
    private static string WordOf(ChangeRelation relation) =>
        relation == ChangeRelation.AmountChanged ? Words.Of(ChangeRelation.Reiterated) : Words.Of(relation).Replace(' ', '-');
}
