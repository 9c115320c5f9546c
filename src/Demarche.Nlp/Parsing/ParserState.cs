namespace Demarche.Nlp.Parsing;

/// <summary>
/// The half-built trees of one sentence. Every move adds one node and changes none, so that all the ways of a beam share
/// what they have in common; a state of the parser is the node on top of its stack and the index of the next word.
/// </summary>
/// <remarks>
/// A sentence of n words takes exactly 2n - 1 moves (n shifts, n - 1 arcs) and ends with one node: the root. So every result
/// is a tree with one root, whatever the weights say.
/// </remarks>
internal sealed class ParserState
{
    /// <summary>Stands for "no node", "no word" and "no child".</summary>
    public const int None = -1;

    private Node[] _nodes = new Node[1024];

    /// <summary>A half-built tree on the stack.</summary>
    /// <param name="Word">Its head word.</param>
    /// <param name="Below">The node under it on the stack.</param>
    /// <param name="Left">Node of its leftmost child.</param>
    /// <param name="Left2">Node of the child to the right of that.</param>
    /// <param name="Right">Node of its rightmost child.</param>
    /// <param name="Right2">Node of the child to the left of that.</param>
    /// <param name="LeftCount">Number of left children.</param>
    /// <param name="RightCount">Number of right children.</param>
    public readonly record struct Node(
        int Word, int Below, int Left, int Left2, int Right, int Right2, short LeftCount, short RightCount);

    /// <summary>Number of nodes made for the sentence.</summary>
    public int Count { get; private set; }

    /// <summary>The node at <paramref name="index"/>, which must not be <see cref="None"/>.</summary>
    public ref readonly Node this[int index] => ref _nodes[index];

    /// <summary>Forgets the last sentence.</summary>
    public void Clear() => Count = 0;

    /// <summary>Whether <paramref name="move"/> can be made.</summary>
    /// <param name="move">The move.</param>
    /// <param name="top">Node on top of the stack, or <see cref="None"/>.</param>
    /// <param name="next">Index of the next word.</param>
    /// <param name="wordCount">Length of the sentence.</param>
    public bool Allows(Move move, int top, int next, int wordCount) =>
        move == Move.Shift ? next < wordCount : top != None && _nodes[top].Below != None;

    /// <summary>Makes <paramref name="move"/> and gives the new top of the stack.</summary>
    public int Apply(Move move, int top, int next) => move switch
    {
        Move.Shift => Add(new Node(next, top, None, None, None, None, 0, 0)),
        Move.Left => AttachLeft(_nodes[top]),
        _ => AttachRight(_nodes[top], top),
    };

    private int AttachLeft(Node top)
    {
        Node under = _nodes[top.Below];
        return Add(top with
        {
            Below = under.Below,
            Left = top.Below,
            Left2 = top.Left,
            LeftCount = Increment(top.LeftCount),
        });
    }

    private int AttachRight(Node top, int topIndex)
    {
        Node under = _nodes[top.Below];
        return Add(under with
        {
            Right = topIndex,
            Right2 = under.Right,
            RightCount = Increment(under.RightCount),
        });
    }

    private int Add(Node node)
    {
        if (Count == _nodes.Length)
        {
            Array.Resize(ref _nodes, Count * 2);
        }

        _nodes[Count] = node;
        return Count++;
    }

    private static short Increment(short count) => count == short.MaxValue ? count : (short)(count + 1);
}
