namespace Demarche.Nlp.Joint;

/// <summary>How large the layers of a <see cref="JointNetwork"/> are.</summary>
/// <param name="Spelling">Numbers learned for each word form, ending, beginning and shape.</param>
/// <param name="State">Numbers each direction of a reading layer gives; a multiple of 8.</param>
/// <param name="Arc">Numbers a word is seen as, as a head and as a dependent.</param>
/// <param name="Relation">Numbers a pair of words is seen as when its relation is named.</param>
public sealed record JointSizes(int Spelling = 80, int State = 160, int Arc = 160, int Relation = 96)
{
    /// <summary>Writes the sizes.</summary>
    public void Write(BinaryWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write(Spelling);
        writer.Write(State);
        writer.Write(Arc);
        writer.Write(Relation);
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="FormatException">A size is out of range.</exception>
    public static JointSizes Read(BinaryReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var sizes = new JointSizes(reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32());
        bool isPossible = new[] { sizes.Spelling, sizes.State, sizes.Arc, sizes.Relation }.All(s => s is > 0 and <= 4096) && sizes.State % 8 == 0;
        return isPossible ? sizes : throw new FormatException($"{sizes} are no sizes of layers.");
    }
}
