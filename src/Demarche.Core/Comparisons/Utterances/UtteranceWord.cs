using Demarche.Nlp.Text;

namespace Demarche.Core.Comparisons.Utterances;

/// <summary>One word of a passage.</summary>
/// <param name="Span">Where it stands in the article's text.</param>
/// <param name="Form">Its letters and figures in lower case: what two quotations must share to be called the same.</param>
/// <param name="Stem">Its stem: what inflection leaves alone.</param>
/// <param name="Weight">How much it tells, <see cref="Stories.WordRanks.RarityOf(string)"/> up to a bound; 0 for grammar words.</param>
/// <param name="Vector">Index of its vector, -1 without one.</param>
internal readonly record struct UtteranceWord(TextSpan Span, string Form, string Stem, double Weight, int Vector);
