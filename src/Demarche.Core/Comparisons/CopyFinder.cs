using Demarche.Core.Ledger;
using Demarche.Core.Reading.Sameness;

namespace Demarche.Core.Comparisons;

/// <summary>Finds the copies of each text among those before it, in memory. Not safe to share between threads.</summary>
internal sealed class CopyFinder
{
    private readonly Dictionary<long, List<int>> _sharing = [];
    private readonly List<(string Key, string Text)> _texts = [];

    /// <summary>Takes in a text and gives its pairs with those before.</summary>
    public List<CopyPair> Add(string key, string text)
    {
        TextWords words = TextWords.Of(text);
        var pairs = new List<CopyPair>();
        foreach (int other in Candidates(Landmarks.Of(words)))
        {
            SharedText shared = SharedText.Of(words, TextWords.Of(_texts[other].Text));
            if (shared.IsCopy)
            {
                pairs.Add(new CopyPair(key, _texts[other].Key, shared.Share));
            }
        }

        _texts.Add((key, text));
        return pairs;
    }

    private IEnumerable<int> Candidates(IReadOnlyList<long> landmarks)
    {
        var counts = new Dictionary<int, int>();
        foreach (long landmark in landmarks)
        {
            if (!_sharing.TryGetValue(landmark, out List<int>? sharing))
            {
                _sharing[landmark] = sharing = [];
            }

            foreach (int other in sharing.Count <= Landmarks.MostSharing ? sharing : [])
            {
                counts[other] = counts.GetValueOrDefault(other) + 1;
            }

            sharing.Add(_texts.Count);
        }

        return counts.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).Take(Landmarks.MostCompared).Select(pair => pair.Key);
    }
}
