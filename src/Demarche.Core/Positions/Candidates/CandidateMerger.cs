namespace Demarche.Core.Positions.Candidates;

/// <summary>Brings the places that tell the same position of the same holder together: the surest one stays.</summary>
internal static class CandidateMerger
{
    /// <summary>Confidence below which a place is not worth a line. Precision before recall, at little cost in F1 on disputes not fitted on: docs/decisions/0006-position-confidence.md.</summary>
    public const double LeastConfidence = 0.30;

    /// <summary>One candidate for each holder and issue, in text order.</summary>
    public static List<Candidate> Merge(List<Candidate> candidates)
    {
        var best = new Dictionary<(string, string?, int), Candidate>();
        foreach (Candidate candidate in candidates)
        {
            var key = (candidate.Holder.Name, candidate.Holder.Party, candidate.Match.Issue);
            if (candidate.Confidence >= LeastConfidence
                && (!best.TryGetValue(key, out Candidate? other) || candidate.Confidence > other.Confidence))
            {
                best[key] = candidate;
            }
        }

        return [.. best.Values.OrderBy(c => c.Evidence.Start).ThenBy(c => c.Match.Issue).ThenBy(c => c.Holder.Name, StringComparer.Ordinal)];
    }
}
