using System.Buffers.Binary;
using Demarche.Core.Ledger;

namespace Demarche.Core.Comparisons.Stories;

/// <summary>How many articles of a vicinity have a term, judged on a sample. Immutable.</summary>
/// <remarks>
/// The sample is the articles whose keys hash lowest (bottom-k sketch: E. Cohen, H. Kaplan 2007). It depends on the set of articles alone, not on
/// the order in which they came, and one more article changes it once in as many times as the vicinity has more articles than the sample.
/// </remarks>
internal sealed class TermSample
{
    private const int TermLength = sizeof(uint) + sizeof(ushort);

    private readonly Dictionary<uint, int> _articlesWith = [];
    private readonly int _count;

    // By in how many articles of the sample a term stands: hundreds of thousands are weighed for one article more.
    private readonly double[] _rarities;

    /// <summary>Counts the terms of the articles sampled.</summary>
    public TermSample(IReadOnlyCollection<ArticleProfile> sampled)
    {
        _count = sampled.Count;
        foreach (uint term in sampled.SelectMany(profile => profile.Terms))
        {
            _articlesWith[term] = _articlesWith.GetValueOrDefault(term) + 1;
        }

        _rarities = RaritiesOf(_count);
    }

    /// <summary>Reads what <see cref="ToBytes"/> wrote.</summary>
    /// <exception cref="InvalidDataException">It is no sample.</exception>
    public TermSample(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length % TermLength != sizeof(int))
        {
            throw new InvalidDataException($"A sample of {bytes.Length} bytes.");
        }

        _count = BinaryPrimitives.ReadInt32LittleEndian(bytes);
        if (_count is < 0 or > SampleRule.Most)
        {
            throw new InvalidDataException($"A sample of {_count} articles.");
        }

        _articlesWith.EnsureCapacity(bytes.Length / TermLength);
        for (ReadOnlySpan<byte> rest = bytes[sizeof(int)..]; rest.Length > 0; rest = rest[TermLength..])
        {
            _articlesWith[BinaryPrimitives.ReadUInt32LittleEndian(rest)] = BinaryPrimitives.ReadUInt16LittleEndian(rest[sizeof(uint)..]);
        }

        _rarities = RaritiesOf(_count);
    }

    /// <summary>The lot an article draws by its key: those with the lowest are the sample.</summary>
    public static string DrawOf(string articleKey) => ContentId.Of("sample", articleKey);

    /// <summary>Number of articles, then six bytes a term, ascending: the same sample, the same bytes.</summary>
    public byte[] ToBytes()
    {
        var bytes = new byte[sizeof(int) + (TermLength * _articlesWith.Count)];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, _count);
        Span<byte> rest = bytes.AsSpan(sizeof(int));
        foreach ((uint term, int count) in _articlesWith.OrderBy(pair => pair.Key))
        {
            BinaryPrimitives.WriteUInt32LittleEndian(rest, term);
            BinaryPrimitives.WriteUInt16LittleEndian(rest[sizeof(uint)..], (ushort)count);
            rest = rest[TermLength..];
        }

        return bytes;
    }

    /// <summary>Weight of a term: geometric mean of its rarity in English and in this vicinity, so that both must hold it rare.</summary>
    /// <param name="term">Hash of the stem.</param>
    /// <param name="rarity">Its rarity in English.</param>
    public double WeightOf(uint term, double rarity)
    {
        double here = _rarities[Math.Min(_articlesWith.GetValueOrDefault(term), _count)];
        return Math.Sqrt(here * rarity);
    }

    private static double[] RaritiesOf(int count) =>
        [.. Enumerable.Range(0, count + 1).Select(articles => Math.Max(0, Math.Log((count + 1) / (articles + 0.5))))];
}

/// <summary>By how many articles words are weighed.</summary>
/// <param name="Size">Articles in a sample, 1 to <see cref="Most"/>.</param>
/// <param name="Enough">Articles that make a vicinity, more than <paramref name="Size"/>.</param>
internal readonly record struct SampleRule(int Size, int Enough)
{
    /// <summary>Most articles in a sample.</summary>
    public const int Most = 512;

    /// <summary>
    /// 96 of 192 and more: half of a vicinity at most, so that not every article changes its sample, and few to weigh anew when one does. Of 4,386
    /// headlines and 772 articles without a day 128 of 256 group as well, 64 of 128 worse (docs/decisions/0034-weights-of-the-vicinity.md).
    /// </summary>
    public static SampleRule Shipped { get; } = new(96, 192);
}
