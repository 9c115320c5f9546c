using System.Runtime.InteropServices;
using Demarche.Nlp;
using Demarche.Nlp.Networks;

namespace Demarche.Core.Attributions.Learned.Network;

/// <summary>A network at work on one text.</summary>
internal sealed class NetworkReader
{
    /// <summary>Tokens read in one go; a longer paragraph is cut, and nothing is carried over the cut. Training articles hardly reach it.</summary>
    private const int LongestPiece = 500;

    /// <summary>Rows of one batch: enough for the processor, little memory.</summary>
    private const int BatchRows = 3000;

    private readonly AttributionNetwork _network;
    private readonly TokenFacts _facts;
    private readonly float[] _states;
    private readonly int _width;

    /// <summary>Reads the text.</summary>
    public NetworkReader(AttributionNetwork network, TokenFacts facts)
    {
        _network = network;
        _facts = facts;
        CueMarginals = new float[facts.Tokens.Count * AttributionView.CueScheme.Count];
        (_states, _width) = network.Use(layers =>
        {
            float[] states = new float[facts.Tokens.Count * layers.Base.Outputs];
            var fields = new TokenFields(facts, network.Vocabulary, network.Vectors);
            foreach (List<TokenRange> batch in Batches(Pieces(facts.Tokens.Document), range => range.Length))
            {
                ReadBatch(layers, fields, batch, states);
            }

            return (states, layers.Base.Outputs);
        });
    }

    /// <summary>Tokens × labels of <see cref="AttributionView.CueScheme"/>.</summary>
    public float[] CueMarginals { get; }

    /// <summary>Scores of <see cref="AttributionView.PartScheme"/> for each cue, window × labels.</summary>
    public List<float[]> PartScores(IReadOnlyList<CueSetting> settings) => _network.Use(layers =>
    {
        var scores = new List<float[]>(settings.Count);
        foreach (List<CueSetting> batch in Batches(settings, setting => setting.Window.Length))
        {
            ReadCues(layers, batch, scores);
        }

        return scores;
    });

    private static List<TokenRange> Pieces(Document document)
    {
        var pieces = new List<TokenRange>();
        foreach (TokenRange paragraph in document.Paragraphs)
        {
            for (int start = paragraph.Start; start < paragraph.End; start += LongestPiece)
            {
                pieces.Add(new TokenRange(start, Math.Min(paragraph.End, start + LongestPiece)));
            }
        }

        return pieces;
    }

    private static IEnumerable<List<T>> Batches<T>(IEnumerable<T> items, Func<T, int> lengthOf)
    {
        var batch = new List<T>();
        int rows = 0;
        foreach (T item in items)
        {
            batch.Add(item);
            rows += lengthOf(item);
            if (rows >= BatchRows)
            {
                yield return batch;
                batch = [];
                rows = 0;
            }
        }

        if (batch.Count > 0)
        {
            yield return batch;
        }
    }

    private void ReadBatch(NetworkLayers layers, TokenFields fields, List<TokenRange> pieces, float[] allStates)
    {
        var batch = new SequenceBatch();
        batch.Reset([.. pieces.Select(piece => piece.Length)]);
        float[] input = new float[batch.Rows * layers.Inputs];
        for (int s = 0; s < pieces.Count; s++)
        {
            for (int t = 0; t < pieces[s].Length; t++)
            {
                int token = pieces[s].Start + t;
                layers.ReadToken(fields, token, layers.IdsOf(fields, token), input.AsSpan(batch.Row(s, t) * layers.Inputs, layers.Inputs));
            }
        }

        ReadOnlySpan<float> states = layers.Base.Forward(batch, input);
        ReadOnlySpan<float> scores = layers.CueScores.Forward(layers.Cues.Forward(batch, states), batch.Rows);
        int labels = layers.CueScores.Outputs;
        int width = layers.Base.Outputs;
        for (int s = 0; s < pieces.Count; s++)
        {
            for (int t = 0; t < pieces[s].Length; t++)
            {
                states.Slice(batch.Row(s, t) * width, width).CopyTo(allStates.AsSpan((pieces[s].Start + t) * width));
            }

            layers.CueChain.Marginals(Of(batch, s, scores, labels)).CopyTo(CueMarginals.AsSpan(pieces[s].Start * labels));
        }
    }

    private void ReadCues(NetworkLayers layers, List<CueSetting> settings, List<float[]> result)
    {
        var batch = new SequenceBatch();
        batch.Reset([.. settings.Select(setting => setting.Window.Length)]);
        float[] input = new float[batch.Rows * layers.PartInputs];
        int width = layers.OfToken.Outputs;
        var ids = new List<int>();
        for (int s = 0; s < settings.Count; s++)
        {
            CueSetting setting = settings[s];
            float[] cue = layers.OfCue.Forward(MeanState(setting.Cue), 1).ToArray();
            ReadOnlySpan<float> tokens = layers.OfToken.Forward(
                _states.AsSpan(setting.Window.Start * _width, setting.Window.Length * _width), setting.Window.Length);
            for (int t = 0; t < setting.Window.Length; t++)
            {
                Span<float> row = input.AsSpan(batch.Row(s, t) * layers.PartInputs, layers.PartInputs);
                for (int i = 0; i < width; i++)
                {
                    row[i] = tokens[(t * width) + i] + cue[i];
                }

                ids.Clear();
                CueFields.Add(_facts, setting, t, ids);
                layers.Relative.Read(CollectionsMarshal.AsSpan(ids), row[width..]);
            }
        }

        ReadOnlySpan<float> scores = layers.PartScores.Forward(layers.Parts.Forward(batch, input), batch.Rows);
        for (int s = 0; s < settings.Count; s++)
        {
            result.Add(Of(batch, s, scores, layers.PartScores.Outputs));
        }
    }

    /// <summary>The rows of one sequence of a batch.</summary>
    public static float[] Of(SequenceBatch batch, int sequence, ReadOnlySpan<float> rows, int width)
    {
        int length = 0;
        while (length < batch.Steps && batch.Rank(sequence) < batch.Active(length))
        {
            length++;
        }

        float[] own = new float[length * width];
        for (int t = 0; t < length; t++)
        {
            rows.Slice(batch.Row(sequence, t) * width, width).CopyTo(own.AsSpan(t * width));
        }

        return own;
    }

    private float[] MeanState(TokenRange range)
    {
        float[] mean = new float[_width];
        for (int token = range.Start; token < range.End; token++)
        {
            for (int i = 0; i < mean.Length; i++)
            {
                mean[i] += _states[(token * _width) + i] / range.Length;
            }
        }

        return mean;
    }
}
