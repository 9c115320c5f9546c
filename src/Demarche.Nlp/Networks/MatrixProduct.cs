using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Demarche.Nlp.Networks;

/// <summary>Products of matrices, by blocks that stay in registers.</summary>
/// <remarks>
/// Each number of the result is summed alone, in the order of the columns of the left factor, with fused steps; registers lie along
/// the columns of the result. So the width of the registers changes the speed and never a bit of the result.
/// </remarks>
public static class MatrixProduct
{
    // The blocks are compiled for speed at once: a program that reads a few articles would else run them in first, slow code.

    // Rows of a block: sixteen sums of 512 bits leave half of the registers for the factors.
    private const int BlockRows = 8;

    /// <summary>Result = left * right, or result += left * right.</summary>
    /// <param name="left">As many columns as <paramref name="right"/> has rows.</param>
    /// <param name="right">The packed factor.</param>
    /// <param name="result">Row i begins at i * <paramref name="stride"/>.</param>
    /// <param name="stride">Distance of the result's rows, at least the columns of <paramref name="right"/>.</param>
    /// <param name="adds">Whether to add to what stands in <paramref name="result"/>.</param>
    /// <exception cref="ArgumentException">A span is too short for its matrix.</exception>
    public static void Multiply(LeftMatrix left, PackedMatrix right, Span<float> result, int stride, bool adds = false)
    {
        ArgumentNullException.ThrowIfNull(right);
        if (left.Rows == 0 || right.Columns == 0)
        {
            return;
        }

        long leftLength = ((long)(left.Rows - 1) * left.RowStride) + ((long)(right.Rows - 1) * left.ColumnStride) + 1;
        if (stride < right.Columns || result.Length < ((long)(left.Rows - 1) * stride) + right.Columns || (right.Rows > 0 && left.Values.Length < leftLength))
        {
            throw new ArgumentException("A matrix is smaller than its rows and columns say.", nameof(result));
        }

        Span<float> edge = stackalloc float[BlockRows * PackedMatrix.Width];
        for (int panel = 0; panel < right.PanelCount; panel++)
        {
            ReadOnlySpan<float> columns = right.Panel(panel);
            int first = panel * PackedMatrix.Width;
            int width = Math.Min(PackedMatrix.Width, right.Columns - first);
            for (int row = 0; row < left.Rows; row += BlockRows)
            {
                int rows = Math.Min(BlockRows, left.Rows - row);
                ReadOnlySpan<float> block = right.Rows == 0 ? [] : left.Values[(row * left.RowStride)..];
                Span<float> target = result[((row * stride) + first)..];
                if (width == PackedMatrix.Width)
                {
                    Block(block, left, columns, right.Rows, rows, target, stride, adds);
                }
                else
                {
                    Copy(target, stride, edge, PackedMatrix.Width, rows, adds ? width : 0);
                    Block(block, left, columns, right.Rows, rows, edge, PackedMatrix.Width, adds);
                    Copy(edge, PackedMatrix.Width, target, stride, rows, width);
                }
            }
        }
    }

    private static void Copy(ReadOnlySpan<float> source, int sourceStride, Span<float> target, int targetStride, int rows, int width)
    {
        for (int row = 0; row < rows && width > 0; row++)
        {
            source.Slice(row * sourceStride, width).CopyTo(target[(row * targetStride)..]);
        }
    }

