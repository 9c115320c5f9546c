namespace Demarche.Nlp.Parsing;

/// <summary>Where the scores of moves come from: trained weights, or weights under training.</summary>
internal interface IMoveScorer
{
    /// <summary>Writes the score of each <see cref="Move"/> to <paramref name="scores"/>.</summary>
    void Score(ReadOnlySpan<uint> features, Span<float> scores);
}
