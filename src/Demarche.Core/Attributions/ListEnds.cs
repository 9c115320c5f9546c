using Demarche.Nlp;

namespace Demarche.Core.Attributions;

/// <summary>
/// Lets a content go on over the rest of a list: who "calls for a truce, an exchange of captives and talks" calls for all three. Model and rules
/// both take the first comma for the end, since it mostly is. Needs parts of speech.
/// </summary>
internal static class ListEnds
{
    /// <summary>The relations, each whose content stops between two members of a list with the whole of it.</summary>
    public static List<Relation> Extend(TokenColumns tokens, List<Relation> relations)
    {
        if (tokens.Document.Syntax.IsEmpty)
        {
            return relations;
        }

        int[] ends = PhraseList.EndsByMark(tokens.Document);
        bool[] isTold = new bool[tokens.Count];
        foreach (Relation relation in relations)
        {
            isTold.AsSpan(relation.Cue.Start, relation.Cue.Length).Fill(true);
            isTold.AsSpan(relation.Source.Start, relation.Source.Length).Fill(true);
        }

        return relations.ConvertAll(relation =>
        {
            TokenRange last = relation.Content[^1];
            int end = last.Start > relation.Head && !tokens.IsQuoted(last.End - 1) ? ends[last.End] : 0;
            return end <= last.End || isTold.AsSpan(last.End, end - last.End).Contains(true)
                ? relation
                : relation with { Content = [.. relation.Content.SkipLast(1), new TokenRange(last.Start, end)] };
        });
    }
}
