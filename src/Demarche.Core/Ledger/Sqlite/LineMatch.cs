namespace Demarche.Core.Ledger.Sqlite;

/// <summary>Whether a line is the one a correction speaks of, also after another model read the article or the article was revised.</summary>
/// <remarks>
/// By key when nothing moved. In the same text a line about the same issue by the same holder or party whose evidence overlaps is
/// the same line read a little differently; in another text it is the line with the very same evidence.
/// </remarks>
internal static class LineMatch
{
    /// <summary>Whether <paramref name="correction"/> speaks of the position <paramref name="line"/>, as the machine left it.</summary>
    /// <param name="correction">What a person said.</param>
    /// <param name="anchor">Where the line stood then.</param>
    /// <param name="line">The line in question.</param>
    /// <param name="keys">Keys of all lines of the revision: where the target itself is among them, no other is taken for it.</param>
    public static bool IsTarget(Correction correction, Anchor anchor, LedgerEntry line, HashSet<string> keys)
    {
        if (correction.Target is null || !anchor.IsPosition || keys.Contains(correction.Target))
        {
            return correction.Target == line.Key;
        }

        bool isSameClaim = anchor.Issue == line.Position.Issue
            && (anchor.Holder == line.Position.Holder || (anchor.Party is not null && anchor.Party == line.Position.Party));
        return isSameClaim && IsSamePlace(anchor, line.Article, anchor.Span.Overlaps(line.Position.Evidence), line.Evidence);
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
            && IsSamePlace(anchor, line.Article, anchor.Span.Overlaps(line.Attribution.Content[0]), line.Content);
    }

    private static bool IsSamePlace(Anchor anchor, LedgerArticle article, bool overlaps, string quote) =>
        anchor.TextDigest == article.Digest ? overlaps : anchor.Quote == quote;
}
