namespace Demarche.Nlp.Networks;

/// <summary>Sequences of different length computed side by side: rows of a matrix, first all first positions, then all second ones, the longest sequence first.</summary>
public sealed class SequenceBatch
{
    private int[] _ranks = [];
    private int[] _offsets = [];
    private int[] _order = [];

    /// <summary>Number of sequences.</summary>
    public int Count { get; private set; }

    /// <summary>Number of rows: the sum of lengths.</summary>
    public int Rows { get; private set; }

    /// <summary>Length of the longest sequence.</summary>
    public int Steps { get; private set; }

    /// <summary>Takes in the lengths of sequences.</summary>
    public void Reset(ReadOnlySpan<int> lengths)
    {
        (Count, Rows, Steps) = (lengths.Length, 0, 0);
        foreach (int length in lengths)
        {
            Rows += length;
            Steps = Math.Max(Steps, length);
        }

        if (_ranks.Length < Count)
        {
            _ranks = new int[Count];
            _order = new int[Count];
        }

        if (_offsets.Length < Steps + 1)
        {
            _offsets = new int[Steps + 1];
        }

        // Counting sort by length, longest first; _offsets counts first, then sums.
        Span<int> active = _offsets.AsSpan(0, Steps + 1);
        active.Clear();
        foreach (int length in lengths)
        {
            active[Steps - length]++;
        }

        int rank = 0;
        for (int i = 0; i <= Steps; i++)
        {
            (active[i], rank) = (rank, rank + active[i]);
        }

        for (int i = 0; i < Count; i++)
        {
            _ranks[i] = active[Steps - lengths[i]]++;
            _order[_ranks[i]] = lengths[i];
        }

        int left = Count;
        int sum = 0;
        for (int step = 0; step < Steps; step++)
        {
            while (left > 0 && _order[left - 1] <= step)
            {
                left--;
            }

            _offsets[step] = sum;
            sum += left;
        }

        _offsets[Steps] = sum;
    }

    /// <summary>First row of a position.</summary>
    public int Offset(int step) => _offsets[step];

    /// <summary>How many sequences reach a position.</summary>
    public int Active(int step) => _offsets[step + 1] - _offsets[step];

    /// <summary>Place of a sequence among the rows of each position.</summary>
    public int Rank(int sequence) => _ranks[sequence];

    /// <summary>Row of a sequence's position.</summary>
    public int Row(int sequence, int step) => _offsets[step] + _ranks[sequence];
}
