namespace Demarche.Nlp.Networks;

/// <summary>Shared weights and one worker's gradient of them.</summary>
/// <param name="Weights">The weights.</param>
/// <param name="Gradient">One number a weight; empty when the worker does not learn.</param>
/// <param name="IsFactor">Whether it is used as right factor of products, and not as a table to look up.</param>
public sealed record Parameter(Weights Weights, float[] Gradient, bool IsFactor)
{
    /// <summary>Number of columns.</summary>
    public int Columns => Weights.Columns;

    /// <summary>The gradient of row <paramref name="row"/>.</summary>
    internal Span<float> GradientRow(int row) => Gradient.AsSpan(row * Columns, Columns);
}
