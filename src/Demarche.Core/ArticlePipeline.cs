using Demarche.Core.Attributions;
using Demarche.Core.Parties;
using Demarche.Core.Positions;
using Demarche.Core.Reading;
using Demarche.Nlp;

namespace Demarche.Core;

/// <summary>The whole way of one article, from its clean text to coded positions. Safe to share between threads.</summary>
public sealed class ArticlePipeline
{
    /// <summary>Name and version of a pipeline without trained models.</summary>
    public const string Rules = "rules@1";

    private readonly Analyzer _analyzer;
    private readonly AttributionExtractor _extractor;
    private readonly SpeakerResolver _speakers;
    private readonly PositionBuilder? _positions;
    private readonly ArticleDay? _day;

    /// <summary>A pipeline for the parties and issues of <paramref name="codebook"/>; without one, positions stay empty.</summary>
    /// <param name="codebook">Parties and issues of the dispute.</param>
    /// <param name="models">Trained models; without them rules alone read.</param>
    public ArticlePipeline(Codebook? codebook = null, ReadingModels? models = null)
    {
        Model = models?.Name ?? Rules;
        Codebook = codebook;
        _analyzer = new Analyzer(models?.Language, models?.Entities);
        _extractor = new AttributionExtractor(models?.Attribution, isWide: codebook is not null);
        ActorDirectory? actors = codebook is null ? null : new ActorDirectory(codebook);
        _speakers = new SpeakerResolver(actors);
        _positions = actors is null ? null : new PositionBuilder(actors, models?.Words);
        _day = actors is null ? null : new ArticleDay(actors);
    }

    /// <summary>Name and version of what reads, written with every record so that a line can be traced to its maker.</summary>
    public string Model { get; }

    /// <summary>Parties and issues it looks for; null when it settles no positions.</summary>
    public Codebook? Codebook { get; }

    /// <summary>Analyses, attributes, identifies and settles <paramref name="article"/>.</summary>
    public CodedArticle Code(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        if (article.Language is { } language && !language.StartsWith("en", StringComparison.OrdinalIgnoreCase))
        {
            // Stored and marked, not read: the rules and models are of English.
            return new CodedArticle { Article = article, Model = Model };
        }

        (Document document, IReadOnlyList<Attribution> attributions, DateOnly? day) = Attribute(article);
        return new CodedArticle
        {
            Article = article,
            Model = Model,
            Attributions = attributions,
            Positions = _positions?.Build(article, document, attributions, day) ?? [],
            Times = document.Times,
        };
    }

    /// <summary>All that is read in an English article before the choice among it; null without a codebook.</summary>
    internal PositionTrace? Trace(Article article)
    {
        (Document document, IReadOnlyList<Attribution> attributions, DateOnly? day) = Attribute(article);
        return _positions?.Trace(article, document, attributions, day);
    }

    private (Document Document, IReadOnlyList<Attribution> Attributions, DateOnly? Day) Attribute(Article article)
    {
        Document document = _analyzer.Analyze(article.Text, article.Published);
        IReadOnlyList<Attribution> found = _extractor.Extract(document, article.Furniture);

        // Offices change hands; an undated article tells by its titles and dates for which day they are read.
        DateOnly? day = article.Published ?? _day?.Find(document);
        return (document, _speakers.Resolve(document, found, day, article.Outlet), day);
    }
}
