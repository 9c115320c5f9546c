using System.Buffers;

namespace Demarche.Core.Positions.Issues;

/// <summary>A word of a text that stands for a word of a phrase.</summary>
/// <param name="Word">Index of the word in the text.</param>
/// <param name="Slot">Index of the concept in the phrase.</param>
/// <param name="Nearness">How nearly it means the same, 0-1.</param>
internal readonly record struct TermHit(int Word, int Slot, double Nearness);

/// <summary>
/// What the words of a clause stand for in the phrases of a codebook. Of hundreds of phrases most have one common word there: weights are
/// summed as hits come in, in rented memory, and hits are gathered only for a phrase that may be meant. Not safe to share between threads.
/// </summary>
internal sealed class TermHits : IDisposable
{
    private readonly IReadOnlyList<IssueTerm> _terms;
    private readonly List<(TermHit Hit, int Before)> _hits = [];
    private readonly List<int> _touched = [];

    // Of each phrase its last hit, counted from 1, and the weight of all; 0 for one that is not touched.
    private readonly int[] _last;
    private readonly double[] _weights;

    public TermHits(IReadOnlyList<IssueTerm> terms)
    {
        _terms = terms;
        _last = ArrayPool<int>.Shared.Rent(terms.Count);
        _weights = ArrayPool<double>.Shared.Rent(terms.Count);
        _last.AsSpan(0, terms.Count).Clear();
        _weights.AsSpan(0, terms.Count).Clear();
    }

    /// <summary>Adds a hit; those of a phrase come in the order of their words.</summary>
    public void Add(int term, TermHit hit)
    {
        if (_last[term] == 0)
        {
            _touched.Add(term);
        }

        _hits.Add((hit, _last[term]));
        _last[term] = _hits.Count;
        _weights[term] += _terms[term].Weights[hit.Slot] * hit.Nearness;
    }

    /// <summary>The phrases, ascending, whose words found weigh at least <paramref name="share"/> of the whole phrase.</summary>
    public List<int> Terms(double share)
    {
        List<int> terms = _touched.FindAll(term => _weights[term] > (share * _terms[term].Total) - 1e-6);
        terms.Sort();
        return terms;
    }

    /// <summary>The hits of a phrase in the order of their words.</summary>
    public List<TermHit> Of(int term)
    {
        var hits = new List<TermHit>();
        for (int at = _last[term]; at > 0; at = _hits[at - 1].Before)
        {
            hits.Add(_hits[at - 1].Hit);
        }

        hits.Reverse();
        return hits;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        ArrayPool<int>.Shared.Return(_last);
        ArrayPool<double>.Shared.Return(_weights);
    }
}
