using Demarche.Core.Positions.Candidates;
using Demarche.Core.Positions.Clauses;
using Demarche.Core.Positions.Stances;

namespace Demarche.Core.Positions.Confidence;

/// <summary>Tells where a word governs the matters of two issues and one of them is a lone word that fits worse: in "backs the night flight ban at the airport" the airport is no matter of its own.</summary>
internal sealed class GovernedRivals
{
    /// <summary>By how much the other match's score must be higher. Set by hand: two whole phrases of a list differ by less.</summary>
    private const double Margin = 0.2;

    private readonly ListMembers _lists;

    // At each governing word, for each holder's party and in each member of a list, the surest match of each issue.
    private readonly Dictionary<(int Operator, string? Party, int Member), Dictionary<int, double>> _scores = [];

    /// <summary>For the positions of one article.</summary>
    public GovernedRivals(ListMembers lists, List<Candidate> candidates)
    {
        _lists = lists;
        foreach (Candidate candidate in candidates.Where(c => c.Match.Reference is null))
        {
            foreach (OperatorHit hit in candidate.Operators)
            {
                (int, string?, int) key = KeyOf(hit, candidate);
                if (!_scores.TryGetValue(key, out Dictionary<int, double>? scores))
                {
                    _scores[key] = scores = [];
                }

                scores[candidate.Match.Issue] = Math.Max(scores.GetValueOrDefault(candidate.Match.Issue), candidate.Match.Score);
            }
        }
    }

    /// <summary>Whether one word alone names the candidate's matter, and one of those that govern it governs a better fitting one of another issue, told of the same party.</summary>
    public bool HasBetter(Candidate candidate) =>
        candidate.Match is { Reference: null, Hits.Length: 1 }
        && candidate.Operators.Any(hit => _scores[KeyOf(hit, candidate)]
            .Any(other => other.Key != candidate.Match.Issue && other.Value > candidate.Match.Score + Margin));

    private (int Operator, string? Party, int Member) KeyOf(OperatorHit hit, Candidate candidate) =>
        (hit.Start, candidate.Holder.Party, _lists.Of(candidate.Match.Words.Start));
}
