using Demarche.Core.Positions;

namespace Demarche.Core.Ledger.Sqlite;

/// <summary>Makes and orders ledger entries.</summary>
internal static class Entries
{
    /// <summary>By day, undated last, then by article and place.</summary>
    public static readonly Comparer<LedgerEntry> InOrder = Comparer<LedgerEntry>.Create(Compare);

    /// <summary><paramref name="position"/> with the characters that prove it; key and reporter are the caller's to fill in.</summary>
    public static LedgerEntry Of(Position position, StoredRevision revision)
    {
        Excerpt excerpt = Excerpt.Around(revision.Text, position.Evidence);
        return new LedgerEntry
        {
            Key = "",
            Position = position,
            Article = revision.Article,
            Evidence = position.Evidence.Of(revision.Text),
            Before = excerpt.Before,
            After = excerpt.After,
            Condition = position.Condition?.Of(revision.Text),
        };
    }

    /// <summary>Two sequences in order as one in order, read as it is asked for.</summary>
    public static IEnumerable<LedgerEntry> Merge(IEnumerable<LedgerEntry> streamed, IReadOnlyList<LedgerEntry> held)
    {
        int next = 0;
        foreach (LedgerEntry entry in streamed)
        {
            while (next < held.Count && Compare(held[next], entry) < 0)
            {
                yield return held[next++];
            }

            yield return entry;
        }

        while (next < held.Count)
        {
            yield return held[next++];
        }
    }

    private static int Compare(LedgerEntry left, LedgerEntry right)
    {
        int order = (left.Date ?? DateOnly.MaxValue).CompareTo(right.Date ?? DateOnly.MaxValue);
        order = order != 0 ? order : string.CompareOrdinal(left.Article.Key, right.Article.Key);
        order = order != 0 ? order : left.Position.Evidence.Start.CompareTo(right.Position.Evidence.Start);
        return order != 0 ? order : string.CompareOrdinal(left.Key, right.Key);
    }
}
