using Demarche.Core.Positions.Candidates;
using Demarche.Core.Positions.Issues;
using Demarche.Core.Positions.Wording;

namespace Demarche.Core.Positions.Confidence;

/// <summary>What the rest of an article and of the codebook tells for or against a position.</summary>
internal sealed class ArticleSignals
{
    // How much the nearest issue stands out; a clause says more than the matter alone. Chosen among 8 and 20 by log loss on disputes not fitted on.
    private const double SharpnessOfClause = 20;
    private const double SharpnessOfWords = 8;

    private readonly CodedText _text;
    private readonly IssueLexicon _lexicon;
    private readonly Echoes _echoes;
    private readonly HeldMatters _held;
    private readonly MemberRivals _rivals;
    private readonly GovernedRivals _governed;
    private readonly Dictionary<WordRange, double[]?> _nearness = [];

    /// <summary>For the positions of one article.</summary>
    public ArticleSignals(CodedText text, IssueLexicon lexicon, List<Candidate> candidates)
    {
        _text = text;
        _lexicon = lexicon;
        _echoes = new Echoes(candidates);
        _held = new HeldMatters(text.Tree, candidates);
        _rivals = new MemberRivals(text.Words, candidates);
        _governed = new GovernedRivals(text.Lists, candidates);
    }

    /// <summary>Fills in the values for <paramref name="candidate"/>.</summary>
    public void Read(Candidate candidate, double[] values)
    {
        int issue = candidate.Match.Issue;
        values[(int)Signal.SecondChoice] = _rivals.HasBetter(candidate) ? 1 : 0;
        values[(int)Signal.BetterBeside] = _governed.HasBetter(candidate) ? 1 : 0;
        values[(int)Signal.Echoed] = _echoes.Of(candidate, 1);
        values[(int)Signal.Contradicted] = _echoes.Of(candidate, -1);
        values[(int)Signal.FirstOfIssue] = _echoes.IsFirst(candidate) ? 1 : 0;
        values[(int)Signal.Holds] = _held.Holds(candidate) ? 1 : 0;
        values[(int)Signal.ClauseMeansOthers] = IssueMeanings.ShareOfOthers(NearnessOf(candidate.Match.Reference?.Clause ?? _text.Lists.Around(candidate.Match.Words, candidate.Evidence)), issue, SharpnessOfClause, candidate.Match.RuledOut);
        values[(int)Signal.WordsMeanOthers] = IssueMeanings.ShareOfOthers(NearnessOf(candidate.Match.Reference?.Named ?? candidate.Match.Words), issue, SharpnessOfWords, candidate.Match.RuledOut);
    }

    private double[]? NearnessOf(WordRange range)
    {
        if (!_nearness.TryGetValue(range, out double[]? nearness))
        {
            _nearness[range] = nearness = _lexicon.Meanings?.Nearness(_text, range);
        }

        return nearness;
    }
}
