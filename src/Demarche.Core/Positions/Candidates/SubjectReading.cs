using Demarche.Core.Positions.Issues;
using Demarche.Core.Positions.Stances;
using Demarche.Core.Positions.Subjects;
using Demarche.Core.Positions.Wording;

namespace Demarche.Core.Positions.Candidates;

/// <summary>Reads the stance of those whom a clause has for its subject, told by a speaker or by the text itself.</summary>
internal static class SubjectReading
{
    /// <summary>One position for each party of the subject; none when its verb is no stance of its own.</summary>
    public static IEnumerable<Candidate> Read(CodedText text, Segment segment, WordRange clause, IssueMatch match, Voice? voice, Subject subject)
    {
        bool told = voice is not null;

        // What an agreement lays down for a party, that party has taken on.
        bool isText = subject.IsText || (!told && AgreedText.Opens(text.Words, segment.Sentence));
        if (!IsOwn(text, segment, voice, subject, isText) || (told && OthersDeed.IsNoun(text, subject)) || NoStance.IsAsked(text.Words, subject.Start, segment.Sentence.Start)
            || IsAwaited(text.Words, subject.Start))
        {
            return [];
        }

        WordRange own = OwnOf(clause, match, subject);
        Polarity polarity = PolarityReader.Read(text, own, match.Words, match.Hits);
        if (polarity.IsSilent || NoStance.IsTold(text, polarity.Operators, match, !told) || (told && OthersDeed.IsCharge(text, subject, polarity)))
        {
            return [];
        }

        if (!isText && !subject.IsAsking && polarity.Operators.Any(o => o.Operator.IsObligation && o.Start >= subject.End))
        {
            // What one must do is what others want.
            return [];
        }

        return subject.Mentions.Select(mention => new Candidate
        {
            Holder = new Holder(mention.Actor.Name, mention.Actor.PartyId, voice?.Speaker.Name),
            Match = match,
            Sign = polarity.Sign * match.SignUnder(text, polarity.Operators),
            Evidence = EvidenceOf(clause, match, subject),
            Sentence = segment.Sentence,
            Operators = polarity.Operators,
            Attribution = voice?.Attribution,
            Subject = subject,
            Agreement = polarity.Agreement,
            Basis = !told ? Basis.Narrator : voice!.Speaker.Party is null ? Basis.ToldByOutsider : Basis.ToldOfAnother,
        });
    }

    /// <summary>Whether the subject takes a stance of its own, and is not asked to or the speaker; in its own text it does whatever the verb is.</summary>
    private static bool IsOwn(CodedText text, Segment segment, Voice? voice, Subject subject, bool isText)
    {
        if (voice is null)
        {
            return (isText || !IsNoStance(subject.Operator.Operator, IsBarring(text, subject))) && !IsQuestion(text, segment);
        }

        return !subject.Has(voice.Speaker.Party)
            && (isText || !(voice.AsksOf(text, subject) || voice.IsSilent || IsNoStance(subject.Operator.Operator, false) || Blame.IsOmission(text.Words, subject.Operator) || SubjectVerb.IsState(text, subject.Operator)));
    }

    /// <summary>"will stay until | Norland ends it": what is waited for is not told of it.</summary>
    private static bool IsAwaited(WordText words, int subject)
    {
        int at = subject - 1;
        at -= at > 0 && words.Key(at) is "the" ? 1 : 0;
        return at >= 0 && words.Key(at) is "until" or "till";
    }

    private static bool IsBarring(CodedText text, Subject subject) => text.Words.Key(subject.Operator.Start) is "block" or "obstruct" or "thwart" or "turn";

    /// <summary>From the subject to the end of the clause; "the levy was called a farce by Norland" is not whole without the levy.</summary>
    private static WordRange EvidenceOf(WordRange clause, IssueMatch match, Subject subject) =>
        new(subject.IsBehind ? StartBefore(match, subject) : subject.Start, clause.End);

    /// <summary>The words that govern the matter from the side of the subject.</summary>
    private static WordRange OwnOf(WordRange clause, IssueMatch match, Subject subject) =>
        new(subject.IsBehind ? StartBefore(match, subject) : Math.Min(subject.End, match.Words.Start), clause.End);

    private static int StartBefore(IssueMatch match, Subject subject) => Math.Min(subject.Start, Math.Min(match.Words.Start, subject.Operator.Start));

    // "Would Norland keep the toll?", the text asks.
    private static bool IsQuestion(CodedText text, Segment segment) =>
        segment.Sentence.End > segment.Sentence.Start
        && (text.Words.Key(segment.Sentence.End - 1) == "?" || (segment.Sentence.End < text.Words.Count && text.Words.Key(segment.Sentence.End) == "?"));

    // What one is said to break tells nothing of one's stance, what the text says one blocked does; what one must do is what others want.
    private static bool IsNoStance(Operator verb, bool bars) => verb.Group switch
    {
        OperatorGroup.Deed => verb.Act is not null && !bars,
        OperatorGroup.Modal => verb.Act != Act.Commit,
        _ => false,
    };
}
