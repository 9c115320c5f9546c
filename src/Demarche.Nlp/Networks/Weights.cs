namespace Demarche.Nlp.Networks;

/// <summary>A matrix of a network that is learned, shared by all who compute with it.</summary>
public sealed class Weights
{
    internal Weights(string name, int rows, int columns, float[] values)
    {
        (Name, Rows, Columns, Values) = (name, rows, columns, values);
    }

    /// <summary>Its name in the network and in the file.</summary>
    public string Name { get; }

    /// <summary>Number of rows: inputs of a layer, words of a table.</summary>
    public int Rows { get; }

    /// <summary>Number of columns: outputs.</summary>
    public int Columns { get; }

    /// <summary>The numbers, row by row. Whoever changes them calls <see cref="Repack"/>.</summary>
    internal float[] Values { get; }

    /// <summary>As right factor of a product.</summary>
    internal PackedMatrix Packed { get; } = new();

    /// <summary>Its transpose as right factor; filled for learning alone.</summary>
    internal PackedMatrix PackedTransposed { get; } = new();

    /// <summary>Row <paramref name="row"/>.</summary>
    internal ReadOnlySpan<float> Row(int row) => Values.AsSpan(row * Columns, Columns);

    /// <summary>Makes the factors anew after the numbers have changed.</summary>
    /// <param name="learns">Whether the transpose is needed as well.</param>
    internal void Repack(bool learns)
    {
        Packed.Pack(Values, Rows, Columns, Columns);
        if (learns)
        {
            PackedTransposed.PackTransposed(Values, Rows, Columns, Columns);
        }
    }
}
