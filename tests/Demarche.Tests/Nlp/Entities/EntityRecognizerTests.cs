using Demarche.Core;
using Demarche.Nlp;
using Demarche.Nlp.Entities;
using Demarche.Nlp.Models;
using Demarche.Nlp.Words;
using Xunit;

namespace Demarche.Tests.Nlp.Entities;

/// <summary>The shipped recognizer.</summary>
public sealed class EntityRecognizerTests
{
    private static readonly Lazy<EntityRecognizer> Shipped = new(() => Read("entities.bin"));

    [Theory]
    [InlineData("On Monday Anna Berg met Mr. Karl Ost in Oslo.", "Person Anna Berg; Person Karl Ost; Place Oslo")]
    [InlineData("Norwegian officials of the European Commission flew to Norway.", "Nationality Norwegian; Organization European Commission; Place Norway")]
    [InlineData("nobody came, and it rained.", "")]
    [InlineData("", "")]
    public void Finds_names(string text, string names)
    {
        Document document = new Analyzer(null, Shipped.Value).Analyze(text);
        Assert.Equal(names, string.Join("; ", document.Entities.Select(entity => $"{entity.Kind} {document.SpanOf(entity.Tokens).Of(text)}")));
    }

    [Fact]
    public void A_written_model_reads_back_and_writes_the_same_bytes()
    {
        using var first = new MemoryStream();
        Shipped.Value.Write(first);
        Assert.Equal(File.ReadAllBytes(PathOf("entities.bin")), first.ToArray());
    }

    [Fact]
    public void A_file_of_another_model_is_refused() => Assert.Throws<ModelFormatException>(() => Read("words.bin"));

    [Fact]
    public void Names_of_hostile_text_lie_inside_it()
    {
        string text = string.Concat(Enumerable.Repeat("A\uD800 Bb\u0301 CCC ", 20_000));
        Document document = new Analyzer(null, Shipped.Value).Analyze(text);
        Assert.All(document.Entities, entity => Assert.InRange(document.SpanOf(entity.Tokens).End, 1, text.Length));
    }

    private static EntityRecognizer Read(string file)
    {
        using FileStream words = File.OpenRead(PathOf(ReadingModels.WordsFile));
        using FileStream stream = File.OpenRead(PathOf(file));
        return EntityRecognizer.Read(stream, file, WordVectors.Read(words, ReadingModels.WordsFile));
    }

    private static string PathOf(string file) => Path.Combine(Repository.Root!, "models", "en", file);
}
