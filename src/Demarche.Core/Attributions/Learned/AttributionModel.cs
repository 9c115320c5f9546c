using Demarche.Core.Attributions.Learned.Network;
using Demarche.Nlp;
using Demarche.Nlp.Labeling;
using Demarche.Nlp.Models;
using Demarche.Nlp.Words;

namespace Demarche.Core.Attributions.Learned;

/// <summary>
/// The weights of the learned extractor: one or two <see cref="AttributionView"/>s, whose scores are averaged. The view of words
/// alone needs no language model and is many times faster. Immutable; safe to share between threads.
/// </summary>
public sealed class AttributionModel
{
    private const string VectorsSection = "vectors";
    private const string NetworkSection = "network";

    internal AttributionModel(
        IReadOnlyList<AttributionView> views, AttributionNetwork? network, Calibration calibration, Calibration wordsCalibration, float networkShare = 0.5f)
    {
        Views = views;
        Network = network;
        NetworkShare = networkShare;
        Calibration = calibration;
        WordsCalibration = wordsCalibration;
        float[] transitions = [.. views[0].Parts.LearnedTransitions];
        PartChain = new SequenceLabeler(
            AttributionView.PartScheme,
            FeatureWeights.Of(AttributionView.PartScheme.Count, [], []),
            network is null ? transitions : Mean.Of(transitions, network.PartTransitions, networkShare));
    }

    /// <summary>SHA-256 of the file it was read from; empty for one just trained.</summary>
    public string Checksum { get; private init; } = "";

    /// <summary>Whether it reads only documents that have <see cref="Document.Syntax"/>.</summary>
    public bool UsesSyntax => Views.Any(view => view.UsesSyntax);

    /// <summary>How often an attribution of a certain score was right, as measured after training; score and share, 0-1.</summary>
    public IEnumerable<(double Score, double Share)> Reliability => Calibration.Points.Select(point => ((double)point.Score, (double)point.Share));

    /// <summary>The same model without the view that needs a language model.</summary>
    public AttributionModel WordsOnly =>
        new([.. Views.Where(view => !view.UsesSyntax)], null, WordsCalibration, WordsCalibration) { Checksum = Checksum };

    /// <summary>The views; the one with syntax first.</summary>
    internal IReadOnlyList<AttributionView> Views { get; }

    /// <summary>The network that reads beside the views; null when they read alone.</summary>
    internal AttributionNetwork? Network { get; }

    /// <summary>Weight of the network beside the views; 0-1.</summary>
    internal float NetworkShare { get; }

    /// <summary>The chain of the second step under the scores of views and network together; it has no features of its own.</summary>
    internal SequenceLabeler PartChain { get; }

    internal Calibration Calibration { get; }

    internal Calibration WordsCalibration { get; }

    /// <summary>Reads a model file.</summary>
    /// <param name="stream">The file.</param>
    /// <param name="name">What to call it in messages.</param>
    /// <param name="vectors">The word vectors it was trained with; null for one trained without.</param>
    /// <param name="wordsOnly">Whether to read no more of it than <see cref="WordsOnly"/> needs.</param>
    /// <exception cref="ModelFormatException">It is no model file, of another version, damaged, holds other models, or needs other word vectors.</exception>
    public static AttributionModel Read(Stream stream, string name, WordVectors? vectors = null, bool wordsOnly = false)
    {
        ModelFile file = ModelFile.Read(stream, name);
        string wanted = file.Load(VectorsSection, reader => reader.ReadString());
        WordVectors? own = wanted.Length == 0 ? null : vectors;
        if (wanted != (own?.Checksum ?? ""))
        {
            throw new ModelFormatException($"{name} was trained with word vectors {wanted[..8]}, which are not those at hand. Put back the files that came together, or train it anew.")
            {
                FoundVersion = ModelFile.Version,
            };
        }

        AttributionView words = AttributionView.Read(file, usesSyntax: false, own);
        Calibration wordsCalibration = file.Load("words-calibration", Calibration.Read);
        if (wordsOnly)
        {
            return new AttributionModel([words], null, wordsCalibration, wordsCalibration) { Checksum = file.Checksum };
        }

        var views = new List<AttributionView>();
        if (file.Sections.Contains(AttributionView.NameOf(usesSyntax: true) + "-cues", StringComparer.Ordinal))
        {
            views.Add(AttributionView.Read(file, usesSyntax: true, null));
        }

        views.Add(words);
        AttributionNetwork? network = own is null ? null : file.Load(NetworkSection, reader => AttributionNetwork.Read(reader, own));
        return new AttributionModel(views, network, file.Load("calibration", Calibration.Read), wordsCalibration)
        {
            Checksum = file.Checksum,
        };
    }

    /// <summary>Writes a model file; the same model gives the same bytes.</summary>
    public void Write(Stream stream)
    {
        var sections = new Dictionary<string, byte[]>
        {
            ["calibration"] = AttributionView.Bytes(Calibration.Write),
            ["words-calibration"] = AttributionView.Bytes(WordsCalibration.Write),
        };
        foreach (AttributionView view in Views)
        {
            view.AddTo(sections);
        }

        sections[VectorsSection] = AttributionView.Bytes(writer => writer.Write(Views[^1].Vectors?.Checksum ?? ""));
        if (Network is not null)
        {
            sections[NetworkSection] = AttributionView.Bytes(Network.Write);
        }

        ModelFile.Write(stream, sections);
    }
}
