using Demarche.Nlp.Corpora;
using Demarche.Nlp.Entities;

namespace Demarche.Nlp.Evaluation;

/// <summary>How well named entities are found in a treebank whose words are given: exactly the same words and kind.</summary>
/// <param name="Right">Entities found that the treebank has.</param>
/// <param name="Said">Entities found.</param>
/// <param name="Gold">Entities the treebank has.</param>
public readonly record struct EntityScores(int Right, int Said, int Gold)
{
    /// <summary>Harmonic mean of precision and recall, 0 to 1; 0 when nothing is right.</summary>
    public double F1 => Right == 0 ? 0 : 2.0 * Right / (Said + Gold);

    /// <summary>Scores a recognizer on sentences with entities; others are passed over.</summary>
    /// <param name="recognizer">The recognizer.</param>
    /// <param name="sentences">The sentences.</param>
    /// <returns>One score a <see cref="EntityKind"/>, in its order.</returns>
    public static EntityScores[] Of(EntityRecognizer recognizer, IEnumerable<TreebankSentence> sentences)
    {
        ArgumentNullException.ThrowIfNull(recognizer);
        ArgumentNullException.ThrowIfNull(sentences);
        var scores = new EntityScores[Enum.GetValues<EntityKind>().Length];
        foreach (TreebankSentence sentence in sentences)
        {
            if (sentence.Count > 0 && EntityGold.Of(sentence) is { } gold)
            {
                Count(recognizer.Label(sentence.Forms), gold, scores);
            }
        }

        return scores;
    }

    /// <summary>All kinds together.</summary>
    public static EntityScores Sum(IEnumerable<EntityScores> scores) =>
        scores.Aggregate(default(EntityScores), (sum, one) => new EntityScores(sum.Right + one.Right, sum.Said + one.Said, sum.Gold + one.Gold));

    // A span found on a word whose label nobody knows is neither right nor wrong.
    private static void Count(int[] found, int[] gold, EntityScores[] scores)
    {
        int[] known = Array.ConvertAll(gold, g => Math.Max(g, 0));
        HashSet<(int Role, TokenRange Tokens)> right = [.. EntityGold.Scheme.SpansOf(known).Select(s => (s.Role, s.Tokens))];
        foreach ((int role, _) in right)
        {
            scores[role] = scores[role] with { Gold = scores[role].Gold + 1 };
        }

        foreach (Labeling.LabelSpan span in EntityGold.Scheme.SpansOf(found))
        {
            bool isUnknown = gold.AsSpan(span.Tokens.Start, span.Tokens.Length).Contains(EntityGold.Unknown);
            EntityScores score = scores[span.Role];
            scores[span.Role] = score with
            {
                Said = score.Said + (isUnknown ? 0 : 1),
                Right = score.Right + (right.Contains((span.Role, span.Tokens)) ? 1 : 0),
            };
        }
    }
}
