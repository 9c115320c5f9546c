using Demarche.Nlp.Corpora;
using Demarche.Nlp.Joint;
using Demarche.Nlp.Labeling;
using Demarche.Nlp.Learning;
using Demarche.Nlp.Networks;

namespace Demarche.Nlp.Entities;

/// <summary>Teaches a finished network to find named entities; its tags and trees stay as they are. The same sentences and options give the same weights.</summary>
public sealed class EntityTrainer(EntityTrainingOptions options)
{
    /// <summary>Learns from <paramref name="treebanks"/>.</summary>
    /// <param name="model">The network.</param>
    /// <param name="treebanks">Sentences with entities in their MISC column; others are passed over.</param>
    /// <param name="progress">Told after each pass: its number from 1, and the mean loss a word.</param>
    /// <returns>The network with entities.</returns>
    public JointModel Train(JointModel model, IEnumerable<TreebankSentence> treebanks, Action<int, double>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(treebanks);
        Example[] examples = [.. treebanks.Where(s => s.Count is > 0 and <= JointModel.LongestSentence).Select(s => Example.Of(s, model.Words)).OfType<Example>()
            .SelectMany(e => Enumerable.Repeat(e, e.HasEvent ? options.EventTimes : 1))];
        var store = new WeightStore(options.Seed);
        ParameterSet[] parameters = [.. Enumerable.Range(0, options.Parts).Select(_ => new ParameterSet(store, learns: true))];
        Worker[] workers = [.. parameters.Select(p => new Worker(model.NewLayers(), p))];
        parameters[0].Repack();
        var adam = new Adam(parameters);
        int words = examples.Sum(e => e.Gold.Length);
        long seen = 0;
        for (int pass = 1; pass <= options.Passes; pass++)
        {
            var random = new SplitMix64(options.Seed + (ulong)pass);
            random.Shuffle<Example>(examples);
            double loss = 0;
            for (int start = 0; start < examples.Length;)
            {
                int end = start;
                int length = 0;
                while (end < examples.Length && length < options.StepWords)
                {
                    length += examples[end++].Gold.Length;
                }

                loss += Step(workers, examples[start..end], length, options.Seed + (ulong)(seen * options.Parts));
                seen += length;
                adam.Move(options.Rate * Math.Max(0, 1 - (seen / ((float)words * options.Passes))));
                start = end;
            }

            progress?.Invoke(pass, loss / words);
        }

        return model.WithEntities(store);
    }

    private double Step(Worker[] workers, Example[] step, int words, ulong seed)
    {
        var losses = new double[workers.Length];
        Array.Sort(step, (a, b) => b.Gold.Length.CompareTo(a.Gold.Length));
        Parallel.For(0, workers.Length, part =>
        {
            Example[] mine = [.. step.Where((_, i) => i % workers.Length == part)];
            losses[part] = mine.Length == 0 ? 0 : workers[part].Learn(mine, 1f / words, new Dropout(options.Dropout, new SplitMix64(seed + (ulong)part)));
        });
        return losses.Sum() * words;
    }

    private sealed record Example(JointSentence Sentence, int[] Gold)
    {
        public bool HasEvent => Gold.Contains(LabelScheme.Begin((int)EntityKind.Event));

        public static Example? Of(TreebankSentence sentence, JointWords words) =>
            EntityGold.Of(sentence) is { } gold ? new Example(words.Sentence(sentence.Forms), gold) : null;
    }

    private sealed class Worker(JointLayers layers, ParameterSet parameters)
    {
        private readonly EntityLayer _entities = new(parameters, layers.EntityInputs);
        private float[] _mask = [];

        public double Learn(Example[] examples, float weight, Dropout dropout)
        {
            JointSentence[] sentences = Array.ConvertAll(examples, e => e.Sentence);
            int[] lengths = Array.ConvertAll(sentences, s => s.Length);
            layers.Forward(sentences, lengths, null);
            Span<float> rows = layers.WithInputs(lengths);
            Span<float> mask = Rows.Of(ref _mask, rows.Length);
            dropout.Fill(mask);
            Rows.Scale(mask, rows);
            return _entities.Learn(rows, [.. examples.SelectMany(e => e.Gold)], weight, dropout);
        }
    }
}
