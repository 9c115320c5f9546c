namespace Demarche.Core.Evaluation;

/// <summary>Compares what was read from an article with what a person marked in it.</summary>
public interface IScorer
{
    /// <summary>What it compares: "attributions", "positions", "times".</summary>
    string Subject { get; }

    /// <summary>The figures it gives, in the order they are shown.</summary>
    IReadOnlyList<Figure> Figures { get; }

    /// <summary>Whether the article is annotated for it.</summary>
    bool Takes(GoldArticle gold);

    /// <summary>The counts of one article.</summary>
    /// <param name="gold">What a person marked.</param>
    /// <param name="coded">What was read; null when there is no record of the article, which counts as nothing found.</param>
    /// <param name="errors">Receives what was missed and what was found too much.</param>
    Tally Score(GoldArticle gold, CodedArticle? coded, ICollection<ScoringError> errors);
}

/// <summary>A difference between a reading and the gold.</summary>
/// <param name="Article">Id of the article.</param>
/// <param name="IsMiss">Whether the gold has it and the reading does not; else the other way round.</param>
/// <param name="What">It, in words.</param>
public sealed record ScoringError(string Article, bool IsMiss, string What);
