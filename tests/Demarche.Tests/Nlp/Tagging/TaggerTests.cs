using Demarche.Nlp.Learning;
using Demarche.Nlp.Tagging;
using Demarche.Tests.Nlp.Corpora;
using Xunit;

namespace Demarche.Tests.Nlp.Tagging;

public class TaggerTests
{
    private static readonly TaggerTrainingOptions Options = new() { MinimumLabelCount = 1, MinimumUpdates = 1 };

    [Fact]
    public void Tags_the_sentences_it_learned_from_as_they_were()
    {
        Tagger tagger = Train();

        Assert.All(ToyTreebank.Sentences(), s => Assert.Equal(s.Xpos, Tags(tagger, s.Forms)));
    }

    [Fact]
    public void Tags_a_sentence_it_has_not_seen() =>
        Assert.Equal(["DT", "NN", "VBD", "."], Tags(Train(), ["The", "canal", "failed", "."]));

    [Fact]
    public void Same_sentences_and_seed_give_the_same_bytes() => Assert.Equal(Bytes(Train()), Bytes(Train()));

    [Fact]
    public void Survives_writing_and_reading()
    {
        byte[] bytes = Bytes(Train());

        Assert.Equal(bytes, Bytes(Tagger.Read(new BinaryReader(new MemoryStream(bytes)))));
    }

    private static Tagger Train() => new TaggerTrainer(Options).Train(ToyTreebank.Sentences(times: 3), []);

    private static string[] Tags(Tagger tagger, string[] forms)
    {
        WordHashes[] words = [.. forms.Select(f => new WordHashes(f))];
        var labels = new byte[words.Length];
        tagger.Tag(words, labels);
        return [.. labels.Select(l => tagger.Tags.Xpos[tagger.Tags.XposOf(l)])];
    }

    private static byte[] Bytes(Tagger tagger)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        tagger.Write(writer);
        return stream.ToArray();
    }
}
