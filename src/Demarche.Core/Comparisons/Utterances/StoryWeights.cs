namespace Demarche.Core.Comparisons.Utterances;

/// <summary>Takes weight from the words a story is about: they stand in whatever anybody says of it and tell nothing apart.</summary>
internal static class StoryWeights
{
    // Of fewer passages nobody can tell what is common among them.
    private const int LeastPassages = 10;

    // A word in every third passage keeps a third of its weight; in every second one it is down to the least.
    private const double Slope = 2;
    private const double LeastShare = 0.25;

    /// <summary>The passages of one story with the weights of their words damped.</summary>
    /// <param name="passages">What is attributed in it: by these is judged what the story is about.</param>
    /// <param name="bare">What its articles assert themselves.</param>
    public static Passage[] Damp(Passage[] passages, IEnumerable<Passage> bare)
    {
        if (passages.Length < LeastPassages)
        {
            return [.. passages, .. bare];
        }

        var with = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (string stem in passages.SelectMany(passage => passage.Words.Select(word => word.Stem).Distinct(StringComparer.Ordinal)))
        {
            with[stem] = with.GetValueOrDefault(stem) + 1;
        }

        return [.. passages.Concat(bare).Select(passage => passage.Weighed([.. passage.Words.Select(Damped)]))];

        UtteranceWord Damped(UtteranceWord word)
        {
            double kept = 1 - (Slope * with.GetValueOrDefault(word.Stem) / passages.Length);
            return word with { Weight = word.Weight * Math.Max(LeastShare, kept) };
        }
    }
}
