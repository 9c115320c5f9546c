namespace Demarche.Core.Attributions.Learned;

/// <summary>How often a word (dictionary form and part of speech) heads a cue, in six steps. Immutable.</summary>
internal sealed class CueHabits
{
    /// <summary>Steps begin at these shares (research notes: chosen on PolNeAR's development part).</summary>
    private static readonly double[] Borders = [0.02, 0.08, 0.2, 0.4, 0.65];

    /// <summary>Words seen less often are not judged.</summary>
    private const int LeastSeen = 3;

    private readonly Dictionary<uint, byte> _steps;

    private CueHabits(Dictionary<uint, byte> steps) => _steps = steps;

    /// <summary>Knows no word.</summary>
    public static CueHabits None { get; } = new([]);

    /// <summary>Step of the word under <paramref name="key"/>; 0 for one that is unknown or hardly ever heads a cue.</summary>
    public byte Of(uint key) => _steps.GetValueOrDefault(key);

    /// <summary>The steps of words counted as (seen, head of a cue).</summary>
    public static CueHabits Learn(IEnumerable<KeyValuePair<uint, (int Seen, int Heads)>> counts)
    {
        var steps = new Dictionary<uint, byte>();
        foreach ((uint key, (int seen, int heads)) in counts)
        {
            byte step = 0;
            while (seen >= LeastSeen && step < Borders.Length && heads > Borders[step] * seen)
            {
                step++;
            }

            if (step > 0)
            {
                steps[key] = step;
            }
        }

        return new CueHabits(steps);
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write(_steps.Count);
        foreach ((uint key, byte step) in _steps.OrderBy(entry => entry.Key))
        {
            writer.Write(key);
            writer.Write(step);
        }
    }

    public static CueHabits Read(BinaryReader reader)
    {
        int count = reader.ReadInt32();
        var steps = new Dictionary<uint, byte>();
        for (int i = 0; i < count; i++)
        {
            steps[reader.ReadUInt32()] = reader.ReadByte();
        }

        return new CueHabits(steps);
    }
}
