using Demarche.Core.Attributions;
using Demarche.Core.Positions.Clauses;
using Demarche.Core.Positions.Issues;
using Demarche.Core.Positions.Stances;
using Demarche.Core.Positions.Subjects;
using Demarche.Core.Positions.Wording;

namespace Demarche.Core.Positions.Candidates;

/// <summary>Gives a condition to the positions beside it, and reads what the condition itself tells of its issues.</summary>
internal sealed class ConditionReading
{
    /// <summary>Words between a quotation and the narrator's condition on it: "he said,".</summary>
    private const int Gap = 4;

    /// <summary>What who makes one thing a condition of another does with both.</summary>
    private static readonly Operator Demanding = new(OperatorGroup.Attitude, 1, Act.Demand, 3);

    private readonly CodedText _text;
    private readonly IssueMatcher _issues;

    private readonly VoiceReader _voices;

    public ConditionReading(CodedText text, IssueMatcher issues, VoiceReader voices)
    {
        _text = text;
        _issues = issues;
        _voices = voices;
    }

    /// <summary>Applies <paramref name="condition"/> to the positions of its sentence, which start at <paramref name="first"/>.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="sentence">The sentence.</param>
    /// <param name="voice">Who states it, or null for the narrator: a speaker's condition binds only what the same speaker says.</param>
    /// <param name="first">Index of the sentence's first position.</param>
    /// <param name="found">All positions; changed in place.</param>
    public void Attach(Condition condition, WordRange sentence, Attribution? voice, int first, List<Candidate> found)
    {
        List<IssueMatch> named = _issues.Match(_text, condition.Words);
        if (condition.Kind == ConditionKind.Tie && named.Count == 0)
        {
            return;
        }

        int[] issues = [.. named.Select(m => m.Issue).Order()];
        int same = named.Count > 0 && named[0].Coverage > 0.99 ? named[0].Issue : -1;
        Candidate? main = Bind(condition, voice, issues, same, first, found);
        if (condition.IsTold)
        {
            return;
        }

        if (main is null && found.Count == first && condition.Kind == ConditionKind.Exclusive && voice is not null && named.Count > 0)
        {
            main = OfSpeaker(condition, named[0], voice);
        }
        else if (main is null && condition.Kind is ConditionKind.Before or ConditionKind.Tie && Required(condition, sentence, voice) is { } required)
        {
            main = condition.Kind == ConditionKind.Tie ? required with { Condition = condition.Words, ConditionIssues = issues } : required;
            found.Add(main);
        }

        if (main is not null && IsWanted(condition, main))
        {
            AddNamed(condition, named, main, found);
        }
        else
        {
            found.AddRange(Feared(condition, named, voice));
        }
    }

    /// <summary>"threatened to strike if the toll is raised": what the threat is to keep off is not wanted.</summary>
    private IEnumerable<Candidate> Feared(Condition condition, List<IssueMatch> named, Attribution? voice)
    {
        if (voice is null || condition.Kind != ConditionKind.Plain || named is not [var met, ..] || !_voices.Read(voice).Cues.Any(c => c.Operator.Act == Act.Threaten) || OfSpeaker(condition, met, voice) is not { } main)
        {
            return [];
        }

        Candidate feared = OfNamed(condition, met, main);
        return [feared with { Sign = -feared.Sign, Act = Act.Threaten }];
    }

    /// <summary>Whether what the condition names is wanted by whose position stands beside it: "if it comes", "not before it comes" tell nothing of that.</summary>
    private bool IsWanted(Condition condition, Candidate main) =>
        main is not { Attribution: null, Subject: null, IsOwnWords: false, Basis: not Basis.NamedAsCondition } && condition.Kind != ConditionKind.Plain
        && (condition.Kind != ConditionKind.Lasting || main.IsWaiting) && (condition.Kind != ConditionKind.Exclusive || _text.Words.Key(condition.Words.Start) != "befor");

