namespace Demarche.Nlp.Learning;

/// <summary>The names of a model's labels, numbered from 0. Immutable and safe to share.</summary>
public sealed class LabelSet
{
    private readonly string[] _names;
    private readonly Dictionary<string, int> _indices;

    /// <summary>Numbers <paramref name="names"/> in the given order.</summary>
    /// <exception cref="ArgumentException">More than 256 names, or one twice.</exception>
    public LabelSet(IEnumerable<string> names)
    {
        _names = [.. names];
        if (_names.Length > byte.MaxValue + 1)
        {
            throw new ArgumentException($"A label must fit one byte; there are {_names.Length} names.", nameof(names));
        }

        _indices = new Dictionary<string, int>(_names.Length, StringComparer.Ordinal);
        for (int i = 0; i < _names.Length; i++)
        {
            _indices.Add(_names[i], i);
        }
    }

    /// <summary>Number of labels.</summary>
    public int Count => _names.Length;

    /// <summary>All names; the position is the label's index.</summary>
    public ReadOnlySpan<string> Names => _names;

    /// <summary>Name of the label at <paramref name="index"/>.</summary>
    public string this[int index] => _names[index];

    /// <summary>Index of <paramref name="name"/>, or -1.</summary>
    public int IndexOf(string name) => _indices.GetValueOrDefault(name, -1);

    /// <summary>The distinct <paramref name="names"/> that occur at least <paramref name="minimumCount"/> times, in ordinal order.</summary>
    public static LabelSet Frequent(IEnumerable<string> names, int minimumCount) =>
        new(names.GroupBy(n => n, StringComparer.Ordinal).Where(g => g.Count() >= minimumCount).Select(g => g.Key).Order(StringComparer.Ordinal));

    /// <summary>Writes count and names.</summary>
    public void Write(BinaryWriter writer)
    {
        writer.Write7BitEncodedInt(_names.Length);
        foreach (string name in _names)
        {
            writer.Write(name);
        }
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static LabelSet Read(BinaryReader reader)
    {
        int count = reader.Read7BitEncodedInt();
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)count, 256u);
        var names = new string[count];
        for (int i = 0; i < names.Length; i++)
        {
            names[i] = reader.ReadString();
        }

        return new LabelSet(names);
    }
}
