using System.Collections.Frozen;
using Demarche.Core.Positions.Wording;

namespace Demarche.Core.Positions.Subjects;

/// <summary>Finds the words that mean both sides of the dispute without naming them: "both sides", "the two countries", "each capital".</summary>
internal static class JointPhrase
{
    // Written by us: what the sides of a dispute are called together.
    private static readonly FrozenSet<string> Sides = FrozenSet.ToFrozenSet(
        [
            "side", "sides", "party", "parties", "country", "countries", "nation", "nations", "state", "states", "capital", "capitals",
            "government", "governments", "leader", "leaders", "president", "presidents", "delegation", "delegations", "negotiators",
        ],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Words a phrase holds: a numeral and its noun.</summary>
    public const int Length = 2;

    /// <summary>Whether such a phrase starts at <paramref name="at"/>.</summary>
    public static bool StartsAt(WordText words, int at) =>
        at + 1 < words.Count && words.Span(at).Of(words.Text).ToLowerInvariant() is "both" or "two" or "each"
        && Sides.Contains(words.Span(at + 1).Of(words.Text));

    /// <summary>Whether the words are a pronoun for the two, with no noun of theirs: "Both" or "the two" that said or agreed to something.</summary>
    public static bool IsPronoun(WordText words, WordRange range) =>
        range.Length is 1 or 2 && words.SpanOf(range).Of(words.Text).ToLowerInvariant() is "both" or "the two";
}
