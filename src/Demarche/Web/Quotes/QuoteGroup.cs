using System.Text;
using Demarche.Core.Comparisons.Utterances;
using Demarche.Core.Ledger;

namespace Demarche.Web.Quotes;

/// <summary>A statement that was found, with everybody who has it: the same words of the same speaker are one statement, however many print them.</summary>
/// <param name="Hits">Where it stands, the first one first; at least one.</param>
/// <param name="Utterance">What it is a wording of when articles of its story render it too, or null.</param>
public sealed record QuoteGroup(IReadOnlyList<QuoteHit> Hits, Utterance? Utterance = null)
{
    /// <summary>Hits with the same words together, in the order of the first of each.</summary>
    public static IReadOnlyList<QuoteGroup> Of(IEnumerable<QuoteHit> hits) =>
        [.. hits.GroupBy(KeyOf, StringComparer.Ordinal).Select(same => new QuoteGroup([.. same]))];

    /// <summary>Groups that are wordings of one utterance as one, in the order of the first of each.</summary>
    public static IReadOnlyList<QuoteGroup> Joined(IReadOnlyList<QuoteGroup> groups) =>
    [
        .. groups.Select((group, i) => (Group: group, Key: group.Utterance?.Id ?? $"alone {i}"))
            .GroupBy(one => one.Key, one => one.Group, StringComparer.Ordinal)
            .Select(same => new QuoteGroup([.. same.SelectMany(group => group.Hits)], same.First().Utterance)),
    ];

    // Quotation marks and stops differ from outlet to outlet; words and speaker do not.
    private static string KeyOf(QuoteHit hit)
    {
        var key = new StringBuilder(hit.Line.Attribution.Speaker ?? hit.Line.Source).Append('\n');
        foreach (Rune rune in hit.Content.Text.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
            {
                key.Append(Rune.ToLowerInvariant(rune));
            }
        }

        return key.ToString();
    }
}
