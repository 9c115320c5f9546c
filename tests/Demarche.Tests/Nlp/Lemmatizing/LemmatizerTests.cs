using Demarche.Nlp.Learning;
using Demarche.Nlp.Lemmatizing;
using Demarche.Nlp.Tagging;
using Demarche.Tests.Nlp.Corpora;
using Xunit;

namespace Demarche.Tests.Nlp.Lemmatizing;

public class LemmatizerTests
{
    private static readonly TagSet Tags = new(new LabelSet(["VBD/AUX", "NNS/NOUN", "NNP/PROPN", "VBD/VERB", "NN/NOUN", "DT/DET"]));

    [Theory]
    [InlineData("treaties", "NNS/NOUN", "treaty")]
    [InlineData("Treaties", "NNS/NOUN", "treaty")]
    [InlineData("talks", "NNS/NOUN", "talk")]
    [InlineData("Did", "VBD/AUX", "do")]
    [InlineData("Belmora", "NNP/PROPN", "Belmora")]
    [InlineData("Osteria", "NNP/PROPN", "Osteria")]
    public void Gives_the_dictionary_form(string form, string label, string lemma)
    {
        Lemmatizer lemmatizer = LemmatizerTrainer.Train(ToyTreebank.Sentences(), Tags);

        Assert.Equal(lemma, lemmatizer.Lemma(form, (byte)Tags.Labels.IndexOf(label)));
    }

    [Theory]
    [InlineData("talks", "talk", false, 1, "")]
    [InlineData("Said", "say", true, 2, "y")]
    [InlineData("Belmora", "Belmora", false, 0, "")]
    public void A_rule_cuts_and_appends(string form, string lemma, bool lowers, byte cut, string append)
    {
        LemmaRule? rule = LemmaRule.Of(form, lemma);

        Assert.Equal(cut, rule?.Cut);
        Assert.Equal(append, rule?.Append);
        Assert.True(!lowers || rule?.Lowers == true);
        Assert.Equal(lemma, rule?.Apply(form));
    }

    [Fact]
    public void An_address_is_its_own_dictionary_form()
    {
        string address = "https://example.org/" + new string('x', 100_000);

        Assert.Equal(address, LemmatizerTrainer.Train(ToyTreebank.Sentences(), Tags).Lemma(address, 0));
    }
}
