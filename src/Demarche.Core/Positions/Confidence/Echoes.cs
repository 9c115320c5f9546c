using Demarche.Core.Positions.Candidates;

namespace Demarche.Core.Positions.Confidence;

/// <summary>How many other sentences of an article tell the same, or the contrary, of a party.</summary>
internal sealed class Echoes
{
    private const int Most = 2;

    private readonly Dictionary<int, int> _first = [];
    private readonly Dictionary<(string? Party, int Issue, int Sign), HashSet<int>> _sentences = [];

    public Echoes(IEnumerable<Candidate> candidates)
    {
        foreach (Candidate candidate in candidates)
        {
            var key = (candidate.Holder.Party, candidate.Match.Issue, candidate.Sign);
            if (!_sentences.TryGetValue(key, out HashSet<int>? sentences))
            {
                _sentences[key] = sentences = [];
            }

            sentences.Add(candidate.Sentence.Start);
            int first = _first.GetValueOrDefault(candidate.Match.Issue, int.MaxValue);
            _first[candidate.Match.Issue] = Math.Min(first, candidate.Sentence.Start);
        }
    }

    /// <summary>Sentences besides the candidate's own with its stance (<paramref name="turn"/> 1) or the contrary (-1): 0, a half, or 1 for two and more.</summary>
    public double Of(Candidate candidate, int turn)
    {
        if (!_sentences.TryGetValue((candidate.Holder.Party, candidate.Match.Issue, candidate.Sign * turn), out HashSet<int>? sentences))
        {
            return 0;
        }

        int others = sentences.Count - (sentences.Contains(candidate.Sentence.Start) ? 1 : 0);
        return Math.Min(Most, others) / (double)Most;
    }

    /// <summary>Whether no sentence before the candidate's tells anything of its issue.</summary>
    public bool IsFirst(Candidate candidate) => _first[candidate.Match.Issue] == candidate.Sentence.Start;
}
