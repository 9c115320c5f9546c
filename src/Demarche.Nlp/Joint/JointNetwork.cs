using Demarche.Nlp.Learning;
using Demarche.Nlp.Networks;

namespace Demarche.Nlp.Joint;

/// <summary>Tags, heads and relations from one network. One worker at a time; the weights are shared.</summary>
/// <remarks>
/// Words are read twice from both ends; from what is then known of each word come its tag, by a linear layer, its head, by a biaffine
/// scorer (Dozat and Manning 2017), and the relation of the two, by a hidden layer over both (Kiperwasser and Goldberg 2016).
/// </remarks>
internal sealed class JointNetwork
{
    // What the guess of the linear tagger counts beside the logarithm of the network's probability: the two err differently. Of 0, 0.5, 1, 1.5, 2
    // and 3 one was best on EWT dev (XPOS 94.98, 95.11, 95.24, 95.15, 95.14, 95.00; November 2026).
    private const float GuessWeight = 1;

    private readonly JointLayers _layers;
    private readonly Linear _tags;
    private readonly Linear _dependents;
    private readonly Linear _heads;
    private readonly BiaffineScorer _arcs;
    private readonly RelationScorer _relations;
    private float[] _dependentMask = [];
    private float[] _headMask = [];
    private float[] _rowGradients = [];
    private float[] _dependentGradients = [];
    private float[] _headGradients = [];
    private int[] _lengths = [];
    private int[] _chosen = [];

    public JointNetwork(ParameterSet parameters, JointWords words, JointSizes sizes, int tags, int relations)
    {
        _layers = new JointLayers(parameters, words, sizes);
        _tags = new Linear(parameters, "tags", _layers.Outputs, tags);
        _dependents = new Linear(parameters, "arc.dependents", _layers.Outputs, sizes.Arc);
        _heads = new Linear(parameters, "arc.heads", _layers.Outputs, sizes.Arc);
        _arcs = new BiaffineScorer(parameters, "arc", sizes.Arc);
        _relations = new RelationScorer(parameters, _layers.Outputs, sizes.Relation, relations);
    }

    /// <summary>Fills tags, heads and relations of sentences.</summary>
    /// <param name="sentences">Not empty ones; their labels, guesses so far, and their heads and relations are overwritten.</param>
    /// <param name="decoder">Makes trees of scores.</param>
    public void Read(ReadOnlySpan<JointSentence> sentences, TreeDecoder decoder)
    {
        Span<int> lengths = Lengths(sentences, out int words);
        Span<float> rows = _layers.Forward(sentences, lengths, null);
        Span<float> tags = _tags.Forward(rows, words);
        Span<float> dependents = _dependents.Forward(rows, words);
        Activations.LeakyRectify(dependents);
        Span<float> heads = _heads.Forward(rows, words);
        Activations.LeakyRectify(heads);
        Span<float> arcs = _arcs.Forward(dependents, heads, lengths);
        Span<int> chosen = Chosen(words);
        int word = 0;
        foreach (JointSentence sentence in sentences)
        {
            int length = sentence.Length;
            decoder.Decode(arcs[..(length * (length + 1))], sentence.Heads);
            arcs = arcs[(length * (length + 1))..];
            for (int i = 0; i < length; i++)
            {
                Span<float> scores = tags.Slice((word + i) * _tags.Outputs, _tags.Outputs);
                if (sentence.Labels[i] >= 0)
                {
                    scores[sentence.Labels[i]] += GuessWeight;
                }

                sentence.Labels[i] = scores.IndexOfMax();
                chosen[word + i] = sentence.Heads[i] < 0 ? -1 : word + sentence.Heads[i];
            }

            word += length;
        }

        Span<float> relations = _relations.Forward(rows, chosen, null);
        word = 0;
        foreach (JointSentence sentence in sentences)
        {
            for (int i = 0; i < sentence.Length; i++, word++)
            {
                sentence.Relations[i] = relations.Slice(word * _relations.Outputs, _relations.Outputs).IndexOfMax();
            }
        }
    }

    /// <summary>Adds to the gradients of the parameters what the annotation of some sentences asks for.</summary>
    /// <param name="sentences">Annotated sentences, none empty.</param>
    /// <param name="weight">Weight of each word in the loss.</param>
    /// <param name="dropout">Drops numbers.</param>
    /// <returns>The loss.</returns>
    public double Learn(ReadOnlySpan<JointSentence> sentences, float weight, Dropout? dropout)
    {
        Span<int> lengths = Lengths(sentences, out int words);
        Span<float> rows = _layers.Forward(sentences, lengths, dropout);
        Span<float> rowGradients = Rows.Of(ref _rowGradients, rows.Length);
        rowGradients.Clear();
        double loss = LearnTags(sentences, rows, words, weight, rowGradients)
            + LearnHeads(sentences, lengths, rows, words, weight, dropout, rowGradients)
            + LearnRelations(sentences, rows, words, weight, dropout, rowGradients);
        _layers.Backward(sentences, lengths, rowGradients, dropout is not null);
        return loss;
    }

