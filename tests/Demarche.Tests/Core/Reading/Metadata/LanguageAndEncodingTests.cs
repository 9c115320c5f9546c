using System.Text;
using Demarche.Core;
using Demarche.Core.Reading;
using Demarche.Core.Reading.Languages;
using Xunit;

namespace Demarche.Tests.Core.Reading.Metadata;

/// <summary>The language of a text, and texts in encodings that nothing declares.</summary>
public sealed class LanguageAndEncodingTests
{
    private const string Russian = "Совет порта заявил, что он не будет закрывать причал, и что переговоры с городом продолжатся на этой неделе, как и было решено.";
    private const string Polish = "Rada portu oświadczyła, że nie zamknie nabrzeża i że rozmowy z miastem będą się toczyć dalej, jak to było już ustalone w maju.";
    private const string Chinese = "港口委员会表示，它不会关闭码头，与城市的谈判将在本周继续进行，这是五月份已经决定的。市长说，他对此很满意，渔民也是。";
    private const string Japanese = "港湾評議会は、埠頭を閉鎖しないこと、そして市との交渉が今週も続くことを明らかにした。市長はこれに満足していると述べた。";

    [Theory]
    [InlineData("The council of the port said that it would not close the quay, and that talks with the town will go on.", "en")]
    [InlineData("Der Rat des Hafens hat erklärt, dass er den Kai nicht schließen wird und die Gespräche mit der Stadt weitergehen.", "de")]
    [InlineData("Le conseil du port a déclaré qu’il ne fermera pas le quai et que les discussions avec la ville se poursuivent.", "fr")]
    [InlineData("El consejo del puerto dijo que no cerrará el muelle y que las conversaciones con la ciudad seguirán esta semana.", "es")]
    [InlineData("Il consiglio del porto ha detto che non chiuderà la banchina e che i colloqui con la città sono ancora in corso.", "it")]
    [InlineData("O conselho do porto disse que não vai fechar o cais e que as conversas com a cidade ainda não foram concluídas.", "pt")]
    [InlineData("De raad van de haven zei dat hij de kade niet zal sluiten en dat er nog met de stad wordt gesproken.", "nl")]
    [InlineData(Polish, "pl")]
    [InlineData(Russian, "ru")]
    [InlineData("Рада порту заявила, що не буде закривати причал, і що переговори з містом також підуть далі.", "uk")]
    [InlineData("Liman kurulu rıhtımı kapatmayacağını ve kent ile görüşmelerin bu hafta da süreceğini söyledi, bir karar için daha çok zaman var.", "tr")]
    [InlineData(Chinese, "zh")]
    [InlineData(Japanese, "ja")]
    [InlineData("ο δήμος είπε ότι δεν θα κλείσει την προβλήτα", "el")]
    [InlineData("quay 7", null)]
    [InlineData("", null)]
    public void The_language_is_told_from_small_words_and_scripts(string text, string? language) =>
        Assert.Equal(language, LanguageDetector.Detect(text));

    [Theory]
    [InlineData("windows-1251", Russian)]
    [InlineData("koi8-r", Russian)]
    [InlineData("iso-8859-5", Russian)]
    [InlineData("windows-1250", Polish)]
    [InlineData("gb18030", Chinese)]
    [InlineData("shift_jis", Japanese)]
    [InlineData("euc-jp", Japanese)]
    [InlineData("windows-1252", "Der Rat sagte: „Wir schließen den Kai nicht“ – und dass er mit der Stadt weiter über die Größe spricht.")]
    public void An_encoding_that_nothing_declares_is_told_from_its_words(string encoding, string text)
    {
        byte[] bytes = CodePagesEncodingProvider.Instance.GetEncoding(encoding)!.GetBytes(text);

        Assert.Equal(text, TextDecoder.Decode(bytes));
        Assert.Contains(text, Read($"<html><body><p>{text}</p></body></html>", encoding).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Characters_encoded_twice_are_repaired_on_a_page_and_said_so()
    {
        string meant = "The mayor’s words – “we’re open” – were heard by everybody in the café of the northern quay of Skarrow.";
        string twice = CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(Encoding.UTF8.GetBytes(meant));

        Article article = Read($"<html><body><p>{twice}</p></body></html>", "utf-8");

        Assert.Equal(meant, article.Text);
        Assert.Equal(["double-encoded characters repaired"], article.Remarks);
    }

    [Fact]
    public void What_may_be_meant_as_it_stands_is_not_repaired()
    {
        string text = "The ships “Ângela” and “São Bento” lie at the northern quay of Skarrow, and the crews wait for the council.";

        Article article = Read($"<html><body><p>{text}</p></body></html>", "utf-8");

        Assert.Equal(text, article.Text);
        Assert.Empty(article.Remarks);
    }

    [Fact]
    public void An_article_in_another_language_is_kept_and_marked_and_not_read_for_statements()
    {
        Article article = Read($"<html><body><p>{Russian}</p><p>“We will go on,” the mayor said.</p></body></html>", "utf-8");

        Assert.Equal("ru", article.Language);
        Assert.Empty(new ArticlePipeline().Code(article).Attributions);
        Assert.NotEmpty(new ArticlePipeline().Code(article with { Language = "en" }).Attributions);
    }

    private static Article Read(string html, string encoding) =>
        new ArticleReader().Read(new RawArticle
        {
            Origin = "page.html",
            Id = "page",
            Kind = RawKind.Page,
            Bytes = (CodePagesEncodingProvider.Instance.GetEncoding(encoding) ?? Encoding.UTF8).GetBytes(html),
        }).Article;
}
