using Demarche.Core.Positions.Clauses;
using Demarche.Core.Positions.Issues;
using Demarche.Core.Positions.Stances;
using Demarche.Core.Positions.Subjects;
using Demarche.Core.Positions.Wording;

namespace Demarche.Core.Positions;

/// <summary>Reads the positions of one segment: for each clause the issues it names, whose stance to them it tells and which.</summary>
internal sealed class CandidateReader
{
    /// <summary>What is left of a match's confidence when another party acts than the one the issue names. Set by hand.</summary>
    private const double WrongAgent = 0.6;

    private readonly CodedText _text;
    private readonly IssueMatcher _issues;
    private readonly IssueLexicon _lexicon;
    private readonly ConditionFinder _conditions;
    private readonly VoiceReader _voices;

    public CandidateReader(CodedText text, IssueLexicon lexicon, ConditionFinder conditions, VoiceReader voices)
    {
        _text = text;
        _lexicon = lexicon;
        _issues = new IssueMatcher(lexicon);
        _conditions = conditions;
        _voices = voices;
    }

    /// <summary>Adds the positions told in <paramref name="segment"/> to <paramref name="found"/>.</summary>
    public void Read(Segment segment, List<Candidate> found)
    {
        Voice? voice = segment.Attribution is null ? null : _voices.Read(segment.Attribution);
        List<Condition> conditions = _conditions.Find(_text, segment.Words);
        int first = found.Count;
        foreach (WordRange part in Outside(segment.Words, conditions))
        {
            foreach (WordRange clause in ClauseSplitter.Split(_text, part))
            {
                ReadClause(segment, clause, voice, found);
            }
        }

        foreach (Condition condition in conditions)
        {
            Attach(condition, first, segment, voice, found);
        }
    }

    private void ReadClause(Segment segment, WordRange clause, Voice? voice, List<Candidate> found)
    {
        foreach (IssueMatch match in _issues.Match(_text, clause))
        {
            Subject? subject = SubjectFinder.Find(_text, clause, match.Words);
            if (voice is not null && ReadSpeaker(segment, clause, match, voice, subject) is { } own)
            {
                found.Add(own);
                found.AddRange(voice.Partners.Select(partner => own with { Holder = partner, Rule = "joint speaker" }));
            }

            if (subject is not null)
            {
                ReadSubject(segment, clause, match, voice, subject, found);
            }
        }
    }

    /// <summary>The speaker's own stance, unless the clause tells only of somebody else's.</summary>
    private Candidate? ReadSpeaker(Segment segment, WordRange clause, IssueMatch match, Voice voice, Subject? subject)
    {
        if (voice.Speaker.Party is null)
        {
            return null;
        }

        Polarity polarity = PolarityReader.Read(_text, clause, match.Words, match.Hits);
        bool sameSentence = segment.Sentence.Contains(voice.Cue);
        int sign = polarity.Sign * match.Sign * (sameSentence ? voice.Sign : 1);
        List<OperatorHit> operators = [.. polarity.Operators];
        if (sameSentence)
        {
            operators.AddRange(voice.Cues);
        }

        Act? act = null;
        bool other = subject is not null && !subject.Has(voice.Speaker.Party);
        if (other)
        {
            bool governed = voice.Cues.Count > 0 && sameSentence;
            bool outer = polarity.Operators.Any(o => o.End <= subject!.Start);
            Operator verb = subject!.Operator.Operator;
            if (verb.Group != OperatorGroup.Deed && !governed && !outer && !(verb.Group == OperatorGroup.Modal && verb.Act == Act.Demand))
            {
                return null;
            }
        }

        if ((subject is null || other) && Blame.IsTold(operators))
        {
            (sign, act) = (-sign, Act.Accuse);
        }

        sign *= Blame.SignOfRejection(operators);
        bool marked = operators.Any(o => o.Operator.Group is not OperatorGroup.Neutral);
        return new Candidate
        {
            Holder = voice.Speaker,
            Match = match,
            Sign = sign,
            Evidence = clause,
            Sentence = segment.Sentence,
            Operators = operators,
            Attribution = voice.Attribution,
            Act = act,
            Confidence = (subject is null || other ? 1 : AgentFactor(match, voice.Speaker.Party, subject.Operator.Operator))
                * Math.Min(1.25, match.Score) * 0.8 * (marked ? 0.8 : 0.5),
            Rule = "speaker",
        };
    }

