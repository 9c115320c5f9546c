using Demarche.Nlp.Corpora;
using Demarche.Nlp.Learning;
using Demarche.Nlp.Parsing;
using Demarche.Nlp.Tagging;
using Demarche.Tests.Nlp.Corpora;
using Xunit;

namespace Demarche.Tests.Nlp.Parsing;

public class ParserTests
{
    private static readonly List<TreebankSentence> Sentences = ToyTreebank.Sentences(times: 3);
    private static readonly TagSet Tags = new(LabelSet.Frequent(Sentences.SelectMany(s => s.Xpos.Zip(s.Upos, TagSet.NameOf)), 1));
    private static readonly Parser Parser = new ParserTrainer(
        new ParserTrainingOptions { MinimumUpdates = 1, SmallestMoveWeight = 0, MinimumRelationUpdates = 1, MinimumRelationCount = 1 })
        .Train(Sentences, [.. Sentences.Select(Labels)], Tags);

    [Fact]
    public void Parses_the_sentences_it_learned_from_as_they_were()
    {
        foreach (TreebankSentence sentence in ToyTreebank.Sentences())
        {
            (int[] heads, string[] relations) = Parse(sentence.Forms, Labels(sentence));

            Assert.Equal(sentence.Heads, heads);
            Assert.Equal(sentence.Relations, relations);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(57)]
    [InlineData(Parser.LongestSentence)]
    [InlineData((2 * Parser.LongestSentence) + 1)]
    public void Any_words_with_any_tags_become_a_tree_with_one_root(int count)
    {
        var random = new SplitMix64((ulong)count);
        string[] forms = [.. Enumerable.Range(0, count).Select(_ => Sentences[0].Forms[random.Next(9)])];
        byte[] labels = [.. Enumerable.Range(0, count).Select(_ => (byte)random.Next(Tags.Labels.Count))];

        (int[] heads, string[] relations) = Parse(forms, labels);

        Assert.Equal(Math.Min(1, count), heads.Count(h => h < 0));
        Assert.Equal(heads.Select(h => h < 0), relations.Select(r => r == "root"));
        Assert.All(Enumerable.Range(0, count), i => Assert.True(ReachesRoot(heads, i)));
    }

    [Fact]
    public void A_workspace_carries_nothing_over_from_one_sentence_to_the_next()
    {
        var workspace = new ParserWorkspace();
        foreach (TreebankSentence sentence in Sentences)
        {
            (int[] fresh, _) = Parse(sentence.Forms, Labels(sentence));
            (int[] used, _) = Parse(sentence.Forms, Labels(sentence), workspace);

            Assert.Equal(fresh, used);
        }
    }

    private static bool ReachesRoot(int[] heads, int word)
    {
        for (int steps = 0; steps <= heads.Length; steps++)
        {
            if (heads[word] < 0)
            {
                return true;
            }

            word = heads[word];
        }

        return false;
    }

    private static byte[] Labels(TreebankSentence sentence) =>
        [.. sentence.Xpos.Zip(sentence.Upos, (x, u) => (byte)Tags.Labels.IndexOf(TagSet.NameOf(x, u)))];

    private static (int[] Heads, string[] Relations) Parse(string[] forms, byte[] labels, ParserWorkspace? workspace = null)
    {
        var heads = new int[forms.Length];
        var relations = new byte[forms.Length];
        Parser.Parse([.. forms.Select(f => new WordHashes(f))], labels, heads, relations, workspace ?? new ParserWorkspace());
        return (heads, [.. relations.Select(r => Parser.Relations[r])]);
    }
}
