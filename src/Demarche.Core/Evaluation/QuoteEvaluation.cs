using Demarche.Core.Comparisons;
using Demarche.Core.Comparisons.Utterances;
using Demarche.Nlp.Text;
using Demarche.Nlp.Words;

namespace Demarche.Core.Evaluation;

/// <summary>
/// Scores renderings: which quotations in which articles a person found to be one thing said on one occasion, and the strongest difference
/// between their words.
/// </summary>
/// <remarks>
/// A rendering matches a marked one when it stands in the same article and overlaps it. Counted are pairs of renderings of different articles;
/// pairs said of which neither side is marked are left out, since only some of what the articles share is marked. The relation of a group
/// is judged where at least one of its pairs is found, in the utterance that has most of them. Intervals come from drawing groups.
/// </remarks>
public static class QuoteEvaluation
{
    /// <summary>Name of what is scored.</summary>
    public const string Subject = "quotes";

    private static readonly PairFigure Pairs = new();
    private static readonly ShareFigure Related = new("relation", "  with the right relation");

    /// <summary>The report over the quotations of <paramref name="gold"/>.</summary>
    /// <param name="gold">The corpus.</param>
    /// <param name="coded">What was read, by id of the article; an article without a record counts as nothing found.</param>
    /// <param name="vectors">What words mean, or null.</param>
    /// <param name="seed">Fixes the draws of the confidence intervals.</param>
    /// <exception cref="InvalidDataException">A quotation names an article or words that the corpus does not have.</exception>
    public static EvaluationReport Run(GoldCorpus gold, IReadOnlyDictionary<string, CodedArticle> coded, WordVectors? vectors, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(gold);
        ArgumentNullException.ThrowIfNull(coded);
        Dictionary<string, GoldArticle> articles = gold.Articles.ToDictionary(article => article.Id, StringComparer.Ordinal);
        Place[][] groups = [.. gold.Quotations.Select(quotation => quotation.Members.Select(member => PlaceOf(member, articles)).ToArray())];
        IReadOnlyList<Utterance> said = OutletComparison.Of(
            coded.Values.Where(record => record.Error is null).Select(ComparedArticle.Of), vectors).Utterances;
        var errors = new List<ScoringError>();
        Tally[] tallies = [.. groups.Select(_ => new Tally())];
        for (int i = 0; i < groups.Length; i++)
        {
            Score(gold.Quotations[i], groups[i], said, tallies[i], errors);
        }

        CountSaid(groups, said, tallies, errors);
        Tally sum = Tally.Sum(tallies);
        var bootstrap = new Bootstrap(tallies, seed);
        return new EvaluationReport
        {
            Subject = Subject,
            Unit = "groups",
            Cases = tallies.Length,
            Missing = [.. groups.SelectMany(group => group).Select(place => place.Article).Distinct(StringComparer.Ordinal).Where(id => !coded.ContainsKey(id))],
            Counts = sum,
            Figures = [.. new Figure[] { Pairs, Related }.Select(figure => new FigureResult(figure, figure.ValueIn(sum), bootstrap.IntervalOf(figure)))],
            Errors = errors,
        };
    }

    private static void Score(GoldQuotation gold, Place[] members, IReadOnlyList<Utterance> said, Tally tally, List<ScoringError> errors)
    {
        (Place Left, Place Right)[] pairs = [.. PairsOf(members, member => member.Article)];
        bool Has(Utterance utterance, (Place Left, Place Right) pair) =>
            utterance.Renderings.Any(pair.Left.IsIn) && utterance.Renderings.Any(pair.Right.IsIn);
        int found = pairs.Count(pair => said.Any(utterance => Has(utterance, pair)));
        // Right of the gold; how many of those said are right is counted apart, since one pair of renderings may be said twice.
        tally.Add("renderings.found", found);
        tally.Add("renderings.gold", pairs.Length);
        errors.AddRange(pairs.Where(pair => !said.Any(utterance => Has(utterance, pair)))
            .Select(pair => new ScoringError(pair.Left.Article, true, $"{gold.Group} | {pair.Left.Words} | {pair.Right.Article}: {pair.Right.Words}")));
        if (found == 0)
        {
            return;
        }

        Utterance utterance = said.MaxBy(utterance => pairs.Count(pair => Has(utterance, pair)))!;
        string relation = utterance.Renderings.Where(rendering => members.Any(member => member.IsIn(rendering)))
            .Max(rendering => rendering.Relation).ToString().ToLowerInvariant();
        Related.Add(tally, relation == gold.Relation);
        if (relation != gold.Relation)
        {
            errors.Add(new ScoringError(members[0].Article, false, $"{gold.Group} | {gold.Relation} read as {relation} | {members[0].Words}"));
        }
    }

    // A pair said counts for the first group that one side of it is marked in.
    private static void CountSaid(Place[][] groups, IReadOnlyList<Utterance> said, Tally[] tallies, List<ScoringError> errors)
    {
        foreach (Utterance utterance in said)
        {
            foreach ((Rendering left, Rendering right) in PairsOf(utterance.Renderings, rendering => rendering.Article.Key))
            {
                int first = Array.FindIndex(groups, group => group.Any(place => place.IsIn(left) || place.IsIn(right)));
                if (first < 0)
                {
                    continue;
                }

                bool isRight = groups.Any(group => group.Any(place => place.IsIn(left)) && group.Any(place => place.IsIn(right)));
                tallies[first].Add("renderings.said");
                tallies[first].Add("renderings.right", isRight ? 1 : 0);
                if (!isRight)
                {
                    errors.Add(new ScoringError(left.Article.Id, false, $"not one utterance | {left.Text} | {right.Article.Id}: {right.Text}"));
                }
            }
        }
    }

    private static IEnumerable<(T Left, T Right)> PairsOf<T>(IReadOnlyList<T> items, Func<T, string> articleOf) =>
        from i in Enumerable.Range(0, items.Count)
        from j in Enumerable.Range(i + 1, items.Count - i - 1)
        where articleOf(items[i]) != articleOf(items[j])
        select (items[i], items[j]);

    private static Place PlaceOf(GoldPlace member, Dictionary<string, GoldArticle> articles)
    {
        if (!articles.TryGetValue(member.Article, out GoldArticle? article))
        {
            throw new InvalidDataException($"a quotation names the article {member.Article}, which the corpus does not have: mend its id");
        }

        int at = article.Text.IndexOf(member.Evidence, StringComparison.Ordinal);
        return at >= 0
            ? new Place(member.Article, new TextSpan(at, at + member.Evidence.Length), member.Evidence)
            : throw new InvalidDataException($"a quotation has words that {member.Article} does not have: {member.Evidence}");
    }

    // Precision over the pairs said, recall over the pairs marked: the sides may stand for each other several times over.
    private sealed record PairFigure() : Figure("renderings", "renderings")
    {
        public override double ValueIn(Tally tally)
        {
            double precision = Percentage.Of(tally["renderings.right"], tally["renderings.said"]);
            double recall = Percentage.Of(tally["renderings.found"], tally["renderings.gold"]);
            return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
        }
    }

    private sealed record Place(string Article, TextSpan Span, string Words)
    {
        public bool IsIn(Rendering rendering) => rendering.Article.Id == Article && rendering.Span.Overlaps(Span);
    }
}
