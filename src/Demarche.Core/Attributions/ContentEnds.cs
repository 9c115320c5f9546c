using Demarche.Core.Attributions.Lexicon;
using Demarche.Nlp;

namespace Demarche.Core.Attributions;

/// <summary>
/// Lets a content go on over what belongs to its last words: ", which may never open", ", as well as in the north", "but only in spring". The model
/// stops there too often; the rules, where they are sure of the cue, are right more often than it (7 of 9 such places on PolNeAR's development part).
/// </summary>
internal static class ContentEnds
{
    /// <summary>Least probability, by the rules, of the cue whose content is taken over.</summary>
    private const double Least = 0.9;

    private static readonly string[] Relatives = ["which", "where", "whose", "whom"];

    private static readonly string[][] Additions = [["as", "well", "as"], ["but", "only"], ["but", "not"], ["rather", "than"]];

    /// <summary>The relations of the model, with the last piece of each as long as the rules read it where what follows hangs on its last words.</summary>
    /// <param name="tokens">The text.</param>
    /// <param name="learned">What the model found.</param>
    /// <param name="ruled">What the rules found.</param>
    public static List<Relation> Extend(TokenColumns tokens, List<Relation> learned, List<Relation> ruled)
    {
        var sure = new Dictionary<int, Relation>();
        foreach (Relation relation in ruled.Where(relation => relation.Probability >= Least))
        {
            sure.TryAdd(relation.Head, relation);
        }

        bool[] isCue = new bool[tokens.Count];
        foreach (Relation relation in learned)
        {
            isCue.AsSpan(relation.Cue.Start, relation.Cue.Length).Fill(true);
        }

        return learned.ConvertAll(relation =>
        {
            TokenRange last = relation.Content[^1];
            int end = sure.TryGetValue(relation.Head, out Relation? same) && HangsOn(tokens, last.End) ? EndOf(same, last) : last.End;
            return isCue.AsSpan(last.End, end - last.End).Contains(true)
                ? relation
                : relation with { Content = [.. relation.Content.SkipLast(1), new TokenRange(last.Start, end)] };
        });
    }

    /// <summary>End of the piece that goes on from <paramref name="last"/>; its own where none does.</summary>
    private static int EndOf(Relation ruled, TokenRange last)
    {
        foreach (TokenRange piece in ruled.Content)
        {
            if (piece.Start <= last.End && last.Start < piece.End && piece.End > last.End)
            {
                return piece.End;
            }
        }

        return last.End;
    }

    private static bool HangsOn(TokenColumns tokens, int end)
    {
        bool hasComma = tokens[end] == WordClass.Comma;
        int first = hasComma ? end + 1 : end;
        return (hasComma && Relatives.Any(word => tokens.Is(first, word)))
            || Additions.Any(words => Enumerable.Range(0, words.Length).All(i => tokens.Is(first + i, words[i])));
    }
}
