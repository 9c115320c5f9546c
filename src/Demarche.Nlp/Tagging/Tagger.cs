using Demarche.Nlp.Learning;

namespace Demarche.Nlp.Tagging;

/// <summary>Gives each word of a sentence its part of speech. Immutable and safe to share.</summary>
/// <remarks>
/// Greedy from left to right with averaged perceptron weights (Collins 2002). One label holds both tags, "VBZ/AUX":
/// Penn Treebank before the slash, Universal Dependencies after it.
/// </remarks>
public sealed class Tagger
{
    private readonly SparseWeights _weights;

    internal Tagger(TagSet tags, TaggerLexicons lexicons, SparseWeights weights)
    {
        Tags = tags;
        Lexicons = lexicons;
        _weights = weights;
    }

    /// <summary>The labels.</summary>
    public TagSet Tags { get; }

    /// <summary>The usual tags of known words.</summary>
    internal TaggerLexicons Lexicons { get; }

    /// <summary>Number of weights.</summary>
    public int WeightCount => _weights.WeightCount;

    /// <summary>Writes the label of each word of a sentence to <paramref name="labels"/>.</summary>
    /// <param name="words">The sentence.</param>
    /// <param name="labels">Receives one label of <see cref="Tags"/> per word.</param>
    /// <exception cref="ArgumentException"><paramref name="labels"/> is shorter than the sentence.</exception>
    public void Tag(ReadOnlySpan<WordHashes> words, Span<byte> labels)
    {
        if (labels.Length < words.Length)
        {
            throw new ArgumentException($"{words.Length} words need as many places for labels, not {labels.Length}.", nameof(labels));
        }

        Span<uint> features = stackalloc uint[TaggerFeatures.Count];
        Span<int> scores = stackalloc int[_weights.LabelCount];
        TaggerContext context = TaggerContext.Start(words, Lexicons);
        for (int i = 0; i < words.Length; i++)
        {
            if (context.Here.Known.IsCertain)
            {
                labels[i] = context.Here.Known.First;
            }
            else
            {
                TaggerFeatures.Extract(words, i, context, features);
                scores.Clear();
                _weights.Score(features, scores);
                labels[i] = (byte)scores.IndexOfMax();
            }

            context.MoveTo(i + 1, labels[i], words, Lexicons);
        }
    }

    /// <summary>Writes the model.</summary>
    public void Write(BinaryWriter writer)
    {
        Tags.Write(writer);
        Lexicons.Known.Write(writer);
        Lexicons.Background.Write(writer);
        _weights.Write(writer);
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static Tagger Read(BinaryReader reader) =>
        new(TagSet.Read(reader), new TaggerLexicons(TagLexicon.Read(reader), TagLexicon.Read(reader)), SparseWeights.Read(reader));
}
