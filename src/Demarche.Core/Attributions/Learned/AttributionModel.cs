using Demarche.Nlp;
using Demarche.Nlp.Models;

namespace Demarche.Core.Attributions.Learned;

/// <summary>
/// The weights of the learned extractor: one or two <see cref="AttributionView"/>s, whose scores are averaged. The view of words
/// alone needs no language model and is many times faster. Immutable; safe to share between threads.
/// </summary>
public sealed class AttributionModel
{
    internal AttributionModel(IReadOnlyList<AttributionView> views, Calibration calibration, Calibration wordsCalibration)
    {
        Views = views;
        Calibration = calibration;
        WordsCalibration = wordsCalibration;
    }

    /// <summary>SHA-256 of the file it was read from; empty for one just trained.</summary>
    public string Checksum { get; private init; } = "";

    /// <summary>Whether it reads only documents that have <see cref="Document.Syntax"/>.</summary>
    public bool UsesSyntax => Views.Any(view => view.UsesSyntax);

    /// <summary>How often an attribution of a certain score was right, as measured after training; score and share, 0-1.</summary>
    public IEnumerable<(double Score, double Share)> Reliability => Calibration.Points.Select(point => ((double)point.Score, (double)point.Share));

    /// <summary>The same model without the view that needs a language model.</summary>
    public AttributionModel WordsOnly =>
        new([.. Views.Where(view => !view.UsesSyntax)], WordsCalibration, WordsCalibration) { Checksum = Checksum };

    /// <summary>The views; the one with syntax first.</summary>
    internal IReadOnlyList<AttributionView> Views { get; }

    internal Calibration Calibration { get; }

    internal Calibration WordsCalibration { get; }

    /// <summary>Reads a model file.</summary>
    /// <param name="stream">The file.</param>
    /// <param name="name">What to call it in messages.</param>
    /// <exception cref="ModelFormatException">It is no model file, of another version, damaged, or holds other models.</exception>
    public static AttributionModel Read(Stream stream, string name)
    {
        ModelFile file = ModelFile.Read(stream, name);
        var views = new List<AttributionView>();
        if (file.Sections.Contains(AttributionView.NameOf(usesSyntax: true) + "-cues", StringComparer.Ordinal))
        {
            views.Add(AttributionView.Read(file, usesSyntax: true));
        }

        views.Add(AttributionView.Read(file, usesSyntax: false));
        return new AttributionModel(views, file.Load("calibration", Calibration.Read), file.Load("words-calibration", Calibration.Read))
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

        ModelFile.Write(stream, sections);
    }
}
