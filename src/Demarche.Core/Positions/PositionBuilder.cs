using Demarche.Core.Attributions;
using Demarche.Core.Parties;
using Demarche.Core.Positions.Candidates;
using Demarche.Core.Positions.Clauses;
using Demarche.Core.Positions.Confidence;
using Demarche.Core.Positions.Days;
using Demarche.Core.Positions.Issues;
using Demarche.Core.Positions.Subjects;
using Demarche.Core.Positions.Wording;
using Demarche.Core.Reading;
using Demarche.Nlp;
using Demarche.Nlp.Words;

namespace Demarche.Core.Positions;

/// <summary>Reads positions to the issues of a codebook out of attributions and the narrator's own sentences. Safe to share between threads.</summary>
public sealed class PositionBuilder
{
    private readonly ActorDirectory _actors;
    private readonly Vocabulary _vocabulary = new();
    private readonly MentionScanner _scanner;
    private readonly IssueLexicon _lexicon;
    private readonly ConditionFinder _conditions;
    private readonly ConfidenceModel _confidence = new();
    private readonly OwnWordsReader _own;
    private readonly BadWords? _bad;

    /// <summary>A builder for the issues of the directory's codebook.</summary>
    /// <param name="actors">Parties, actors and issues.</param>
    /// <param name="words">What words mean, so that a near word stands for one of a phrase; null to match by the same words alone.</param>
    public PositionBuilder(ActorDirectory actors, WordVectors? words = null)
    {
        ArgumentNullException.ThrowIfNull(actors);
        _actors = actors;
        _scanner = new MentionScanner(actors);
        _lexicon = new IssueLexicon(actors.Codebook, _vocabulary, _scanner, words);
        _conditions = new ConditionFinder(_vocabulary.Keys);
        _own = new OwnWordsReader(actors);
        _bad = words is null ? null : new BadWords(new MeaningVectors(words), _vocabulary.Operators.Verdicts);
    }

    /// <summary>The positions of one article, in text order of their evidence.</summary>
    /// <param name="article">The article, for its day and furniture.</param>
    /// <param name="document">Its analysed text.</param>
    /// <param name="attributions">Who said what in it, speakers resolved.</param>
    /// <param name="officeDay">Day for which dated offices are read; null takes the day of publication.</param>
    public IReadOnlyList<Position> Build(
        Article article, Document document, IReadOnlyList<Attribution> attributions, DateOnly? officeDay = null)
    {
        ArgumentNullException.ThrowIfNull(article);
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(attributions);
        (CodedText text, List<Candidate> candidates) = Read(article, document, attributions, officeDay);
        var dates = new DateReader(text, document, attributions, article.Published);
        var authority = new HolderAuthority(_actors, attributions, article.Published);
        List<Candidate> merged = CandidateMerger.Merge(_confidence.Weigh(text, _lexicon, candidates), dates.Read);
        return [.. new PositionWriter(text, _lexicon, dates, document.Quotations).Write(merged).Select(authority.Fill)];
    }

    /// <summary>Every reading of an article, likely or not, with the values of its signals: what the confidence is fitted on.</summary>
    internal IEnumerable<(Position Position, double[] Signals)> Readings(
        Article article, Document document, IReadOnlyList<Attribution> attributions, DateOnly? officeDay = null) =>
        Trace(article, document, attributions, officeDay).Readings;

    /// <summary>The same with what tells why other readings are not there.</summary>
    internal PositionTrace Trace(Article article, Document document, IReadOnlyList<Attribution> attributions, DateOnly? officeDay = null)
    {
        (CodedText text, List<Candidate> candidates) = Read(article, document, attributions, officeDay);
        var dates = new DateReader(text, document, attributions, article.Published);
        IReadOnlyList<Position> readings = new PositionWriter(text, _lexicon, dates, document.Quotations).Write(_confidence.Weigh(text, _lexicon, candidates));
        return new PositionTrace(text, _lexicon, [.. readings.Zip(ConfidenceModel.Signals(text, _lexicon, candidates))]);
    }

    private (CodedText Text, List<Candidate> Candidates) Read(
        Article article, Document document, IReadOnlyList<Attribution> attributions, DateOnly? officeDay)
    {
        var text = new CodedText(document.Text, _vocabulary, _scanner, officeDay ?? article.Published, document) { BadWords = _bad };
        var voices = new VoiceReader(text, _lexicon.Codebook, attributions, _own.Read(article, document, officeDay ?? article.Published));
        var reader = new CandidateReader(text, _lexicon, _conditions, voices, _vocabulary.Pointers);
        var candidates = new List<Candidate>();
        foreach (IReadOnlyList<Segment> sentence in SegmentReader.Read(text, document, attributions, article.Furniture))
        {
            reader.Read(sentence, candidates);
        }

        return (text, candidates);
    }
}
