using System.Collections.Frozen;
using System.Globalization;
using Demarche.Core.Positions.References;
using Demarche.Core.Positions.Stances;
using Demarche.Core.Positions.Wording;

namespace Demarche.Core.Positions;

/// <summary>The general word knowledge behind positions: families, synonyms, stop words, operators. Immutable; safe to share between threads.</summary>
internal sealed class Vocabulary
{
    /// <summary>Share of articles, in percent, from which on a word is in the list of common words.</summary>
    private const double LeastPercent = 2;

    private readonly Synonyms _synonyms;
    private readonly FrozenSet<string> _stopWords;
    private readonly FrozenSet<string> _harms;
    private readonly FrozenDictionary<string, double> _rarity;

    public Vocabulary()
    {
        Keys = new WordKeys();
        _synonyms = new Synonyms(Keys);
        Operators = new OperatorLexicon(Keys);
        Contraries = new Contraries(Keys);
        Pointers = new PointerReader();
        _stopWords = ListResource.Lines("Wording.stopwords.txt")
            .SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Select(word => Keys.KeyOf(word))
            .ToFrozenSet(StringComparer.Ordinal);
        _harms = ListResource.Lines("Wording.harms.txt")
            .SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Select(word => _synonyms.ConceptOf(Keys.KeyOf(word)))
            .ToFrozenSet(StringComparer.Ordinal);
        _rarity = ReadRarity();
    }

    /// <summary>Gives words their family keys.</summary>
    public WordKeys Keys { get; }

    /// <summary>Finds the words that turn a stance.</summary>
    public OperatorLexicon Operators { get; }

    /// <summary>Tells which states exclude each other.</summary>
    public Contraries Contraries { get; }

    /// <summary>Finds the words that point back.</summary>
    public PointerReader Pointers { get; }

    /// <summary>The concept of a word, or an empty string for stop words, marks and the tail of a name.</summary>
    public string ConceptAt(WordText words, int index)
    {
        string key = words.Key(index);
        return key.Length == 0 || !words.IsWord(index) || _stopWords.Contains(key) ? "" : _synonyms.ConceptOf(key);
    }

    /// <summary>The concept of a verb and the particle behind it written as one noun ("walked out": "walkout"), or an empty string.</summary>
    public string JoinedAt(WordText words, int index) =>
        index + 1 < words.Count && words.Key(index) is { Length: > 0 } key && key[0] != '@'
        && words.Key(index + 1) is "out" or "off" or "up" or "down" or "back" or "over" or "away" or "in"
            ? _synonyms.ConceptOf(Keys.KeyOf(key + words.Key(index + 1)))
            : "";

    /// <summary>Whether a concept names a blow dealt to somebody: a sanction, a lawsuit.</summary>
    public bool IsHarm(string concept) => _harms.Contains(concept);

    /// <summary>How much a concept tells in news at large: 1 for a rare one, near 0 for one that stands in every other article.</summary>
    public double RarityOf(string concept) => _rarity.GetValueOrDefault(concept, 1);

    /// <summary>Inverse document frequency, scaled so that the rarest words of the list weigh 1.</summary>
    private FrozenDictionary<string, double> ReadRarity()
    {
        var rarity = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (string line in ListResource.Lines("Wording.common.txt"))
        {
            string[] parts = line.Split(':');
            double percent = double.Parse(parts[0], NumberStyles.Float, CultureInfo.InvariantCulture);
            foreach (string word in parts[1].Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                // The list is sorted from common to rare: the commonest form of a family speaks for it.
                rarity.TryAdd(_synonyms.ConceptOf(Keys.KeyOf(word)), Math.Log(100 / percent) / Math.Log(100 / LeastPercent));
            }
        }

        return rarity.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
