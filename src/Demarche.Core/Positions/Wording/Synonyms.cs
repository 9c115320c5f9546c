using System.Collections.Frozen;

namespace Demarche.Core.Positions.Wording;

/// <summary>Brings words that name the same outcome under one concept. Immutable; safe to share between threads.</summary>
internal sealed class Synonyms
{
    private readonly FrozenDictionary<string, string> _concepts;

    public Synonyms(WordKeys keys)
    {
        var concepts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string line in ListResource.Lines("Wording.synonyms.txt"))
        {
            string[] words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            string concept = "~" + keys.KeyOf(words[0]);
            foreach (string word in words)
            {
                concepts.TryAdd(keys.KeyOf(word), concept);
            }
        }

        _concepts = concepts.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>The concept of the word with <paramref name="key"/>; the key itself when no list holds it.</summary>
    public string ConceptOf(string key) => _concepts.GetValueOrDefault(key, key);
}
