using System.Text;
using Demarche.Nlp.Learning;
using Demarche.Nlp.Networks;
using Demarche.Nlp.Words;

namespace Demarche.Core.Attributions.Learned.Network;

/// <summary>A training under way. It can be written down after a pass and gone on from.</summary>
internal sealed class NetworkCourse
{
    /// <summary>Parts a step is cut into; part of the result, so it does not follow the number of processors.</summary>
    private const int Workers = 2;

    private readonly NetworkOptions _options;
    private readonly ParameterSet[] _parameters;
    private readonly NetworkStep[] _workers;
    private readonly Adam _adam;
    private long _steps;

    public NetworkCourse(NetworkOptions options, NetworkVocabulary vocabulary, WordVectors vectors)
    {
        _options = options;
        Store = new WeightStore(options.Seed);
        _parameters = [.. Enumerable.Range(0, Workers).Select(_ => new ParameterSet(Store, learns: true))];
        _workers = [.. _parameters.Select(parameters => new NetworkStep(new NetworkLayers(parameters, vocabulary, vectors), options))];
        _parameters[0].Repack();
        _adam = new Adam(_parameters);
    }

    /// <summary>The weights.</summary>
    public WeightStore Store { get; }

    /// <summary>One step; gives the sum of the negative log-likelihoods.</summary>
    public double Learn(TrainingParagraph[] batch, float rate)
    {
        float cue = 1f / batch.Sum(p => p.Range.Length);
        float part = 1f / Math.Max(1, batch.Sum(p => p.Cues.Sum(c => c.Labels.Length)));
        double[] losses = new double[Workers];
        Parallel.For(0, Workers, worker =>
        {
            var random = new SplitMix64(_options.Seed + ((ulong)_steps * 64) + (ulong)worker);
            losses[worker] = _workers[worker].Learn([.. batch.Where((_, i) => i % Workers == worker)], (cue, part), random);
        });
        _adam.Move(rate);
        _steps++;
        return losses.Sum();
    }

    public byte[] ToBytes(double loss)
    {
        using var stream = new MemoryStream();
        using (var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(loss);
            writer.Write(_steps);
            Store.Write(writer, isExact: true);
            _adam.Write(writer);
        }

        return stream.ToArray();
    }

    /// <summary>Goes on from what <see cref="ToBytes"/> wrote; gives the loss written with it.</summary>
    public double GoOnFrom(byte[] state)
    {
        using var reader = new BinaryReader(new MemoryStream(state, writable: false), Encoding.UTF8);
        double loss = reader.ReadDouble();
        _steps = reader.ReadInt64();
        Store.CopyFrom(WeightStore.Read(reader));
        _adam.Read(reader);
        _parameters[0].Repack();
        return loss;
    }
}
