using Demarche.Core.Positions.Candidates;
using Demarche.Core.Positions.Issues;
using Demarche.Core.Positions.Stances;
using Demarche.Core.Positions.Wording;

namespace Demarche.Core.Positions.References;

/// <summary>Remembers what a text spoke of last, for clauses that only point back to it: "this is unacceptable", "hailed the move". One article, in text order.</summary>
/// <remarks>
/// Of the matters within reach the clearest is meant: named well, near, not beyond the end of a sentence or a paragraph, and what the article is about.
/// How much each counts was chosen by trying a few values on the 189 places of the development disputes where a pointing word stands in a gold line.
/// </remarks>
internal sealed class RecentMatters
{
    /// <summary>Farthest way back, in words: two or three sentences.</summary>
    private const int Reach = 60;

    /// <summary>Farthest way from a matter to the "which" that means it.</summary>
    private const int RelativeReach = 5;

    /// <summary>Matters kept; older ones are out of reach.</summary>
    private const int Most = 24;

    // What an end of a sentence or of a paragraph takes, what a word of distance takes, what each doubling of the issue's whole namings adds, and what it takes
    // when the words mean other issues.
    private const double Break = 0.7;
    private const double Word = 0.01;
    private const double Naming = 0.25;
    private const double Others = 0.5;

    // How much the nearest issue stands out, as for the words of a position.
    private const double Sharpness = 8;

    private readonly CodedText _text;
    private readonly IssueMeanings? _meanings;
    private readonly List<NamedMatter> _matters = [];
    private readonly Dictionary<int, int> _namings = [];

    public RecentMatters(CodedText text, IssueMeanings? meanings)
    {
        _text = text;
        _meanings = meanings;
    }

    /// <summary>Keeps the matters of a clause, best first, with what the first position read of each does with it.</summary>
    public void Remember(IReadOnlyList<IssueMatch> matches, WordRange clause, ReadOnlySpan<Candidate> read)
    {
        for (int i = matches.Count - 1; i >= 0; i--)
        {
            if (matches[i].Reference is null)
            {
                _matters.Add(Named(matches[i], clause, read));
                _namings[matches[i].Issue] = _namings.GetValueOrDefault(matches[i].Issue) + (matches[i].Coverage > 0.99 ? 1 : 0);
            }
        }

        _matters.RemoveRange(0, Math.Max(0, _matters.Count - Most));
    }

    /// <summary>What <paramref name="pointer"/> means, with the sign of what is meant; or null.</summary>
    public IssueMatch? Find(Pointer pointer)
    {
        NamedMatter? best = null;
        double most = 0;
        foreach (NamedMatter matter in _matters)
        {
            int distance = pointer.Words.Start - matter.Match.Words.End;
            if (distance < 0 || distance > (pointer.Kind == PointerKind.Relative ? RelativeReach : Reach))
            {
                continue;
            }

            double clearness = ClearnessOf(matter, distance);
            if (best is null || clearness >= most)
            {
                (best, most) = (matter, clearness);
            }
        }

        return best is null ? null : best.Match with
        {
            Words = pointer.Words,
            Hits = pointer.Words.Length == 0 ? [] : [pointer.Words.Start],
            Sign = pointer.Kind == PointerKind.Decision ? best.Stance : best.Outcome,
            Reference = new Reference(pointer.Kind, best.Match.Words, best.Clause, most),
        };
    }

    private double ClearnessOf(NamedMatter matter, int distance)
    {
        int breaks = 0;
        int end = matter.Match.Words.End + distance;
        for (int i = matter.Match.Words.End; i < end; i++)
        {
            breaks += _text.Words.Key(i) is "." or "!" or "?" or "\n" ? 1 : 0;
        }

        double others = IssueMeanings.ShareOfOthers(_meanings?.Nearness(_text, matter.Match.Words), matter.Match.Issue, Sharpness, matter.Match.RuledOut);
        return matter.Match.Score + (Naming * Math.Log2(1 + _namings[matter.Match.Issue])) - (Others * others) - (Break * breaks) - (Word * distance);
    }

    private static NamedMatter Named(IssueMatch match, WordRange clause, ReadOnlySpan<Candidate> read)
    {
        foreach (Candidate candidate in read)
        {
            if (candidate.Match == match)
            {
                return new NamedMatter(match, clause, OutcomeOf(candidate), candidate.Sign);
            }
        }

        return new NamedMatter(match, clause, match.Sign, match.Sign);
    }

    /// <summary>What is done with the matter before anybody wants, refuses or judges it.</summary>
    private static int OutcomeOf(Candidate candidate)
    {
        int sign = candidate.Match.Sign;
        foreach (OperatorHit hit in candidate.Operators)
        {
            if (hit.Operator.Group is not (OperatorGroup.Change or OperatorGroup.Deed or OperatorGroup.Mending))
            {
                break;
            }

            sign *= hit.Operator.Sign;
        }

        return sign;
    }
}
