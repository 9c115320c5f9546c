using System.Collections.Concurrent;
using System.Text;
using Demarche.Nlp.Learning;
using Demarche.Nlp.Models;
using Demarche.Nlp.Networks;
using Demarche.Nlp.Tagging;
using Demarche.Nlp.Words;

namespace Demarche.Nlp.Joint;

/// <summary>Tags and trees from one network. Immutable and safe to share: each call rents a worker's memory.</summary>
public sealed class JointModel
{
    /// <summary>Longest sentence it reads: the scores of heads grow with the square of the length, and no sentence of the corpora has more than 220 words.</summary>
    public const int LongestSentence = 250;

    /// <summary>Words read side by side: enough sentences to fill the registers, little enough for the caches.</summary>
    public const int BatchWords = 768;

    private const string Section = "network";

    private readonly JointSizes _sizes;
    private readonly WeightStore _store;
    private readonly ConcurrentBag<Worker> _workers = [];

    internal JointModel(LabelSet labels, LabelSet relations, JointWords words, JointSizes sizes, WeightStore store)
    {
        (Labels, Relations, Words, _sizes, _store) = (labels, relations, words, sizes, store);
        _workers.Add(NewWorker(packs: true));
    }

    /// <summary>The tags, as <see cref="TagSet"/> takes them apart.</summary>
    public LabelSet Labels { get; }

    /// <summary>The relations.</summary>
    public LabelSet Relations { get; }

    /// <summary>What it sees of words.</summary>
    internal JointWords Words { get; }

    /// <summary>SHA-256 of the file it was read from; empty for one just trained.</summary>
    public string Checksum { get; private init; } = "";

    /// <summary>Number of weights.</summary>
    public int WeightCount => _store.All.Sum(w => w.Rows * w.Columns);

    /// <summary>Reading layers of a worker of its own.</summary>
    internal JointLayers NewLayers() => new(new ParameterSet(_store, learns: false), Words, _sizes);

    /// <summary>Fills tags, heads and relations of sentences, each of 1 to <see cref="LongestSentence"/> words.</summary>
    internal void Read(IReadOnlyList<JointSentence> sentences)
    {
        Worker worker = _workers.TryTake(out Worker? free)
            ? free
            : NewWorker(packs: false);
        // Sentences of like length side by side: fewer, fuller steps. The parts are even, so that none is nearly empty.
        JointSentence[] order = [.. sentences.OrderBy(s => s.Length)];
        int all = order.Sum(s => s.Length);
        int share = all / ((all / BatchWords) + 1);
        int start = 0;
        int words = 0;
        for (int end = 0; end < order.Length; end++)
        {
            words += order[end].Length;
            if (words > share || end == order.Length - 1)
            {
                worker.Network.Read(order.AsSpan(start, end + 1 - start), worker.Decoder);
                (start, words) = (end + 1, 0);
            }
        }

        _workers.Add(worker);
    }

    /// <summary>Reads a file with a network.</summary>
    /// <param name="stream">The file.</param>
    /// <param name="name">What to call it in messages.</param>
    /// <param name="vectors">The word vectors it was trained with.</param>
    /// <exception cref="ModelFormatException">It is no model file, of another version, damaged, holds other models, or was trained with other vectors.</exception>
    public static JointModel Read(Stream stream, string name, WordVectors vectors)
    {
        ArgumentNullException.ThrowIfNull(vectors);
        ModelFile file = ModelFile.Read(stream, name);
        return file.Load(Section, reader => Read(reader, vectors, file.Checksum));
    }

    /// <summary>Writes a file with the network; the same network gives the same bytes.</summary>
    public void Write(Stream stream)
    {
        ModelFile.Write(stream, new Dictionary<string, byte[]> { [Section] = Bytes(WriteNetwork) });
    }

    private void WriteNetwork(BinaryWriter writer)
    {
        writer.Write(Words.Vectors.Checksum);
        Labels.Write(writer);
        Relations.Write(writer);
        Words.Write(writer);
        _sizes.Write(writer);
        _store.Write(writer, isExact: false);
    }

    private static byte[] Bytes(Action<BinaryWriter> write)
    {
        using var body = new MemoryStream();
        using var writer = new BinaryWriter(body, Encoding.UTF8);
        write(writer);
        writer.Flush();
        return body.ToArray();
    }

    private Worker NewWorker(bool packs)
    {
        var parameters = new ParameterSet(_store, learns: false);
        var worker = new Worker(new JointNetwork(parameters, Words, _sizes, Labels.Count, Relations.Count), new TreeDecoder());
        if (packs)
        {
            parameters.Repack();
        }

        return worker;
    }

    private static JointModel Read(BinaryReader reader, WordVectors vectors, string checksum)
    {
        string wanted = reader.ReadString();
        if (wanted != vectors.Checksum)
        {
            throw new FormatException($"It was trained with the word vectors {wanted}, not with {vectors.Checksum}.");
        }

        return new JointModel(LabelSet.Read(reader), LabelSet.Read(reader), JointWords.Read(reader, vectors), JointSizes.Read(reader), WeightStore.Read(reader))
        {
            Checksum = checksum,
        };
    }

    private sealed record Worker(JointNetwork Network, TreeDecoder Decoder);
}
