using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;

namespace Demarche.Core.Reading.Choices;

/// <summary>
/// Chooses one of several candidates by the weights of their features: a log-linear model over the candidates of one page
/// (conditional logit, McFadden 1974). Immutable; safe to share between threads.
/// </summary>
internal sealed class ChoiceModel
{
    private readonly FrozenDictionary<string, double> _weights;

    private ChoiceModel(FrozenDictionary<string, double> weights) => _weights = weights;

    /// <summary>A model of these weights, a feature once.</summary>
    public static ChoiceModel Of(IReadOnlyDictionary<string, double> weights) =>
        new(weights.ToFrozenDictionary(StringComparer.Ordinal));

    /// <summary>The model that is built into the program under that name.</summary>
    /// <param name="name">File name below <c>models/page</c>: <c>day.tsv</c>.</param>
    /// <exception cref="InvalidOperationException">The program was built without it.</exception>
    public static ChoiceModel BuiltIn(string name)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Demarche.Core.Reading.Models." + name)
            ?? throw new InvalidOperationException($"The weights {name} are missing from the build.");
        using var reader = new StreamReader(stream);
        return Read(reader);
    }

    /// <summary>Reads weights: lines of a feature, a tab and its weight; lines that start with # are remarks.</summary>
    /// <exception cref="InvalidDataException">A line is none of these.</exception>
    public static ChoiceModel Read(TextReader reader)
    {
        var weights = new Dictionary<string, double>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            int tab = line.IndexOf('\t', StringComparison.Ordinal);
            if (tab < 1 || !double.TryParse(line.AsSpan(tab + 1), NumberStyles.Float, CultureInfo.InvariantCulture, out double weight))
            {
                throw new InvalidDataException($"No feature and weight: {line}");
            }

            weights[line[..tab]] = weight;
        }

        return Of(weights);
    }

    /// <summary>Writes the weights as <see cref="Read"/> reads them, in ordinal order of the features.</summary>
    public void Write(TextWriter writer)
    {
        foreach ((string feature, double weight) in _weights.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            writer.Write(feature);
            writer.Write('\t');
            writer.Write(weight.ToString("0.###", CultureInfo.InvariantCulture));
            writer.Write('\n');
        }
    }

    /// <summary>Sum of the weights of <paramref name="features"/>; a feature unknown to the model counts nothing.</summary>
    public double Score(IReadOnlyCollection<string> features)
    {
        double score = 0;
        foreach (string feature in features)
        {
            score += _weights.GetValueOrDefault(feature);
        }

        return score;
    }

    /// <summary>Index of the best candidate, the first of equals; -1 when there is none.</summary>
    public int Best(IReadOnlyList<IReadOnlyCollection<string>> candidates)
    {
        int best = -1;
        double highest = double.NegativeInfinity;
        for (int i = 0; i < candidates.Count; i++)
        {
            double score = Score(candidates[i]);
            if (score > highest)
            {
                (best, highest) = (i, score);
            }
        }

        return best;
    }

    /// <summary>What only one of two candidates has, the weightiest first: "+" for the first, "-" for the second.</summary>
    public string Compare(IReadOnlyCollection<string> first, IReadOnlyCollection<string> second)
    {
        IEnumerable<string> differences = first.Except(second, StringComparer.Ordinal).Select(feature => (Mark: '+', feature))
            .Concat(second.Except(first, StringComparer.Ordinal).Select(feature => (Mark: '-', feature)))
            .OrderByDescending(one => Math.Abs(_weights.GetValueOrDefault(one.feature)))
            .Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Mark}{one.feature} {_weights.GetValueOrDefault(one.feature):0.0}"));
        return string.Join("; ", differences);
    }
}
