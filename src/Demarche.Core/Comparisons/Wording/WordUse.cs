using Demarche.Nlp.Text;

namespace Demarche.Core.Comparisons.Wording;

/// <summary>How often an outlet uses a word or phrase for one thing.</summary>
/// <param name="Of">The thing: an actor that is named, a party whose words are reported; empty for scare quotes.</param>
/// <param name="Phrase">The word or phrase.</param>
/// <param name="Outlet">The outlet.</param>
/// <param name="Count">Number of uses, at least 1.</param>
/// <param name="All">Number of all the words the outlet uses for the thing, at least <paramref name="Count"/>.</param>
/// <param name="LogOdds">Against the other outlets, <see cref="Wording.LogOdds"/>.</param>
/// <param name="Article">The article of the first use.</param>
/// <param name="Span">Where that use stands in its text.</param>
public sealed record WordUse(string Of, string Phrase, string Outlet, int Count, int All, double LogOdds, ComparedArticle Article, TextSpan Span)
{
    // About a line of a table on either side.
    private const int Around = 40;

    /// <summary>The first use with the words around it, on one line.</summary>
    public string Context
    {
        get
        {
            string text = Article.Text;
            int start = Math.Max(text.LastIndexOf('\n', Math.Max(0, Span.Start - 1)) + 1, Span.Start - Around);
            int stop = text.IndexOf('\n', Span.End);
            int end = Math.Min(stop < 0 ? text.Length : stop, Span.End + Around);
            start = Math.Min(start, Span.Start);
            while (start > 0 && start < Span.Start && !char.IsWhiteSpace(text[start - 1]))
            {
                start++;
            }

            while (end < text.Length && end > Span.End && !char.IsWhiteSpace(text[end]))
            {
                end--;
            }

            return text[start..end].ReplaceLineEndings(" ").Trim();
        }
    }
}
