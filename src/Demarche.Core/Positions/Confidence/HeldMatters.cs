using Demarche.Core.Positions.Candidates;
using Demarche.Core.Positions.Clauses;

namespace Demarche.Core.Positions.Confidence;

/// <summary>Tells whose words govern the words of another issue: in "talks on lifting the embargo" the talks hold the embargo.</summary>
internal sealed class HeldMatters
{
    /// <summary>Arcs of the tree between the two matters.</summary>
    private const int Reach = 3;

    // Of each governing word the issue that it holds; of two issues either is another than one of them.
    private const int Several = -1;
    private readonly Dictionary<int, int> _heldAt = [];

    public HeldMatters(ClauseTree tree, IEnumerable<Candidate> candidates)
    {
        if (tree.IsEmpty)
        {
            return;
        }

        foreach (Candidate candidate in candidates.Where(c => c.Match.Hits.Length > 0))
        {
            int node = tree.Head(tree.Top(candidate.Match.Hits));
            for (int step = 0; step < Reach && node >= 0; step++)
            {
                int issue = candidate.Match.Issue;
                _heldAt[node] = _heldAt.GetValueOrDefault(node, issue) == issue ? issue : Several;
                node = tree.Head(node);
            }
        }
    }

    /// <summary>Whether a word that names the candidate's matter governs one that names another issue.</summary>
    public bool Holds(Candidate candidate) =>
        candidate.Match.Hits.Any(hit => _heldAt.TryGetValue(hit, out int issue) && issue != candidate.Match.Issue);
}
