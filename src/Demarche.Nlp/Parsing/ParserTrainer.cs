using Demarche.Nlp.Corpora;
using Demarche.Nlp.Learning;
using Demarche.Nlp.Tagging;

namespace Demarche.Nlp.Parsing;

/// <summary>Trains a <see cref="Parser"/>: the same sentences, options and seed give the same weights.</summary>
public sealed class ParserTrainer(ParserTrainingOptions options)
{
    /// <summary>Learns from <paramref name="sentences"/>.</summary>
    /// <param name="sentences">Sentences with heads and relations; trees with crossing arcs are lifted to projective ones.</param>
    /// <param name="labels">The tagger's labels of each sentence, as it gives them to text it has not learned from.</param>
    /// <param name="tags">What the labels mean.</param>
    /// <param name="progress">Told the share done, 0 to 1, after each pass, if given.</param>
    /// <exception cref="ArgumentException">There are not as many labels as sentences.</exception>
    public Parser Train(
        IReadOnlyList<TreebankSentence> sentences, IReadOnlyList<byte[]> labels, TagSet tags, Action<double>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(sentences);
        ArgumentNullException.ThrowIfNull(labels);
        ArgumentNullException.ThrowIfNull(tags);
        if (sentences.Count != labels.Count)
        {
            throw new ArgumentException($"{sentences.Count} sentences need as many rows of labels, not {labels.Count}.", nameof(labels));
        }

        var relations = LabelSet.Frequent(sentences.SelectMany(s => s.Relations), options.MinimumRelationCount);
        Instance[] instances = [.. sentences.Zip(labels, (s, l) => Instance.Of(s, l, relations))];
        int passes = options.Passes + options.RelationPasses;
        MoveWeights moves = TrainMoves([.. instances], tags, p => progress?.Invoke((double)p / passes));
        SparseWeights names = TrainNames([.. instances], tags, relations, p => progress?.Invoke((double)(options.Passes + p) / passes));
        return new Parser(tags, relations, new ParserWeights(moves, names, options.BeamWidth));
    }

    private MoveWeights TrainMoves(Instance[] instances, TagSet tags, Action<int> passed)
    {
        var perceptron = new MovePerceptron();
        var trainer = new MoveTrainer(perceptron, options.BeamWidth);
        var kinds = new ParserTags(tags);
        var random = new SplitMix64(options.Seed);
        for (int pass = 1; pass <= options.Passes; pass++)
        {
            random.Shuffle<Instance>(instances);
            foreach (Instance instance in instances)
            {
                trainer.Learn(instance.Words, instance.Labels, kinds, instance.Moves);
            }

            passed(pass);
        }

        return perceptron.Average(options.MinimumUpdates, options.SmallestMoveWeight);
    }

    private SparseWeights TrainNames(Instance[] instances, TagSet tags, LabelSet relations, Action<int> passed)
    {
        var perceptron = new AveragedPerceptron(relations.Count);
        var namer = new RelationNamer(relations);
        var kinds = new ParserTags(tags);
        var sentence = new ParserSentence();
        var tree = new RelationTree();
        var random = new SplitMix64(options.Seed);
        for (int pass = 1; pass <= options.RelationPasses; pass++)
        {
            random.Shuffle<Instance>(instances);
            foreach (Instance instance in instances)
            {
                sentence.Fill(instance.Words, instance.Labels, kinds);
                tree.Fill(instance.Heads);
                namer.Learn(perceptron, sentence, tree, instance.Relations);
            }

            passed(pass);
        }

        return perceptron.Average(options.MinimumRelationUpdates);
    }

    private sealed record Instance(WordHashes[] Words, byte[] Labels, int[] Heads, Move[] Moves, int[] Relations)
    {
        public static Instance Of(TreebankSentence sentence, byte[] labels, LabelSet relations) => new(
            [.. sentence.Forms.Select(f => new WordHashes(f))],
            labels,
            sentence.Heads,
            ArcStandard.MovesOf(ArcStandard.Projective(sentence.Heads)),
            [.. sentence.Relations.Select(relations.IndexOf)]);
    }
}