    private void AddNamed(Condition condition, List<IssueMatch> named, Candidate main, List<Candidate> found)
    {
        foreach (IssueMatch match in named)
        {
            Candidate wanted = OfNamed(condition, match, main);
            if (condition.Kind != ConditionKind.Lasting || wanted.Operators.Any(o => o.Operator.Group == OperatorGroup.Negator))
            {
                found.Add(wanted);
            }
        }
    }

    /// <summary>Puts the positions beside the condition under it; the first of them, or null when it binds none.</summary>
    private Candidate? Bind(Condition condition, Attribution? voice, int[] issues, int same, int first, List<Candidate> found)
    {
        Candidate? main = null;
        int nearest = condition.Opens ? 0 : NearestEnd(condition.Words, first, found);
        for (int i = first; i < found.Count; i++)
        {
            bool beside = _voices.IsWithin(found[i].Attribution, voice) || (voice is null && IsBeside(condition.Words, found[i])) || IsToldBy(found[i], voice);
            bool bound = condition.Opens ? found[i].Evidence.Start >= condition.Words.End : found[i].Evidence.End == nearest;
            if (!beside || !bound)
            {
                continue;
            }

            if (condition.Kind == ConditionKind.Before)
            {
                main ??= found[i];
            }
            else if (found[i].Condition is null && found[i].Match.Issue != same && !IsTime(condition, found[i]))
            {
                found[i] = IsStruck(condition, found[i]) ? found[i] : Under(condition, issues, found[i]);
                main ??= found[i];
            }
        }

        return main;
    }

    /// <summary>"said the crews were ready to leave if they were paid": being ready is told inside what is said, and so is the condition on it.</summary>
    private bool IsToldBy(Candidate candidate, Attribution? voice) =>
        voice is not null && candidate.Attribution is not null && _voices.IsWithin(voice, candidate.Attribution)
        && (voice.SpeakerParty is null || voice.SpeakerParty == candidate.Holder.Party)
        && candidate.Evidence.Contains(_text.Words.RangeOf(voice.Cue[0]).Start);

    /// <summary>End of the last clause before the condition that tells a position: it is the one the condition binds.</summary>
    private static int NearestEnd(WordRange condition, int first, List<Candidate> found)
    {
        int nearest = -1;
        for (int i = first; i < found.Count; i++)
        {
            if (found[i].Evidence.End <= condition.Start)
            {
                nearest = Math.Max(nearest, found[i].Evidence.End);
            }
        }

        return nearest;
    }

    /// <summary>Whether next to nothing stands between them, leaving out who says it: "ready to sell, the minister said on Monday, if".</summary>
    private bool IsBeside(WordRange condition, Candidate candidate)
    {
        WordRange evidence = candidate.Evidence;
        WordRange between = condition.Start >= evidence.End ? new WordRange(evidence.End, condition.Start) : new WordRange(condition.End, evidence.Start);
        WordRange[] telling = [.. (candidate.Attribution is { } told ? told.Source.Concat(told.Cue) : []).Select(_text.Words.RangeOf)];
        int words = 0;
        for (int i = between.Start; i < between.End && words <= Gap; i++)
        {
            words += telling.Any(t => t.Contains(i)) ? 0 : 1;
        }

        return words <= Gap;
    }

    /// <summary>"kept it open for as long as it lasted": a span of time, where nothing is refused while it lasts.</summary>
    private bool IsTime(Condition condition, Candidate candidate) =>
        condition.Kind == ConditionKind.Lasting && candidate.Sign > 0 && condition.Words.Start > 0 && _text.Words.Key(condition.Words.Start - 1) == "for";

    /// <summary>"has agreed to lower it in return for grain": a bargain that is struck is no condition.</summary>
    private static bool IsStruck(Condition condition, Candidate candidate) =>
        condition.Kind == ConditionKind.Exchange
        && candidate.Operators.Any(o => o.Operator is { Group: OperatorGroup.Attitude or OperatorGroup.Change, Act: Act.Accept or Act.Commit })
        && !candidate.Operators.Any(o => o.Operator.Group == OperatorGroup.Modal || o.Operator.Act is Act.Offer or Act.Propose or Act.Demand or Act.Call or Act.Threaten);

