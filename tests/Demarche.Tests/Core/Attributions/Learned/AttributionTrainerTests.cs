using Demarche.Core.Attributions;
using Demarche.Core.Attributions.Learned;
using Demarche.Nlp;
using Demarche.Nlp.Labeling;
using Demarche.Nlp.Models;
using Demarche.Tests.Laws;
using FsCheck.Fluent;
using Xunit;

namespace Demarche.Tests.Core.Attributions.Learned;

public sealed class AttributionTrainerTests
{
    private static readonly string[] Words =
        ["Tal", "said", "that", "the", "dam", "“", "”", ",", ".", "\n", "and", "declared", "Norland", "\ud800", "\0", "\"", "Monday", "is", ":"];

    private static readonly Lazy<AttributionModel> Model = new(Train);

    [Fact]
    public void Learns_source_cue_and_content()
    {
        const string Text = "Governor Lind said that the bridge is safe. The harbour is wide.\n“The bridge stays open,” Lind declared on Monday.";
        IReadOnlyList<Attribution> found = new AttributionExtractor(Model.Value, isWide: false).Extract(new Analyzer().Analyze(Text), []);
        Assert.Equal(["said", "declared"], found.Select(a => a.Cue[0].Of(Text)));
        Assert.Equal(["Governor Lind", "Lind"], found.Select(a => a.Source[0].Of(Text)));
        Assert.Equal(["that the bridge is safe", "The bridge stays open,"], found.Select(a => a.Content[0].Of(Text)));
        Assert.Equal([AttributionKind.Indirect, AttributionKind.Direct], found.Select(a => a.Kind));
    }

    [Fact]
    public void Trained_twice_it_is_the_same_file() => Assert.Equal(Bytes(Train()), Bytes(Train()));

    [Fact]
    public void Read_back_it_finds_the_same()
    {
        AttributionModel copy = AttributionModel.Read(new MemoryStream(Bytes(Model.Value)), "toy.bin");
        Assert.False(copy.UsesSyntax);
        Assert.Equal(64, copy.Checksum.Length);
        foreach (AnnotatedArticle article in ToyArticles.All)
        {
            Document document = new Analyzer().Analyze(article.Text);
            Assert.Equal(Lines(Model.Value, document), Lines(copy, document));
        }
    }

    [Fact]
    public void A_damaged_file_is_refused()
    {
        byte[] bytes = Bytes(Model.Value);
        bytes[^5] ^= 1;
        Assert.Throws<ModelFormatException>(() => AttributionModel.Read(new MemoryStream(bytes), "toy.bin"));
        Assert.Throws<ModelFormatException>(() => AttributionModel.Read(new MemoryStream(bytes, 0, 60), "toy.bin"));
    }

    [Fact]
    public void Calibration_says_how_often_scores_were_right()
    {
        var trainer = new AttributionTrainer(new Analyzer());
        AttributionModel calibrated = trainer.Calibrated(Model.Value, ToyArticles.All);
        Assert.All(calibrated.Reliability, point => Assert.InRange(point.Share, 0, 1));
    }

    [Fact]
    public void Spans_lie_in_the_text_and_parents_exist()
    {
        AttributionExtractor extractor = new(Model.Value);
        Law.Holds(Prop.ForAll(Gen.Elements(Words).ListOf().ToArbitrary(), words =>
        {
            string text = string.Join(' ', words);
            IReadOnlyList<Attribution> found = extractor.Extract(new Analyzer().Analyze(text), []);
            return found.All(a => a.Cue.Count > 0 && a.Content.Count > 0
                && a.Source.Concat(a.Cue).Concat(a.Content).All(s => s.Start >= 0 && s.Length > 0 && s.End <= text.Length)
                && (a.ParentId is null || found.Any(p => p.Id == a.ParentId && p != a)));
        }), cases: 300);
    }

    [Theory]
    [InlineData("Tal said that the dam leaks and ", 5_000)]
    [InlineData("said ", 30_000)]
    [InlineData("“The dam leaks,” Tal declared. ", 4_000)]
    public void Endless_paragraphs_end(string unit, int times)
    {
        Document document = new Analyzer().Analyze(string.Concat(Enumerable.Repeat(unit, times)));
        Assert.All(
            new AttributionExtractor(Model.Value).Extract(document, []),
            a => Assert.All(a.Content, span => Assert.InRange(span.End, 1, document.Text.Length)));
    }

    private static IEnumerable<string> Lines(AttributionModel model, Document document) =>
        new AttributionExtractor(model).Extract(document, []).Select(a => string.Join('|', a.Source.Concat(a.Cue).Concat(a.Content)));

    private static AttributionModel Train()
    {
        var options = new LabelerOptions { FrequencyCut = 1, Passes = 20, Rate = 0.1f, Dropout = 0.3f };
        var trainer = new AttributionTrainer(new Analyzer()) { CueOptions = options, PartOptions = options };
        foreach (AnnotatedArticle article in ToyArticles.All)
        {
            trainer.Add(article);
        }

        return trainer.Train();
    }

    private static byte[] Bytes(AttributionModel model)
    {
        using var stream = new MemoryStream();
        model.Write(stream);
        return stream.ToArray();
    }
}
