using Demarche.Nlp;

namespace Demarche.Core.Attributions.Learned;

/// <summary>When a relation counts as right: the cues touch, the sources touch or are both missing, the contents share half of what they cover together.</summary>
internal static class Agreement
{
    public static bool Matches(GoldRelation gold, Relation found)
    {
        bool sources = found.Source.Length == 0 ? gold.Source.Count == 0 : gold.Source.Any(s => Overlaps(s, found.Source));
        return sources && Overlaps(gold.Cue, found.Cue) && ShareOfContent(gold.Content, found.Content) >= 0.5;
    }

    private static double ShareOfContent(IReadOnlyList<TokenRange> gold, IReadOnlyList<TokenRange> found)
    {
        int both = 0;
        foreach (TokenRange a in gold)
        {
            foreach (TokenRange b in found)
            {
                both += Math.Max(0, Math.Min(a.End, b.End) - Math.Max(a.Start, b.Start));
            }
        }

        int all = gold.Sum(range => range.Length) + found.Sum(range => range.Length) - both;
        return all == 0 ? 0 : (double)both / all;
    }

    private static bool Overlaps(TokenRange a, TokenRange b) => a.Start < b.End && b.Start < a.End;
}
