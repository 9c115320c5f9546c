using Demarche.Core.Attributions;
using Demarche.Nlp.Text;

namespace Demarche.Core.Comparisons.Utterances;

/// <summary>A sentence, or a quoted part of one, that an article attributes to somebody or asserts itself.</summary>
/// <param name="Article">The article.</param>
/// <param name="Attribution">The attribution it belongs to; <see cref="Bare"/> for none.</param>
/// <param name="Span">Where it stands, outer quotation marks left out.</param>
/// <param name="IsQuoted">Whether it stands in quotation marks.</param>
/// <param name="Words">Its words; at least one.</param>
internal sealed record Passage(ComparedArticle Article, Attribution Attribution, TextSpan Span, bool IsQuoted, UtteranceWord[] Words)
{
    /// <summary>Stands for the attribution that a bare sentence lacks.</summary>
    public static Attribution Bare { get; } = new() { Id = "", Kind = AttributionKind.Indirect, Cue = [], Content = [] };

    /// <summary>Stands for the attribution of what a document says itself.</summary>
    public static Attribution Own { get; } = new() { Id = "own", Kind = AttributionKind.Direct, Cue = [], Content = [] };

    /// <summary>How much its words tell, all together.</summary>
    public double Weight { get; } = Words.Sum(word => word.Weight);

    /// <summary>Whether the article itself asserts it: nobody is said to have said it.</summary>
    public bool IsBare => Attribution.Id == Bare.Id;

    /// <summary>Whether it stands in a document, whose own words it is.</summary>
    public bool IsOwn => Attribution.Id == Own.Id;

    /// <summary>The same passage, its words telling otherwise.</summary>
    public Passage Weighed(UtteranceWord[] words) => new(Article, Attribution, Span, IsQuoted, words);

    /// <summary>Its characters.</summary>
    public string Text => Span.Of(Article.Text);
}
