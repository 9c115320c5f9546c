using Demarche.Core.Positions.Candidates;
using Demarche.Core.Positions.Wording;

namespace Demarche.Core.Positions.Confidence;

/// <summary>Tells where another issue fits the same words better; in "cut the toll, start patrols and end the ban" each member names its own.</summary>
internal sealed class MemberRivals
{
    /// <summary>Words on either side of a match that still belong to its member of a list.</summary>
    private const int Reach = 30;

    private readonly WordText _words;

    // At each word the surest match of each issue that starts there.
    private readonly Dictionary<(int Sentence, int Word), Dictionary<int, double>> _scores = [];

    /// <summary>For the positions of one article.</summary>
    public MemberRivals(WordText words, List<Candidate> candidates)
    {
        _words = words;
        foreach (Candidate candidate in candidates)
        {
            var key = (candidate.Sentence.Start, candidate.Match.Words.Start);
            if (!_scores.TryGetValue(key, out Dictionary<int, double>? scores))
            {
                _scores[key] = scores = [];
            }

            scores[candidate.Match.Issue] = Math.Max(scores.GetValueOrDefault(candidate.Match.Issue), candidate.Match.Score);
        }
    }

    /// <summary>Whether a better match of another issue starts between the commas and "and" around the candidate's; what is made its condition is no rival.</summary>
    public bool HasBetter(Candidate candidate)
    {
        WordRange match = candidate.Match.Words;
        int start = match.Start;
        while (start > Math.Max(candidate.Evidence.Start, match.Start - Reach) && !IsBreak(start - 1))
        {
            start--;
        }

        int end = match.End;
        while (end < Math.Min(candidate.Evidence.End, match.End + Reach) && !IsBreak(end))
        {
            end++;
        }

        for (int word = start; word < Math.Min(end, start + (3 * Reach)); word++)
        {
            bool isCondition = candidate.Condition is { } condition && condition.Contains(word);
            if (!isCondition && _scores.TryGetValue((candidate.Sentence.Start, word), out Dictionary<int, double>? scores)
                && scores.Any(other => other.Key != candidate.Match.Issue && other.Value > candidate.Match.Score))
            {
                return true;
            }
        }

        return false;
    }

    // "made the release a condition for talks": what is made the condition is no rival of what waits for it.
    private bool IsBreak(int word) => _words.Key(word) is "," or ";" or ":" or "and" or "or" or "but" or "condit" or "precondition";
}
