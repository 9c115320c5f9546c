using Demarche.Core.Positions.Wording;

namespace Demarche.Core.Positions.Stances;

/// <summary>Tells a verdict on what is told of a matter from one on the matter: "dismissed reports of talks", "rumours of a truce are unfounded".</summary>
internal static class Rumor
{
    /// <summary>Words from the telling to the matter, to either side; and words from the verdict to the telling. Set by hand.</summary>
    private const int Reach = 12;

    // Written by us: what is told by nobody in particular. The keys of the families.
    private static readonly HashSet<string> Tellings = new(StringComparer.Ordinal)
    {
        "report", "rumor", "rumour", "notion", "specul", "say", "story", "hearsay", "gossip", "insinuation", "conjecture", "whisper", "myth", "headline",
    };

    /// <summary>
    /// Whether what is turned down is that something is told, and what is told is no more than that the matter is there or under way. Who denies that it will be given up,
    /// or that one wants it, takes a stance.
    /// </summary>
    /// <param name="words">The words.</param>
    /// <param name="operators">What governs the matter.</param>
    /// <param name="matter">The words that name the matter.</param>
    public static bool Is(WordText words, IReadOnlyList<OperatorHit> operators, WordRange matter)
    {
        if (!operators.Any(o => IsVerdict(o.Operator)))
        {
            return false;
        }

        for (int i = matter.Start - 1; i >= Math.Max(0, matter.Start - Reach) && words.Key(i) is not ("." or "\n" or ";"); i--)
        {
            if (Tellings.Contains(words.Key(i)) && i + 1 < words.Count && words.Key(i + 1) is "that" or "of" or "about" or "on" or "as")
            {
                return operators.All(o => IsVerdict(o.Operator) ? o.End <= i || o.Start >= matter.End : IsPlain(words, o, i, matter));
            }
        }

        return false;
    }

    private static bool IsVerdict(Operator op) => op is { Sign: < 0, Group: OperatorGroup.Attitude or OperatorGroup.Judgement };

    // Between the telling and the matter nothing is to be done, at most it is "being held"; outside of them a "should" or "any" is the verdict's.
    private static bool IsPlain(WordText words, OperatorHit hit, int telling, WordRange matter) =>
        hit.End <= telling || hit.Start >= matter.End || hit.Operator.Group == OperatorGroup.Neutral
        || (hit.Operator is { Group: OperatorGroup.Change, Sign: > 0 } && words.Span(hit.Start).Of(words.Text).EndsWith("ing", StringComparison.Ordinal));
}
