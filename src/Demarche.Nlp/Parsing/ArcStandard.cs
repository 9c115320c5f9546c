namespace Demarche.Nlp.Parsing;

/// <summary>Between trees and moves of the arc-standard system.</summary>
internal static class ArcStandard
{
    /// <summary>Number of moves that build a tree over <paramref name="wordCount"/> words.</summary>
    public static int MoveCount(int wordCount) => (2 * wordCount) - 1;

    /// <summary>The moves that build the projective tree <paramref name="heads"/>; arcs are made as early as they can be.</summary>
    public static Move[] MovesOf(ReadOnlySpan<int> heads)
    {
        var missing = new int[heads.Length];
        foreach (int head in heads)
        {
            if (head >= 0)
            {
                missing[head]++;
            }
        }

        var moves = new Move[MoveCount(heads.Length)];
        var stack = new List<int>();
        int next = 0;
        for (int i = 0; i < moves.Length; i++)
        {
            moves[i] = Move.Shift;
            if (stack.Count > 1)
            {
                (int under, int top) = (stack[^2], stack[^1]);
                moves[i] = heads[under] == top ? Move.Left : heads[top] == under && missing[top] == 0 ? Move.Right : Move.Shift;
            }

            Step(moves[i], stack, ref next, (head, _) => missing[head]--);
        }

        return moves;
    }

    /// <summary>Writes the tree that <paramref name="moves"/> build: the index of each word's head, -1 for the root.</summary>
    public static void HeadsOf(ReadOnlySpan<Move> moves, Span<int> heads)
    {
        heads.Fill(-1);
        Span<int> stack = heads.Length <= 512 ? stackalloc int[heads.Length] : new int[heads.Length];
        int depth = 0;
        int next = 0;
        foreach (Move move in moves)
        {
            switch (move)
            {
                case Move.Shift:
                    stack[depth++] = next++;
                    break;
                case Move.Left:
                    heads[stack[depth - 2]] = stack[depth - 1];
                    stack[depth - 2] = stack[depth - 1];
                    depth--;
                    break;
                default:
                    heads[stack[depth - 1]] = stack[depth - 2];
                    depth--;
                    break;
            }
        }
    }

    /// <summary>A copy of <paramref name="heads"/> in which every arc that crosses another is lifted to the head's head until none does.</summary>
    /// <remarks>Nivre and Nilsson, "Pseudo-projective dependency parsing", ACL 2005, without marking the lifted arcs: English has too few to learn them back.</remarks>
    public static int[] Projective(ReadOnlySpan<int> heads)
    {
        int[] lifted = heads.ToArray();
        while (ShortestCrossing(lifted) is int dependent and >= 0)
        {
            lifted[dependent] = lifted[lifted[dependent]];
        }

        return lifted;
    }

    private static void Step(Move move, List<int> stack, ref int next, Action<int, int> attach)
    {
        if (move == Move.Shift)
        {
            stack.Add(next++);
            return;
        }

        (int under, int top) = (stack[^2], stack[^1]);
        stack.RemoveRange(stack.Count - 2, 2);
        (int head, int dependent) = move == Move.Left ? (top, under) : (under, top);
        stack.Add(head);
        attach(head, dependent);
    }

    // Dependent of the shortest arc that has, between its ends, a word its head does not dominate; -1 when there is none.
    private static int ShortestCrossing(int[] heads)
    {
        int shortest = -1;
        int length = int.MaxValue;
        for (int dependent = 0; dependent < heads.Length; dependent++)
        {
            int head = heads[dependent];
            if (head >= 0 && Math.Abs(head - dependent) < length && Crosses(heads, head, dependent))
            {
                (shortest, length) = (dependent, Math.Abs(head - dependent));
            }
        }

        return shortest;
    }

    private static bool Crosses(int[] heads, int head, int dependent)
    {
        for (int i = Math.Min(head, dependent) + 1; i < Math.Max(head, dependent); i++)
        {
            int ancestor = i;
            while (ancestor >= 0 && ancestor != head)
            {
                ancestor = heads[ancestor];
            }

            if (ancestor != head)
            {
                return true;
            }
        }

        return false;
    }
}
