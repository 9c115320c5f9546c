using System.Collections.Frozen;

namespace Demarche.Core.Positions.Wording;

/// <summary>Tells which states exclude each other: open and closed, higher and unchanged. Immutable; safe to share between threads.</summary>
internal sealed class Contraries
{
    private readonly FrozenDictionary<string, string[]> _contraries;

    public Contraries(WordKeys keys)
    {
        var contraries = new Dictionary<string, string[]>(StringComparer.Ordinal);
        foreach (string line in ListResource.Lines("Wording.contraries.txt"))
        {
            string[][] sides = [.. line.Split(':').Select(side => side.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => keys.KeyOf(word)).Distinct().ToArray())];
            foreach ((string key, string[] others) in sides[0].Select(k => (k, sides[1])).Concat(sides[1].Select(k => (k, sides[0]))))
            {
                contraries[key] = [.. contraries.GetValueOrDefault(key, []).Union(others)];
            }
        }

        _contraries = contraries.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>Keys of the words that exclude the word with <paramref name="key"/>; none when no list holds it.</summary>
    public IReadOnlyList<string> Of(string key) => _contraries.GetValueOrDefault(key, []);
}
