using Demarche.Nlp.Joint;
using Demarche.Tests.Nlp.Networks;
using Xunit;

namespace Demarche.Tests.Nlp.Joint;

public class TreeDecoderTests
{
    [Fact]
    public void Finds_the_best_of_all_projective_trees()
    {
        var decoder = new TreeDecoder();
        for (ulong seed = 0; seed < 40; seed++)
        {
            int count = 1 + (int)(seed % 5);
            float[] scores = Numbers.Random(count * (count + 1), seed);
            int[] heads = new int[count];
            decoder.Decode(scores, heads);

            Assert.True(TreeDecoder.IsProjectiveTree(heads));
            Assert.Equal(Trees(count).Max(t => Score(scores, t)), Score(scores, heads), 0.0001);
        }
    }

    [Theory]
    [InlineData(true, -1)]
    [InlineData(true, 1, -1, 1)]
    [InlineData(false, -1, -1)]
    [InlineData(false, 1, 0, -1)]
    [InlineData(false, 2, 3, -1, 2)]
    [InlineData(false, 2, -1, 1)]
    public void Knows_a_projective_tree(bool isTree, params int[] heads) => Assert.Equal(isTree, TreeDecoder.IsProjectiveTree(heads));

    [Fact]
    public void A_long_sentence_of_equal_scores_is_a_tree()
    {
        int[] heads = new int[JointModel.LongestSentence];
        new TreeDecoder().Decode(new float[heads.Length * (heads.Length + 1)], heads);

        Assert.True(TreeDecoder.IsProjectiveTree(heads));
    }

    private static double Score(float[] scores, int[] heads) =>
        heads.Select((h, i) => (double)scores[(i * (heads.Length + 1)) + (h < 0 ? heads.Length : h)]).Sum();

    private static IEnumerable<int[]> Trees(int count)
    {
        int all = (int)Math.Pow(count + 1, count);
        for (int number = 0; number < all; number++)
        {
            int[] heads = new int[count];
            for (int i = 0, rest = number; i < count; i++, rest /= count + 1)
            {
                heads[i] = (rest % (count + 1)) - 1;
            }

            if (TreeDecoder.IsProjectiveTree(heads))
            {
                yield return heads;
            }
        }
    }
}
