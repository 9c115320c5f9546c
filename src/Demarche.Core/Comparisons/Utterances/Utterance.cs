using Demarche.Core.Attributions;
using Demarche.Nlp.Text;

namespace Demarche.Core.Comparisons.Utterances;

/// <summary>One thing said on one occasion, in the wordings that articles give it.</summary>
/// <param name="Id">Made from its first rendering.</param>
/// <param name="Speaker">Who said it, by the fullest name an article gives; null when none names anybody.</param>
/// <param name="Party">Codebook id of the speaker's party, or null.</param>
/// <param name="Renderings">Its wordings in at least two articles, oldest article first.</param>
/// <param name="Reference">The one the others are held against: a transcript or document before reports, quoted before reported, then the longest, then the first.</param>
public sealed record Utterance(string Id, string? Speaker, string? Party, IReadOnlyList<Rendering> Renderings, Rendering Reference);

/// <summary>What one article makes of an utterance.</summary>
/// <param name="Article">The article.</param>
/// <param name="Attribution">The attribution it stands in; one with an empty id for a sentence the article asserts itself.</param>
/// <param name="Span">Where it stands in the article's text.</param>
/// <param name="IsQuoted">Whether it stands in quotation marks.</param>
/// <param name="Relation">How it differs from the reference; <see cref="RenderingRelation.Identical"/> for the reference itself.</param>
/// <param name="Difference">The wording of both, word by word.</param>
/// <param name="Alterations">What changes the meaning: words of condition, doubt, denial, duty, number that one has and the other has not.</param>
public sealed record Rendering(
    ComparedArticle Article,
    Attribution Attribution,
    TextSpan Span,
    bool IsQuoted,
    RenderingRelation Relation,
    IReadOnlyList<WordChange> Difference,
    IReadOnlyList<Alteration> Alterations)
{
    /// <summary>Its characters.</summary>
    public string Text => Span.Of(Article.Text);

    /// <summary>Whether the article says that somebody said it; otherwise it asserts it itself.</summary>
    public bool IsAttributed => Attribution.Id.Length > 0;
}

/// <summary>How a rendering differs from the reference, weakest difference first.</summary>
public enum RenderingRelation
{
    /// <summary>The same words; marks and capitals do not count.</summary>
    Identical,

    /// <summary>A part of it, in the same words.</summary>
    Truncated,

    /// <summary>Other words.</summary>
    Reworded,

    /// <summary>Other words, both in quotation marks or of a speaker so quoted elsewhere: two translations of one sentence.</summary>
    Translated,
}

/// <summary>One step in the comparison of two wordings.</summary>
/// <param name="Kind">What became of the words.</param>
/// <param name="Before">The words of the reference; empty for added ones.</param>
/// <param name="After">The words of the rendering; empty for dropped ones.</param>
public sealed record WordChange(WordChangeKind Kind, string Before, string After);

/// <summary>What became of words.</summary>
public enum WordChangeKind
{
    /// <summary>They are there.</summary>
    Kept,

    /// <summary>Another form or a word of like meaning stands in their place.</summary>
    Replaced,

    /// <summary>They are left out.</summary>
    Dropped,

    /// <summary>They are put in.</summary>
    Added,
}

/// <summary>A change of wording that may change the meaning.</summary>
/// <param name="Kind">What kind of word it is about.</param>
/// <param name="Before">What the reference has, or nothing.</param>
/// <param name="After">What the rendering has, or nothing.</param>
public sealed record Alteration(AlterationKind Kind, string Before, string After);

/// <summary>What carries the meaning of a statement, gravest first.</summary>
public enum AlterationKind
{
    /// <summary>not, never, no: without it the statement says the opposite.</summary>
    Negation,

    /// <summary>if, unless, until: without it the statement binds more than was said.</summary>
    Condition,

    /// <summary>Who said it: without it the article itself asserts the statement.</summary>
    Attribution,

    /// <summary>A figure.</summary>
    Number,

    /// <summary>must, should, may: how strong it is.</summary>
    Modal,

    /// <summary>perhaps, in principle, almost: how sure it is.</summary>
    Hedge,
}
