using Demarche.Nlp.Text;

namespace Demarche.Core.Attributions.Learned;

/// <summary>An article with the attributions a person marked in it.</summary>
/// <param name="Id">File name without extension.</param>
/// <param name="Text">The text.</param>
/// <param name="Attributions">In the order of the file.</param>
public sealed record AnnotatedArticle(string Id, string Text, IReadOnlyList<AnnotatedAttribution> Attributions);

/// <summary>One marked attribution; any role may be empty, fragments parted by white space only are one.</summary>
/// <param name="Source">Who.</param>
/// <param name="Cue">The words that attribute.</param>
/// <param name="Content">What is attributed.</param>
public sealed record AnnotatedAttribution(IReadOnlyList<TextSpan> Source, IReadOnlyList<TextSpan> Cue, IReadOnlyList<TextSpan> Content);
