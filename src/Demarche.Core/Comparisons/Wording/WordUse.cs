using Demarche.Nlp.Text;

namespace Demarche.Core.Comparisons.Wording;

/// <summary>How often an outlet uses a word or phrase for one thing.</summary>
/// <param name="Of">The thing: an actor that is named, a party whose words are reported; empty for scare quotes.</param>
/// <param name="Phrase">The word or phrase.</param>
/// <param name="Outlet">The outlet.</param>
/// <param name="Count">Number of uses, at least 1.</param>
/// <param name="LogOdds">Against the other outlets, <see cref="Wording.LogOdds"/>.</param>
/// <param name="Article">The article of the first use.</param>
/// <param name="Span">Where that use stands in its text.</param>
public sealed record WordUse(string Of, string Phrase, string Outlet, int Count, double LogOdds, ComparedArticle Article, TextSpan Span);
