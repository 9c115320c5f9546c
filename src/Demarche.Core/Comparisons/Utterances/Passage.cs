using Demarche.Core.Attributions;
using Demarche.Nlp.Text;

namespace Demarche.Core.Comparisons.Utterances;

/// <summary>A sentence, or a quoted part of one, that an article attributes to somebody.</summary>
/// <param name="Article">The article.</param>
/// <param name="Attribution">The attribution it belongs to.</param>
/// <param name="Span">Where it stands, outer quotation marks left out.</param>
/// <param name="IsQuoted">Whether it stands in quotation marks.</param>
/// <param name="Words">Its words; at least one.</param>
internal sealed record Passage(ComparedArticle Article, Attribution Attribution, TextSpan Span, bool IsQuoted, UtteranceWord[] Words)
{
    /// <summary>How much its words tell, all together.</summary>
    public double Weight { get; } = Words.Sum(word => word.Weight);

    /// <summary>The same passage, its words telling otherwise.</summary>
    public Passage Weighed(UtteranceWord[] words) => new(Article, Attribution, Span, IsQuoted, words);

    /// <summary>Its characters.</summary>
    public string Text => Span.Of(Article.Text);
}
