using System.Runtime.Intrinsics;

namespace Demarche.Core.Positions.Wording;

/// <summary>Many vectors side by side, so that one is compared with all of them at once. Immutable; safe to share between threads.</summary>
/// <remarks>Each comparison is summed one number after the other as <see cref="MeaningVectors.Cosine"/> sums it, so the results are the same to the last bit on every machine.</remarks>
internal sealed class VectorTable
{
    /// <summary>Vectors compared together: four registers of eight numbers, so that no sum waits for the one before.</summary>
    private const int Group = 32;

    private readonly int _dimensions;
    private readonly float[] _cells;

    /// <param name="vectors">Vectors of <paramref name="dimensions"/> numbers.</param>
    /// <param name="dimensions">Numbers in each.</param>
    public VectorTable(IReadOnlyList<float[]> vectors, int dimensions)
    {
        _dimensions = dimensions;
        Count = vectors.Count;
        PaddedCount = (Count + Group - 1) / Group * Group;

        // Groups of vectors; in a group number after number, each of all its vectors.
        _cells = new float[PaddedCount * dimensions];
        for (int v = 0; v < vectors.Count; v++)
        {
            for (int d = 0; d < dimensions; d++)
            {
                _cells[(((v / Group * dimensions) + d) * Group) + (v % Group)] = vectors[v][d];
            }
        }
    }

    /// <summary>Number of vectors.</summary>
    public int Count { get; }

    /// <summary>Numbers that <see cref="Cosines"/> writes: <see cref="Count"/> and what fills the last group.</summary>
    public int PaddedCount { get; }

    /// <summary>Cosine of <paramref name="own"/> with each vector; all have length 1.</summary>
    /// <param name="own">One vector.</param>
    /// <param name="cosines">Receives <see cref="PaddedCount"/> numbers; those from <see cref="Count"/> on are 0.</param>
    public void Cosines(ReadOnlySpan<float> own, Span<float> cosines)
    {
        for (int first = 0; first < PaddedCount; first += Group)
        {
            Add(own, _cells.AsSpan(first * _dimensions, Group * _dimensions), cosines.Slice(first, Group));
        }
    }

    // Multiplied and added in two steps: one fused step would round otherwise than the plain sum.
    private static void Add(ReadOnlySpan<float> own, ReadOnlySpan<float> cells, Span<float> sums)
    {
        Vector256<float> a = Vector256<float>.Zero;
        Vector256<float> b = a;
        Vector256<float> c = a;
        Vector256<float> e = a;
        for (int d = 0; d < own.Length; d++)
        {
            Vector256<float> x = Vector256.Create(own[d]);
            ReadOnlySpan<float> row = cells.Slice(d * Group, Group);
            a += x * Vector256.Create(row);
            b += x * Vector256.Create(row[8..]);
            c += x * Vector256.Create(row[16..]);
            e += x * Vector256.Create(row[24..]);
        }

        a.CopyTo(sums);
        b.CopyTo(sums[8..]);
        c.CopyTo(sums[16..]);
        e.CopyTo(sums[24..]);
    }
}
