using Demarche.Nlp.Corpora;
using Demarche.Nlp.Learning;

namespace Demarche.Nlp.Tagging;

/// <summary>Trains a <see cref="Tagger"/>: the same sentences, options and seed give the same weights.</summary>
public sealed class TaggerTrainer(TaggerTrainingOptions options)
{
    /// <summary>Learns from <paramref name="sentences"/>.</summary>
    /// <param name="sentences">Sentences with Penn and universal tags.</param>
    /// <param name="background">Sentences with Penn tags given by machine: only the usual tags of their words are learned. May be empty.</param>
    /// <param name="progress">Told the share done, 0 to 1, after each pass, if given.</param>
    public Tagger Train(
        IReadOnlyList<TreebankSentence> sentences, IReadOnlyList<TreebankSentence> background, Action<double>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(sentences);
        ArgumentNullException.ThrowIfNull(background);
        var tags = new TagSet(LabelSet.Frequent(
            sentences.SelectMany(s => s.Xpos.Zip(s.Upos, TagSet.NameOf)), options.MinimumLabelCount));
        Instance[] instances = [.. sentences.Select(s => Instance.Of(s, tags))];
        var lexicons = new TaggerLexicons(LexiconOf(instances), BackgroundOf(background));
        var perceptron = new AveragedPerceptron(tags.Labels.Count);
        var random = new SplitMix64(options.Seed);
        for (int pass = 1; pass <= options.Passes; pass++)
        {
            random.Shuffle<Instance>(instances);
            foreach (Instance instance in instances)
            {
                Learn(perceptron, lexicons, instance);
            }

            progress?.Invoke((double)pass / options.Passes);
        }

        return new Tagger(tags, lexicons, perceptron.Average(options.MinimumUpdates));
    }

    private static void Learn(AveragedPerceptron perceptron, TaggerLexicons lexicons, Instance instance)
    {
        Span<uint> features = stackalloc uint[TaggerFeatures.Count];
        Span<float> scores = stackalloc float[perceptron.LabelCount];
        TaggerContext context = TaggerContext.Start(instance.Words, lexicons);
        for (int i = 0; i < instance.Words.Length; i++)
        {
            byte label = context.Here.Known.First;
            if (!context.Here.Known.IsCertain)
            {
                TaggerFeatures.Extract(instance.Words, i, context, features);
                scores.Clear();
                perceptron.Score(features, scores);
                label = (byte)scores.IndexOfMax();
                perceptron.Learn(features, instance.Labels[i], label);
            }

            // What the tagger itself said, right or wrong: it will have nothing better when it is used.
            context.MoveTo(i + 1, label, instance.Words, lexicons);
        }
    }

    private TagLexicon LexiconOf(Instance[] instances)
    {
        var builder = new TagLexiconBuilder();
        foreach (Instance instance in instances)
        {
            for (int i = 0; i < instance.Words.Length; i++)
            {
                builder.Add(instance.Words[i], instance.Labels[i]);
            }
        }

        return builder.Build(options);
    }

    private TagLexicon BackgroundOf(IReadOnlyList<TreebankSentence> sentences)
    {
        var names = LabelSet.Frequent(sentences.SelectMany(s => s.Xpos), 1);
        var builder = new TagLexiconBuilder();
        foreach (TreebankSentence sentence in sentences)
        {
            for (int i = 0; i < sentence.Count; i++)
            {
                builder.Add(new WordHashes(sentence.Forms[i]), names.IndexOf(sentence.Xpos[i]));
            }
        }

        return builder.Build(options);
    }

    private sealed record Instance(WordHashes[] Words, int[] Labels)
    {
        public static Instance Of(TreebankSentence sentence, TagSet tags) => new(
            [.. sentence.Forms.Select(f => new WordHashes(f))],
            [.. sentence.Xpos.Zip(sentence.Upos, (x, u) => tags.Labels.IndexOf(TagSet.NameOf(x, u)))]);
    }
}
