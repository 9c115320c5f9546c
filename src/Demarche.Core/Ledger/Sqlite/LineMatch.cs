using Demarche.Nlp.Text;

namespace Demarche.Core.Ledger.Sqlite;

/// <summary>Whether a line is the one a correction speaks of, also after another model read the article or the article was revised.</summary>
/// <remarks>
/// By key when nothing moved. Else it is a line about the same issue by the same holder or party whose evidence overlaps the place of the
/// anchor: in the same text where it stood, in another where its very words stand now, told from other places by what is around them.
/// </remarks>
internal static class LineMatch
{
    /// <summary>Whether <paramref name="correction"/> speaks of the position <paramref name="line"/>, as the machine left it.</summary>
    /// <param name="correction">What a person said.</param>
    /// <param name="anchor">Where the line stood then.</param>
    /// <param name="line">The line in question.</param>
    /// <param name="revision">Keys of all lines of the revision - where the target itself is among them, no other is taken for it - and its text.</param>
    public static bool IsTarget(
        Correction correction, Anchor anchor, LedgerEntry line, (HashSet<string> Keys, StoredRevision Stored) revision)
    {
        if (correction.Target is null || !anchor.IsPosition || revision.Keys.Contains(correction.Target))
        {
            return correction.Target == line.Key;
        }

        bool isSameClaim = anchor.Issue == line.Position.Issue
            && (anchor.Holder == line.Position.Holder || (anchor.Party is not null && anchor.Party == line.Position.Party));
        return isSameClaim && PlaceOf(anchor, revision.Stored) is { } place && place.Overlaps(line.Position.Evidence);
    }

    /// <summary>Whether <paramref name="correction"/> speaks of the attribution <paramref name="line"/>.</summary>
    /// <param name="correction">What a person said.</param>
    /// <param name="anchor">Where the line stood then.</param>
    /// <param name="line">The line in question.</param>
    /// <param name="keys">Keys of all lines of the revision: where the target itself is among them, no other is taken for it.</param>
    public static bool IsTarget(Correction correction, Anchor anchor, LedgerAttribution line, HashSet<string> keys)
    {
        if (correction.Target is null || anchor.IsPosition || keys.Contains(correction.Target))
        {
            return correction.Target == line.Key;
        }

        return anchor.Holder == line.Attribution.Speaker
            && (anchor.TextDigest == line.Article.Digest ? anchor.Span.Overlaps(line.Attribution.Content[0]) : anchor.Quote == line.Content);
    }

    private static TextSpan? PlaceOf(Anchor anchor, StoredRevision revision) =>
        anchor.TextDigest == revision.Article.Digest ? anchor.Span : AnchorPlace.In(anchor, revision.Text);
}