    /// <summary>Who does an act that the issue expects of another party hardly takes a stance on this issue.</summary>
    private double AgentFactor(IssueMatch match, string party, Operator verb) =>
        verb.Group is OperatorGroup.Change or OperatorGroup.Modal && _lexicon.AgentOf(match.Issue) is { } agent && agent != party ? WrongAgent : 1;

    private void ReadSubject(Segment segment, WordRange clause, IssueMatch match, Voice? voice, Subject subject, List<Candidate> found)
    {
        Operator verb = subject.Operator.Operator;
        bool told = voice is not null;
        if ((told && subject.Has(voice!.Speaker.Party)) || verb.Group == OperatorGroup.Deed
            || (verb.Group == OperatorGroup.Modal && (verb.Act != Act.Commit || !told)))
        {
            return;
        }

        var own = new WordRange(Math.Min(subject.End, match.Words.Start), clause.End);
        Polarity polarity = PolarityReader.Read(_text, own, match.Words, match.Hits);
        foreach (PartyMention mention in subject.Mentions)
        {
            found.Add(new Candidate
            {
                Holder = new Holder(mention.Actor.Name, mention.Actor.PartyId, voice?.Speaker.Name),
                Match = match,
                Sign = polarity.Sign * match.Sign,
                Evidence = new WordRange(subject.Start, clause.End),
                Sentence = segment.Sentence,
                Operators = polarity.Operators,
                Attribution = voice?.Attribution,
                Confidence = AgentFactor(match, mention.Actor.PartyId, verb) * Math.Min(1.25, match.Score) * 0.8 * (verb.Group == OperatorGroup.Attitude ? 0.75 : 0.55),
                Rule = told ? "told of another" : "narrator",
            });
        }
    }

    /// <summary>Gives the condition to the positions beside it; what it asks for is wanted too, what it threatens is not.</summary>
    private void Attach(Condition condition, int first, Segment segment, Voice? voice, List<Candidate> found)
    {
        List<IssueMatch> named = _issues.Match(_text, condition.Words);
        int[] issues = [.. named.Select(m => m.Issue).Order()];
        int last = found.Count;
        Candidate? main = null;
        for (int i = first; i < last; i++)
        {
            if (found[i].Condition is null && !issues.Contains(found[i].Match.Issue))
            {
                bool turned = condition.IsExclusive && found[i].Sign < 0;
                found[i] = found[i] with
                {
                    Condition = condition.Words,
                    ConditionIssues = issues,
                    Sign = turned ? 1 : found[i].Sign,
                    IsThreat = !condition.IsExclusive && !condition.IsExchange,
                };
                main ??= found[i];
            }
        }

        if (main is null || voice is null || !(condition.IsExclusive || condition.IsExchange))
        {
            return;
        }

        foreach (IssueMatch match in named)
        {
            Polarity polarity = PolarityReader.Read(_text, condition.Words, match.Words, match.Hits);
            found.Add(main with
            {
                Match = match,
                Sign = polarity.Sign * match.Sign,
                Evidence = condition.Words,
                Sentence = segment.Sentence,
                Operators = polarity.Operators,
                Condition = null,
                ConditionIssues = [],
                IsThreat = false,
                Act = Act.Demand,
                Confidence = Math.Min(1.25, match.Score) * 0.8 * 0.5,
                Rule = "named as condition",
            });
        }
    }

    private static IEnumerable<WordRange> Outside(WordRange range, List<Condition> conditions)
    {
        int start = range.Start;
        foreach (Condition condition in conditions)
        {
            yield return new WordRange(start, Math.Max(start, condition.Words.Start));
            start = condition.Words.End;
        }

        yield return new WordRange(start, Math.Max(start, range.End));
    }
}
