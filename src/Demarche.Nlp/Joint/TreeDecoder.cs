namespace Demarche.Nlp.Joint;

/// <summary>The best projective tree with one root (Eisner 1996). Belongs to one worker.</summary>
internal sealed class TreeDecoder
{
    private const int Root = -1;

    // Of a span [s, t]: its best half tree with the head left or right, whole or lacking the far side of its longest arc.
    private float[] _wholeLeft = [];
    private float[] _wholeRight = [];
    private float[] _openLeft = [];
    private float[] _openRight = [];
    private int[] _splits = [];
    private readonly Stack<(int Start, int End, bool IsLeft, bool IsWhole)> _pending = new();

    /// <summary>Finds the heads.</summary>
    /// <param name="scores">For n words n rows of n + 1 scores: of each head for this word, the root last.</param>
    /// <param name="heads">Receives n heads; -1 for the root.</param>
    public void Decode(ReadOnlySpan<float> scores, Span<int> heads)
    {
        int count = heads.Length;
        for (int i = 0; i < count; i++)
        {
            int best = IndexOfMax(scores.Slice(i * (count + 1), count + 1), i);
            heads[i] = best == count ? Root : best;
        }

        // Nine sentences of ten are done here: each word's own best head makes a tree.
        if (!IsProjectiveTree(heads))
        {
            Search(scores, count);
            Follow(scores, heads);
        }
    }

    /// <summary>Whether there is one root, no circle, and no arc crosses another or stands over the root.</summary>
    internal static bool IsProjectiveTree(ReadOnlySpan<int> heads)
    {
        int roots = 0;
        for (int i = 0; i < heads.Length; i++)
        {
            roots += heads[i] == Root ? 1 : 0;
            int head = i;
            for (int steps = 0; head != Root; head = heads[head], steps++)
            {
                if (steps > heads.Length)
                {
                    return false;
                }
            }
        }

        if (roots != 1)
        {
            return false;
        }

        for (int i = 0; i < heads.Length; i++)
        {
            int low = Math.Min(i, heads[i]);
            int high = Math.Max(i, heads[i]);
            for (int k = low + 1; k < high && heads[i] != Root; k++)
            {
                if (heads[k] < low || heads[k] > high)
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static int IndexOfMax(ReadOnlySpan<float> scores, int self)
    {
        int best = self == 0 ? 1 : 0;
        for (int i = best + 1; i < scores.Length; i++)
        {
            best = i != self && scores[i] > scores[best] ? i : best;
        }

        return best;
    }

    private void Search(ReadOnlySpan<float> scores, int count)
    {
        int size = count * count;
        if (_wholeLeft.Length < size)
        {
            _wholeLeft = new float[size];
            _wholeRight = new float[size];
            _openLeft = new float[size];
            _openRight = new float[size];
            _splits = new int[3 * size];
        }

        for (int i = 0; i < count; i++)
        {
            _wholeLeft[(i * count) + i] = _wholeRight[(i * count) + i] = 0;
        }

        for (int length = 1; length < count; length++)
        {
            for (int s = 0; s + length < count; s++)
            {
                int t = s + length;
                int at = (s * count) + t;
                (float open, int split) = BestOf(_wholeRight, _wholeLeft, count, s, t, s, 1);
                _openLeft[at] = open + scores[(s * (count + 1)) + t];
                _openRight[at] = open + scores[(t * (count + 1)) + s];
                _splits[3 * at] = split;
                (_wholeLeft[at], _splits[(3 * at) + 1]) = BestOf(_wholeLeft, _openLeft, count, s, t, s, 0);
                (_wholeRight[at], _splits[(3 * at) + 2]) = BestOf(_openRight, _wholeRight, count, s, t, s + 1, 0);
            }
        }
    }

    // Best left[s, k] + right[k + gap, t]; the first of equals.
    private static (float Score, int Split) BestOf(float[] left, float[] right, int count, int s, int t, int first, int gap)
    {
        int last = first == s ? t - 1 : t;
        float best = float.NegativeInfinity;
        int split = first;
        for (int k = first; k <= last; k++)
        {
            float score = left[(s * count) + k] + right[((k + gap) * count) + t];
            (best, split) = score > best ? (score, k) : (best, split);
        }

        return (best, split);
    }

    private void Follow(ReadOnlySpan<float> scores, Span<int> heads)
    {
        int count = heads.Length;
        float best = float.NegativeInfinity;
        int root = 0;
        for (int i = 0; i < count; i++)
        {
            float score = _wholeLeft[i] + _wholeRight[(i * count) + count - 1] + scores[(i * (count + 1)) + count];
            (best, root) = score > best ? (score, i) : (best, root);
        }

        heads[root] = Root;
        _pending.Push((0, root, true, true));
        _pending.Push((root, count - 1, false, true));
        while (_pending.TryPop(out (int Start, int End, bool IsLeft, bool IsWhole) span))
        {
            (int s, int t, bool isLeft, bool isWhole) = span;
            int at = 3 * ((s * count) + t);
            if (s == t)
            {
                continue;
            }

            if (!isWhole)
            {
                heads[isLeft ? s : t] = isLeft ? t : s;
                _pending.Push((s, _splits[at], false, true));
                _pending.Push((_splits[at] + 1, t, true, true));
            }
            else if (isLeft)
            {
                _pending.Push((s, _splits[at + 1], true, true));
                _pending.Push((_splits[at + 1], t, true, false));
            }
            else
            {
                _pending.Push((s, _splits[at + 2], false, false));
                _pending.Push((_splits[at + 2], t, false, true));
            }
        }
    }
}
