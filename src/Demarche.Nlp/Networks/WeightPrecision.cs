using System.Runtime.InteropServices;

namespace Demarche.Nlp.Networks;

/// <summary>How exactly weights are stored.</summary>
internal enum WeightPrecision : byte
{
    /// <summary>32 bits, all there is.</summary>
    Single = 0,

    /// <summary>Half precision, 16 bits.</summary>
    Half = 1,

    /// <summary>A scale in half precision a row, then a signed byte a weight.</summary>
    Byte = 2,
}

/// <summary>Writes and reads weights in a precision.</summary>
internal static class WeightPrecisions
{
    public static void Write(this WeightPrecision precision, BinaryWriter writer, Weights weights)
    {
        if (precision == WeightPrecision.Single)
        {
            writer.Write(MemoryMarshal.AsBytes(weights.Values.AsSpan()));
            return;
        }

        for (int row = 0; row < weights.Rows; row++)
        {
            ReadOnlySpan<float> values = weights.Row(row);
            float scale = precision == WeightPrecision.Byte ? WriteScale(writer, values) : 1;
            foreach (float value in values)
            {
                if (precision == WeightPrecision.Half)
                {
                    writer.Write((Half)value);
                }
                else
                {
                    writer.Write((sbyte)Math.Clamp(scale > 0 ? MathF.Round(value / scale) : 0, -sbyte.MaxValue, sbyte.MaxValue));
                }
            }
        }
    }

    public static float[] Read(this WeightPrecision precision, BinaryReader reader, int rows, int columns)
    {
        var values = new float[rows * columns];
        switch (precision)
        {
            case WeightPrecision.Single:
                reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan()));
                break;
            case WeightPrecision.Half:
                var halves = new Half[values.Length];
                reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(halves.AsSpan()));
                for (int i = 0; i < values.Length; i++)
                {
                    values[i] = (float)halves[i];
                }

                break;
            case WeightPrecision.Byte:
                var cells = new sbyte[columns];
                for (int row = 0; row < rows; row++)
                {
                    float scale = (float)reader.ReadHalf();
                    reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(cells.AsSpan()));
                    for (int i = 0; i < columns; i++)
                    {
                        values[(row * columns) + i] = cells[i] * scale;
                    }
                }

                break;
            default:
                throw new FormatException($"There is no precision {(byte)precision}.");
        }

        return values;
    }

    private static float WriteScale(BinaryWriter writer, ReadOnlySpan<float> values)
    {
        float largest = 0;
        foreach (float value in values)
        {
            largest = MathF.Max(largest, MathF.Abs(value));
        }

        // The weights are rounded against the scale that will be read.
        var scale = (Half)(largest / sbyte.MaxValue);
        writer.Write(scale);
        return (float)scale;
    }
}
