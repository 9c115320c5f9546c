using Demarche.Nlp.Learning;
using Xunit;

namespace Demarche.Tests.Nlp.Learning;

public class SplitMix64Tests
{
    [Fact]
    public void Gives_the_numbers_of_the_reference_implementation()
    {
        var random = new SplitMix64(1234567);

        Assert.Equal([6457827717110365317UL, 3203168211198807973UL, 9817491932198370423UL], [random.Next(), random.Next(), random.Next()]);
    }

    [Fact]
    public void Shuffles_without_losing_anything()
    {
        int[] items = [.. Enumerable.Range(0, 100)];
        new SplitMix64(3).Shuffle<int>(items);

        Assert.NotEqual(Enumerable.Range(0, 100), items);
        Assert.Equal(Enumerable.Range(0, 100), items.Order());
    }
}
