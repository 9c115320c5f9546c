using System.Globalization;
using System.Numerics;
using Demarche.Core.Ledger;

namespace Demarche.Core.Comparisons.Stories;

/// <summary>A stretch of a line on which articles stand: by the words of those in it, an article's own are weighed.</summary>
/// <remarks>
/// Every article has a place: one of sixteen lines, drawn by its key, on it its day, and within the day a lot drawn by its key. Lines and days are
/// halved again and again (a trie over the bits of places: Fredkin 1960), and an article's vicinity is the shortest of these stretches in which enough
/// articles stand, or all of them. So whatever is in the ledger, fewer articles than twice as many are weighed by one stretch, and one
/// article more can change the weights of few. That there are several lines makes a stretch reach over more days, and the events of one day
/// count for less. docs/decisions/0034-weights-of-the-vicinity.md.
/// </remarks>
/// <param name="Id">The middle of the stretch: no two have the same.</param>
internal readonly record struct Vicinity(long Id)
{
    private const int LotBits = 36;
    private const int LineBits = 4;
    private const int HexDigits = (LotBits + LineBits) / 4;

    // Days since the year 1 fit into 22 bits until the year 11,000.
    private const int DayBits = 22;

    /// <summary>All lines.</summary>
    public static Vicinity Whole { get; } = new(1L << (LineBits + DayBits + LotBits - 1));

    /// <summary>First place in it.</summary>
    public long First => Id - Half;

    /// <summary>Last place in it.</summary>
    public long Last => Id + Half - 1;

    /// <summary>Whether it can be halved.</summary>
    public bool IsDivisible => Half > 1;

    // Half of its length: the lowest bit of its middle.
    private long Half => 1L << BitOperations.TrailingZeroCount(Id);

    /// <summary>Place of an article.</summary>
    /// <param name="day">Its day as a number; null when unknown.</param>
    /// <param name="articleKey">Its key.</param>
    public static long PlaceOf(int? day, string articleKey)
    {
        long drawn = long.Parse(ContentId.Of("place", articleKey).AsSpan(0, HexDigits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        long line = drawn >> LotBits;
        return (((line << DayBits) | (long)(day ?? 0)) << LotBits) | (drawn & ((1L << LotBits) - 1));
    }

    /// <summary>The half in which <paramref name="place"/> lies.</summary>
    public Vicinity HalfWith(long place) => new(place < Id ? Id - (Half / 2) : Id + (Half / 2));

    /// <summary>Whether <paramref name="place"/> lies in it.</summary>
    public bool Contains(long place) => place >= First && place <= Last;

    /// <summary>The vicinities of articles at these places, aligned with them.</summary>
    /// <param name="places">Ascending.</param>
    /// <param name="least">How many articles are enough, 1 or more.</param>
    public static Vicinity[] Of(ReadOnlySpan<long> places, int least)
    {
        var found = new Vicinity[places.Length];
        Divide(Whole, places, found, least);
        return found;
    }

    private static void Divide(Vicinity around, ReadOnlySpan<long> places, Span<Vicinity> found, int least)
    {
        found.Fill(around);
        if (!around.IsDivisible || places.Length < least)
        {
            return;
        }

        int left = places.BinarySearch(around.Id);
        left = left < 0 ? ~left : left;
        while (left > 0 && places[left - 1] == around.Id)
        {
            left--;
        }

        if (left >= least)
        {
            Divide(around.HalfWith(around.First), places[..left], found[..left], least);
        }

        if (places.Length - left >= least)
        {
            Divide(around.HalfWith(around.Last), places[left..], found[left..], least);
        }
    }
}
