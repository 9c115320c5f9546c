using Demarche.Core.Attributions.Lexicon;
using Demarche.Nlp;
using Demarche.Nlp.Labeling;

namespace Demarche.Core.Attributions.Learned;

/// <summary>
/// Learns an <see cref="AttributionModel"/> from annotated articles. The same articles in the same order give the same model.
/// </summary>
public sealed class AttributionTrainer
{
    private readonly Analyzer _analyzer;
    private readonly RuleReader _rules = new();
    private readonly List<TrainingArticle> _articles = [];

    /// <summary>A trainer without articles.</summary>
    /// <param name="analyzer">
    /// The analyzer the model will be used with: its tags and trees are what the model learns from. One without a language model
    /// gives a model of words alone.
    /// </param>
    public AttributionTrainer(Analyzer analyzer) => _analyzer = analyzer;

    /// <summary>How the taggers of cues learn. Defaults as measured on PolNeAR's development part; the high cut costs nothing and halves the file.</summary>
    public LabelerOptions CueOptions { get; init; } = new() { FrequencyCut = 8 };

    /// <summary>How the taggers of sources and contents learn.</summary>
    public LabelerOptions PartOptions { get; init; } = new() { Passes = 6, FrequencyCut = 15 };

    /// <summary>Adds an article.</summary>
    public void Add(AnnotatedArticle article)
    {
        ArgumentNullException.ThrowIfNull(article);
        _articles.Add(Prepared(article));
    }

    /// <summary>Learns from all articles added; scores are not yet calibrated.</summary>
    /// <param name="progress">Told the stage, the pass from 1, and the mean log-likelihood a sequence; from two threads.</param>
    public AttributionModel Train(Action<string, int, double>? progress = null)
    {
        var views = new List<AttributionView>();
        foreach (bool usesSyntax in _articles.Exists(article => !article.Tokens.Document.Syntax.IsEmpty) ? [true, false] : new[] { false })
        {
            string name = AttributionView.NameOf(usesSyntax);
            views.Add(new ViewTrainer(_articles, usesSyntax).Train(
                CueOptions, PartOptions, (stage, pass, mean) => progress?.Invoke($"{name}, {stage}", pass, mean)));
        }

        return new AttributionModel(views, Calibration.None, Calibration.None);
    }

    /// <summary>The model with scores that say how often it is right, measured on articles it did not learn from.</summary>
    public AttributionModel Calibrated(AttributionModel model, IEnumerable<AnnotatedArticle> articles)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(articles);
        TrainingArticle[] prepared = [.. articles.Select(Prepared)];
        var raw = new AttributionModel(model.Views, Calibration.None, Calibration.None);
        return new AttributionModel(model.Views, Measured(raw, prepared), Measured(raw.WordsOnly, prepared));
    }

    private static Calibration Measured(AttributionModel model, TrainingArticle[] articles)
    {
        var reader = new LearnedReader(model);
        var outcomes = new List<(double Score, bool IsRight)>();
        foreach (TrainingArticle article in articles)
        {
            foreach (Relation relation in reader.Read(article.Tokens, article.Ruled, new bool[article.Tokens.Document.Sentences.Length]))
            {
                outcomes.Add((relation.Probability, article.Gold.Any(gold => Agreement.Matches(gold, relation))));
            }
        }

        return Calibration.Learn(outcomes);
    }

    private TrainingArticle Prepared(AnnotatedArticle article)
    {
        var tokens = new TokenColumns(_analyzer.Analyze(article.Text), WordTable.English);
        List<Relation> ruled = _rules.Read(tokens, new bool[tokens.Document.Sentences.Length]);
        return new TrainingArticle(tokens, ruled, GoldRelation.Of(tokens.Document, article.Attributions.Where(a => a.Cue.Count > 0 && a.Content.Count > 0)));
    }
}
