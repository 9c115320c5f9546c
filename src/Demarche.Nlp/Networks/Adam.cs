using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Demarche.Nlp.Networks;

/// <summary>Moves weights against their gradients (Kingma and Ba 2015), with the length of the gradient bounded.</summary>
public sealed class Adam
{
    // As in Dozat and Manning 2017, but for a slower second moment: smaller batches.
    private const float FirstDecay = 0.9f;
    private const float SecondDecay = 0.98f;
    private const float Smoothing = 1e-8f;

    // Weights moved by one task at a time; each weight is moved alone, so tasks change no bit.
    private const int Share = 1 << 16;

    private readonly float _longest;
    private readonly IReadOnlyList<ParameterSet> _workers;
    private readonly float[][] _first;
    private readonly float[][] _second;
    private int _steps;
    private double _firstPower = 1;
    private double _secondPower = 1;

    /// <summary>An optimizer of the weights that some workers share.</summary>
    /// <param name="workers">Their gradients are summed in this order.</param>
    /// <param name="longest">Longest gradient that is followed as it is; a longer one is shortened to it.</param>
    public Adam(IReadOnlyList<ParameterSet> workers, float longest = 5)
    {
        ArgumentNullException.ThrowIfNull(workers);
        _workers = workers;
        _longest = longest;
        _first = [.. workers[0].Items.Select(p => new float[p.Gradient.Length])];
        _second = [.. workers[0].Items.Select(p => new float[p.Gradient.Length])];
    }

    /// <summary>Follows the summed gradients one step, clears them and packs the weights anew.</summary>
    public void Move(float rate)
    {
        (int Item, int Start, int Length)[] shares = [.. Shares()];
        var squares = new double[shares.Length];
        Parallel.For(0, shares.Length, i => squares[i] = Gather(shares[i]));
        double length = Math.Sqrt(squares.Sum());
        CountStep();
        float scale = length > _longest ? (float)(_longest / length) : 1;
        float correctedRate = (float)(rate * Math.Sqrt(1 - _secondPower) / (1 - _firstPower));
        Parallel.For(0, shares.Length, i => Move(shares[i], scale, correctedRate));
        _workers[0].Repack();
    }

    /// <summary>Writes what was gathered so far, to go on from.</summary>
    public void Write(BinaryWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write(_steps);
        foreach (float[] moments in _first.Concat(_second))
        {
            writer.Write(MemoryMarshal.AsBytes(moments.AsSpan()));
        }
    }

    /// <summary>Reads what <see cref="Write"/> wrote for the same network.</summary>
    public void Read(BinaryReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        (_steps, _firstPower, _secondPower) = (0, 1, 1);
        for (int left = reader.ReadInt32(); left > 0; left--)
        {
            CountStep();
        }

        foreach (float[] moments in _first.Concat(_second))
        {
            reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(moments.AsSpan()));
        }
    }

    // Powers by multiplication: the library's own may differ in the last bit between machines.
    private void CountStep()
    {
        _steps++;
        _firstPower *= FirstDecay;
        _secondPower *= SecondDecay;
    }

    private IEnumerable<(int Item, int Start, int Length)> Shares()
    {
        for (int item = 0; item < _first.Length; item++)
        {
            for (int start = 0; start < _first[item].Length; start += Share)
            {
                yield return (item, start, Math.Min(Share, _first[item].Length - start));
            }
        }
    }

    // Sums the workers' gradients into the first one's, clears the others, and gives the sum of squares.
    private double Gather((int Item, int Start, int Length) share)
    {
        Span<float> sum = _workers[0].Items[share.Item].Gradient.AsSpan(share.Start, share.Length);
        for (int worker = 1; worker < _workers.Count; worker++)
        {
            Span<float> other = _workers[worker].Items[share.Item].Gradient.AsSpan(share.Start, share.Length);
            Rows.Add(other, sum);
            other.Clear();
        }

        // Eight sums side by side, whatever the machine has.
        Vector256<float> squares = default;
        int i = 0;
        for (; i <= sum.Length - 8; i += 8)
        {
            Vector256<float> gradient = Vector256.Create<float>(sum[i..]);
            squares += gradient * gradient;
        }

        double total = 0;
        for (int lane = 0; lane < 8; lane++)
        {
            total += squares[lane];
        }

        for (; i < sum.Length; i++)
        {
            total += sum[i] * sum[i];
        }

        return total;
    }

    private void Move((int Item, int Start, int Length) share, float scale, float rate)
    {
        Parameter parameter = _workers[0].Items[share.Item];
        Span<float> gradients = parameter.Gradient.AsSpan(share.Start, share.Length);
        Span<float> weights = parameter.Weights.Values.AsSpan(share.Start, share.Length);
        Span<float> first = _first[share.Item].AsSpan(share.Start, share.Length);
        Span<float> second = _second[share.Item].AsSpan(share.Start, share.Length);
        int i = 0;
        for (; i <= weights.Length - 8; i += 8)
        {
            Vector256<float> gradient = Vector256.Create<float>(gradients[i..]) * scale;
            Vector256<float> mean = (Vector256.Create<float>(first[i..]) * FirstDecay) + (gradient * (1 - FirstDecay));
            Vector256<float> square = (Vector256.Create<float>(second[i..]) * SecondDecay) + (gradient * gradient * (1 - SecondDecay));
            mean.CopyTo(first[i..]);
            square.CopyTo(second[i..]);
            (Vector256.Create<float>(weights[i..]) - (mean * rate / (Vector256.Sqrt(square) + Vector256.Create(Smoothing)))).CopyTo(weights[i..]);
        }

        for (; i < weights.Length; i++)
        {
            float gradient = gradients[i] * scale;
            first[i] = (first[i] * FirstDecay) + (gradient * (1 - FirstDecay));
            second[i] = (second[i] * SecondDecay) + (gradient * gradient * (1 - SecondDecay));
            weights[i] -= first[i] * rate / (MathF.Sqrt(second[i]) + Smoothing);
        }

        gradients.Clear();
    }
}
