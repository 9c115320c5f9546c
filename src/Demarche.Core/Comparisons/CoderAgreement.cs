using Demarche.Core.Ledger;
using Demarche.Core.Positions;

namespace Demarche.Core.Comparisons;

/// <summary>How far people who reviewed the same lines agree.</summary>
public static class CoderAgreement
{
    private const string None = "none";

    /// <summary>The agreement on every trait that coders decide, over lines that two or more of them decided on.</summary>
    /// <param name="lines">The machine's lines, no correction applied.</param>
    /// <param name="codings">Who said what about which line, oldest first, taken back ones left out; edits of one coder add up, and the last rejection or acceptance counts.</param>
    public static IReadOnlyList<TraitAgreement> Of(IEnumerable<LedgerEntry> lines, IEnumerable<Correction> codings)
    {
        ArgumentNullException.ThrowIfNull(lines);
        ArgumentNullException.ThrowIfNull(codings);
        Dictionary<string, LedgerEntry> byKey = lines.DistinctBy(line => line.Key).ToDictionary(line => line.Key, StringComparer.Ordinal);
        var decisions = new SortedDictionary<string, SortedDictionary<string, Position?>>(StringComparer.Ordinal);
        foreach (Correction coding in codings)
        {
            if (coding.Target is { } target && byKey.TryGetValue(target, out LedgerEntry? line))
            {
                decisions.TryAdd(target, new SortedDictionary<string, Position?>(StringComparer.Ordinal));
                Position soFar = decisions[target].GetValueOrDefault(coding.Author) ?? line.Position;
                decisions[target][coding.Author] = coding.Kind == CorrectionKind.Reject
                    ? null
                    : coding.Edit?.ApplyTo(soFar, sameText: true) ?? soFar;
            }
        }

        SortedDictionary<string, Position?>[] units = [.. decisions.Values.Where(coders => coders.Count > 1)];
        return
        [
            Trait("right or wrong", units, position => position is null ? "wrong" : "right"),
            Trait("stance", units, position => position is null ? None : position.Stance.ToString().ToLowerInvariant()),
            Trait("issue", units, position => position?.Issue ?? None),
            Trait("party", units, position => position?.Party ?? None),
            Trait("act", units, position => position?.Act.ToString().ToLowerInvariant() ?? None),
            Trait("strength", units, position => position is null ? "0" : $"{position.Strength}", isRanked: true),
        ];
    }

    /// <summary>
    /// Cohen's kappa of two coders: agreement beyond what their own habits give by chance. NaN when chance alone would agree always.
    /// </summary>
    /// <remarks>Source: J. Cohen, "A coefficient of agreement for nominal scales", Educational and Psychological Measurement 20, 1960.</remarks>
    /// <param name="pairs">What the first and the second called each unit.</param>
    public static double Kappa(IReadOnlyList<(string First, string Second)> pairs)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        double units = pairs.Count;
        double observed = pairs.Count(pair => pair.First == pair.Second) / units;
        ILookup<string, string> second = pairs.Select(pair => pair.Second).ToLookup(value => value, StringComparer.Ordinal);
        double expected = pairs.GroupBy(pair => pair.First, StringComparer.Ordinal)
            .Sum(value => value.Count() / units * (second[value.Key].Count() / units));
        return expected == 1 ? double.NaN : (observed - expected) / (1 - expected);
    }

    private static TraitAgreement Trait(
        string name, SortedDictionary<string, Position?>[] units, Func<Position?, string> valueOf, bool isRanked = false)
    {
        var coincidences = new Coincidences();
        foreach (SortedDictionary<string, Position?> unit in units)
        {
            coincidences.Add([.. unit.Values.Select(valueOf)]);
        }

        string[] coders = [.. units.SelectMany(unit => unit.Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var pairs = new List<CoderPair>();
        for (int i = 0; i < coders.Length; i++)
        {
            for (int j = i + 1; j < coders.Length; j++)
            {
                (string, string)[] both =
                [
                    .. units.Where(unit => unit.ContainsKey(coders[i]) && unit.ContainsKey(coders[j]))
                        .Select(unit => (valueOf(unit[coders[i]]), valueOf(unit[coders[j]]))),
                ];
                if (both.Length > 0)
                {
                    pairs.Add(new CoderPair(coders[i], coders[j], both.Length, (double)both.Count(pair => pair.Item1 == pair.Item2) / both.Length, Kappa(both)));
                }
            }
        }

        return new TraitAgreement(name, units.Length, isRanked ? coincidences.OrdinalAlpha() : coincidences.NominalAlpha(), pairs);
    }
}

/// <summary>Agreement on one trait.</summary>
/// <param name="Trait">What is decided: "stance", "strength", ...</param>
/// <param name="Lines">Number of lines that two or more coders decided on.</param>
/// <param name="Alpha">Krippendorff's alpha (ordinal for strength, else nominal); NaN when nothing ever differed.</param>
/// <param name="Pairs">Two coders at a time.</param>
public sealed record TraitAgreement(string Trait, int Lines, double Alpha, IReadOnlyList<CoderPair> Pairs);

/// <summary>Agreement of two coders.</summary>
/// <param name="First">The one.</param>
/// <param name="Second">The other.</param>
/// <param name="Lines">Lines both decided on.</param>
/// <param name="Same">Share on which they say the same, 0-1.</param>
/// <param name="Kappa">Cohen's kappa; NaN when chance alone would agree always.</param>
public sealed record CoderPair(string First, string Second, int Lines, double Same, double Kappa);
