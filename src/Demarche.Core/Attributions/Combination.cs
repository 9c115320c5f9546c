using Demarche.Core.Attributions.Lexicon;

namespace Demarche.Core.Attributions;

/// <summary>
/// Joins what the trained model and the rules found. The model was trained on outermost attributions only, so the rules keep what
/// stands inside a content; and they know the layouts it hardly met: transcripts and headlines with a colon.
/// </summary>
internal static class Combination
{
    /// <summary>All learned relations, and those of the rules that say more.</summary>
    /// <param name="tokens">The text.</param>
    /// <param name="learned">What the model found.</param>
    /// <param name="ruled">What the rules found.</param>
    /// <param name="isWide">Whether the rules add more than layouts.</param>
    public static List<Relation> Of(TokenColumns tokens, List<Relation> learned, List<Relation> ruled, bool isWide)
    {
        bool[] isCue = new bool[tokens.Count];
        foreach (Relation relation in learned)
        {
            isCue.AsSpan(relation.Cue.Start, relation.Cue.Length).Fill(true);
        }

        List<Relation> joined = [.. learned.Where(relation => isWide || !relation.IsHeld).Select(relation => WithTurn(tokens, WithSource(relation, ruled), ruled))];
        joined.AddRange(ruled.Where(relation =>
            !isCue[relation.Head] && (IsLayout(tokens, relation) ? !IsRead(learned, relation) : isWide)));
        return joined.ConvertAll(relation =>
        {
            Relation timeless = TreeSources.WithoutTime(tokens, LeadingClauses.Without(tokens, relation));
            return TreeSources.Settle(tokens, isWide ? Antecedents.Resolve(tokens, timeless) : timeless);
        });
    }

    /// <summary>Where the model is unsure of the source and names none, the rules' reading of the same cue may know it.</summary>
    private static Relation WithSource(Relation learned, List<Relation> ruled)
    {
        if (learned.Source.Length > 0)
        {
            return learned;
        }

        Relation? same = ruled.Find(relation => relation.Source.Length > 0 && learned.Cue.Contains(relation.Head));
        bool isFree = same is not null && !learned.Content.Any(range => range.Start < same.Source.End && same.Source.Start < range.End);
        return isFree ? learned with { Source = same!.Source } : learned;
    }

    /// <summary>A speaker's turn in a transcript goes on to the end of its line, also where the model stops at words that tell of somebody's words.</summary>
    private static Relation WithTurn(TokenColumns tokens, Relation learned, List<Relation> ruled)
    {
        Relation? turn = tokens[learned.Cue.End - 1] != WordClass.Colon ? null : ruled.Find(relation => IsLayout(tokens, relation) && learned.Cue.Contains(relation.Head));
        return turn is not null && turn.Content[0].Start == learned.Content[0].Start && turn.Content[0].End > learned.Content[^1].End
            ? learned with { Content = turn.Content }
            : learned;
    }

    /// <summary>The colon of a transcript or headline.</summary>
    private static bool IsLayout(TokenColumns tokens, Relation relation) => tokens[relation.Head] == WordClass.Colon;

    /// <summary>Whether the model already reads the line: one of its sources or cues stands in the name.</summary>
    private static bool IsRead(List<Relation> learned, Relation layout)
    {
        foreach (Relation relation in learned)
        {
            bool touchesName = relation.Source.Start < layout.Cue.End && layout.Source.Start < relation.Source.End;
            if (touchesName || (relation.Cue.Start < layout.Cue.End && layout.Source.Start < relation.Cue.End))
            {
                return true;
            }
        }

        return false;
    }
}
