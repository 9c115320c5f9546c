using Demarche.Nlp.Corpora;
using Demarche.Nlp.Labeling;
using Demarche.Nlp.Words;

namespace Demarche.Nlp.Entities;

/// <summary>Learns an <see cref="EntityRecognizer"/>. The same sentences in the same order give the same model.</summary>
public sealed class EntityTrainer
{
    /// <summary>How often a sentence with an event is shown: they are one in a thousand.</summary>
    private const int EventTimes = 8;

    private readonly WordVectors _vectors;
    private readonly EntityFeatures _features;
    private readonly SequenceLabelerTrainer _trainer = new(EntityGold.Scheme, Options);

    /// <summary>A trainer that has seen nothing.</summary>
    public EntityTrainer(WordVectors vectors)
    {
        _vectors = vectors;
        _features = new EntityFeatures(vectors);
    }

    /// <summary>How it learns; chosen on GUM's development part.</summary>
    public static LabelerOptions Options { get; } = new() { Passes = 5, Rate = 0.06f, Dropout = 0.3f, FrequencyCut = 4 };

    /// <summary>Adds a sentence with its names; one that carries no entities is passed over.</summary>
    public void Add(TreebankSentence sentence)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        if (EntityGold.Of(sentence) is not { } gold)
        {
            return;
        }

        var words = new EntityWords();
        foreach (string form in sentence.Forms)
        {
            words.Add(_features.Look(form));
        }

        var sequence = new FeatureSequence();
        _features.Fill(words, sequence);
        int times = gold.Contains(LabelScheme.Begin((int)EntityKind.Event)) ? EventTimes : 1;

        // A word of which only is known that it is a name of another kind is none of ours.
        int[] labels = Array.ConvertAll(gold, label => Math.Max(label, LabelScheme.Outside));
        for (int i = 0; i < times; i++)
        {
            _trainer.Add(sequence, labels);
        }
    }

    /// <summary>Learns from all sentences added. Call once.</summary>
    /// <param name="progress">Told after each pass: its number from 1, and the mean log-likelihood a sentence.</param>
    public EntityRecognizer Train(Action<int, double>? progress = null) => new(_trainer.Train(progress), _vectors);
}