    private Candidate Under(Condition condition, int[] issues, Candidate candidate)
    {
        bool waiting = condition.Kind == ConditionKind.Lasting && candidate.Sign < 0;
        bool turned = waiting || (condition.Kind == ConditionKind.Exclusive && candidate.Sign < 0);
        return candidate with
        {
            Condition = condition.Words,
            ConditionIssues = issues,
            Sign = turned ? 1 : candidate.Sign,
            IsWaiting = waiting,
            // "once it is signed we will end it" promises; "if it is signed we will end it" and "unless it is signed" threaten.
            IsThreat = _text.Words.Key(condition.Words.Start) is "if" or "in" or "should" || (!turned && _text.Words.Key(condition.Words.Start) == "unless"),
        };
    }

    /// <summary>"will not come back unless the runway is built": what is made a condition of something else is all that is wanted.</summary>
    private Candidate? OfSpeaker(Condition condition, IssueMatch match, Attribution voice)
    {
        Voice read = _voices.Read(voice);
        return read.Speaker.Party is null ? null : new Candidate
        {
            Holder = read.Speaker,
            Match = match,
            Sign = match.Sign,
            Evidence = condition.Words,
            Sentence = condition.Words,
            Operators = [],
            Attribution = voice,
            Basis = Basis.NamedAsCondition,
        };
    }

    /// <summary>"Norland made a withdrawal | a condition for talks": what is made the condition is wanted by who says so, or who makes it one.</summary>
    private Candidate? Required(Condition condition, WordRange sentence, Attribution? voice)
    {
        WordRange before = sentence with { End = condition.Words.Start };
        if (_issues.Match(_text, before) is not [IssueMatch match, ..])
        {
            return null;
        }

        Holder? holder = voice is null ? null : _voices.Read(voice).Speaker;
        for (int i = before.Start; i < match.Words.Start && holder?.Party is null; i++)
        {
            holder = _text.MentionAt(i) is { } mention && mention.Words.Start == i && SubjectFinder.CanAct(_text, mention, before.Start)
                ? new Holder(mention.Actor.Name, mention.Actor.PartyId, null)
                : null;
        }

        return holder?.Party is null ? null : new Candidate
        {
            Holder = holder,
            Match = match,
            Sign = PolarityReader.Read(_text, before, match.Words, match.Hits).Sign * match.Sign,
            Evidence = sentence with { End = condition.Words.End },
            Sentence = sentence,
            Operators = [new OperatorHit(condition.Words.Start, condition.Words.Start + 1, Demanding)],
            Attribution = voice,
            Act = Act.Demand,
            Basis = Basis.NamedAsCondition,
        };
    }

    /// <summary>What is asked for in exchange is wanted too; what has to wait for something else is wanted under this condition.</summary>
    private Candidate OfNamed(Condition condition, IssueMatch match, Candidate main)
    {
        Polarity polarity = PolarityReader.Read(_text, condition.Words with { Start = condition.Words.Start + 1 }, match.Words, match.Hits);
        bool waits = condition.Kind == ConditionKind.Before;

        // "no accord without a vote": the connective itself asks for what it names.
        bool isAsked = condition.Kind == ConditionKind.Exclusive && polarity.Operators.Count == 0;
        return main with
        {
            Match = match,
            // "as long as no dredging is promised": the end of it is what is wanted.
            Sign = polarity.Sign * match.Sign * (condition.Kind == ConditionKind.Lasting ? -1 : 1),
            Evidence = waits ? main.Evidence with { End = Math.Max(main.Evidence.End, condition.Words.End) } : condition.Words,
            Operators = waits ? main.Operators : isAsked ? [new OperatorHit(condition.Words.Start, condition.Words.Start + 1, Demanding)] : polarity.Operators,
            CueOperators = 0,
            Agreement = polarity.Agreement,
            Condition = waits ? new WordRange(Math.Min(main.Evidence.Start, condition.Words.Start), condition.Words.End) : null,
            ConditionIssues = waits ? [main.Match.Issue] : [],
            IsThreat = false,
            Act = Act.Demand,
            Basis = Basis.NamedAsCondition,
        };
    }
}
