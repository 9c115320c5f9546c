using Demarche.Nlp.Tokenizing;

namespace Demarche.Core.Attributions;

/// <summary>Asks the quotations of a text where an offset lies.</summary>
internal static class Quotations
{
    /// <summary>Whether one of <paramref name="quotations"/>, which stand in text order with nested ones after their holder, holds <paramref name="offset"/>.</summary>
    public static bool Holding(IReadOnlyList<Quotation> quotations, int offset)
    {
        int low = 0;
        int high = quotations.Count;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (quotations[middle].Span.Start <= offset)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        // Walk back over nested quotations that ended before the offset to the outermost one that may hold it.
        for (int i = low - 1; i >= 0; i--)
        {
            if (quotations[i].Inner.Contains(offset))
            {
                return true;
            }

            if (quotations[i].Depth == 0)
            {
                return false;
            }
        }

        return false;
    }
}
