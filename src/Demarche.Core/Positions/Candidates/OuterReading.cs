using Demarche.Core.Positions.Issues;
using Demarche.Core.Positions.Stances;
using Demarche.Core.Positions.Subjects;
using Demarche.Core.Positions.Wording;

namespace Demarche.Core.Positions.Candidates;

/// <summary>Reads what the speaker around another's words makes of them: "Suderia rejected Norland's proposal to ...".</summary>
internal static class OuterReading
{
    /// <summary>The outer speaker's position, or null when it only passes the words on; needs a tree.</summary>
    /// <param name="text">The text.</param>
    /// <param name="segment">The inner words.</param>
    /// <param name="clause">The clause that names the matter.</param>
    /// <param name="match">The matter.</param>
    /// <param name="inner">Who says the inner words.</param>
    /// <param name="outer">Who tells of them.</param>
    public static Candidate? Read(CodedText text, Segment segment, WordRange clause, IssueMatch match, Voice inner, Voice outer)
    {
        if (outer.Speaker.Party is null || outer.Speaker.Party == inner.Speaker.Party || !segment.Sentence.Contains(outer.Cue))
        {
            return null;
        }

        WordRange limits = LimitsOf(text, segment, outer);
        if (TreePolarity.Read(text, limits, match.Hits) is not { } polarity)
        {
            return null;
        }

        bool takes = outer.Cues.Any(c => TakesStance(c.Operator))
            || polarity.Operators.Any(o => !segment.Words.Contains(o.Start) && !inner.Cue.Contains(o.Start) && TakesStance(o.Operator));
        return !takes ? null : new Candidate
        {
            Holder = outer.Speaker,
            Match = match,
            Sign = (outer.Denies ? polarity.Sign * outer.Sign : polarity.Under(outer.Sign)) * match.SignUnder(text, polarity.Operators),
            Evidence = new WordRange(Math.Min(limits.Start, clause.Start), clause.End),
            Sentence = segment.Sentence,
            Operators = [.. polarity.Operators, .. outer.Cues],
            CueOperators = outer.Cues.Count,
            Attribution = outer.Attribution,
            Basis = Basis.OfAnothersWords,
        };
    }

    /// <summary>The same where the text itself tells what another makes of the words: "Suderia turned down Norland's offer of ..."; null when nobody does.</summary>
    /// <param name="text">The text.</param>
    /// <param name="segment">The inner words.</param>
    /// <param name="clause">The clause that names the matter.</param>
    /// <param name="match">The matter.</param>
    /// <param name="inner">Who says the inner words.</param>
    public static Candidate? ReadNarrated(CodedText text, Segment segment, WordRange clause, IssueMatch match, Voice inner)
    {
        if (text.Tree.IsEmpty || !segment.Sentence.Contains(inner.Cue))
        {
            return null;
        }

        int noun = text.Tree.Lead(inner.Cue.Start);
        int verb = text.Tree.Head(noun);
        bool takes = verb >= 0 && text.Tree.Relation(noun) is "obj" or "obl" or "nsubj:pass"
            && text.OperatorAt(verb) is { Operator.Group: OperatorGroup.Attitude } hit && TakesStance(hit.Operator);
        if (!takes || TreeSubject.Find(text, segment.Sentence, [verb], null) is not { } subject || subject.Has(inner.Speaker.Party)
            || TreePolarity.Read(text, segment.Sentence, match.Hits) is not { } polarity)
        {
            return null;
        }

        return new Candidate
        {
            Holder = new Holder(subject.Mentions[0].Actor.Name, subject.Mentions[0].Actor.PartyId, null),
            Match = match,
            Sign = polarity.Sign * match.SignUnder(text, polarity.Operators),
            Evidence = new WordRange(Math.Min(subject.Start, clause.Start), clause.End),
            Sentence = segment.Sentence,
            Operators = polarity.Operators,
            Basis = Basis.OfAnothersWords,
        };
    }

    private static WordRange LimitsOf(CodedText text, Segment segment, Voice outer)
    {
        int start = segment.Words.Start;
        int end = segment.Words.End;
        foreach (WordRange content in (outer.Attribution?.Content ?? []).Select(text.Words.RangeOf))
        {
            if (content.Overlaps(segment.Sentence))
            {
                start = Math.Min(start, Math.Max(content.Start, segment.Sentence.Start));
                end = Math.Max(end, Math.Min(content.End, segment.Sentence.End));
            }
        }

        return new WordRange(start, end);
    }

    private static bool TakesStance(Operator op) =>
        op.Group is OperatorGroup.Attitude or OperatorGroup.Judgement or OperatorGroup.Deed
        && op.Act is Act.Accept or Act.Reject or Act.Refuse or Act.Accuse or Act.Assert or Act.Warn;
}
