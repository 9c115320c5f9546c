using Demarche.Core.Positions.Issues;
using Demarche.Core.Positions.Stances;
using Demarche.Core.Positions.Subjects;
using Demarche.Core.Positions.Wording;

namespace Demarche.Core.Positions.Candidates;

/// <summary>Reads what is hung on a matter behind it: "the toll, opposed by Suderia", "the patrols that Norland demands", "a step welcomed by Norland".</summary>
internal sealed class AttachedReading(CodedText text, IssueMatcher issues)
{
    /// <summary>Words before the verb in which the matter is looked for. Set by hand: a phrase and an aside.</summary>
    private const int Reach = 24;

    /// <summary>Words of "an idea the party", between the matter and the verb. Set by hand.</summary>
    private const int LongestAside = 5;

    /// <summary>Adds what the words of <paramref name="segment"/> hang on a matter before them.</summary>
    public void Read(Segment segment, Voice? voice, List<Candidate> found)
    {
        WordRange limits = segment.Sentence with { End = segment.Words.End };
        for (int i = Math.Max(segment.Words.Start, limits.Start + 2); i < segment.Words.End; i++)
        {
            if (VerbAt(i) is { } verb && (AgentBehind(verb, limits) ?? SubjectBefore(verb, limits)) is { } hung && MatterBefore(hung, limits) is { } match)
            {
                found.Add(Candidate(segment, voice, verb, hung.Holder, match));
            }
        }
    }

    /// <summary>A verb of wanting or refusing, or "calls" with the verdict behind it.</summary>
    private OperatorHit? VerbAt(int at) => text.OperatorAt(at) switch
    {
        { Operator.Group: OperatorGroup.Attitude } hit when hit.Start == at && text.OperatorAt(hit.End < text.Words.Count ? hit.End : at) is not { Operator.Group: OperatorGroup.Judgement } => hit,
        { Operator.Group: OperatorGroup.Judgement } verdict when verdict.Start == at && text.Words.Span(at - 1).SliceOf(text.Words.Text) is "calls" or "called" or "considers" or "finds" or "deems" =>
            verdict with { Start = at - 1 },
        { Operator.Group: OperatorGroup.Judgement } verdict when verdict.Start == at && NamingBefore(at) is { } verb => verdict with { Start = verb },
        _ => null,
    };

    /// <summary>"regards | as a farce": the verb of seeing a thing so, before the verdict at <paramref name="at"/>; else null.</summary>
    private int? NamingBefore(int at)
    {
        int named = at - 1;
        named -= text.Words.Key(named) is "a" or "an" ? 1 : 0;
        return named > 1 && text.Words.Key(named) == "as" && text.Words.Span(named - 1).SliceOf(text.Words.Text) is "regards" or "regard" or "regarded" or "sees" or "see" or "views" or "view" or "describes" or "described" ? named - 1 : null;
    }

    /// <summary>"opposed by Suderia": the actor, and where the participle starts, or the first of several: "backed by the one and opposed by the other".</summary>
    private Hung? AgentBehind(OperatorHit verb, WordRange limits)
    {
        int at = verb.End;
        if (at + 1 >= limits.End || text.Words.Key(at) != "by")
        {
            return null;
        }

        at += text.Words.Key(at + 1) == "the" ? 2 : 1;
        if (at >= limits.End || text.MentionAt(at) is not { } agent || agent.Words.Start != at || text.Words.IsPossessive(agent.Words.End - 1))
        {
            return null;
        }

        int start = verb.Start;
        while (start > limits.Start && IsAdverb(start - 1))
        {
            start--;
        }

        // "backed by the League and opposed by": the matter stands before the first of them.
        bool isSecond = start - 2 > limits.Start && text.Words.Key(start - 1) is "and" or "but" && text.MentionAt(start - 2) is not null;
        if (isSecond)
        {
            int first = text.MentionAt(start - 2)!.Words.Start - 1;
            first -= text.Words.Key(first) == "the" ? 1 : 0;
            start = first > limits.Start && text.Words.Key(first) == "by" && text.OperatorAt(first - 1) is { } before ? before.Start : start;
        }

        return IsAuxiliary(start - 1) ? null : new Hung(agent, start, IsSure: true);
    }

