using System.Text;
using Demarche.Nlp.Models;
using Demarche.Nlp.Words;
using Xunit;

namespace Demarche.Tests.Nlp.Words;

public class WordVectorsTests
{
    private const string Json = """
        {"precision":8,"dimensions":2,"words":["dam","canal","envoy","unseen"],
         "vectors":{"canal":[0.5,1.0,9,9],"envoy":[-2,0.1,9,9],"dam":[0.45,1.1,9,9]}}
        """;

    private static readonly WordVectorsOptions Options = new() { Granularities = [2], Passes = 3 };

    [Fact]
    public void Finds_a_word_in_any_case()
    {
        WordVectors words = Build();

        Assert.Equal(words.IndexOf("canal"), words.IndexOf("CANAL"));
        Assert.True(words.IndexOf("Canal") >= 0);
        Assert.Equal(-1, words.IndexOf("unseen"));
        Assert.Equal(-1, words.IndexOf(""));
        Assert.Equal(-1, words.IndexOf("\uD83D"));
    }

    [Fact]
    public void Gives_the_vector_to_one_part_in_a_hundred()
    {
        WordVectors words = Build();
        var vector = new float[2];
        words.CopyTo(words.IndexOf("envoy"), vector);

        Assert.Equal(-2, vector[0], 0.02f);
        Assert.Equal(0.1f, vector[1], 0.02f);
    }

    [Fact]
    public void Words_of_like_direction_share_a_class()
    {
        WordVectors words = Build();

        Assert.Equal(words.ClassOf(words.IndexOf("dam"), 0), words.ClassOf(words.IndexOf("canal"), 0));
        Assert.NotEqual(words.ClassOf(words.IndexOf("dam"), 0), words.ClassOf(words.IndexOf("envoy"), 0));
        Assert.Equal(-1, words.ClassOf(-1, 0));
    }

    [Fact]
    public void Built_twice_it_is_the_same_file_and_reads_back_the_same()
    {
        byte[] file = Bytes(Build());

        Assert.Equal(file, Bytes(Build()));
        Assert.Equal(file, Bytes(WordVectors.Read(new MemoryStream(file), "toy.bin")));
    }

    [Fact]
    public void A_damaged_file_is_refused_in_one_sentence()
    {
        byte[] file = Bytes(Build());
        file[^1] ^= 1;

        Assert.Contains("toy.bin is damaged", Assert.Throws<ModelFormatException>(() => WordVectors.Read(new MemoryStream(file), "toy.bin")).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{\"words\":[\"a\"]}")]
    [InlineData("{\"dimensions\":2,\"words\":[\"a\"],\"vectors\":{\"a\":[\"x\"]}}")]
    [InlineData("{\"dimensions\":2,")]
    public void Other_json_is_refused(string json) =>
        Assert.Throws<FormatException>(() => WordVectorsReader.Read(Encoding.UTF8.GetBytes(json), 10));

    [Fact]
    public void The_english_file_knows_the_words_of_the_news()
    {
        using FileStream stream = File.OpenRead(Path.Combine(Repository.Root!, "models", "en", "words.bin"));
        WordVectors words = WordVectors.Read(stream, "words.bin");

        Assert.Equal((51_995, 100), (words.Count, words.Dimensions));
        Assert.Equal([64, 256, 1024], words.Granularities);
        Assert.Equal(words.ClassOf(words.IndexOf("Tuesday"), 2), words.ClassOf(words.IndexOf("Thursday"), 2));
        Assert.NotEqual(words.ClassOf(words.IndexOf("Tuesday"), 0), words.ClassOf(words.IndexOf("treaty"), 0));
    }

    private static WordVectors Build() => new WordVectorsBuilder(Options).Build(WordVectorsReader.Read(Encoding.UTF8.GetBytes(Json), 10));

    private static byte[] Bytes(WordVectors words)
    {
        using var stream = new MemoryStream();
        words.Write(stream);
        return stream.ToArray();
    }
}