    private static void Block(
        ReadOnlySpan<float> left, in LeftMatrix shape, ReadOnlySpan<float> right, int depth, int rows, Span<float> result, int stride, bool adds)
    {
        ref float a = ref MemoryMarshal.GetReference(left);
        ref float b = ref MemoryMarshal.GetReference(right);
        ref float c = ref MemoryMarshal.GetReference(result);
        int row = 0;
        if (Vector512.IsHardwareAccelerated)
        {
            for (; row <= rows - 8; row += 8)
            {
                Eight(ref Unsafe.Add(ref a, row * shape.RowStride), shape.RowStride, shape.ColumnStride, ref b, depth, ref Unsafe.Add(ref c, row * stride), stride, adds);
            }

            for (; row <= rows - 4; row += 4)
            {
                Four(ref Unsafe.Add(ref a, row * shape.RowStride), shape.RowStride, shape.ColumnStride, ref b, depth, ref Unsafe.Add(ref c, row * stride), stride, adds);
            }
        }

        for (; row < rows; row++)
        {
            One(ref Unsafe.Add(ref a, row * shape.RowStride), shape.ColumnStride, ref b, depth, ref Unsafe.Add(ref c, row * stride), adds);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Eight(ref float a, nint rowStride, nint columnStride, ref float b, int depth, ref float c, nint stride, bool adds)
    {
        Vector512<float> c00 = default, c01 = default, c10 = default, c11 = default, c20 = default, c21 = default, c30 = default, c31 = default;
        Vector512<float> c40 = default, c41 = default, c50 = default, c51 = default, c60 = default, c61 = default, c70 = default, c71 = default;
        if (adds)
        {
            (c00, c01) = Load(ref c);
            (c10, c11) = Load(ref Unsafe.Add(ref c, stride));
            (c20, c21) = Load(ref Unsafe.Add(ref c, 2 * stride));
            (c30, c31) = Load(ref Unsafe.Add(ref c, 3 * stride));
            (c40, c41) = Load(ref Unsafe.Add(ref c, 4 * stride));
            (c50, c51) = Load(ref Unsafe.Add(ref c, 5 * stride));
            (c60, c61) = Load(ref Unsafe.Add(ref c, 6 * stride));
            (c70, c71) = Load(ref Unsafe.Add(ref c, 7 * stride));
        }

        ref float low = ref a;
        ref float high = ref Unsafe.Add(ref a, 4 * rowStride);
        nint second = rowStride, third = 2 * rowStride, fourth = 3 * rowStride;
        for (int k = 0; k < depth; k++)
        {
            Vector512<float> b0 = Vector512.LoadUnsafe(ref b);
            Vector512<float> b1 = Vector512.LoadUnsafe(ref b, 16);
            Vector512<float> x = Vector512.Create(low);
            c00 = Vector512.FusedMultiplyAdd(x, b0, c00);
            c01 = Vector512.FusedMultiplyAdd(x, b1, c01);
            x = Vector512.Create(Unsafe.Add(ref low, second));
            c10 = Vector512.FusedMultiplyAdd(x, b0, c10);
            c11 = Vector512.FusedMultiplyAdd(x, b1, c11);
            x = Vector512.Create(Unsafe.Add(ref low, third));
            c20 = Vector512.FusedMultiplyAdd(x, b0, c20);
            c21 = Vector512.FusedMultiplyAdd(x, b1, c21);
            x = Vector512.Create(Unsafe.Add(ref low, fourth));
            c30 = Vector512.FusedMultiplyAdd(x, b0, c30);
            c31 = Vector512.FusedMultiplyAdd(x, b1, c31);
            x = Vector512.Create(high);
            c40 = Vector512.FusedMultiplyAdd(x, b0, c40);
            c41 = Vector512.FusedMultiplyAdd(x, b1, c41);
            x = Vector512.Create(Unsafe.Add(ref high, second));
            c50 = Vector512.FusedMultiplyAdd(x, b0, c50);
            c51 = Vector512.FusedMultiplyAdd(x, b1, c51);
            x = Vector512.Create(Unsafe.Add(ref high, third));
            c60 = Vector512.FusedMultiplyAdd(x, b0, c60);
            c61 = Vector512.FusedMultiplyAdd(x, b1, c61);
            x = Vector512.Create(Unsafe.Add(ref high, fourth));
            c70 = Vector512.FusedMultiplyAdd(x, b0, c70);
            c71 = Vector512.FusedMultiplyAdd(x, b1, c71);
            b = ref Unsafe.Add(ref b, PackedMatrix.Width);
            low = ref Unsafe.Add(ref low, columnStride);
            high = ref Unsafe.Add(ref high, columnStride);
        }

        Store(ref c, c00, c01);
        Store(ref Unsafe.Add(ref c, stride), c10, c11);
        Store(ref Unsafe.Add(ref c, 2 * stride), c20, c21);
        Store(ref Unsafe.Add(ref c, 3 * stride), c30, c31);
        Store(ref Unsafe.Add(ref c, 4 * stride), c40, c41);
        Store(ref Unsafe.Add(ref c, 5 * stride), c50, c51);
        Store(ref Unsafe.Add(ref c, 6 * stride), c60, c61);
        Store(ref Unsafe.Add(ref c, 7 * stride), c70, c71);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Four(ref float a, nint rowStride, nint columnStride, ref float b, int depth, ref float c, nint stride, bool adds)
    {
        Vector512<float> c00 = default, c01 = default, c10 = default, c11 = default, c20 = default, c21 = default, c30 = default, c31 = default;
        if (adds)
        {
            (c00, c01) = Load(ref c);
            (c10, c11) = Load(ref Unsafe.Add(ref c, stride));
            (c20, c21) = Load(ref Unsafe.Add(ref c, 2 * stride));
            (c30, c31) = Load(ref Unsafe.Add(ref c, 3 * stride));
        }

        for (int k = 0; k < depth; k++)
        {
            Vector512<float> b0 = Vector512.LoadUnsafe(ref b);
            Vector512<float> b1 = Vector512.LoadUnsafe(ref b, 16);
            Vector512<float> x = Vector512.Create(a);
            c00 = Vector512.FusedMultiplyAdd(x, b0, c00);
            c01 = Vector512.FusedMultiplyAdd(x, b1, c01);
            x = Vector512.Create(Unsafe.Add(ref a, rowStride));
            c10 = Vector512.FusedMultiplyAdd(x, b0, c10);
            c11 = Vector512.FusedMultiplyAdd(x, b1, c11);
            x = Vector512.Create(Unsafe.Add(ref a, 2 * rowStride));
            c20 = Vector512.FusedMultiplyAdd(x, b0, c20);
            c21 = Vector512.FusedMultiplyAdd(x, b1, c21);
            x = Vector512.Create(Unsafe.Add(ref a, 3 * rowStride));
            c30 = Vector512.FusedMultiplyAdd(x, b0, c30);
            c31 = Vector512.FusedMultiplyAdd(x, b1, c31);
            b = ref Unsafe.Add(ref b, PackedMatrix.Width);
            a = ref Unsafe.Add(ref a, columnStride);
        }

        Store(ref c, c00, c01);
        Store(ref Unsafe.Add(ref c, stride), c10, c11);
        Store(ref Unsafe.Add(ref c, 2 * stride), c20, c21);
        Store(ref Unsafe.Add(ref c, 3 * stride), c30, c31);
    }

    // Half as wide: what most machines have, and the last rows of every product.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void One(ref float a, nint columnStride, ref float b, int depth, ref float c, bool adds)
    {
        Vector256<float> c0 = default, c1 = default, c2 = default, c3 = default;
        if (adds)
        {
            c0 = Vector256.LoadUnsafe(ref c);
            c1 = Vector256.LoadUnsafe(ref c, 8);
            c2 = Vector256.LoadUnsafe(ref c, 16);
            c3 = Vector256.LoadUnsafe(ref c, 24);
        }

        for (int k = 0; k < depth; k++)
        {
            Vector256<float> x = Vector256.Create(a);
            c0 = Vector256.FusedMultiplyAdd(x, Vector256.LoadUnsafe(ref b), c0);
            c1 = Vector256.FusedMultiplyAdd(x, Vector256.LoadUnsafe(ref b, 8), c1);
            c2 = Vector256.FusedMultiplyAdd(x, Vector256.LoadUnsafe(ref b, 16), c2);
            c3 = Vector256.FusedMultiplyAdd(x, Vector256.LoadUnsafe(ref b, 24), c3);
            b = ref Unsafe.Add(ref b, PackedMatrix.Width);
            a = ref Unsafe.Add(ref a, columnStride);
        }

        c0.StoreUnsafe(ref c);
        c1.StoreUnsafe(ref c, 8);
        c2.StoreUnsafe(ref c, 16);
        c3.StoreUnsafe(ref c, 24);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector512<float> First, Vector512<float> Second) Load(ref float c) => (Vector512.LoadUnsafe(ref c), Vector512.LoadUnsafe(ref c, 16));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(ref float c, Vector512<float> first, Vector512<float> second)
    {
        first.StoreUnsafe(ref c);
        second.StoreUnsafe(ref c, 16);
    }
}
