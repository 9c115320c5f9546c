using Demarche.Nlp.Labeling;
using Xunit;

namespace Demarche.Tests.Nlp.Labeling;

public sealed class SequenceLabelerTests
{
    private static readonly LabelScheme Scheme = new(["fruit", "tool"]);

    [Fact]
    public void Learns_a_toy_language()
    {
        SequenceLabeler labeler = Train(seed: 1);
        int[] labels = labeler.Label(Features("a", "red", "apple", "and", "hammer"));
        Assert.Equal([0, 1, 2, 0, 3], labels);
    }

    [Fact]
    public void Same_seed_gives_the_same_weights()
    {
        using var first = new MemoryStream();
        using var second = new MemoryStream();
        using var other = new MemoryStream();
        Train(seed: 1).Weights.Write(first);
        Train(seed: 1).Weights.Write(second);
        Train(seed: 2).Weights.Write(other);
        Assert.Equal(first.ToArray(), second.ToArray());
        Assert.NotEqual(first.ToArray(), other.ToArray());
    }

    [Fact]
    public void Weights_survive_writing_and_reading()
    {
        SequenceLabeler labeler = Train(seed: 1);
        using var stream = new MemoryStream();
        labeler.Weights.Write(stream);
        FeatureWeights read = FeatureWeights.Read(stream.ToArray(), out int length);
        Assert.Equal(stream.Length, length);
        var copy = new SequenceLabeler(Scheme, read, [.. labeler.LearnedTransitions]);
        FeatureSequence features = Features("red", "apple");
        Assert.Equal(labeler.Marginals(features), copy.Marginals(features));
    }

    [Fact]
    public void A_cut_table_is_refused()
    {
        using var stream = new MemoryStream();
        Train(seed: 1).Weights.Write(stream);
        byte[] bytes = stream.ToArray();
        Assert.Throws<InvalidDataException>(() => FeatureWeights.Read(bytes.AsSpan(0, bytes.Length / 2), out _));
        Assert.Throws<InvalidDataException>(() => FeatureWeights.Read([1, 2, 3], out _));
    }

    [Fact]
    public void Spans_are_read_off_labels() =>
        Assert.Equal(
            [new LabelSpan(0, new(0, 2)), new LabelSpan(0, new(2, 3)), new LabelSpan(1, new(4, 5))],
            Scheme.SpansOf([1, 2, 1, 0, 3]));

    private static SequenceLabeler Train(int seed)
    {
        var trainer = new SequenceLabelerTrainer(
            Scheme, new LabelerOptions { Seed = seed, FrequencyCut = 1, Passes = 40, Rate = 0.1f, Dropout = 0.2f });
        trainer.Add(Features("a", "red", "apple"), [0, 1, 2]);
        trainer.Add(Features("hammer", "and", "apple"), [3, 0, 1]);
        trainer.Add(Features("a", "hammer", "and", "red", "apple"), [0, 3, 0, 1, 2]);
        trainer.Add(Features("and", "a", "hammer"), [0, 0, 3]);
        return trainer.Train();
    }

    private static FeatureSequence Features(params string[] words)
    {
        var features = new FeatureSequence();
        for (int i = 0; i < words.Length; i++)
        {
            features.Add(Hash("w", words[i]));
            features.Add(Hash("p", i > 0 ? words[i - 1] : ""));
            features.EndToken();
        }

        return features;
    }

    private static uint Hash(string template, string word)
    {
        uint hash = 2166136261;
        foreach (char c in template + word)
        {
            hash = unchecked((hash ^ c) * 16777619);
        }

        return hash;
    }
}
