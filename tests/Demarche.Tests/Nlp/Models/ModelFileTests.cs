using Demarche.Nlp.Models;
using Xunit;

namespace Demarche.Tests.Nlp.Models;

public class ModelFileTests
{
    private static readonly Dictionary<string, byte[]> Sections = new() { ["beta"] = [2, 0, 0, 0], ["alpha"] = [1, 0, 0, 0] };

    [Fact]
    public void Gives_back_what_was_written()
    {
        ModelFile file = Read(Write());

        Assert.Equal(["alpha", "beta"], file.Sections);
        Assert.Equal(2, file.Load("beta", r => r.ReadInt32()));
    }

    [Fact]
    public void A_changed_byte_is_found()
    {
        byte[] bytes = Write();
        bytes[^1] ^= 1;

        Assert.Contains("toy.bin is damaged", Message(bytes), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_cut_short_is_found() => Assert.Contains("toy.bin is damaged", Message(Write()[..^3]), StringComparison.Ordinal);

    [Fact]
    public void A_newer_file_names_both_versions_and_the_remedy()
    {
        byte[] bytes = Write();
        bytes[8] = ModelFile.Version + 1;
        var error = Assert.Throws<ModelFormatException>(() => Read(bytes));

        Assert.Equal(ModelFile.Version + 1, error.FoundVersion);
        Assert.Equal(
            $"toy.bin has model format {ModelFile.Version + 1}; this program reads {ModelFile.Version}. Use a newer Demarche, or the model file that came with this one.",
            error.Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("DEMARCHE")]
    [InlineData("PK and what else a file may begin with, long enough to be a header")]
    public void Another_kind_of_file_is_refused(string contents) =>
        Assert.Contains("toy.bin is not a model file", Message([.. contents.Select(c => (byte)c)]), StringComparison.Ordinal);

    [Fact]
    public void A_section_that_is_missing_or_malformed_is_named()
    {
        ModelFile file = Read(Write());

        Assert.Contains("no section 'gamma' (it has alpha, beta)", Assert.Throws<ModelFormatException>(() => file.Load("gamma", r => r.ReadByte())).Message, StringComparison.Ordinal);
        Assert.Contains("Section 'alpha' of toy.bin", Assert.Throws<ModelFormatException>(() => file.Load("alpha", r => r.ReadInt64())).Message, StringComparison.Ordinal);
    }

    private static byte[] Write()
    {
        using var stream = new MemoryStream();
        ModelFile.Write(stream, Sections);
        return stream.ToArray();
    }

    private static ModelFile Read(byte[] bytes) => ModelFile.Read(new MemoryStream(bytes), "toy.bin");

    private static string Message(byte[] bytes) => Assert.Throws<ModelFormatException>(() => Read(bytes)).Message;
}
