using Demarche.Core.Positions.Days;

namespace Demarche.Core.Positions.Candidates;

/// <summary>Brings the places that tell the same position of the same holder together: the surest one stays, and one of each other time.</summary>
internal static class CandidateMerger
{
    /// <summary>Confidence below which a place is not worth a line. Precision before recall, at little cost in F1 on disputes not fitted on: docs/decisions/0006-position-confidence.md.</summary>
    public const double LeastConfidence = 0.30;

    /// <summary>One candidate for each holder and issue, one told in passing only where no other is, in text order, and more where they are told of clearly different times.</summary>
    /// <param name="candidates">What was read, with its confidence.</param>
    /// <param name="dateOf">When a candidate was voiced.</param>
    public static List<Candidate> Merge(List<Candidate> candidates, Func<Candidate, Dating> dateOf)
    {
        IEnumerable<Candidate> kept = candidates.Where(candidate => candidate.Confidence >= LeastConfidence)
            .GroupBy(candidate => (candidate.Holder.Name, candidate.Holder.Party, candidate.Match.Issue))
            .SelectMany(same => OfEachTime(same, dateOf));
        return [.. kept.OrderBy(c => c.Evidence.Start).ThenBy(c => c.Match.Issue).ThenBy(c => c.Holder.Name, StringComparer.Ordinal)];
    }

    private static List<Candidate> OfEachTime(IEnumerable<Candidate> same, Func<Candidate, Dating> dateOf)
    {
        var kept = new List<(Candidate Candidate, Dating Dating)>();
        foreach ((Candidate Candidate, Dating Dating) line in same.Select(candidate => (candidate, dateOf(candidate)))
            .OrderBy(line => line.Item2.IsInPassing).ThenByDescending(line => line.candidate.Confidence))
        {
            if (kept.TrueForAll(other => line.Dating.IsClearlyOtherThan(other.Dating)))
            {
                kept.Add(line);
            }
        }

        return kept.ConvertAll(line => line.Candidate);
    }
}
