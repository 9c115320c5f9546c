using Demarche.Nlp.Text;

namespace Demarche.Core.Reading.Sameness;

/// <summary>What two texts have in common, word for word, and where.</summary>
/// <param name="Share">Words of the shorter text that stand in common runs, 0-1 of all its words.</param>
/// <param name="Runs">The common runs, in order of the first text.</param>
public sealed record SharedText(double Share, IReadOnlyList<SharedRun> Runs)
{
    /// <summary>
    /// Least <see cref="Share"/> of a copy. Two reports of one event share quotations and background, seldom a third of their words; a wire
    /// text that was cut, retitled and edited keeps more than half (swept on perturbed reports: docs/decisions/0018-copies.md).
    /// </summary>
    public const double LeastShare = 0.5;

    /// <summary>Words a text must have to be called a copy: fewer are a headline or a caption.</summary>
    public const int LeastWords = 30;

    // A word run that recurs all over a text (a list, a refrain) is compared at its first places alone.
    private const int MostPlaces = 8;

    /// <summary>Whether one text is a copy of the other, whole or cut.</summary>
    public bool IsCopy => Share >= LeastShare;

    /// <summary>Compares two texts; time in proportion to their lengths.</summary>
    public static SharedText Of(TextWords first, TextWords second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        Dictionary<ulong, List<int>> places = PlacesOf(second);
        var runs = new List<SharedRun>();
        var covered = new bool[second.Words.Count];
        int inFirst = 0;
        for (int at = 0; at < first.Shingles.Count;)
        {
            (int place, int length) = Longest(first, second, at, places);
            if (length == 0)
            {
                at++;
                continue;
            }

            runs.Add(new SharedRun(
                new TextSpan(first.Starts[at], first.Ends[at + length - 1]),
                new TextSpan(second.Starts[place], second.Ends[place + length - 1])));
            Array.Fill(covered, true, place, length);
            inFirst += length;
            at += length;
        }

        int shorter = Math.Min(first.Words.Count, second.Words.Count);
        bool isFirstShorter = first.Words.Count <= second.Words.Count;
        int common = isFirstShorter ? inFirst : covered.Count(c => c);
        return new SharedText(shorter < LeastWords ? 0 : (double)common / shorter, runs);
    }

    private static (int Place, int Length) Longest(TextWords first, TextWords second, int at, Dictionary<ulong, List<int>> places)
    {
        int best = 0;
        int bestPlace = 0;
        if (places.TryGetValue(first.Shingles[at], out List<int>? found))
        {
            foreach (int place in found)
            {
                int length = 0;
                while (at + length < first.Words.Count && place + length < second.Words.Count
                    && first.Words[at + length] == second.Words[place + length])
                {
                    length++;
                }

                (best, bestPlace) = length > best ? (length, place) : (best, bestPlace);
            }
        }

        return best >= TextWords.ShingleLength ? (bestPlace, best) : (0, 0);
    }

    private static Dictionary<ulong, List<int>> PlacesOf(TextWords text)
    {
        var places = new Dictionary<ulong, List<int>>();
        for (int i = 0; i < text.Shingles.Count; i++)
        {
            if (!places.TryGetValue(text.Shingles[i], out List<int>? list))
            {
                places[text.Shingles[i]] = list = [];
            }

            if (list.Count < MostPlaces)
            {
                list.Add(i);
            }
        }

        return places;
    }
}

/// <summary>A run of words that two texts have in common.</summary>
/// <param name="First">Where it stands in the first.</param>
/// <param name="Second">Where it stands in the second.</param>
public readonly record struct SharedRun(TextSpan First, TextSpan Second);
