using Demarche.Nlp.Text;
using Demarche.Nlp.Times;

namespace Demarche.Core.Evaluation;

/// <summary>Scores time expressions as TempEval-3 does: spans that overlap, spans that are the same, and values that are the same.</summary>
public sealed class TimeScorer : IScorer
{
    private static readonly MatchFigure Relaxed = new("relaxed", "relaxed");
    private static readonly MatchFigure Strict = new("strict", "strict");
    private static readonly MatchFigure Value = new("value", "value");

    /// <inheritdoc/>
    public string Subject => "times";

    /// <inheritdoc/>
    public IReadOnlyList<Figure> Figures { get; } = [Relaxed, Strict, Value];

    /// <inheritdoc/>
    public bool Takes(GoldArticle gold)
    {
        ArgumentNullException.ThrowIfNull(gold);
        return gold.Times is not null;
    }

    /// <inheritdoc/>
    public Tally Score(GoldArticle gold, CodedArticle? coded, ICollection<ScoringError> errors)
    {
        ArgumentNullException.ThrowIfNull(gold);
        ArgumentNullException.ThrowIfNull(errors);
        IReadOnlyList<TimeExpression> said = coded?.Times ?? [];
        bool[] used = new bool[said.Count];
        int overlapping = 0;
        int same = 0;
        int valued = 0;
        foreach (TimeExpression mark in gold.Times!)
        {
            int best = BestOf(mark.Span, said, used);
            if (best < 0)
            {
                errors.Add(new ScoringError(gold.Id, true, $"{mark.Span.Of(gold.Text)} = {mark.Value}"));
                continue;
            }

            used[best] = true;
            overlapping++;
            same += said[best].Span == mark.Span ? 1 : 0;
            valued += said[best].Value == mark.Value ? 1 : 0;
            if (said[best].Value != mark.Value)
            {
                errors.Add(new ScoringError(gold.Id, false, $"{mark.Span.Of(gold.Text)} = {said[best].Value}, gold {mark.Value}"));
            }
        }

        foreach (TimeExpression surplus in said.Where((_, index) => !used[index]))
        {
            errors.Add(new ScoringError(gold.Id, false, $"{surplus.Span.Of(gold.Text)} = {surplus.Value}"));
        }

        var tally = new Tally();
        Relaxed.Add(tally, overlapping, said.Count, gold.Times!.Count);
        Strict.Add(tally, same, said.Count, gold.Times!.Count);
        Value.Add(tally, valued, said.Count, gold.Times!.Count);
        return tally;
    }

    // The one that shares most characters; of equal ones the last.
    private static int BestOf(TextSpan span, IReadOnlyList<TimeExpression> said, bool[] used)
    {
        int best = -1;
        int most = 0;
        for (int i = 0; i < said.Count; i++)
        {
            int shared = Math.Min(span.End, said[i].Span.End) - Math.Max(span.Start, said[i].Span.Start);
            if (!used[i] && shared > 0 && shared >= most)
            {
                (best, most) = (i, shared);
            }
        }

        return best;
    }
}
