using System.IO.Compression;
using System.Text;
using Demarche.Nlp.Corpora;
using Xunit;

namespace Demarche.Tests.Nlp.Corpora;

public class ConlluReaderTests
{
    [Fact]
    public void Leaves_out_multiword_tokens_and_empty_nodes()
    {
        TreebankSentence question = ToyTreebank.Sentences()[3];

        Assert.Equal(["Did", "n't", "Belmora", "pay", "the", "toll", "?"], question.Forms);
        Assert.Equal([3, 3, 3, -1, 5, 3, 3], question.Heads);
        Assert.Equal("toll", question.DocumentId);
    }

    [Fact]
    public void Reads_gzip_as_it_reads_plain_text()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write("1\tNo\tno\tINTJ\tUH\t_\t0\troot\t_\t_"u8);
        }

        packed.Position = 0;

        Assert.Equal(["No"], Assert.Single(ConlluReader.Read(packed)).Forms);
    }

    [Theory]
    [InlineData("1\tNo\tno", "Line 1 has 3 columns instead of 10.")]
    [InlineData("1\tNo\tno\tINTJ\tUH\t_\t2\troot\t_\t_", "The sentence before line 1 has the head '2' at word 1.")]
    [InlineData("1\tNo\tno\tINTJ\tUH\t_\tx\troot\t_\t_", "The sentence before line 1 has the head 'x' at word 1.")]
    public void Names_the_line_that_is_malformed(string text, string message)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));

        Assert.Equal(message, Assert.Throws<FormatException>(() => ConlluReader.Read(stream).Count()).Message);
    }
}
