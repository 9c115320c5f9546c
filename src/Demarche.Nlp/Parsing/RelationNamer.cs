using Demarche.Nlp.Learning;

namespace Demarche.Nlp.Parsing;

/// <summary>Names the relations of a finished tree, heads before their children and these from left to right. Immutable and safe to share.</summary>
internal sealed class RelationNamer
{
    // A verb has one of each: once it has its subject, the next noun is something else.
    private static readonly string[] Core = ["nsubj", "nsubj:pass", "csubj", "obj", "iobj", "ccomp", "xcomp", "expl", "cop", "aux:pass", "case", "mark", "obl:agent"];

    private readonly uint[] _coreBits;

    /// <summary>Finds the core relations among <paramref name="relations"/>.</summary>
    public RelationNamer(LabelSet relations)
    {
        Relations = relations;
        Root = (byte)Math.Max(0, relations.IndexOf("root"));
        Joint = (byte)Math.Max(0, relations.IndexOf("parataxis"));
        _coreBits = new uint[relations.Count];
        for (int i = 0; i < Core.Length; i++)
        {
            if (relations.IndexOf(Core[i]) is int label and >= 0)
            {
                _coreBits[label] = 1u << i;
            }
        }
    }

    /// <summary>The relations.</summary>
    public LabelSet Relations { get; }

    /// <summary>The label of the root.</summary>
    public byte Root { get; }

    /// <summary>The label that joins the pieces of an overlong sentence: sentences side by side.</summary>
    public byte Joint { get; }

    /// <summary>Writes the relation of each word to <paramref name="relations"/>.</summary>
    public void Name(SparseWeights weights, ParserSentence sentence, RelationTree tree, Span<byte> relations)
    {
        Span<uint> features = stackalloc uint[RelationFeatures.Count];
        Span<int> scores = stackalloc int[Relations.Count];
        foreach (int word in tree.TopDown(sentence.Count))
        {
            byte label = Root;
            if (tree.Heads[word] >= 0)
            {
                Score(weights, sentence, tree, word, features, scores);
                scores[Root] = int.MinValue;
                label = (byte)scores.IndexOfMax();
            }

            tree.Name(word, label, _coreBits[label]);
            relations[word] = label;
        }
    }

    /// <summary>Names every relation as the weights would and moves them where that is not <paramref name="gold"/>; the tree goes on with the gold names.</summary>
    public void Learn(AveragedPerceptron perceptron, ParserSentence sentence, RelationTree tree, ReadOnlySpan<int> gold)
    {
        Span<uint> features = stackalloc uint[RelationFeatures.Count];
        Span<float> scores = stackalloc float[Relations.Count];
        foreach (int word in tree.TopDown(sentence.Count))
        {
            byte label = Root;
            if (tree.Heads[word] >= 0 && gold[word] >= 0)
            {
                RelationFeatures.Extract(sentence, tree, word, features);
                scores.Clear();
                perceptron.Score(features, scores);
                scores[Root] = float.MinValue;
                label = (byte)scores.IndexOfMax();
                perceptron.Learn(features, gold[word], label);
            }

            tree.Name(word, label, _coreBits[label]);
        }
    }

    private static void Score(
        SparseWeights weights, ParserSentence sentence, RelationTree tree, int word, Span<uint> features, Span<int> scores)
    {
        RelationFeatures.Extract(sentence, tree, word, features);
        scores.Clear();
        weights.Score(features, scores);
    }
}
