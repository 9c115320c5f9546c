using System.Collections.Concurrent;
using System.Text;
using Demarche.Nlp.Networks;
using Demarche.Nlp.Words;

namespace Demarche.Core.Attributions.Learned.Network;

/// <summary>A recurrent network that reads beside the taggers of the views. Immutable; safe to share between threads.</summary>
internal sealed class AttributionNetwork
{
    private readonly WeightStore _store;
    private readonly ConcurrentBag<NetworkLayers> _idle = [];

    public AttributionNetwork(NetworkVocabulary vocabulary, WordVectors vectors, WeightStore store)
    {
        Vocabulary = vocabulary;
        Vectors = vectors;
        _store = store;
        var parameters = new ParameterSet(store, learns: false);
        var layers = new NetworkLayers(parameters, vocabulary, vectors);
        parameters.Repack();
        PartTransitions = layers.PartChain.Transitions.ToArray();
        _idle.Add(layers);
    }

    public NetworkVocabulary Vocabulary { get; }

    public WordVectors Vectors { get; }

    /// <summary>Labels × labels of <see cref="AttributionView.PartScheme"/>.</summary>
    public float[] PartTransitions { get; }

    /// <summary>Lets <paramref name="work"/> use layers that nobody else uses.</summary>
    public T Use<T>(Func<NetworkLayers, T> work)
    {
        if (!_idle.TryTake(out NetworkLayers? layers))
        {
            layers = new NetworkLayers(new ParameterSet(_store, learns: false), Vocabulary, Vectors);
        }

        T result = work(layers);
        _idle.Add(layers);
        return result;
    }

    /// <summary>The network as it will be read from a file: weights are rounded there.</summary>
    public AttributionNetwork Rounded()
    {
        using var stream = new MemoryStream();
        using (var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true))
        {
            Write(writer);
        }

        stream.Position = 0;
        using var reader = new BinaryReader(stream, Encoding.UTF8);
        return Read(reader, Vectors);
    }

    public void Write(BinaryWriter writer)
    {
        Vocabulary.Write(writer);
        _store.Write(writer, isExact: false);
    }

    public static AttributionNetwork Read(BinaryReader reader, WordVectors vectors) =>
        new(NetworkVocabulary.Read(reader), vectors, WeightStore.Read(reader));
}
