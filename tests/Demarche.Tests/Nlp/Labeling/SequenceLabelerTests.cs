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
        byte[] first = Written(Train(seed: 1));
        Assert.Equal(first, Written(Train(seed: 1)));
        Assert.NotEqual(first, Written(Train(seed: 2)));
    }

    [Fact]
    public void Weights_survive_writing_and_reading()
    {
        SequenceLabeler labeler = Train(seed: 1);
        SequenceLabeler copy = Read(Written(labeler), Scheme);
        FeatureSequence features = Features("red", "apple");
        Assert.Equal(labeler.Marginals(features), copy.Marginals(features));
    }

    [Fact]
    public void Weights_cut_short_or_of_other_labels_are_refused()
    {
        byte[] bytes = Written(Train(seed: 1));
        Assert.Throws<FormatException>(() => Read(bytes[..^1], Scheme));
        Assert.Throws<FormatException>(() => Read(bytes, new LabelScheme(["fruit", "tool", "verb"])));
    }

    [Fact]
    public void Emissions_of_two_sequences_add_up()
    {
        SequenceLabeler labeler = Train(seed: 1);
        float[] twice = labeler.Emissions(Features("red", "apple"));
        labeler.AddEmissions(Features("red", "apple"), twice);
        float[] once = labeler.Emissions(Features("red", "apple"));
        Assert.Equal(once.Select(emission => 2 * emission), twice, (a, b) => Math.Abs(a - b) < 1e-4);
    }

    [Fact]
    public void Spans_are_read_off_labels() =>
        Assert.Equal(
            [new LabelSpan(0, new(0, 2)), new LabelSpan(0, new(2, 3)), new LabelSpan(1, new(4, 5))],
            Scheme.SpansOf([1, 2, 1, 0, 3]));

    private static byte[] Written(SequenceLabeler labeler)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        labeler.Write(writer);
        writer.Flush();
        return stream.ToArray();
    }

    private static SequenceLabeler Read(byte[] bytes, LabelScheme scheme)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes));
        return SequenceLabeler.Read(reader, scheme);
    }

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
