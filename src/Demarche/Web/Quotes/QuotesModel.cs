using Demarche.Core.Comparisons.Coverage;
using Demarche.Core.Comparisons.Utterances;
using Demarche.Core.Ledger;
using Demarche.Web.Parts;

namespace Demarche.Web.Quotes;

/// <summary>A part of what a search of statements found.</summary>
/// <param name="Query">What was asked for.</param>
/// <param name="All">All that was found, oldest first, at most <see cref="MostHits"/>.</param>
/// <param name="Portion">Which part is shown.</param>
/// <param name="Groups">The statements of that part, each with all who have it.</param>
/// <param name="IsMore">Whether there are more behind it.</param>
/// <param name="IsCurrent">Whether all articles are compared.</param>
public sealed record QuotesModel(
    QuoteQuery Query,
    IReadOnlyList<QuoteHit> All,
    Portion Portion,
    IReadOnlyList<QuoteGroup> Groups,
    bool IsMore,
    bool IsCurrent)
{
    /// <summary>More are not looked at: words that stand in so many statements tell nothing.</summary>
    public const int MostHits = 2000;

    /// <summary>Outlets with the words, the first one first.</summary>
    public IReadOnlyList<OutletDays> Outlets { get; } = OutletDays.Of(All);

    /// <summary>How many different speakers say them.</summary>
    public int Speakers => All.Select(hit => hit.Line.Attribution.Speaker).OfType<string>().Distinct(StringComparer.Ordinal).Count();

    /// <summary>The utterance a statement is a wording of, among those of its article's story; null when no other article has it.</summary>
    public static Utterance? UtteranceOf(QuoteHit hit, IEnumerable<Utterance> utterances)
    {
        ArgumentNullException.ThrowIfNull(hit);
        ArgumentNullException.ThrowIfNull(utterances);
        return utterances.FirstOrDefault(utterance => utterance.Renderings.Any(rendering =>
            rendering.Article.Key == hit.Line.Article.Key && hit.Line.Attribution.Content.Any(span => span.Overlaps(rendering.Span))));
    }
}
