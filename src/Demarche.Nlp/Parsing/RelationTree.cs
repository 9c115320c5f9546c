namespace Demarche.Nlp.Parsing;

/// <summary>A finished tree while its relations are being named. Belongs to one workspace and is filled anew for each sentence.</summary>
internal sealed class RelationTree
{
    private const int None = -1;

    /// <summary>Relation of a word whose relation is not yet known.</summary>
    private const uint Unnamed = byte.MaxValue;

    private int[] _first = [];
    private int[] _order = [];
    private uint[] _relations = [];
    private uint[] _seen = [];

    /// <summary>Head of each word; -1 for the root.</summary>
    public int[] Heads { get; private set; } = [];

    /// <summary>Leftmost child of each word that stands before it, or -1.</summary>
    public int[] LeftChild { get; private set; } = [];

    /// <summary>Rightmost child of each word that stands behind it, or -1.</summary>
    public int[] RightChild { get; private set; } = [];

    /// <summary>The nearest word to the left with the same head, or -1.</summary>
    public int[] Sibling { get; private set; } = [];

    /// <summary>Takes a tree in.</summary>
    public void Fill(ReadOnlySpan<int> heads)
    {
        int count = heads.Length;
        if (Heads.Length < count)
        {
            Heads = new int[count * 2];
            LeftChild = new int[count * 2];
            RightChild = new int[count * 2];
            Sibling = new int[count * 2];
            _first = new int[count * 2];
            _order = new int[count * 2];
            _relations = new uint[count * 2];
            _seen = new uint[count * 2];
        }

        heads.CopyTo(Heads);
        LeftChild.AsSpan(0, count).Fill(None);
        RightChild.AsSpan(0, count).Fill(None);
        Sibling.AsSpan(0, count).Fill(None);
        _first.AsSpan(0, count).Fill(None);
        _relations.AsSpan(0, count).Fill(Unnamed);
        _seen.AsSpan(0, count).Clear();
        LinkChildren(count);
    }

    /// <summary>First child of the word at <paramref name="head"/>, or -1.</summary>
    public int FirstChild(int head) => _first[head];

    /// <summary>Label of the relation of <paramref name="word"/>; 255 when there is no such word or it is not yet named.</summary>
    public uint RelationOf(int word) => word == None ? Unnamed : _relations[word];

    /// <summary>Which of up to 32 core relations the children of <paramref name="head"/> named so far have, one bit each.</summary>
    public uint SeenCore(int head) => _seen[head];

    /// <summary>Names the relation of <paramref name="word"/>.</summary>
    /// <param name="word">The word.</param>
    /// <param name="label">The relation's label.</param>
    /// <param name="coreBit">Its bit among the core relations; 0 for others.</param>
    public void Name(int word, byte label, uint coreBit)
    {
        _relations[word] = label;
        if (Heads[word] != None)
        {
            _seen[Heads[word]] |= coreBit;
        }
    }

    /// <summary>The words in an order in which every head comes before its children and these from left to right.</summary>
    public ReadOnlySpan<int> TopDown(int count)
    {
        // Breadth first; _order is its own queue. Children are chained from the right, so each family is put in from its end.
        int filled = 0;
        for (int i = 0; i < count; i++)
        {
            if (Heads[i] == None)
            {
                _order[filled++] = i;
            }
        }

        for (int done = 0; done < filled; done++)
        {
            int start = filled;
            for (int child = LastChild(_order[done]); child != None; child = Sibling[child])
            {
                _order[filled++] = child;
            }

            _order.AsSpan(start, filled - start).Reverse();
        }

        return _order.AsSpan(0, filled);
    }

    private int LastChild(int word) => RightChild[word] != None ? RightChild[word] : LastLeft[word];

    private int[] LastLeft { get; set; } = [];

    private void LinkChildren(int count)
    {
        if (LastLeft.Length < Heads.Length)
        {
            LastLeft = new int[Heads.Length];
        }

        LastLeft.AsSpan(0, count).Fill(None);
        for (int i = 0; i < count; i++)
        {
            int head = Heads[i];
            if (head == None)
            {
                continue;
            }

            Sibling[i] = LastChild(head);
            if (_first[head] == None)
            {
                _first[head] = i;
            }

            if (i > head)
            {
                RightChild[head] = i;
            }
            else
            {
                LastLeft[head] = i;
                LeftChild[head] = LeftChild[head] == None ? i : LeftChild[head];
            }
        }
    }
}
