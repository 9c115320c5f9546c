using Demarche.Nlp.Learning;
using Demarche.Nlp.Parsing;
using Xunit;

namespace Demarche.Tests.Nlp.Parsing;

public class ArcStandardTests
{
    [Fact]
    public void Dictated_moves_build_the_tree()
    {
        var heads = new int[3];
        ArcStandard.HeadsOf([Move.Shift, Move.Shift, Move.Left, Move.Shift, Move.Right], heads);

        Assert.Equal([1, -1, 1], heads);
    }

    [Fact]
    public void Left_arcs_are_made_early_and_right_arcs_when_the_dependent_is_complete() =>
        Assert.Equal(
            [Move.Shift, Move.Shift, Move.Left, Move.Shift, Move.Shift, Move.Left, Move.Right],
            ArcStandard.MovesOf([1, -1, 3, 1]));

    [Fact]
    public void Crossing_arcs_are_lifted() => Assert.Equal([-1, 0, 1, 1], ArcStandard.Projective([-1, 0, 1, 1]));

    [Fact]
    public void Any_tree_becomes_projective_and_its_moves_build_it_again()
    {
        var random = new SplitMix64(5);
        for (int round = 0; round < 500; round++)
        {
            int[] heads = ArcStandard.Projective(RandomTree(random, 1 + random.Next(12)));
            var built = new int[heads.Length];
            ArcStandard.HeadsOf(ArcStandard.MovesOf(heads), built);

            Assert.Equal(heads, built);
        }
    }

    // Words in random order, each hanging on one before it in that order.
    private static int[] RandomTree(SplitMix64 random, int count)
    {
        int[] order = [.. Enumerable.Range(0, count)];
        random.Shuffle<int>(order);
        var heads = new int[count];
        heads[order[0]] = -1;
        for (int i = 1; i < count; i++)
        {
            heads[order[i]] = order[random.Next(i)];
        }

        return heads;
    }
}
