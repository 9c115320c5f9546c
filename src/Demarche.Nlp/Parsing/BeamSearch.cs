
namespace Demarche.Nlp.Parsing;

/// <summary>Follows the best few ways through a sentence side by side. One search at a time: belongs to a workspace.</summary>
internal sealed class BeamSearch
{
    /// <summary>Number of moves there are.</summary>
    public const int MoveCount = 3;

    private readonly List<Way> _ways = [];
    private readonly List<Candidate> _candidates = [];
    private int _start;

    /// <summary>A way up to one move.</summary>
    /// <param name="Previous">Index of the way before that move.</param>
    /// <param name="Move">The move.</param>
    /// <param name="Top">Node on top of the stack after it.</param>
    /// <param name="Next">Index of the next word after it.</param>
    /// <param name="Score">Sum of the scores of all its moves.</param>
    public readonly record struct Way(int Previous, Move Move, int Top, int Next, double Score);

    private readonly record struct Candidate(int Previous, Move Move, double Score);

    /// <summary>The sentence.</summary>
    public ParserSentence Sentence { get; } = new();

    /// <summary>The half-built trees of all ways.</summary>
    public ParserState State { get; } = new();

    /// <summary>Indices of the ways now followed, the best first.</summary>
    public Range Beam => _start.._ways.Count;

    /// <summary>Index of the best way now followed.</summary>
    public int Best => _start;

    /// <summary>The way at <paramref name="index"/>.</summary>
    public Way this[int index] => _ways[index];

    /// <summary>Begins with the sentence last put into <see cref="Sentence"/>.</summary>
    public void Begin()
    {
        State.Clear();
        _ways.Clear();
        _start = 0;
        _ways.Add(new Way(ParserState.None, Move.Shift, ParserState.None, 0, 0));
    }

    /// <summary>Extends every way by every move it allows and keeps the <paramref name="width"/> best.</summary>
    public void Advance<TScorer>(TScorer scorer, int width)
        where TScorer : struct, IMoveScorer
    {
        Span<uint> features = stackalloc uint[ParserFeatures.Count];
        Span<float> scores = stackalloc float[MoveCount];
        _candidates.Clear();
        for (int i = _start; i < _ways.Count; i++)
        {
            Way way = _ways[i];
            ParserFeatures.Extract(Sentence, State, way.Top, way.Next, features);
            scores.Clear();
            scorer.Score(features, scores);
            for (int move = 0; move < MoveCount; move++)
            {
                if (State.Allows((Move)move, way.Top, way.Next, Sentence.Count))
                {
                    Offer(new Candidate(i, (Move)move, way.Score + scores[move]), width);
                }
            }
        }

        _start = _ways.Count;
        foreach (Candidate candidate in _candidates)
        {
            Way way = _ways[candidate.Previous];
            int top = State.Apply(candidate.Move, way.Top, way.Next);
            _ways.Add(new Way(candidate.Previous, candidate.Move, top, way.Next + (candidate.Move == Move.Shift ? 1 : 0), candidate.Score));
        }
    }

    /// <summary>Writes the moves that led to the way at <paramref name="index"/>.</summary>
    public void MovesTo(int index, Span<Move> moves)
    {
        for (int i = moves.Length - 1; i >= 0; i--)
        {
            moves[i] = _ways[index].Move;
            index = _ways[index].Previous;
        }
    }

    // Insertion into a short sorted list; an equal score goes behind, so that the order of the beam settles ties.
    private void Offer(Candidate candidate, int width)
    {
        int place = _candidates.Count;
        if (place == width)
        {
            if (candidate.Score <= _candidates[width - 1].Score)
            {
                return;
            }

            _candidates.RemoveAt(--place);
        }

        while (place > 0 && _candidates[place - 1].Score < candidate.Score)
        {
            place--;
        }

        _candidates.Insert(place, candidate);
    }
}
