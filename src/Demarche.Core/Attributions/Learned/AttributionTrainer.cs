using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Demarche.Core.Attributions.Learned.Network;
using Demarche.Core.Attributions.Lexicon;
using Demarche.Nlp;
using Demarche.Nlp.Labeling;
using Demarche.Nlp.Models;
using Demarche.Nlp.Words;

namespace Demarche.Core.Attributions.Learned;

/// <summary>
/// Learns an <see cref="AttributionModel"/> from annotated articles. The same articles in the same order give the same model.
/// </summary>
public sealed class AttributionTrainer
{
    private readonly Analyzer _analyzer;
    private readonly WordVectors? _vectors;
    private readonly RuleReader _rules = new();
    private readonly List<TrainingArticle> _articles = [];

    /// <summary>A trainer without articles.</summary>
    /// <param name="analyzer">
    /// The analyzer the model will be used with: its tags and trees are what the model learns from. One without a language model
    /// gives a model of words alone.
    /// </param>
    /// <param name="vectors">What words mean, with classes of three sizes; without them there is no network, and no classes of words.</param>
    public AttributionTrainer(Analyzer analyzer, WordVectors? vectors = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(vectors?.Granularities.Count ?? ClassColumns.Sizes, ClassColumns.Sizes, nameof(vectors));
        _analyzer = analyzer;
        _vectors = vectors;
    }

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

    /// <summary>How the network learns.</summary>
    internal NetworkOptions NetworkOptions { get; init; } = new();

    /// <summary>Learns from all articles added; scores are not yet calibrated.</summary>
    /// <param name="stages">Keeps what is learned, so that a stopped training goes on where it was and gives the same model.</param>
    /// <param name="progress">Told the stage, the pass from 1, and the mean log-likelihood a sequence (0 for one that was there); from two threads.</param>
    public AttributionModel Train(TrainingStages? stages = null, Action<string, int, double>? progress = null)
    {
        var views = new List<AttributionView>();
        stages ??= TrainingStages.None;
        TokenFacts[]? first = null;
        foreach (bool usesSyntax in _articles.Exists(article => !article.Tokens.Document.Syntax.IsEmpty) ? [true, false] : new[] { false })
        {
            string name = AttributionView.NameOf(usesSyntax);
            var trainer = new ViewTrainer(_articles, usesSyntax, usesSyntax ? null : _vectors);
            TokenFacts[] facts = trainer.Facts();
            first ??= facts;
            views.Add(trainer.Train(
                facts,
                (CueOptions, PartOptions),
                StagesOf(facts, stages, $"{CueOptions} {PartOptions}"),
                (stage, pass, mean) => progress?.Invoke($"{name}, {stage}", pass, mean)));
        }

        AttributionNetwork? network = _vectors is null ? null : new NetworkTrainer(_articles, first!, _vectors, NetworkOptions).Train(
            StagesOf(first!, stages, $"{NetworkOptions}"), (pass, mean) => progress?.Invoke("network", pass, mean));
        return new AttributionModel(views, network, Calibration.None, Calibration.None);
    }

    // Other articles, options or language models begin anew.
    private TrainingStages StagesOf(TokenFacts[] facts, TrainingStages stages, string options)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{options} {_vectors?.Checksum}"));
        for (int i = 0; i < facts.Length; i++)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(_articles[i].Tokens.Document.Text));
            hash.AppendData(MemoryMarshal.AsBytes<int>(facts[i].Tree.Head));
            hash.AppendData(facts[i].Tag);
            hash.AppendData(MemoryMarshal.AsBytes<int>(GoldLabels.OfCues(facts[i].Tokens.Count, _articles[i].Gold)));
        }

        string print = Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 6));
        return new TrainingStages(stage => stages.Load($"{print}-{stage}"), (stage, bytes) => stages.Save($"{print}-{stage}", bytes));
    }

    /// <summary>The model with scores that say how often it is right, measured on articles it did not learn from.</summary>
    public AttributionModel Calibrated(AttributionModel model, IEnumerable<AnnotatedArticle> articles)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(articles);
        TrainingArticle[] prepared = [.. articles.Select(Prepared)];
        var raw = new AttributionModel(model.Views, model.Network, Calibration.None, Calibration.None);
        return new AttributionModel(model.Views, model.Network, Measured(raw, prepared), Measured(raw.WordsOnly, prepared));
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
