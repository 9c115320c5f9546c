using System.Runtime.Intrinsics;

namespace Demarche.Nlp.Networks;

/// <summary>Buffers that grow and small sums over the rows of a matrix.</summary>
internal static class Rows
{
    /// <summary>At least <paramref name="size"/> numbers at the start of <paramref name="buffer"/>, contents unknown.</summary>
    public static Span<float> Of(ref float[] buffer, int size)
    {
        if (buffer.Length < size)
        {
            buffer = new float[size + (size / 4)];
        }

        return buffer.AsSpan(0, size);
    }

    /// <summary>Writes <paramref name="row"/> to each of <paramref name="rows"/> rows.</summary>
    public static void Repeat(ReadOnlySpan<float> row, int rows, Span<float> matrix)
    {
        for (int i = 0; i < rows; i++)
        {
            row.CopyTo(matrix[(i * row.Length)..]);
        }
    }

    /// <summary>Adds all rows of a matrix to <paramref name="sum"/>, the first row first.</summary>
    public static void AddAll(ReadOnlySpan<float> matrix, int rows, int stride, Span<float> sum)
    {
        for (int row = 0; row < rows; row++)
        {
            Add(matrix.Slice(row * stride, sum.Length), sum);
        }
    }

    /// <summary>target += source.</summary>
    public static void Add(ReadOnlySpan<float> source, Span<float> target)
    {
        int i = 0;
        for (; i <= target.Length - 8; i += 8)
        {
            (Vector256.Create<float>(target[i..]) + Vector256.Create<float>(source[i..])).CopyTo(target[i..]);
        }

        for (; i < target.Length; i++)
        {
            target[i] += source[i];
        }
    }

    /// <summary>target = target * factor, number by number.</summary>
    public static void Scale(ReadOnlySpan<float> factors, Span<float> target)
    {
        int i = 0;
        for (; i <= target.Length - 8; i += 8)
        {
            (Vector256.Create<float>(target[i..]) * Vector256.Create<float>(factors[i..])).CopyTo(target[i..]);
        }

        for (; i < target.Length; i++)
        {
            target[i] *= factors[i];
        }
    }
}
