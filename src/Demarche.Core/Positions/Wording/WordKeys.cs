using System.Collections.Concurrent;
using System.Collections.Frozen;
using Demarche.Nlp.Stemming;

namespace Demarche.Core.Positions.Wording;

/// <summary>Gives a word the key under which its whole family is found: inflections, British and American spelling, irregular forms.</summary>
/// <remarks>Safe to share between threads: what it remembers changes nothing it says.</remarks>
internal sealed class WordKeys
{
    // News comes back to the same words: a thirtieth of the time of reading with --fast went into their stems (measured 2026-11-22). The bound is some
    // 10 MB; a page of made-up words fills it and costs nothing but the help.
    private const int MostRemembered = 1 << 16;

    private readonly ConcurrentDictionary<string, string> _remembered = new(StringComparer.Ordinal);
    private readonly FrozenDictionary<string, string> _families;
    private readonly FrozenDictionary<string, string> _apart;

    public WordKeys()
    {
        var apart = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string line in ListResource.Lines("Wording.apart.txt"))
        {
            string[] words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            foreach (string word in words)
            {
                apart.Add(word, words[0]);
            }
        }

        _apart = apart.ToFrozenDictionary(StringComparer.Ordinal);
        var families = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string line in ListResource.Lines("Wording.families.txt"))
        {
            string[] words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            string family = PlainKey(words[0]);
            foreach (string word in words)
            {
                families.TryAdd(PlainKey(word), family);
            }
        }

        _families = families.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>The key of <paramref name="word"/>: equal for words of one family, never empty.</summary>
    public string KeyOf(ReadOnlySpan<char> word)
    {
        ConcurrentDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> remembered = _remembered.GetAlternateLookup<ReadOnlySpan<char>>();
        if (remembered.TryGetValue(word, out string? known))
        {
            return known;
        }

        string lower = word.ToString().ToLowerInvariant();
        string plain = _apart.GetValueOrDefault(lower) ?? PlainKey(lower);
        string key = _families.GetValueOrDefault(plain, plain);
        // Counting takes every lock of the dictionary: only words seen for the first time pay for it.
        if (_remembered.Count < MostRemembered)
        {
            remembered[word] = key;
        }

        return key;
    }

    private static string PlainKey(string lower)
    {
        string stem = EnglishStemmer.Stem(AmericanSpelling(lower));
        return lower.EndsWith("sion", StringComparison.Ordinal) || lower.EndsWith("sions", StringComparison.Ordinal)
            ? VerbOfSion(stem)
            : stem.Length > 4 && (stem[^1] == 'i' || IsDoubled(stem)) ? stem[..^1] : stem;
    }

    /// <summary>"boycott", whose stem is not that of "boycotted": the stemmer takes the doubled consonant before an ending for spelling.</summary>
    private static bool IsDoubled(string stem) => stem[^1] == stem[^2] && stem[^1] is 'b' or 'd' or 'f' or 'g' or 'm' or 'n' or 'p' or 'r' or 't';

    /// <summary>-ise, -our, -ence and -tre forms as American English spells them; the same change for every word of a family, so a false friend does no harm.</summary>
    private static string AmericanSpelling(string word)
    {
        foreach (string ending in (ReadOnlySpan<string>)["isations", "isation", "ising", "ised", "ises", "ise"])
        {
            // At least four letters before the ending: "raise" and "wise" stay.
            if (word.Length >= ending.Length + 4 && word.EndsWith(ending, StringComparison.Ordinal))
            {
                int s = word.Length - ending.Length + 1;
                return string.Concat(word.AsSpan(0, s), "z", word.AsSpan(s + 1));
            }
        }

        int our = word.LastIndexOf("our", StringComparison.Ordinal);
        return word.Length >= 6 && our >= 3 ? word.Remove(our + 1, 1) : word;
    }

    /// <summary>extension → extend, decision → decide, accession → accede: the noun's stem as its verb's.</summary>
    private static string VerbOfSion(string stem)
    {
        foreach ((string noun, string verb) in (ReadOnlySpan<(string, string)>)
            [("cess", "ced"), ("ens", "end"), ("ans", "and"), ("is", "id"), ("as", "ad"), ("us", "ud"), ("os", "od")])
        {
            if (stem.Length > noun.Length + 1 && stem.EndsWith(noun, StringComparison.Ordinal))
            {
                return string.Concat(stem.AsSpan(0, stem.Length - noun.Length), verb);
            }
        }

        return stem;
    }
}
