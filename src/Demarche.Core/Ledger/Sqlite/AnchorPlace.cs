using Demarche.Nlp.Text;

namespace Demarche.Core.Ledger.Sqlite;

/// <summary>Finds the place of an anchor in another text than its own: where its very words stand, and of several places the one with its surroundings.</summary>
internal static class AnchorPlace
{
    // A formula that stands more often than this is no anchor; the first places are looked at.
    private const int MostPlaces = 256;

    /// <summary>Where the anchor's words stand in <paramref name="text"/>; null when they are not there.</summary>
    public static TextSpan? In(Anchor anchor, string text)
    {
        TextSpan? best = null;
        int most = -1;
        int at = anchor.Quote.Length == 0 ? -1 : text.IndexOf(anchor.Quote, StringComparison.Ordinal);
        for (int place = 0; at >= 0 && place < MostPlaces; place++)
        {
            int shared = SharedBefore(text, at, anchor.Before) + SharedAfter(text, at + anchor.Quote.Length, anchor.After);
            if (shared > most)
            {
                most = shared;
                best = new TextSpan(at, at + anchor.Quote.Length);
            }

            at = text.IndexOf(anchor.Quote, at + 1, StringComparison.Ordinal);
        }

        return best;
    }

    private static int SharedBefore(string text, int end, string before)
    {
        int shared = 0;
        while (shared < before.Length && shared < end && before[^(shared + 1)] == text[end - shared - 1])
        {
            shared++;
        }

        return shared;
    }

    private static int SharedAfter(string text, int start, string after) =>
        text.AsSpan(start).CommonPrefixLength(after);
}
