using System.Text;
using Demarche.Core.Reading;
using Xunit;

namespace Demarche.Tests.Core.Reading;

public sealed class TextDecoderTests
{
    private const string Words = "The envoy’s “no” – said in Älvdal – cost 5 €.";

    public static TheoryData<string, byte[]> Encoded => new()
    {
        { "UTF-8", Encoding.UTF8.GetBytes(Words) },
        { "UTF-8 with mark", [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Words)] },
        { "UTF-16 LE with mark", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Words)] },
        { "UTF-16 BE with mark", [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(Words)] },
        { "UTF-16 LE", Encoding.Unicode.GetBytes(Words) },
        { "UTF-16 BE", Encoding.BigEndianUnicode.GetBytes(Words) },
        { "Windows-1252", CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(Words) },
    };

    [Theory]
    [MemberData(nameof(Encoded))]
    public void Gives_the_same_words_in_every_encoding(string name, byte[] bytes)
    {
        Assert.NotEmpty(name);
        Assert.Equal(Words, TextDecoder.Decode(bytes));
    }

    [Fact]
    public void Cyrillic_in_UTF_16_without_a_mark_is_known_by_its_blanks() =>
        Assert.Equal("Мы не согласны с этим.", TextDecoder.Decode(Encoding.Unicode.GetBytes("Мы не согласны с этим.")));

    [Fact]
    public void One_torn_character_does_not_make_UTF_8_an_older_encoding() =>
        Assert.Equal("Zoë, Zoë, Zo\uFFFD", TextDecoder.Decode([.. Encoding.UTF8.GetBytes("Zoë, Zoë, Zo"), 0xC3]));

    [Fact]
    public void Declared_encoding_counts_only_where_UTF_8_is_not_valid()
    {
        Encoding cyrillic = TextDecoder.Named("windows-1251")!;

        Assert.Equal("нет", TextDecoder.Decode(cyrillic.GetBytes("нет"), cyrillic));
        Assert.Equal("нет", TextDecoder.Decode(Encoding.UTF8.GetBytes("нет"), cyrillic));
    }
}
