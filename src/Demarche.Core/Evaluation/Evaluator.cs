namespace Demarche.Core.Evaluation;

/// <summary>Holds what was read from the articles of a corpus against what people marked in them.</summary>
public static class Evaluator
{
    /// <summary>The report of one scorer.</summary>
    /// <param name="gold">The corpus.</param>
    /// <param name="coded">What was read, by id of the article; an article without a record counts as nothing found.</param>
    /// <param name="scorer">What is compared.</param>
    /// <param name="seed">Fixes the draws of the confidence intervals.</param>
    /// <exception cref="InvalidDataException">A record has another text than the gold, so that its offsets would lie.</exception>
    public static EvaluationReport Run(
        GoldCorpus gold, IReadOnlyDictionary<string, CodedArticle> coded, IScorer scorer, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(gold);
        ArgumentNullException.ThrowIfNull(coded);
        ArgumentNullException.ThrowIfNull(scorer);
        var errors = new List<ScoringError>();
        var missing = new List<string>();
        var tallies = new List<Tally>();
        foreach (GoldArticle article in gold.Articles.Where(scorer.Takes))
        {
            CodedArticle? record = coded.GetValueOrDefault(article.Id);
            if (record is null)
            {
                missing.Add(article.Id);
            }
            else if (record.Error is null && record.Article.Text != article.Text)
            {
                throw new InvalidDataException(
                    $"{article.Id}: the record's text differs from the gold's, so that its offsets would lie. Extract the corpus' own texts.");
            }

            tallies.Add(scorer.Score(article, record, errors));
        }

        Tally sum = Tally.Sum(tallies);
        var bootstrap = new Bootstrap(tallies, seed);
        return new EvaluationReport
        {
            Subject = scorer.Subject,
            Cases = tallies.Count,
            Missing = missing,
            Counts = sum,
            Figures = [.. scorer.Figures.Select(figure => new FigureResult(figure, figure.ValueIn(sum), bootstrap.IntervalOf(figure)))],
            Errors = errors,
        };
    }
}

/// <summary>What one scorer says of a corpus.</summary>
public sealed record EvaluationReport
{
    /// <summary>What was compared.</summary>
    public required string Subject { get; init; }

    /// <summary>Number of annotated cases.</summary>
    public required int Cases { get; init; }

    /// <summary>What a case is: "articles", or "pairs" of positions.</summary>
    public string Unit { get; init; } = "articles";

    /// <summary>Ids of those without a record.</summary>
    public required IReadOnlyList<string> Missing { get; init; }

    /// <summary>The counts of all articles together.</summary>
    public required Tally Counts { get; init; }

    /// <summary>The figures.</summary>
    public required IReadOnlyList<FigureResult> Figures { get; init; }

    /// <summary>Every difference, in order of articles.</summary>
    public required IReadOnlyList<ScoringError> Errors { get; init; }
}

/// <summary>A figure with its value.</summary>
/// <param name="Figure">What it is.</param>
/// <param name="Value">Its value, 0-100.</param>
/// <param name="Interval">Bounds that hold it in 95 of 100 draws of the cases; null with fewer than two.</param>
public sealed record FigureResult(Figure Figure, double Value, (double Low, double High)? Interval);
