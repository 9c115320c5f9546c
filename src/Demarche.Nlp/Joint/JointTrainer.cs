using System.Text;
using Demarche.Nlp.Corpora;
using Demarche.Nlp.Learning;
using Demarche.Nlp.Models;
using Demarche.Nlp.Networks;
using Demarche.Nlp.Tagging;
using Demarche.Nlp.Words;

namespace Demarche.Nlp.Joint;

/// <summary>Trains a <see cref="JointModel"/>: the same sentences, vectors and options give the same file.</summary>
public sealed class JointTrainer(JointTrainingOptions options)
{
    private const string Stage = "network";

    /// <summary>Learns from <paramref name="treebanks"/>.</summary>
    /// <param name="treebanks">Sentences with tags and trees; those longer than <see cref="JointModel.LongestSentence"/> are passed over.</param>
    /// <param name="vectors">Word vectors.</param>
    /// <param name="language">Gives the tags and relations, so that one can stand for the other.</param>
    /// <param name="stages">Keeps what is learned after each pass; with <see cref="TrainingStages.None"/> a stopped training begins anew.</param>
    /// <param name="progress">Told after each pass: its number from 1, and the mean loss a word.</param>
    public JointModel Train(
        IEnumerable<TreebankSentence> treebanks, WordVectors vectors, LanguageModel language, TrainingStages stages, Action<int, double>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(treebanks);
        ArgumentNullException.ThrowIfNull(language);
        ArgumentNullException.ThrowIfNull(stages);
        TreebankSentence[] sentences = [.. treebanks.SelectMany(s => HyphenMerging.Merge([s]).Prepend(s)).Where(s => s.Count is > 0 and <= JointModel.LongestSentence)];
        LabelSet labels = language.Tagger.Tags.Labels;
        LabelSet relations = language.Parser.Relations;
        var words = JointWords.Frequent(sentences.SelectMany(s => s.Forms), vectors, options.LeastForms, options.LeastParts);
        JointSentence[] gold = [.. sentences.Select(s => Gold(s, words, labels, relations))];
        var run = new Run(options, words, labels.Count, relations.Count);
        int done = stages.Load(Stage) is { } saved ? run.Restore(saved) : 0;
        for (int pass = done + 1; pass <= options.Passes; pass++)
        {
            double loss = run.Pass(gold, pass);
            stages.Save(Stage, run.Saved(pass));
            progress?.Invoke(pass, loss);
        }

        return new JointModel(labels, relations, words, options.Sizes, run.Store);
    }

    private static JointSentence Gold(TreebankSentence sentence, JointWords read, LabelSet labels, LabelSet relations)
    {
        JointSentence words = read.Sentence(sentence.Forms);
        return words with
        {
            Labels = [.. sentence.Xpos.Zip(sentence.Upos, (x, u) => labels.IndexOf(TagSet.NameOf(x, u)))],
            Heads = sentence.Heads,
            Relations = [.. sentence.Relations.Select(relations.IndexOf)],
        };
    }

    /// <summary>A training under way.</summary>
    private sealed class Run
    {
        private readonly JointTrainingOptions _options;
        private readonly ParameterSet[] _parameters;
        private readonly JointNetwork[] _networks;
        private readonly Adam _adam;
        private int _steps;

        public Run(JointTrainingOptions options, JointWords words, int labels, int relations)
        {
            _options = options;
            Store = new WeightStore(options.Seed);
            _parameters = [.. Enumerable.Range(0, options.Parts).Select(_ => new ParameterSet(Store, learns: true))];
            _networks = [.. _parameters.Select(p => new JointNetwork(p, words, options.Sizes, labels, relations))];
            _parameters[0].Repack();
            _adam = new Adam(_parameters);
        }

        public WeightStore Store { get; private set; }

        public double Pass(JointSentence[] gold, int pass)
        {
            JointSentence[] order = [.. gold];
            new SplitMix64(_options.Seed + (ulong)pass).Shuffle<JointSentence>(order);
            List<JointSentence[]> steps = Cut(order);
            // Known before the first step: all passes have about as many steps.
            int all = steps.Count * _options.Passes;
            double loss = 0;
            foreach (JointSentence[] step in steps)
            {
                loss += Step(step);
                _steps++;
                float share = Math.Min((_steps + 1f) / _options.WarmUpSteps, Math.Max(0, (all - _steps) / (float)Math.Max(1, all - _options.WarmUpSteps)));
                _adam.Move(_options.Rate * Math.Min(1, share));
            }

            return loss / steps.Count;
        }

        private double Step(JointSentence[] step)
        {
            var losses = new double[_networks.Length];
            float weight = 1f / step.Sum(s => s.Length);
            Parallel.For(0, _networks.Length, part =>
            {
                var random = new SplitMix64(_options.Seed + ((ulong)_steps * 64) + (ulong)part);
                JointSentence[] mine = [.. step.Where((_, i) => i % _networks.Length == part).Select(s => Hide(s, random))];
                losses[part] = mine.Length == 0 ? 0 : _networks[part].Learn(mine, weight, new Dropout(_options.Dropout, random));
            });
            return losses.Sum();
        }

        private JointSentence Hide(JointSentence sentence, SplitMix64 random)
        {
            int[] ids = [.. sentence.Ids];
            for (int i = JointWords.FormPlace; i < ids.Length; i += JointWords.Count)
            {
                ids[i] = random.Next(1000) < _options.HiddenForms * 1000 ? 0 : ids[i];
            }

            return sentence with { Ids = ids };
        }

        // Steps of about as many words; in each the longest sentence first, so that the parts come out even.
        private List<JointSentence[]> Cut(JointSentence[] order)
        {
            var steps = new List<JointSentence[]>();
            var step = new List<JointSentence>();
            int words = 0;
            foreach (JointSentence sentence in order)
            {
                step.Add(sentence);
                words += sentence.Length;
                if (words >= _options.StepWords)
                {
                    steps.Add([.. step.OrderByDescending(s => s.Length)]);
                    step.Clear();
                    words = 0;
                }
            }

            if (step.Count > 0)
            {
                steps.Add([.. step.OrderByDescending(s => s.Length)]);
            }

            return steps;
        }

        public byte[] Saved(int pass)
        {
            using var stream = new MemoryStream();
            using var writer = new BinaryWriter(stream, Encoding.UTF8);
            writer.Write(pass);
            writer.Write(_steps);
            Store.Write(writer, isExact: true);
            _adam.Write(writer);
            writer.Flush();
            return stream.ToArray();
        }

        public int Restore(byte[] saved)
        {
            using var reader = new BinaryReader(new MemoryStream(saved, writable: false), Encoding.UTF8);
            int pass = reader.ReadInt32();
            _steps = reader.ReadInt32();
            Store.CopyFrom(WeightStore.Read(reader));
            _adam.Read(reader);
            _parameters[0].Repack();
            return pass;
        }
    }
}
