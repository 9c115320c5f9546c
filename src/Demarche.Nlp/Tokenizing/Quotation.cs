using Demarche.Nlp.Text;

namespace Demarche.Nlp.Tokenizing;

/// <summary>A stretch of text between quotation marks.</summary>
/// <param name="Span">The marks and what stands between them, in UTF-16 code units.</param>
/// <param name="Inner">What stands between the marks, without them.</param>
/// <param name="Depth">0 for an outermost quotation, 1 for one inside another, and so on.</param>
/// <param name="IsClosed">False when the closing mark is missing: the quotation then ends with its paragraph.</param>
/// <param name="Continues">True when it goes on from an unclosed quotation of the paragraph before.</param>
public sealed record Quotation(TextSpan Span, TextSpan Inner, int Depth, bool IsClosed, bool Continues);
