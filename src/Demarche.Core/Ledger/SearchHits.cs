using Demarche.Nlp.Text;

namespace Demarche.Core.Ledger;

/// <summary>A text with the stretches that a search found in it.</summary>
/// <param name="Text">The text.</param>
/// <param name="Marks">What was found, in UTF-16 code units of <paramref name="Text"/>, in order, none overlapping.</param>
public sealed record HighlightedText(string Text, IReadOnlyList<TextSpan> Marks);

/// <summary>An attribution whose content has the words looked for.</summary>
/// <param name="Line">The attribution and its article.</param>
/// <param name="Content">Its content with the words marked.</param>
public sealed record QuoteHit(LedgerAttribution Line, HighlightedText Content);

/// <summary>An article whose title or text has the words looked for.</summary>
/// <param name="Article">The article.</param>
/// <param name="Snippet">The passage around the words, with the words marked.</param>
public sealed record ArticleHit(LedgerArticle Article, HighlightedText Snippet);
