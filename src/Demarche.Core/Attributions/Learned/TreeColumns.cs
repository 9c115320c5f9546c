using Demarche.Nlp;

namespace Demarche.Core.Attributions.Learned;

/// <summary>Dependencies as columns: head, relation, depth, and which relations a token's children have. Empty heads without a parser.</summary>
internal sealed class TreeColumns
{
    /// <summary>A chain longer than this counts as this long.</summary>
    private const int DeepestLevel = 10;

    public TreeColumns(int count, Syntax syntax)
    {
        IsEmpty = syntax.IsEmpty;
        Head = new int[count];
        Relation = new byte[count];
        Depth = new byte[count];
        Children = new ChildArcs[count];
        Subject = new int[count];
        Array.Fill(Head, -1);
        Array.Fill(Subject, -1);
        if (IsEmpty)
        {
            return;
        }

        var arcs = new ArcNames(syntax);
        for (int i = 0; i < count; i++)
        {
            int head = syntax.Heads[i];
            Head[i] = head;
            Relation[i] = (byte)(syntax.Relations[i] + 1);
            if (head >= 0)
            {
                ChildArcs arc = arcs.Of(syntax.Relations[i]);
                Children[head] |= arc;
                Subject[head] = arc == ChildArcs.Subject ? i : Subject[head];
            }
        }

        for (int i = 0; i < count; i++)
        {
            Depth[i] = DepthOf(i);
        }
    }

    /// <summary>Whether there are no dependencies.</summary>
    public bool IsEmpty { get; }

    /// <summary>Head of each token; -1 for a root.</summary>
    public int[] Head { get; }

    /// <summary>Relation to the head, from 1; 0 without a parser.</summary>
    public byte[] Relation { get; }

    /// <summary>Steps to the root, at most 10.</summary>
    public byte[] Depth { get; }

    /// <summary>Relations of the children.</summary>
    public ChildArcs[] Children { get; }

    /// <summary>The subject among the children, or -1.</summary>
    public int[] Subject { get; }

    /// <summary>The token of <paramref name="range"/> nearest to the root, the first of several.</summary>
    public int TopOf(TokenRange range)
    {
        int top = range.Start;
        for (int i = range.Start + 1; i < range.End; i++)
        {
            top = Depth[i] < Depth[top] ? i : top;
        }

        return top;
    }

    private byte DepthOf(int token)
    {
        byte depth = 0;
        for (int i = Head[token]; i >= 0 && depth < DeepestLevel; i = Head[i])
        {
            depth++;
        }

        return depth;
    }
}
