using Demarche.Core.Positions;

namespace Demarche.Core.Evaluation;

/// <summary>
/// The greatest one-to-one matching of the gold positions of an article with those read from it, by augmenting paths (H. Kuhn, "The
/// Hungarian method for the assignment problem", 1955; here without weights). Firm gold is matched before doubtful.
/// </summary>
internal sealed class PositionMatching
{
    private readonly List<int>[] _candidates;
    private readonly int[] _owner;

    /// <summary>Matches.</summary>
    /// <param name="gold">What a person marked.</param>
    /// <param name="said">What was read.</param>
    /// <param name="isSame">Whether two may be matched.</param>
    public PositionMatching(IReadOnlyList<GoldPosition> gold, IReadOnlyList<Position> said, Func<GoldPosition, Position, bool> isSame)
    {
        _candidates = [.. gold.Select(g => Enumerable.Range(0, said.Count).Where(p => isSame(g, said[p])).ToList())];
        _owner = new int[said.Count];
        Array.Fill(_owner, -1);
        foreach (int g in Enumerable.Range(0, gold.Count).OrderBy(g => gold[g].IsDoubtful))
        {
            Place(g, new bool[said.Count]);
        }

        Pairs = [.. _owner.Index().Where(pair => pair.Item >= 0).Select(pair => (pair.Item, pair.Index))];
        HashSet<int> matched = [.. Pairs.Select(pair => pair.Gold)];
        HashSet<int> alike = [.. _candidates.SelectMany(candidates => candidates)];
        Surplus = [.. Enumerable.Range(0, said.Count).Where(p => _owner[p] < 0 && !alike.Contains(p))];
        Missed = [.. Enumerable.Range(0, gold.Count).Where(g => !gold[g].IsDoubtful && !matched.Contains(g))];
        Firm = gold.Count(g => !g.IsDoubtful);
    }

    /// <summary>Matched gold and reading, by index, doubtful gold included.</summary>
    public IReadOnlyList<(int Gold, int Said)> Pairs { get; }

    /// <summary>Readings like no gold at all: neither matched nor a repetition.</summary>
    public IReadOnlyList<int> Surplus { get; }

    /// <summary>Firm gold without a match.</summary>
    public IReadOnlyList<int> Missed { get; }

    /// <summary>Number of firm gold positions.</summary>
    public int Firm { get; }

    /// <summary>Number of those matched.</summary>
    public int FirmFound => Firm - Missed.Count;

    // Recursion is as deep as a chain of positions of one article that stand in each other's place.
    private bool Place(int gold, bool[] seen)
    {
        foreach (int said in _candidates[gold])
        {
            if (seen[said])
            {
                continue;
            }

            seen[said] = true;
            if (_owner[said] < 0 || Place(_owner[said], seen))
            {
                _owner[said] = gold;
                return true;
            }
        }

        return false;
    }
}