    /// <summary>"(that) Norland demands", with nothing behind it that could be its object.</summary>
    private Hung? SubjectBefore(OperatorHit verb, WordRange limits)
    {
        bool isGap = verb.End >= limits.End || text.Words.Key(verb.End) is "," or "." or ";" or "is" or "are" or "was" or "were" or "has" or "have" or "had" or "will" or "would" or "could" or "must";
        int at = verb.Start - 1;
        while (at > limits.Start && (IsAdverb(at) || IsAuxiliary(at)))
        {
            at--;
        }

        if (text.MentionAt(at) is not { } subject || text.Words.IsPossessive(subject.Words.End - 1))
        {
            return null;
        }

        int start = subject.Words.Start;
        start -= start > limits.Start && text.Words.Key(start - 1) == "the" ? 1 : 0;
        bool isRelative = start > limits.Start && text.Words.Key(start - 1) is "that" or "which";
        return start <= limits.Start || !(isRelative || text.Words.IsWord(start - 1)) || IsJoined(start - 1) ? null : new Hung(subject, isRelative ? start - 1 : start, isGap || isRelative);
    }

    /// <summary>The matter that ends right before what is hung on it, or before "a step" there, which means it; or null.</summary>
    private IssueMatch? MatterBefore(Hung hung, WordRange limits)
    {
        int start = hung.Start;
        int end = start - (text.Words.Key(start - 1) == "," ? 1 : 0);
        int aside = end - 1;
        while (aside > limits.Start && end - aside < LongestAside && text.Words.IsWord(aside) && text.Words.Key(aside) is not ("a" or "an" or "someth"))
        {
            aside--;
        }

        bool isAside = end == start && aside > limits.Start + 1 && text.Words.Key(aside) is "a" or "an" or "someth" && text.Words.Key(aside - 1) == ",";
        end = isAside ? aside - 1 : end;
        var before = new WordRange(Math.Max(limits.Start, end - Reach), end);
        return before.Length <= 0 || !(hung.IsSure || isAside) ? null : issues.Match(text, before).Where(m => m.Coverage > 0.99 && end - m.Words.End <= (isAside ? LongestAside : 0)).MaxBy(m => m.Words.End);
    }

    private Candidate Candidate(Segment segment, Voice? voice, OperatorHit verb, PartyMention holder, IssueMatch match)
    {
        var phrase = new WordRange(Math.Max(segment.Words.Start, match.Words.Start - 3), match.Words.End);
        Polarity inner = PolarityReader.Read(text, phrase, match.Words, match.Hits, phrase);
        bool never = text.Words.Key(verb.Start - 1) is "never" or "not";
        return new Candidate
        {
            Holder = new Holder(holder.Actor.Name, holder.Actor.PartyId, voice is null || voice.Speaker.Party == holder.Actor.PartyId ? null : voice.Speaker.Name),
            Match = match,
            Sign = inner.Under(verb.Operator.Sign) * match.Sign * (never ? -1 : 1),
            Evidence = new WordRange(match.Words.Start, Math.Max(verb.End, holder.Words.End)),
            Sentence = segment.Sentence,
            Operators = [.. inner.Operators, verb],
            Attribution = voice?.Attribution,
            Subject = new Subject([holder], verb, Math.Min(holder.Words.Start, verb.Start)),
            Basis = voice is null ? Basis.Narrator : voice.Speaker.Party is null ? Basis.ToldByOutsider : Basis.ToldOfAnother,
        };
    }

    /// <summary>Who takes the stance, where what is hung on the matter starts, and whether it surely is hung on it.</summary>
    private readonly record struct Hung(PartyMention Holder, int Start, bool IsSure);

    private bool IsJoined(int at) => text.Words.Key(at) is "and" or "or" or "but" or "if" or "when" or "after" or "befor" or "said" or "by" or "of" or "to" or "with" or "in" or "on" or "what";

    private bool IsAdverb(int at) => text.Words.Span(at).SliceOf(text.Words.Text) is "long" or "always" or "never" or "not" or "also" or "now" or "still" or "firmly" or "strongly" or "fiercely" or "widely" or "first" or "repeatedly" or "recently";

    private bool IsAuxiliary(int at) => text.Words.Key(at) is "is" or "are" or "was" or "were" or "been" or "be" or "has" or "have" or "had";
}
