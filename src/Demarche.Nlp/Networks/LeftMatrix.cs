namespace Demarche.Nlp.Networks;

/// <summary>The left factor of a product: a view of numbers, or of their transpose.</summary>
/// <param name="values">The numbers; the one in row i, column j stands at i * <paramref name="rowStride"/> + j * <paramref name="columnStride"/>.</param>
/// <param name="rows">Number of rows.</param>
/// <param name="rowStride">Distance of two rows.</param>
/// <param name="columnStride">Distance of two columns.</param>
public readonly ref struct LeftMatrix(ReadOnlySpan<float> values, int rows, int rowStride, int columnStride = 1)
{
    /// <summary>The numbers.</summary>
    public ReadOnlySpan<float> Values { get; } = values;

    /// <summary>Number of rows.</summary>
    public int Rows { get; } = rows;

    /// <summary>Distance of two rows.</summary>
    public int RowStride { get; } = rowStride;

    /// <summary>Distance of two columns.</summary>
    public int ColumnStride { get; } = columnStride;
}
