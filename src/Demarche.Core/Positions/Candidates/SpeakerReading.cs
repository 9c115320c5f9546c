using Demarche.Core.Positions.Clauses;
using Demarche.Core.Positions.Issues;
using Demarche.Core.Positions.Stances;
using Demarche.Core.Positions.Subjects;
using Demarche.Core.Positions.Wording;

namespace Demarche.Core.Positions.Candidates;

/// <summary>Reads the speaker's own stance out of a clause of what is said.</summary>
internal static class SpeakerReading
{
    /// <summary>The positions of the speaker and of those who say it together; none when the clause tells only of somebody else's stance.</summary>
    public static IEnumerable<Candidate> Read(CodedText text, Segment segment, WordRange clause, IssueMatch match, Voice voice, Subject? subject)
    {
        if (voice.Speaker.Party is null)
        {
            return [];
        }

        bool sameSentence = voice.Governs(segment.Sentence) && !IsBesideCue(text, match, voice);
        Polarity polarity = PolarityReader.Read(text, clause, match.Words, match.Hits, segment.Words);
        bool other = subject is not null && !subject.Has(voice.Speaker.Party);
        bool accused = other && (IsMissed(text, subject!, voice, sameSentence) || OthersDeed.IsCharge(text, subject!, polarity));
        bool others = other && !accused && IsOthersStance(text, polarity, subject!, match, voice, sameSentence);
        bool silent = polarity.IsSilent || (sameSentence && voice.IsSilent);
        if (others || silent)
        {
            return [];
        }

        (int sign, List<OperatorHit> operators) = sameSentence ? Under(text, polarity, voice) : (polarity.Sign, [.. polarity.Operators]);
        bool blames = accused || ((subject is null || other) && IsBlow(text, polarity, operators, match));
        if (IsNone(text, operators, match, blames))
        {
            return [];
        }

        sign *= match.SignUnder(text, operators);
        var own = new Candidate
        {
            Holder = voice.Speaker,
            Match = match,
            Sign = (blames ? -sign : sign) * Blame.SignOfRejection(operators, match.Words.Start),
            Evidence = clause,
            Sentence = segment.Sentence,
            Operators = operators,
            CueOperators = sameSentence ? voice.Cues.Count : 0,
            Attribution = voice.Attribution,
            Subject = subject,
            Agreement = polarity.Agreement,
            Act = blames ? Act.Accuse : null,
            Basis = Basis.Speaker,
            IsJoint = voice.Partners.Count > 0,
            IsIntroduced = voice.IsReported,
        };
        return voice.Partners.Select(partner => own with { Holder = partner, Basis = Basis.JointSpeaker }).Prepend(own);
    }

    // "ignored calls for it", told as a stance of its own: who does so blames nobody.
    private static bool IsBlow(CodedText text, Polarity polarity, List<OperatorHit> operators, IssueMatch match) =>
        polarity.Operators.Any(o => o.Operator is { Group: OperatorGroup.Deed, Act: Act.Accuse }) && Blame.IsTold(text.Words, operators, match.Words);

    /// <summary>"Norland had not signed it": the teller misses it, unless the cue has turned it already ("regretted that").</summary>
    private static bool IsMissed(CodedText text, Subject subject, Voice voice, bool sameSentence) =>
        Blame.IsOmission(text.Words, subject.Operator) && !(sameSentence && voice.Rejects);

    private static bool IsNone(CodedText text, List<OperatorHit> operators, IssueMatch match, bool blames) =>
        (!blames && NoStance.IsTold(text, operators, match, isNarrated: false)) || (match.Sign > 0 && NoStance.IsName(text.Words, operators));

    /// <summary>"opposes the dam but supports talks": a second verb of wanting beside the cue takes the matter out of what the cue does.</summary>
    private static bool IsBesideCue(CodedText text, IssueMatch match, Voice voice)
    {
        if (text.Tree.IsEmpty || match.Hits.Length == 0 || voice.Cue.Length == 0)
        {
            return false;
        }

        int node = text.Tree.Top(match.Hits);
        for (int step = 0; step < ClauseTree.DeepestPath && node >= 0; step++)
        {
            if (text.Tree.Relation(node) == "conj" && text.Tree.Head(node) >= 0 && voice.Cue.Contains(text.Tree.Head(node)))
            {
                return text.OperatorAt(node) is { Operator.Group: OperatorGroup.Attitude } && text.Words.Key(node - 1) != "to";
            }

            node = text.Tree.Head(node);
        }

        return false;
    }

    /// <summary>What the clause and the cue before it do together.</summary>
    private static (int Sign, List<OperatorHit> Operators) Under(CodedText text, Polarity polarity, Voice voice)
    {
        // "dismissed it as unnecessary": the verdict says why, it turns nothing.
        OperatorHit[] reasons = voice.Rejects ? [.. polarity.Operators.Where(o => PolarityReader.IsReason(text.Words, o))] : [];

        // "sees no need | for it": a phrase that stands half in the cue and half in what is said turns once.
        OperatorHit[] shared = [.. polarity.Operators.Except(reasons).Where(o => voice.Cues.Any(c => c.Start == o.Start))];
        // "complained that it hurts": what the complaint tells of the matter is the verdict already.
        bool isVerdict = polarity.Operators.Except(reasons).Any(o => o.Operator is { Group: OperatorGroup.Effect or OperatorGroup.Judgement, Sign: < 0 })
            && voice.Cues.Count > 0 && voice.Cues.All(c => c.Operator is { Group: OperatorGroup.Attitude, Sign: < 0, Act: Act.Accuse or Act.Warn or Act.Assert });
        int cue = isVerdict ? 1 : voice.Sign;
        int sign = reasons.Concat(shared).Aggregate(voice.Denies ? polarity.Sign * cue : polarity.Under(cue), (product, o) => product * o.Operator.Sign);
        return (sign, [.. polarity.Operators.Except(reasons).Except(shared), .. voice.Cues]);
    }

    /// <summary>"If Suderia wants peace, it must be lifted": the obligation is the speaker's, whatever the other wants in the clause before.</summary>
    private static bool IsAsked(CodedText text, Polarity polarity, Subject subject, IssueMatch match)
    {
        bool asks = polarity.Operators.Any(o => o.Operator.IsObligation);
        for (int i = subject.Operator.End; asks && i < match.Words.Start; i++)
        {
            if (text.Words.Key(i) is "," or "." || (text.Words.Key(i) is "it" or "they" or "he" or "she" && text.OperatorAt(i + 1) is { Operator.IsObligation: true }))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"Norland refuses to ...", told by a Suderian: not the teller's stance, unless the cue or a word before the subject takes one.</summary>
    private static bool IsOthersStance(CodedText text, Polarity polarity, Subject subject, IssueMatch match, Voice voice, bool sameSentence)
    {
        if (voice.AsksOf(text, subject) || IsAsked(text, polarity, subject, match) || SubjectVerb.IsState(text, subject.Operator))
        {
            return false;
        }

        Operator verb = subject.Operator.Operator;
        bool isGoverned = sameSentence && voice.Cues.Count > 0;
        if (subject.IsText)
        {
            return !isGoverned;
        }

        isGoverned &= !OthersDeed.IsOnlyTold(text, subject, voice);
        bool outer = polarity.Operators.Any(o => o.End <= subject.Start && o.Operator is not { Group: OperatorGroup.Modal, IsObligation: false } && !OthersDeed.IsBinding(text, o, subject));
        return (verb.Group != OperatorGroup.Deed || verb.Act is null) && !isGoverned && !outer && !verb.IsObligation;
    }
}
