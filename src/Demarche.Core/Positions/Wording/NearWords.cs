using System.Collections.Concurrent;
using System.Collections.Frozen;

namespace Demarche.Core.Positions.Wording;

/// <summary>Finds the words of a codebook that mean nearly what a word of a text means, by their vectors. Safe to share between threads.</summary>
internal sealed class NearWords
{
    /// <summary>Cosine from which two words are taken for near. Set by hand: below it stand words of one field, not of one meaning.</summary>
    private const float LeastCosine = 0.56f;

    /// <summary>Most words remembered with what is near them; vectors know fewer.</summary>
    private const int MostRemembered = 60_000;

    // Five is near eight for vectors, and another figure for everybody else.
    private static readonly FrozenSet<string> Numbers = FrozenSet.ToFrozenSet(
        [
            "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "fifteen", "twenty", "thirty", "forty", "fifty", "sixty",
            "seventy", "eighty", "ninety", "hundred", "thousand", "million", "billion", "first", "second", "third", "fourth", "fifth", "half", "quarter",
        ],
        StringComparer.OrdinalIgnoreCase);

    private readonly MeaningVectors _words;
    private readonly List<string> _concepts = [];
    private readonly VectorTable _known;
    private readonly ConcurrentDictionary<int, IReadOnlyList<(string Concept, double Nearness)>> _near = new();

    /// <param name="words">The vectors.</param>
    /// <param name="forms">The codebook's words as written, with their concepts.</param>
    public NearWords(MeaningVectors words, IEnumerable<(string Concept, string Form)> forms)
    {
        _words = words;
        var vectors = new List<float[]>();
        foreach ((string concept, string form) in forms.Distinct())
        {
            if (!Numbers.Contains(form) && VectorOf(words.IndexOf(form)) is { } vector)
            {
                _concepts.Add(concept);
                vectors.Add(vector);
            }
        }

        _known = new VectorTable(vectors, words.Dimensions);
    }

    /// <summary>The concepts near <paramref name="word"/> with their cosine, each once, the nearest first.</summary>
    public IReadOnlyList<(string Concept, double Nearness)> Of(ReadOnlySpan<char> word)
    {
        int index = _words.IndexOf(word);
        if (index < 0)
        {
            return [];
        }

        if (!_near.TryGetValue(index, out IReadOnlyList<(string Concept, double Nearness)>? near))
        {
            near = Search(index);
            if (_near.Count < MostRemembered)
            {
                _near.TryAdd(index, near);
            }
        }

        return near;
    }

    private List<(string Concept, double Nearness)> Search(int index)
    {
        if (VectorOf(index) is not { } own)
        {
            return [];
        }

        float[] cosines = new float[_known.PaddedCount];
        _known.Cosines(own, cosines);
        var best = new Dictionary<string, double>(StringComparer.Ordinal);
        for (int i = 0; i < _concepts.Count; i++)
        {
            if (cosines[i] >= LeastCosine && cosines[i] > best.GetValueOrDefault(_concepts[i]))
            {
                best[_concepts[i]] = cosines[i];
            }
        }

        return [.. best.Select(p => (p.Key, p.Value)).OrderByDescending(p => p.Value).ThenBy(p => p.Key, StringComparer.Ordinal)];
    }

    private float[]? VectorOf(int index)
    {
        float[] vector = new float[_words.Dimensions];
        return _words.Read(index, vector) ? vector : null;
    }
}
