using System.Collections.Frozen;
using Demarche.Core.Parties;

namespace Demarche.Core.Attributions;

/// <summary>Adjectives and one-word names of all states, which stand before names and belong to none.</summary>
internal static class StateAdjectives
{
    private static readonly Lazy<FrozenSet<string>> Words = new(
        () => Countries.All
            .SelectMany(country => country.Adjectives.Append(country.Name))
            .SelectMany(name => name.Split(' '))
            .Where(word => word.Length > 2)
            .ToFrozenSet(StringComparer.Ordinal));

    /// <summary>Whether <paramref name="word"/> is one of them.</summary>
    public static bool Contains(ReadOnlySpan<char> word) => Words.Value.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);
}
