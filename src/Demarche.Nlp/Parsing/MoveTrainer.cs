using Demarche.Nlp.Learning;

namespace Demarche.Nlp.Parsing;

/// <summary>Trains the moves of a <see cref="Parser"/>: the same sentences, options and seed give the same weights.</summary>
/// <remarks>
/// Structured perceptron over whole sentences with a beam; the update is made where the beam's best way has got furthest ahead of
/// the right one (Huang, Fayong and Guo, "Structured perceptron with inexact search", NAACL 2012, "max-violation").
/// </remarks>
internal sealed class MoveTrainer(MovePerceptron perceptron, int width)
{
    private readonly BeamSearch _search = new();

    private readonly struct Scorer(MovePerceptron perceptron) : IMoveScorer
    {
        public void Score(ReadOnlySpan<uint> features, Span<float> scores) => perceptron.Score(features, scores);
    }

    /// <summary>Parses the sentence and moves the weights towards <paramref name="gold"/>; true when they had to be.</summary>
    public bool Learn(ReadOnlySpan<WordHashes> words, ReadOnlySpan<byte> tags, ParserTags tagSet, Move[] gold)
    {
        var scorer = new Scorer(perceptron);
        _search.Sentence.Fill(words, tags, tagSet);
        _search.Begin();
        Span<uint> features = stackalloc uint[ParserFeatures.Count];
        Span<float> scores = stackalloc float[BeamSearch.MoveCount];
        (int top, int next, double goldScore) = (ParserState.None, 0, 0.0);
        (int worst, int worstLength, double violation) = (-1, 0, double.NegativeInfinity);
        int goldWay = _search.Best;
        for (int i = 0; i < gold.Length; i++)
        {
            ParserFeatures.Extract(_search.Sentence, _search.State, top, next, features);
            scores.Clear();
            perceptron.Score(features, scores);
            goldScore += scores[(int)gold[i]];
            _search.Advance(scorer, width);
            top = _search.State.Apply(gold[i], top, next);
            next += gold[i] == Move.Shift ? 1 : 0;
            goldWay = Follow(goldWay, gold[i]);
            if (goldWay != _search.Best && _search[_search.Best].Score - goldScore > violation)
            {
                (worst, worstLength, violation) = (_search.Best, i + 1, _search[_search.Best].Score - goldScore);
            }
        }

        perceptron.Step();
        if (worst < 0)
        {
            return false;
        }

        Update(gold, worst, worstLength);
        return true;
    }

    // The way in the beam that is still right, or -1.
    private int Follow(int way, Move gold)
    {
        if (way < 0)
        {
            return -1;
        }

        (int start, int end) = (_search.Beam.Start.Value, _search.Beam.End.Value);
        for (int i = start; i < end; i++)
        {
            if (_search[i].Previous == way && _search[i].Move == gold)
            {
                return i;
            }
        }

        return -1;
    }

    private void Update(Move[] gold, int worst, int length)
    {
        var wrong = new Move[length];
        _search.MovesTo(worst, wrong);
        int common = 0;
        while (common < length && wrong[common] == gold[common])
        {
            common++;
        }

        Reward(gold.AsSpan(0, length), common, 1);
        Reward(wrong, common, -1);
    }

    private void Reward(ReadOnlySpan<Move> moves, int from, float amount)
    {
        Span<uint> features = stackalloc uint[ParserFeatures.Count];
        (int top, int next) = (ParserState.None, 0);
        for (int i = 0; i < moves.Length; i++)
        {
            if (i >= from)
            {
                ParserFeatures.Extract(_search.Sentence, _search.State, top, next, features);
                perceptron.Update(features, moves[i], amount);
            }

            top = _search.State.Apply(moves[i], top, next);
            next += moves[i] == Move.Shift ? 1 : 0;
        }
    }
}
