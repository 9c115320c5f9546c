using Demarche.Nlp.Networks;
using Xunit;

namespace Demarche.Tests.Nlp.Networks;

public class MatrixProductTests
{
    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(3, 5, 7)]
    [InlineData(8, 16, 32)]
    [InlineData(13, 9, 33)]
    [InlineData(29, 40, 100)]
    public void Gives_the_bits_of_plain_sums_in_order(int rows, int depth, int columns)
    {
        float[] left = Numbers.Random(rows * depth, 1);
        float[] right = Numbers.Random(depth * columns, 2);
        float[] result = Numbers.Random(rows * columns, 3);
        float[] expected = [.. result];
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < columns; j++)
            {
                for (int k = 0; k < depth; k++)
                {
                    expected[(i * columns) + j] = MathF.FusedMultiplyAdd(left[(i * depth) + k], right[(k * columns) + j], expected[(i * columns) + j]);
                }
            }
        }

        var packed = new PackedMatrix();
        packed.Pack(right, depth, columns, columns);
        MatrixProduct.Multiply(new LeftMatrix(left, rows, depth), packed, result, columns, adds: true);

        Assert.Equal(expected, result);
    }

    [Fact]
    public void A_transposed_factor_is_the_same_as_a_turned_one()
    {
        float[] left = Numbers.Random(6 * 4, 1);
        float[] right = Numbers.Random(4 * 35, 2);
        var turnedLeft = new float[left.Length];
        var turnedRight = new float[right.Length];
        for (int i = 0; i < left.Length; i++)
        {
            turnedLeft[(i % 4 * 6) + (i / 4)] = left[i];
        }

        for (int i = 0; i < right.Length; i++)
        {
            turnedRight[(i % 35 * 4) + (i / 35)] = right[i];
        }

        var packed = new PackedMatrix();
        packed.Pack(Numbers.Random(4 * 64, 9), 4, 64, 64);
        packed.Pack(right, 4, 35, 35);
        var plain = new float[6 * 35];
        MatrixProduct.Multiply(new LeftMatrix(left, 6, 4), packed, plain, 35);
        packed.PackTransposed(turnedRight, 35, 4, 4);
        var turned = new float[6 * 35];
        MatrixProduct.Multiply(new LeftMatrix(turnedLeft, 6, 1, 6), packed, turned, 35);

        Assert.Equal(plain, turned);
    }

    [Fact]
    public void A_result_too_small_is_refused()
    {
        var packed = new PackedMatrix();
        packed.Pack(new float[4], 2, 2, 2);

        Assert.Throws<ArgumentException>(() => MatrixProduct.Multiply(new LeftMatrix(new float[4], 2, 2), packed, new float[3], 2));
        Assert.Throws<ArgumentException>(() => MatrixProduct.Multiply(new LeftMatrix(new float[3], 2, 2), packed, new float[4], 2));
    }
}
