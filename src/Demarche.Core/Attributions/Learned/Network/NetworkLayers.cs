using System.Runtime.InteropServices;
using Demarche.Nlp.Networks;
using Demarche.Nlp.Words;

namespace Demarche.Core.Attributions.Learned.Network;

/// <summary>
/// The layers of the network: one reads the paragraph, above it one finds cues, and one, run once a cue, its parts. One worker at a time;
/// the weights are shared.
/// </summary>
internal sealed class NetworkLayers
{
    private const int Seen = 128;
    private const int Upper = 96;

    private readonly WordVectors _vectors;

    public NetworkLayers(ParameterSet parameters, NetworkVocabulary vocabulary, WordVectors vectors)
    {
        _vectors = vectors;
        Tokens = new EmbeddingLayer(parameters, "tokens", TokenFields.SizesOf(vocabulary));
        Inputs = Tokens.Outputs + vectors.Dimensions;
        Base = new BiLstm(parameters, "base", Inputs, Seen);
        Cues = new BiLstm(parameters, "cues", Base.Outputs, Upper);
        CueScores = new Linear(parameters, "cue-scores", Cues.Outputs, AttributionView.CueScheme.Count);
        CueChain = new ChainLayer(parameters, "cues", AttributionView.CueScheme);
        Relative = new EmbeddingLayer(parameters, "relative", CueFields.Sizes);
        OfToken = new Linear(parameters, "of-token", Base.Outputs, Upper);
        OfCue = new Linear(parameters, "of-cue", Base.Outputs, Upper);
        PartInputs = Upper + Relative.Outputs;
        Parts = new BiLstm(parameters, "parts", PartInputs, Upper);
        PartScores = new Linear(parameters, "part-scores", Parts.Outputs, AttributionView.PartScheme.Count);
        PartChain = new ChainLayer(parameters, "parts", AttributionView.PartScheme);
    }

    /// <summary>Vectors of a token's <see cref="TokenFields"/>.</summary>
    public EmbeddingLayer Tokens { get; }

    /// <summary>Numbers a token goes in with.</summary>
    public int Inputs { get; }

    public BiLstm Base { get; }

    public BiLstm Cues { get; }

    public Linear CueScores { get; }

    public ChainLayer CueChain { get; }

    /// <summary>Vectors of a token's <see cref="CueFields"/>.</summary>
    public EmbeddingLayer Relative { get; }

    public Linear OfToken { get; }

    /// <summary>Of the mean of the cue's tokens.</summary>
    public Linear OfCue { get; }

    /// <summary>Numbers a token goes in with, seen from a cue.</summary>
    public int PartInputs { get; }

    public BiLstm Parts { get; }

    public Linear PartScores { get; }

    public ChainLayer PartChain { get; }

    /// <summary>Writes what goes in of a token.</summary>
    /// <param name="fields">Of its text.</param>
    /// <param name="token">Index in the text.</param>
    /// <param name="ids">Its ids, as <paramref name="fields"/> has them or some of them hidden.</param>
    /// <param name="row">Receives <see cref="Inputs"/> numbers.</param>
    public void ReadToken(TokenFields fields, int token, ReadOnlySpan<int> ids, Span<float> row)
    {
        Tokens.Read(ids, row);
        Span<float> vector = row[Tokens.Outputs..];
        vector.Clear();
        if (fields.Vectors[token] >= 0)
        {
            _vectors.CopyTo(fields.Vectors[token], vector);
        }
    }

    /// <summary>The ids of a token.</summary>
    public ReadOnlySpan<int> IdsOf(TokenFields fields, int token) => CollectionsMarshal.AsSpan(fields.Ids).Slice(token * Tokens.Fields, Tokens.Fields);
}
