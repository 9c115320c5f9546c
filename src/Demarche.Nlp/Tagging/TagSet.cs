using Demarche.Nlp.Learning;

namespace Demarche.Nlp.Tagging;

/// <summary>The tagger's labels, each a Penn Treebank tag and a universal part of speech ("VBZ/AUX"). Immutable and safe to share.</summary>
public sealed class TagSet
{
    private readonly byte[] _xpos;
    private readonly byte[] _upos;

    /// <summary>Takes apart the names of <paramref name="labels"/>.</summary>
    /// <exception cref="FormatException">A name has no slash.</exception>
    public TagSet(LabelSet labels)
    {
        ArgumentNullException.ThrowIfNull(labels);
        Labels = labels;
        var parts = new (string Xpos, string Upos)[labels.Count];
        for (int i = 0; i < parts.Length; i++)
        {
            int slash = labels[i].LastIndexOf('/');
            parts[i] = slash >= 0 ? (labels[i][..slash], labels[i][(slash + 1)..]) : throw new FormatException($"The label '{labels[i]}' has no slash.");
        }

        Xpos = new LabelSet(parts.Select(p => p.Xpos).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        Upos = new LabelSet(parts.Select(p => p.Upos).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        _xpos = [.. parts.Select(p => (byte)Xpos.IndexOf(p.Xpos))];
        _upos = [.. parts.Select(p => (byte)Upos.IndexOf(p.Upos))];
    }

    /// <summary>The labels.</summary>
    public LabelSet Labels { get; }

    /// <summary>The Penn Treebank tags that occur in them.</summary>
    public LabelSet Xpos { get; }

    /// <summary>The universal parts of speech that occur in them.</summary>
    public LabelSet Upos { get; }

    /// <summary>Index in <see cref="Xpos"/> of the Penn tag of <paramref name="label"/>.</summary>
    public byte XposOf(byte label) => _xpos[label];

    /// <summary>Index in <see cref="Upos"/> of the universal part of speech of <paramref name="label"/>.</summary>
    public byte UposOf(byte label) => _upos[label];

    /// <summary>Name of the label that holds the two tags.</summary>
    public static string NameOf(string xpos, string upos) => $"{xpos}/{upos}";

    /// <summary>Writes the labels.</summary>
    public void Write(BinaryWriter writer) => Labels.Write(writer);

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static TagSet Read(BinaryReader reader) => new(LabelSet.Read(reader));
}
