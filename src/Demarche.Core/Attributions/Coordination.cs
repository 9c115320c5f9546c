using Demarche.Core.Attributions.Lexicon;
using Demarche.Nlp;

namespace Demarche.Core.Attributions;

/// <summary>
/// Parts a content that runs over a second cue of the same source: in "has called for talks and has rejected the plan" the plan is
/// no part of what was called for. The model finds the first cue alone where the second is rare; the tree tells that both have one subject.
/// </summary>
internal static class Coordination
{
    /// <summary>Least probability, by the rules, that the second word is a cue at all.</summary>
    private const double Least = 0.5;

    /// <summary>The relations of the model, each content that held a coordinated cue parted at it, with the relations of those cues.</summary>
    /// <param name="tokens">The text; without dependencies nothing is parted.</param>
    /// <param name="learned">What the model found.</param>
    /// <param name="ruled">What the rules found.</param>
    public static List<Relation> Part(TokenColumns tokens, List<Relation> learned, List<Relation> ruled)
    {
        if (tokens.Document.Syntax.IsEmpty)
        {
            return learned;
        }

        Dictionary<int, Relation> byHead = ByFirstCue(tokens, ruled);
        bool[] isCue = new bool[tokens.Count];
        foreach (Relation relation in learned)
        {
            isCue.AsSpan(relation.Cue.Start, relation.Cue.Length).Fill(true);
        }

        var parted = new List<Relation>(learned.Count);
        foreach (Relation relation in learned)
        {
            Relation rest = relation;
            if (byHead.TryGetValue(relation.Head, out Relation? second) && !isCue[second.Head] && Parted(tokens, relation, second) is { } first)
            {
                rest = first;
                parted.Add(second with
                {
                    Source = relation.Source,
                    Probability = Math.Min(relation.Probability, Reliability.Of(second.Probability)),
                    IsLearned = true,
                });
            }

            parted.Add(rest);
        }

        return parted;
    }

    /// <summary>The first coordinated cue of each token that heads one before it.</summary>
    private static Dictionary<int, Relation> ByFirstCue(TokenColumns tokens, List<Relation> ruled)
    {
        Syntax syntax = tokens.Document.Syntax;
        int conjunct = syntax.RelationNumber("conj");
        var byHead = new Dictionary<int, Relation>();
        foreach (Relation relation in ruled)
        {
            bool isSecond = relation.HasClause && relation.Probability >= Least && syntax.Relations[relation.Head] == conjunct
                && tokens[relation.Cue.Start - 1] == WordClass.Conjunction;
            if (isSecond)
            {
                byHead.TryAdd(syntax.Heads[relation.Head], relation);
            }
        }

        return byHead;
    }

    /// <summary>The first relation without what belongs to the second; null where the second does not stand in its content, or nothing is left.</summary>
    private static Relation? Parted(TokenColumns tokens, Relation relation, Relation second)
    {
        List<TokenRange> content = [];
        bool isHeld = false;
        foreach (TokenRange piece in relation.Content)
        {
            if (!piece.Contains(second.Head))
            {
                content.Add(piece);
                continue;
            }

            isHeld = true;
            TokenRange before = Contents.Trimmed(tokens, piece.Start, Math.Max(piece.Start, second.Cue.Start - 1));
            if (before.Length > 0)
            {
                content.Add(before);
            }
        }

        bool isOwn = isHeld && content.Count > 0 && second.Content.All(range => range.Start >= second.Cue.End);
        return isOwn ? relation with { Content = content } : null;
    }
}
