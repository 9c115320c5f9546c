using System.Globalization;
using System.Text;
using Demarche.Core.Attributions;
using Demarche.Core.Attributions.Learned;
using Demarche.Core.Attributions.Learned.Network;
using Demarche.Nlp;
using Demarche.Nlp.Labeling;
using Demarche.Nlp.Models;
using Demarche.Nlp.Words;
using Xunit;

namespace Demarche.Tests.Core.Attributions.Learned;

public sealed class NetworkTests
{
    private const string Text = "Governor Lind said that the bridge is safe. The harbour is wide.\n“The bridge stays open,” Lind declared on Monday.";

    private static readonly WordVectors Vectors = VectorsOf(1);
    private static readonly Lazy<AttributionModel> Model = new(() => Train(TrainingStages.None));

    [Fact]
    public void Views_and_network_find_source_cue_and_content()
    {
        Assert.NotNull(Model.Value.Network);
        IReadOnlyList<Attribution> found = new AttributionExtractor(Model.Value, isWide: false).Extract(new Analyzer().Analyze(Text), []);
        Assert.Equal(["Governor Lind", "Lind"], found.Select(a => a.Source[0].Of(Text)));
        Assert.Equal(["that the bridge is safe", "The bridge stays open,"], found.Select(a => a.Content[0].Of(Text)));
    }

    [Fact]
    public void Read_back_with_its_word_vectors_it_finds_the_same_and_without_them_it_is_refused()
    {
        byte[] bytes = Bytes(Model.Value);
        AttributionModel copy = AttributionModel.Read(new MemoryStream(bytes), "toy.bin", Vectors);
        Assert.Equal(Lines(Model.Value), Lines(copy));
        Assert.Equal(bytes, Bytes(copy));
        string message = Assert.Throws<ModelFormatException>(() => AttributionModel.Read(new MemoryStream(bytes), "toy.bin", VectorsOf(2))).Message;
        Assert.Contains("word vectors", message, StringComparison.Ordinal);
        Assert.Throws<ModelFormatException>(() => AttributionModel.Read(new MemoryStream(bytes), "toy.bin"));
    }

    [Fact]
    public void A_training_stopped_in_its_course_goes_on_to_the_same_bytes()
    {
        byte[] whole = Bytes(Model.Value);
        var kept = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        var stages = new TrainingStages(
            stage => Kept(kept, stage),
            (stage, bytes) =>
            {
                lock (kept)
                {
                    kept[stage] = bytes;
                }

                if (stage.EndsWith("network-2", StringComparison.Ordinal))
                {
                    throw new OperationCanceledException();
                }
            });
        Assert.Throws<OperationCanceledException>(() => Train(stages));
        Assert.Equal(4, kept.Count);
        Assert.Equal(whole, Bytes(Train(new TrainingStages(stage => Kept(kept, stage), (_, _) => { }))));
    }

    [Fact]
    public void What_stands_in_a_content_is_read_as_a_text_of_its_own()
    {
        const string Nested = "Governor Lind said that the envoy declared that the bridge is safe.";
        Document document = new Analyzer().Analyze(Nested);
        var outer = new Relation(2, new TokenRange(2, 3), new TokenRange(0, 2), [new TokenRange(3, document.TokenCount - 1)], AttributionType.Statement, 0.9);
        Relation inner = Assert.Single(new InnerReader(new RuleReader(), new LearnedReader(Model.Value)) { Least = 0.05 }.Read(document, [outer]));
        Assert.Equal("declared", document.SpanOf(inner.Cue).Of(Nested));
        Assert.Equal("the envoy", document.SpanOf(inner.Source).Of(Nested));
        Assert.StartsWith("that", document.SpanOf(inner.Content[0]).Of(Nested), StringComparison.Ordinal);
    }

    private static byte[]? Kept(Dictionary<string, byte[]> kept, string stage)
    {
        lock (kept)
        {
            return kept.GetValueOrDefault(stage);
        }
    }

    private static IEnumerable<string> Lines(AttributionModel model) =>
        new AttributionExtractor(model).Extract(new Analyzer().Analyze(Text), [])
            .Select(a => $"{string.Join('|', a.Source.Concat(a.Cue).Concat(a.Content))} {a.Confidence}");

    private static AttributionModel Train(TrainingStages stages)
    {
        var options = new LabelerOptions { FrequencyCut = 1, Passes = 20, Rate = 0.1f, Dropout = 0.3f };
        var trainer = new AttributionTrainer(new Analyzer(), Vectors)
        {
            CueOptions = options,
            PartOptions = options,
            NetworkOptions = new NetworkOptions { Passes = 3, BatchTokens = 45, FirstRate = 1.5e-2f, LastRate = 5e-3f, Dropout = 0.1f },
        };
        for (int i = 0; i < 4; i++)
        {
            foreach (AnnotatedArticle article in ToyArticles.All)
            {
                trainer.Add(article);
            }
        }

        return trainer.Train(stages);
    }

    private static byte[] Bytes(AttributionModel model)
    {
        using var stream = new MemoryStream();
        model.Write(stream);
        return stream.ToArray();
    }

    private static WordVectors VectorsOf(double value)
    {
        string json = "{\"precision\":8,\"dimensions\":2,\"words\":[\"dam\",\"bridge\",\"envoy\"],"
            + string.Create(CultureInfo.InvariantCulture, $"\"vectors\":{{\"dam\":[0.5,{value}],\"bridge\":[0.4,1.0],\"envoy\":[-2,0.1]}}}}");
        WordVectors built = new WordVectorsBuilder(new WordVectorsOptions { Granularities = [2, 2, 2], Passes = 2 })
            .Build(WordVectorsReader.Read(Encoding.UTF8.GetBytes(json), 10));
        using var stream = new MemoryStream();
        built.Write(stream);
        stream.Position = 0;
        return WordVectors.Read(stream, "toy words");
    }
}
