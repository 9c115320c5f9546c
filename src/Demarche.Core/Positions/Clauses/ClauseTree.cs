using Demarche.Core.Positions.Stances;
using Demarche.Core.Positions.Wording;
using Demarche.Nlp;

namespace Demarche.Core.Positions.Clauses;

/// <summary>The dependency trees of a text over its words: a word of a token with several ("cease-fire") stands for its first. Immutable.</summary>
internal sealed class ClauseTree
{
    /// <summary>Farthest way to a root that is followed, in arcs; deeper sentences are cut there, so that time stays linear.</summary>
    public const int DeepestPath = 40;

    private readonly int[] _lead;
    private readonly int[] _heads;
    private readonly string[] _relations;
    private readonly int[] _childStarts;
    private readonly int[] _children;

    /// <summary>The trees of <paramref name="document"/>; empty when it was read without a language model.</summary>
    /// <param name="document">The analysed text, or null.</param>
    /// <param name="words">Its words.</param>
    /// <param name="operators">Its words of stance, by which <see cref="TreeMending"/> mends the trees.</param>
    public ClauseTree(Document? document, WordText words, IReadOnlyList<OperatorHit> operators)
    {
        Syntax syntax = document?.Syntax ?? Syntax.None;
        int count = syntax.IsEmpty ? 0 : words.Count;
        _lead = new int[count];
        _heads = new int[count];
        _relations = new string[count];
        _childStarts = new int[count + 1];
        _children = new int[count];
        if (count == 0)
        {
            return;
        }

        int[] firstWord = Align(document!, words);
        for (int i = 0; i < count; i++)
        {
            TokenRange tokens = document!.TokensOf(words.Span(i));
            bool known = tokens.Length > 0 && firstWord[tokens.Start] == i;
            _heads[i] = known ? HeadOf(syntax, firstWord, tokens.Start) : -1;
            _relations[i] = known ? syntax.Relation(tokens.Start) : "";
        }

        SaidClauses.Mend(words, _heads, _relations);
        TreeMending.Mend(words, _heads, _relations, operators);
        LinkChildren();
    }

    /// <summary>Whether the text has no trees.</summary>
    public bool IsEmpty => _heads.Length == 0;

    /// <summary>The first word of the token that holds <paramref name="word"/>.</summary>
    public int Lead(int word) => _lead[word];

    /// <summary>The word that governs <paramref name="lead"/>, or -1 for the root of a sentence.</summary>
    public int Head(int lead) => _heads[lead];

    /// <summary>Universal Dependencies relation of <paramref name="lead"/> to its head, such as nsubj:pass.</summary>
    public string Relation(int lead) => _relations[lead];

    /// <summary>The words governed by <paramref name="lead"/>, in text order.</summary>
    public ReadOnlySpan<int> Children(int lead) => _children.AsSpan(_childStarts[lead], _childStarts[lead + 1] - _childStarts[lead]);

    /// <summary>Whether a word hangs on <paramref name="lead"/> by <paramref name="relation"/>: "cop" for a predicate with a form of "be".</summary>
    public bool HasChild(int lead, string relation)
    {
        foreach (int child in Children(lead))
        {
            if (_relations[child] == relation)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether <paramref name="word"/> is <paramref name="top"/> or hangs below it.</summary>
    public bool IsUnder(int word, int top)
    {
        int at = _lead[word];
        for (int step = 0; step < DeepestPath && at >= 0; step++)
        {
            if (at == top)
            {
                return true;
            }

            at = _heads[at];
        }

        return false;
    }

    /// <summary>The word of <paramref name="words"/> nearest to the root of the sentence; of equally near ones the last.</summary>
    public int Top(IReadOnlyCollection<int> words)
    {
        int top = -1;
        int nearest = int.MaxValue;
        foreach (int word in words)
        {
            int depth = DepthOf(_lead[word]);
            if (depth <= nearest)
            {
                (top, nearest) = (_lead[word], depth);
            }
        }

        return top;
    }

    private int DepthOf(int lead)
    {
        int depth = 0;
        for (int at = lead; at >= 0 && depth < DeepestPath; at = _heads[at])
        {
            depth++;
        }

        return depth;
    }

    /// <summary>First word of each token, -1 for one without a word; fills the leads.</summary>
    private int[] Align(Document document, WordText words)
    {
        int[] firstWord = new int[document.TokenCount];
        Array.Fill(firstWord, -1);
        for (int i = 0; i < _lead.Length; i++)
        {
            TokenRange tokens = document.TokensOf(words.Span(i));
            _lead[i] = i;
            if (tokens.Length == 0)
            {
                continue;
            }

            if (firstWord[tokens.Start] < 0)
            {
                firstWord[tokens.Start] = i;
            }

            _lead[i] = firstWord[tokens.Start];
        }

        return firstWord;
    }

    private static int HeadOf(Syntax syntax, int[] firstWord, int token)
    {
        int head = syntax.Heads[token];
        for (int step = 0; head >= 0 && firstWord[head] < 0 && step < DeepestPath; step++)
        {
            head = syntax.Heads[head];
        }

        return head < 0 ? -1 : firstWord[head];
    }

    private void LinkChildren()
    {
        foreach (int head in _heads)
        {
            if (head >= 0)
            {
                _childStarts[head + 1]++;
            }
        }

        for (int i = 0; i < _heads.Length; i++)
        {
            _childStarts[i + 1] += _childStarts[i];
        }

        int[] next = [.. _childStarts];
        for (int i = 0; i < _heads.Length; i++)
        {
            if (_heads[i] >= 0)
            {
                _children[next[_heads[i]]++] = i;
            }
        }
    }
}
