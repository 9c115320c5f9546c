namespace Demarche.Nlp.Networks;

/// <summary>The right factor of a product, in panels of <see cref="Width"/> columns that lie row by row; columns beyond the last are zero.</summary>
public sealed class PackedMatrix
{
    /// <summary>Columns of a panel: two of the widest registers.</summary>
    internal const int Width = 32;

    private float[] _panels = [];

    /// <summary>Rows of the matrix.</summary>
    public int Rows { get; private set; }

    /// <summary>Columns of the matrix.</summary>
    public int Columns { get; private set; }

    internal int PanelCount => (Columns + Width - 1) / Width;

    internal ReadOnlySpan<float> Panel(int panel) => _panels.AsSpan(panel * Rows * Width, Rows * Width);

    /// <summary>Takes in a matrix that lies row by row.</summary>
    /// <param name="source">The matrix; row i begins at i * <paramref name="stride"/>.</param>
    /// <param name="rows">Its rows.</param>
    /// <param name="columns">Its columns.</param>
    /// <param name="stride">Distance of its rows.</param>
    public void Pack(ReadOnlySpan<float> source, int rows, int columns, int stride)
    {
        Reset(rows, columns);
        for (int panel = 0; panel < PanelCount; panel++)
        {
            int width = Math.Min(Width, columns - (panel * Width));
            Span<float> target = _panels.AsSpan(panel * rows * Width, rows * Width);
            for (int row = 0; row < rows; row++)
            {
                source.Slice((row * stride) + (panel * Width), width).CopyTo(target[(row * Width)..]);
            }
        }
    }

    /// <summary>Takes in the transpose of a matrix that lies row by row.</summary>
    /// <param name="source">The matrix; row i begins at i * <paramref name="stride"/> and becomes column i.</param>
    /// <param name="rows">Rows of the source, columns of this.</param>
    /// <param name="columns">Columns of the source, rows of this.</param>
    /// <param name="stride">Distance of the source's rows.</param>
    public void PackTransposed(ReadOnlySpan<float> source, int rows, int columns, int stride)
    {
        Reset(columns, rows);
        for (int row = 0; row < rows; row++)
        {
            ReadOnlySpan<float> line = source.Slice(row * stride, columns);
            Span<float> target = _panels.AsSpan(row / Width * columns * Width);
            int place = row % Width;
            for (int i = 0; i < line.Length; i++)
            {
                target[(i * Width) + place] = line[i];
            }
        }
    }

    private void Reset(int rows, int columns)
    {
        (Rows, Columns) = (rows, columns);
        int size = PanelCount * rows * Width;
        if (_panels.Length < size)
        {
            _panels = new float[size];
        }
        else if (columns % Width != 0)
        {
            // What an earlier, wider matrix left behind the last column.
            _panels.AsSpan((PanelCount - 1) * rows * Width, rows * Width).Clear();
        }
    }
}
