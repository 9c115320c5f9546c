namespace Demarche.Core.Attributions.Learned;

/// <summary>How often an attribution of a certain score was right: a rising line through measured points. Immutable.</summary>
internal sealed class Calibration
{
    private readonly float[] _scores;
    private readonly float[] _shares;

    private Calibration(float[] scores, float[] shares)
    {
        _scores = scores;
        _shares = shares;
    }

    /// <summary>Leaves scores as they are.</summary>
    public static Calibration None { get; } = new([0, 1], [0, 1]);

    /// <summary>The measured points: score, and the share that was right around it.</summary>
    public IEnumerable<(float Score, float Share)> Points => _scores.Zip(_shares);

    /// <summary>The share for <paramref name="score"/>; 0-1, three decimals.</summary>
    public double Of(double score)
    {
        int i = 1;
        while (i < _scores.Length - 1 && score > _scores[i])
        {
            i++;
        }

        double part = Math.Clamp((score - _scores[i - 1]) / Math.Max(1e-6, _scores[i] - _scores[i - 1]), 0, 1);
        return Math.Round(_shares[i - 1] + (part * (_shares[i] - _shares[i - 1])), 3);
    }

    /// <summary>Learns from scores and whether each was right: equal groups in order of score, neighbours that fall are pooled (Ayer et al. 1955).</summary>
    public static Calibration Learn(IEnumerable<(double Score, bool IsRight)> outcomes, int groups = 12)
    {
        (double Score, bool IsRight)[] sorted = [.. outcomes.OrderBy(o => o.Score)];
        var pooled = new List<(double Score, double Right, int Count)>();
        for (int g = 0; g < groups; g++)
        {
            ArraySegment<(double Score, bool IsRight)> group =
                new(sorted, g * sorted.Length / groups, ((g + 1) * sorted.Length / groups) - (g * sorted.Length / groups));
            if (group.Count > 0)
            {
                pooled.Add((group.Sum(o => o.Score), group.Count(o => o.IsRight), group.Count));
            }

            while (pooled.Count > 1 && pooled[^2].Right / pooled[^2].Count >= pooled[^1].Right / pooled[^1].Count)
            {
                pooled[^2] = (pooled[^2].Score + pooled[^1].Score, pooled[^2].Right + pooled[^1].Right, pooled[^2].Count + pooled[^1].Count);
                pooled.RemoveAt(pooled.Count - 1);
            }
        }

        return pooled.Count < 2 ? None : new Calibration(
            [.. pooled.Select(p => (float)(p.Score / p.Count))], [.. pooled.Select(p => (float)(p.Right / p.Count))]);
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write(_scores.Length);
        for (int i = 0; i < _scores.Length; i++)
        {
            writer.Write(_scores[i]);
            writer.Write(_shares[i]);
        }
    }

    public static Calibration Read(BinaryReader reader)
    {
        int count = reader.ReadInt32();
        if (count is < 2 or > 1000)
        {
            throw new FormatException($"A calibration has 2 to 1000 points, not {count}.");
        }

        var scores = new float[count];
        var shares = new float[count];
        for (int i = 0; i < count; i++)
        {
            scores[i] = reader.ReadSingle();
            shares[i] = reader.ReadSingle();
        }

        return new Calibration(scores, shares);
    }
}
