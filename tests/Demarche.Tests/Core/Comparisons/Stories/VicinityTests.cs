using Demarche.Core.Comparisons.Stories;
using Demarche.Nlp.Learning;
using Xunit;

namespace Demarche.Tests.Core.Comparisons.Stories;

public sealed class VicinityTests
{
    private const int Enough = 16;
    private const int FirstDay = 740_000;

    [Fact]
    public void Few_articles_are_weighed_by_all_of_them()
    {
        long[] places = Places(1, Enough - 1, 900);

        Assert.All(Vicinity.Of(places, Enough), around => Assert.Equal(Vicinity.Whole, around));
        Assert.All(places, place => Assert.True(Vicinity.Whole.Contains(place)));
    }

    [Theory]
    [InlineData(2, 1)]
    [InlineData(3, 30)]
    [InlineData(4, 4000)]
    public void A_vicinity_holds_enough_articles_and_weighs_fewer_than_twice_as_many(int seed, int days)
    {
        long[] places = Places(seed, 500, days);
        Vicinity[] vicinities = Vicinity.Of(places, Enough);

        Assert.All(places.Zip(vicinities), pair => Assert.True(pair.Second.Contains(pair.First)));
        Assert.All(vicinities.CountBy(around => around), weighed =>
        {
            Assert.InRange(places.Count(weighed.Key.Contains), Enough, places.Length);
            Assert.InRange(weighed.Value, 1, (2 * Enough) - 1);
        });
    }

    [Fact]
    public void One_article_more_changes_the_vicinities_of_few()
    {
        long[] places = Places(5, 800, 365);
        Dictionary<long, Vicinity> before = places.Zip(Vicinity.Of(places, Enough)).ToDictionary(pair => pair.First, pair => pair.Second);
        foreach (long place in Places(6, 40, 365))
        {
            long[] more = [.. places.Append(place).Order()];
            int moved = more.Zip(Vicinity.Of(more, Enough)).Count(pair => before.TryGetValue(pair.First, out Vicinity known) && known != pair.Second);

            Assert.InRange(moved, 0, Enough - 1);
        }
    }

    [Fact]
    public void Articles_without_a_day_stand_apart_from_those_of_today()
    {
        long[] undated = [.. Enumerable.Range(0, 900).Select(i => Vicinity.PlaceOf(null, $"undated {i}"))];
        long[] dated = Places(7, 900, 10);
        long[] places = [.. undated.Concat(dated).Order()];
        Vicinity[] vicinities = Vicinity.Of(places, Enough);

        Assert.DoesNotContain(undated, place => dated.Any(vicinities[Array.BinarySearch(places, place)].Contains));
    }

    private static long[] Places(int seed, int count, int days)
    {
        var random = new SplitMix64((ulong)seed);
        return [.. Enumerable.Range(0, count).Select(i => Vicinity.PlaceOf(FirstDay + random.Next(days), $"article {seed} {i}")).Order()];
    }
}
