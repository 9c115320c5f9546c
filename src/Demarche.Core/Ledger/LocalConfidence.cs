using System.Globalization;
using System.Text.Json;
using Demarche.Core.Attributions;
using Demarche.Core.Positions;

namespace Demarche.Core.Ledger;

/// <summary>
/// Re-weights the machine's confidence as the users of one ledger found its lines right or wrong: a logistic curve over the machine's own
/// log-odds and a few traits of the line. Immutable.
/// </summary>
public sealed class LocalConfidence
{
    /// <summary>Name of its file in the ledger's folder.</summary>
    public const string FileName = "confidence.json";

    // No confidence is taken for certain, neither before nor after.
    private const double Least = 0.01;

    private static readonly string[] Names = ["bias", "machine", "direct", "mixed", "narrator", "conditional", "conveyed"];

    private readonly double[] _weights;

    /// <summary>A curve with these weights.</summary>
    /// <param name="weights">One for each trait, in the order of <see cref="TraitsOf(Position)"/>.</param>
    public LocalConfidence(IReadOnlyList<double> weights)
    {
        ArgumentNullException.ThrowIfNull(weights);
        ArgumentOutOfRangeException.ThrowIfNotEqual(weights.Count, Names.Length);
        _weights = [.. weights];
    }

    /// <summary>The weights that leave every confidence as it is.</summary>
    public static IReadOnlyList<double> Unchanged { get; } = [.. Names.Select(name => name == "machine" ? 1.0 : 0.0)];

    /// <summary>The weights, in the order of <see cref="TraitsOf(Position)"/>.</summary>
    public IReadOnlyList<double> Weights => _weights;

    /// <summary>
    /// What is weighed: 1, the log-odds of the machine's confidence, then 1 or 0 for direct speech, mixed speech, the narrator's voice, a
    /// condition, and being conveyed by another.
    /// </summary>
    public static double[] TraitsOf(Position position)
    {
        ArgumentNullException.ThrowIfNull(position);
        return TraitsOf(position.Confidence, position.Kind, position.Condition is not null, position.ReportedBy is not null);
    }

    /// <summary>The same of a line whose words are not at hand.</summary>
    internal static double[] TraitsOf(double machine, AttributionKind? kind, bool isConditional, bool isConveyed)
    {
        double confidence = Math.Clamp(machine, Least, 1 - Least);
        return
        [
            1,
            Math.Log(confidence / (1 - confidence)),
            kind == AttributionKind.Direct ? 1 : 0,
            kind == AttributionKind.Mixed ? 1 : 0,
            kind is null ? 1 : 0,
            isConditional ? 1 : 0,
            isConveyed ? 1 : 0,
        ];
    }

    /// <summary>Probability that a line is right, 0-1.</summary>
    public double Of(Position position) => Of(TraitsOf(position));

    /// <summary>Probability for the traits of a line.</summary>
    public double Of(ReadOnlySpan<double> traits)
    {
        double sum = 0;
        for (int i = 0; i < _weights.Length; i++)
        {
            sum += _weights[i] * traits[i];
        }

        return Math.Clamp(1 / (1 + Math.Exp(-sum)), Least, 1 - Least);
    }

    /// <summary>The curve in the folder of a ledger, or null when it has none.</summary>
    /// <exception cref="InvalidDataException">The file is not what this program wrote.</exception>
    public static LocalConfidence? Read(string folder)
    {
        string path = Path.Combine(folder, FileName);
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(path));
            return new LocalConfidence([.. Names.Select(name => document.RootElement.GetProperty(name).GetDouble())]);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new InvalidDataException($"{path} is damaged: delete it, or make it anew with `demarche learn`.", e);
        }
    }

    /// <summary>Writes the curve into the folder of a ledger; readers from then on heed it.</summary>
    public void Write(string folder)
    {
        IEnumerable<string> fields = Names.Select((name, i) =>
            string.Create(CultureInfo.InvariantCulture, $"  \"{name}\": {_weights[i]:R}"));
        File.WriteAllText(Path.Combine(folder, FileName), $"{{\n{string.Join(",\n", fields)}\n}}\n");
    }
}
