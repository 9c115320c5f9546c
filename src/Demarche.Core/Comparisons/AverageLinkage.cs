namespace Demarche.Core.Comparisons;

/// <summary>Groups articles or passages so that the mean probability between two groups decides whether they are one.</summary>
/// <remarks>
/// Agglomerative clustering with average linkage (Sokal and Michener 1958) over a sparse graph: pairs without a link count as 0. Unlike
/// a chain of best links it is not carried off by one member that belongs to two, and unlike one pass in order of time it depends on
/// the set alone. Heap of candidate merges, stale ones skipped: links × log(links). Groups join only over some pair as probable as
/// the mean asked for, so what such pairs do not connect (<see cref="Parts"/>) never meets and can be grouped apart.
/// </remarks>
internal sealed class AverageLinkage
{
    private readonly Dictionary<int, double>[] _sums;
    private readonly int[] _sizes;
    private readonly int[] _versions;
    private readonly int[] _parents;
    private readonly PriorityQueue<Merge, (double, int, int)> _queue = new();
    private readonly double _least;

    private AverageLinkage(int count, double least)
    {
        _least = least;
        _sums = new Dictionary<int, double>[count];
        _sizes = new int[count];
        _versions = new int[count];
        _parents = new int[count];
        for (int i = 0; i < count; i++)
        {
            _sums[i] = [];
            _sizes[i] = 1;
            _parents[i] = i;
        }
    }

    /// <summary>The group of every member: the lowest index in it.</summary>
    /// <param name="count">Number of members.</param>
    /// <param name="links">Links between them, each pair once.</param>
    /// <param name="least">Least mean probability at which two groups are one.</param>
    public static int[] Group(int count, IReadOnlyList<Link> links, double least)
    {
        var linkage = new AverageLinkage(count, least);
        int[] parts = Parts(count, links, least);
        foreach (Link link in links.Where(link => parts[link.Left] == parts[link.Right]))
        {
            linkage._sums[link.Left][link.Right] = link.Probability;
            linkage._sums[link.Right][link.Left] = link.Probability;
            linkage.Offer(link.Left, link.Right, link.Probability);
        }

        linkage.Run();
        return [.. Enumerable.Range(0, count).Select(i => RootOf(linkage._parents, i))];
    }

    /// <summary>What links of at least <paramref name="least"/> connect: for every member the lowest index that it is connected with.</summary>
    public static int[] Parts(int count, IReadOnlyList<Link> links, double least)
    {
        int[] parents = [.. Enumerable.Range(0, count)];
        foreach (Link link in links.Where(link => link.Probability >= least))
        {
            int left = RootOf(parents, link.Left);
            int right = RootOf(parents, link.Right);
            parents[Math.Max(left, right)] = Math.Min(left, right);
        }

        return [.. Enumerable.Range(0, count).Select(i => RootOf(parents, i))];
    }

    private void Run()
    {
        while (_queue.TryDequeue(out Merge merge, out _))
        {
            if (merge.LeftVersion == _versions[merge.Left] && merge.RightVersion == _versions[merge.Right])
            {
                Join(merge.Left, merge.Right);
            }
        }
    }

    private void Join(int left, int right)
    {
        // The lower index stays the name; the smaller set of links is poured into the larger.
        _versions[left]++;
        _versions[right] = -1;
        _parents[right] = left;
        _sizes[left] += _sizes[right];
        _sums[left].Remove(right);
        _sums[right].Remove(left);
        foreach ((int other, double sum) in _sums[right])
        {
            Dictionary<int, double> others = _sums[other];
            others.Remove(right);
            double total = _sums[left].GetValueOrDefault(other) + sum;
            _sums[left][other] = total;
            others[left] = total;
        }

        _sums[right].Clear();
        foreach ((int other, double sum) in _sums[left])
        {
            Offer(Math.Min(left, other), Math.Max(left, other), sum);
        }
    }

    private void Offer(int left, int right, double sum)
    {
        double mean = sum / ((double)_sizes[left] * _sizes[right]);
        if (mean >= _least)
        {
            _queue.Enqueue(new Merge(left, right, _versions[left], _versions[right]), (-mean, left, right));
        }
    }

    private static int RootOf(int[] parents, int member)
    {
        while (parents[member] != member)
        {
            member = parents[member] = parents[parents[member]];
        }

        return member;
    }

    private readonly record struct Merge(int Left, int Right, int LeftVersion, int RightVersion);
}
