using Demarche.Nlp.Corpora;
using Xunit;

namespace Demarche.Tests.Nlp.Corpora;

public class HyphenMergingTests
{
    [Fact]
    public void Makes_one_adjective_of_a_hyphenated_word_before_its_noun()
    {
        TreebankSentence merged = Assert.Single(HyphenMerging.Merge(ToyTreebank.Sentences()));

        Assert.Equal(["The", "long-term", "treaties", "failed", "."], merged.Forms);
        Assert.Equal(["DT", "JJ", "NNS", "VBD", "."], merged.Xpos);
        Assert.Equal([2, 2, 3, -1, 3], merged.Heads);
        Assert.Equal("long-term", merged.Lemmas[1]);
    }
}
