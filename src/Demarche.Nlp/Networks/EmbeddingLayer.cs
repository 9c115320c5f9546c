namespace Demarche.Nlp.Networks;

/// <summary>Learned vectors of several kinds of values (words, tags, ...), laid side by side.</summary>
public sealed class EmbeddingLayer
{
    private readonly Parameter[] _tables;

    /// <summary>Registers the layer's tables.</summary>
    /// <param name="parameters">Where to.</param>
    /// <param name="name">Its name.</param>
    /// <param name="fields">Of each kind, how many values there are and how long their vectors are.</param>
    public EmbeddingLayer(ParameterSet parameters, string name, IEnumerable<(int Values, int Columns)> fields)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        _tables =
        [
            .. fields.Select((field, i) => parameters.Table(
                string.Create(System.Globalization.CultureInfo.InvariantCulture, $"table.{name}.{i}"),
                field.Values,
                field.Columns,
                MathF.Sqrt(3f / field.Columns) / 2)),
        ];
        Outputs = _tables.Sum(table => table.Columns);
    }

    /// <summary>Kinds of values: how many ids make a row.</summary>
    public int Fields => _tables.Length;

    /// <summary>Numbers of a row.</summary>
    public int Outputs { get; }

    /// <summary>Writes the vectors of one value of each kind; one that a table does not have counts as 0.</summary>
    /// <param name="ids">One of each kind.</param>
    /// <param name="row">Receives <see cref="Outputs"/> numbers.</param>
    public void Read(ReadOnlySpan<int> ids, Span<float> row)
    {
        for (int field = 0; field < _tables.Length; field++)
        {
            ReadOnlySpan<float> vector = _tables[field].Weights.Row(IdIn(_tables[field], ids[field]));
            vector.CopyTo(row);
            row = row[vector.Length..];
        }
    }

    /// <summary>Adds to the gradients of the tables.</summary>
    /// <param name="ids">As in <see cref="Read"/>.</param>
    /// <param name="gradients">Gradient with respect to the row.</param>
    public void Backward(ReadOnlySpan<int> ids, ReadOnlySpan<float> gradients)
    {
        for (int field = 0; field < _tables.Length; field++)
        {
            Span<float> row = _tables[field].GradientRow(IdIn(_tables[field], ids[field]));
            Rows.Add(gradients[..row.Length], row);
            gradients = gradients[row.Length..];
        }
    }

    private static int IdIn(Parameter table, int id) => (uint)id < (uint)table.Weights.Rows ? id : 0;
}