    private double LearnTags(ReadOnlySpan<JointSentence> sentences, ReadOnlySpan<float> rows, int words, float weight, Span<float> rowGradients)
    {
        Span<float> scores = _tags.Forward(rows, words);
        double loss = 0;
        int word = 0;
        foreach (JointSentence sentence in sentences)
        {
            foreach (int gold in sentence.Labels)
            {
                loss += Learn(scores.Slice(word++ * _tags.Outputs, _tags.Outputs), gold, weight);
            }
        }

        _tags.Backward(rows, words, scores, rowGradients);
        return loss;
    }

    private double LearnHeads(
        ReadOnlySpan<JointSentence> sentences, ReadOnlySpan<int> lengths, ReadOnlySpan<float> rows, int words, float weight, Dropout? dropout, Span<float> rowGradients)
    {
        Span<float> dependents = Hidden(_dependents, rows, words, dropout, ref _dependentMask);
        Span<float> heads = Hidden(_heads, rows, words, dropout, ref _headMask);
        Span<float> scores = _arcs.Forward(dependents, heads, lengths);
        double loss = 0;
        int done = 0;
        foreach (JointSentence sentence in sentences)
        {
            foreach (int head in sentence.Heads)
            {
                int gold = head < 0 ? sentence.Length : head;
                loss += Learn(scores.Slice(done, sentence.Length + 1), gold, weight);
                done += sentence.Length + 1;
            }
        }

        Span<float> dependentGradients = Rows.Of(ref _dependentGradients, dependents.Length);
        dependentGradients.Clear();
        Span<float> headGradients = Rows.Of(ref _headGradients, heads.Length);
        headGradients.Clear();
        _arcs.Backward(dependents, lengths, scores, dependentGradients, headGradients);
        HiddenBackward(_dependents, rows, words, dependents, dependentGradients, dropout, _dependentMask, rowGradients);
        HiddenBackward(_heads, rows, words, heads, headGradients, dropout, _headMask, rowGradients);
        return loss;
    }

    private double LearnRelations(ReadOnlySpan<JointSentence> sentences, ReadOnlySpan<float> rows, int words, float weight, Dropout? dropout, Span<float> rowGradients)
    {
        Span<int> chosen = Chosen(words);
        int word = 0;
        foreach (JointSentence sentence in sentences)
        {
            for (int i = 0; i < sentence.Length; i++)
            {
                chosen[word + i] = sentence.Heads[i] < 0 ? -1 : word + sentence.Heads[i];
            }

            word += sentence.Length;
        }

        Span<float> scores = _relations.Forward(rows, chosen, dropout);
        double loss = 0;
        word = 0;
        foreach (JointSentence sentence in sentences)
        {
            foreach (int gold in sentence.Relations)
            {
                loss += Learn(scores.Slice(word++ * _relations.Outputs, _relations.Outputs), gold, weight);
            }
        }

        _relations.Backward(rows, chosen, scores, dropout is not null, rowGradients);
        return loss;
    }

    private static double Learn(Span<float> scores, int gold, float weight)
    {
        if (gold >= 0)
        {
            return CrossEntropy.Backward(scores, gold, weight);
        }

        scores.Clear();
        return 0;
    }

    private static Span<float> Hidden(Linear layer, ReadOnlySpan<float> rows, int words, Dropout? dropout, ref float[] mask)
    {
        Span<float> hidden = layer.Forward(rows, words);
        Activations.LeakyRectify(hidden);
        if (dropout is not null)
        {
            Span<float> factors = Rows.Of(ref mask, hidden.Length);
            dropout.Fill(factors);
            Rows.Scale(factors, hidden);
        }

        return hidden;
    }

    private static void HiddenBackward(
        Linear layer, ReadOnlySpan<float> rows, int words, ReadOnlySpan<float> hidden, Span<float> gradients, Dropout? dropout, float[] mask, Span<float> rowGradients)
    {
        if (dropout is not null)
        {
            Rows.Scale(mask.AsSpan(0, gradients.Length), gradients);
        }

        Activations.LeakyRectifyBackward(hidden, gradients);
        layer.Backward(rows, words, gradients, rowGradients);
    }

    private Span<int> Lengths(ReadOnlySpan<JointSentence> sentences, out int words)
    {
        if (_lengths.Length < sentences.Length)
        {
            _lengths = new int[sentences.Length * 2];
        }

        words = 0;
        for (int s = 0; s < sentences.Length; s++)
        {
            _lengths[s] = sentences[s].Length;
            words += sentences[s].Length;
        }

        return _lengths.AsSpan(0, sentences.Length);
    }

    private Span<int> Chosen(int words)
    {
        if (_chosen.Length < words)
        {
            _chosen = new int[words * 2];
        }

        return _chosen.AsSpan(0, words);
    }
}
