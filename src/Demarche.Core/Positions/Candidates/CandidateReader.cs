using System.Runtime.InteropServices;
using Demarche.Core.Attributions;
using Demarche.Core.Parties;
using Demarche.Core.Positions.Clauses;
using Demarche.Core.Positions.Issues;
using Demarche.Core.Positions.References;
using Demarche.Core.Positions.Stances;
using Demarche.Core.Positions.Subjects;
using Demarche.Core.Positions.Wording;
using Demarche.Nlp.Text;

namespace Demarche.Core.Positions.Candidates;

/// <summary>Reads the positions of one sentence: for each clause the issues it names, whose stance to them it tells and which.</summary>
internal sealed class CandidateReader
{
    /// <summary>Longest clause that may only point back, in words; a longer one has a matter of its own.</summary>
    private const int LongestPointing = 30;

    /// <summary>Share of a phrase from which on a clause names a matter of its own and points back to none.</summary>
    private const double MostNamed = 0.75;

    private readonly CodedText _text;
    private readonly IssueMatcher _issues;
    private readonly IssueLexicon _lexicon;
    private readonly ConditionFinder _conditions;
    private readonly VoiceReader _voices;
    private readonly RecentMatters _recent;
    private readonly PointerReader _pointers;
    private readonly AnswerReading _answers;
    private readonly AttachedReading _attached;
    private readonly FollowOnReading _following;
    private ActorMatch? _named;

    public CandidateReader(CodedText text, IssueLexicon lexicon, ConditionFinder conditions, VoiceReader voices, PointerReader pointers)
    {
        _text = text;
        _lexicon = lexicon;
        _issues = new IssueMatcher(lexicon);
        _conditions = conditions;
        _voices = voices;
        _pointers = pointers;
        _recent = new RecentMatters(text, lexicon.Meanings);
        _answers = new AnswerReading(text, _issues, voices);
        _attached = new AttachedReading(text, _issues);
        _following = new FollowOnReading(text, voices);
    }

    /// <summary>Adds the positions told in the segments of one sentence to <paramref name="found"/>.</summary>
    public void Read(IReadOnlyList<Segment> sentence, List<Candidate> found)
    {
        List<Condition> conditions = [.. _conditions.Find(_text, sentence[0].Sentence).Select(c => Within(c, sentence))];
        int first = found.Count;
        ActorMatch? meant = MeantBy(sentence[0].Sentence);
        foreach (Segment segment in sentence)
        {
            Voice? voice = _voices.Of(segment);
            foreach (WordRange part in Outside(segment.Words, conditions))
            {
                foreach (WordRange clause in ClauseSplitter.Split(_text, part))
                {
                    ReadJudged(segment, clause, voice, meant, found);
                }
            }

            _attached.Read(segment, voice, found);
        }

        if (found.Count == first && _following.Of(sentence) is { } voiceBefore)
        {
            ReadOn(sentence[0], voiceBefore, conditions, meant, found);
        }

        Remember(sentence);
        _following.Remember(sentence);
        var attaching = new ConditionReading(_text, _issues, _voices);
        foreach (Condition condition in conditions)
        {
            Attribution? voice = sentence.FirstOrDefault(s => s.Words.Contains(condition.Words.Start))?.Attribution;
            attaching.Attach(condition, sentence[0].Sentence, voice, first, found);
        }

        EchoReading.Read(_text, sentence, found);
        _answers.Read(sentence, first, found);
    }

    /// <summary>"Berg said it was late. The ferry must sail.": a sentence that gives nobody's stance by itself goes on with the speaker's.</summary>
    private void ReadOn(Segment segment, Voice voice, List<Condition> conditions, ActorMatch? meant, List<Candidate> found)
    {
        var read = new List<Candidate>();
        foreach (WordRange part in Outside(segment.Words, conditions))
        {
            foreach (WordRange clause in ClauseSplitter.Split(_text, part))
            {
                ReadClause(segment, clause, voice, meant, read);
            }
        }

        found.AddRange(read.Where(_following.IsView).Select(candidate => candidate with { FollowsOn = true }));
    }

    /// <summary>"if its boats lose their licences, Orsk warned after Berg said ...": the condition ends where it is told who states it.</summary>
    private Condition Within(Condition condition, IReadOnlyList<Segment> sentence)
    {
        int end = condition.Words.End;
        foreach (Attribution attribution in sentence.Select(s => s.Attribution).OfType<Attribution>().Distinct())
        {
            foreach (TextSpan span in attribution.Source.Concat(attribution.Cue))
            {
                int start = _text.Words.RangeOf(span).Start;
                start -= start > 0 && _text.Words.Key(start - 1) is "the" ? 1 : 0;
                bool told = start > condition.Words.Start + 1 && start < end
                    && (_text.Words.Key(start - 1) == "," || (_text.Words.Key(start - 1) is "\"" or "\u201d" && _text.Words.Key(start - 2) == ","));
                end = told ? start - 1 : end;
            }
        }

        // "Holm said Suderia must pay, otherwise ...": what is asked for begins where the words do that ask for it.
        int begin = condition is { IsTold: true, Opens: true } && sentence.FirstOrDefault(s => s.Words.Contains(condition.Words.End - 1)) is { } asking
            ? Math.Max(condition.Words.Start, asking.Words.Start)
            : condition.Words.Start;
        return condition with { Words = new WordRange(begin, end) };
    }

    /// <summary>Reads a clause without the verdict that another gives on it, and what that other stands for.</summary>
    private void ReadJudged(Segment segment, WordRange clause, Voice? voice, ActorMatch? meant, List<Candidate> found)
    {
        if (voice?.Attribution is not { } told || _voices.Around(told) is not { Speaker.Party: { } judge } outer || judge == voice.Speaker.Party
            || WordsJudged.Find(_text, segment, voice, outer) is not { } judged)
        {
            ReadClause(segment, clause, voice, meant, found);
            return;
        }

        int first = found.Count;
        WordRange asked = clause with { End = Math.Min(clause.End, judged.Words.End) };
        if (asked.End > asked.Start)
        {
            ReadClause(segment with { Words = judged.Words }, asked, voice, meant, found);
        }

        foreach (Candidate candidate in found.Skip(first).Where(c => c.Holder.Party == voice.Speaker.Party).ToList())
        {
            found.Add(candidate with
            {
                Holder = outer.Speaker,
                Sign = candidate.Sign * judged.Sign,
                Evidence = new WordRange(voice.Cue.Start, judged.Verdict.End),
                Operators = [judged.Verdict],
                CueOperators = 0,
                Attribution = outer.Attribution,
                Basis = Basis.OfAnothersWords,
            });
        }
    }

    private void ReadClause(Segment segment, WordRange clause, Voice? voice, ActorMatch? meant, List<Candidate> found)
    {
        List<IssueMatch> matches = _issues.Match(_text, clause, Around(segment, voice));
        if (Pointed(clause, voice, matches) is { } reference)
        {
            matches.Add(reference);
        }

        int first = found.Count;
        ActorMatch? speaker = voice is null ? meant : voice.Speaker.Party is { } party ? new ActorMatch(voice.Speaker.Name, party, true) : null;
        bool isQuoted = voice is { Attribution: null or { Kind: AttributionKind.Direct } };
        List<Subject?> subjects = [.. matches.Select(m => IsToldConsequence(clause, m, voice) ? null
            : TreeSubject.Find(_text, segment.Words, m.Hits, speaker, isQuoted) ?? SubjectFinder.Find(_text, clause, m.Words, speaker, isQuoted))];
        List<(IssueMatch Match, Subject? Subject)> fitting = Fitting(clause, matches, subjects, speaker, isQuoted);
        foreach ((IssueMatch match, Subject? subject) in fitting)
        {
            if (voice is not null)
            {
                Add(SpeakerReading.Read(_text, segment, clause, match, voice, subject), found);
                if (voice.Attribution is { } told && !_voices.IsDenied(told) && OnWords(segment, clause, match, voice, told) is { } onThem)
                {
                    Add([onThem], found);
                }
            }

            if (subject is not null)
            {
                Add(SubjectReading.Read(_text, segment, clause, match, voice, subject).Where(c => !IsCharge(c)), found);
            }
        }

        _recent.Remember([.. fitting.Select(m => m.Match)], clause, CollectionsMarshal.AsSpan(found)[first..]);
    }

    /// <summary>"must sign it to avoid new tolls", said of another: the speaker's view of what would come.</summary>
    private bool IsToldConsequence(WordRange clause, IssueMatch match, Voice? voice) => voice is not null && Consequence.VerbBefore(_text.Words, clause.Start, match) >= 0;

    /// <summary>"Norland raised | the tolls | on Suderian barges": a cue that is a deed belongs to what is done, and so does all behind it; null where the cue tells.</summary>
    private static WordRange? Around(Segment segment, Voice? voice) =>
        voice is not null && segment.Sentence.Contains(voice.Cue) && voice.Cues.Any(c => c.Operator.Group == OperatorGroup.Change) ? segment.Sentence : null;

    private Candidate? OnWords(Segment segment, WordRange clause, IssueMatch match, Voice voice, Attribution told) =>
        _voices.Around(told) is { } outer
            ? OuterReading.Read(_text, segment, clause, match, voice, outer)
            : OuterReading.ReadNarrated(_text, segment, clause, match, voice);

    /// <summary>The matters without those that another issue names with the same words and with the right party for its agent.</summary>
    private List<(IssueMatch Match, Subject? Subject)> Fitting(WordRange clause, List<IssueMatch> matches, List<Subject?> subjects, ActorMatch? speaker, bool isQuoted)
    {
        List<AgentFit> fits = [.. matches.Select((m, i) => AgentFit.Read(_text, clause, m, subjects[i], speaker, isQuoted))];
        AddMirrors(clause, matches, subjects, fits);
        bool?[] wrong = [.. matches.Select((m, i) => fits[i].IsWrong(_lexicon.AgentOf(m.Issue)))];
        var kept = new List<(IssueMatch, Subject?)>();
        for (int i = 0; i < matches.Count; i++)
        {
            int[] hits = matches[i].Hits;
            bool displaced = wrong[i] == true && Enumerable.Range(0, matches.Count).Any(j => wrong[j] == false && matches[j].Hits.Any(hits.Contains));
            if (!displaced)
            {
                kept.Add((matches[i] with { RuledOut = wrong[i] == false ? fits[i].RuledOut(_lexicon) : [] }, subjects[i]));
            }
        }

        if (kept.Count == matches.Count)
        {
            return kept;
        }

        List<IssueMatch> settled = IssueMatcher.Settle(kept.Select(k => k.Item1));
        return [.. kept.Select(k => (settled.Find(m => m.Issue == k.Item1.Issue)!, k.Item2))];
    }

    /// <summary>"Suderia removed its duties", where the codebook has "retaliatory duties" for Suderia's and "duties" for Norland's: what cannot be Norland's is Suderia's.</summary>
    private void AddMirrors(WordRange clause, List<IssueMatch> matches, List<Subject?> subjects, List<AgentFit> fits)
    {
        for (int i = matches.Count - 1; i >= 0; i--)
        {
            if (fits[i].Doer is not { } doer || fits[i].IsWrong(_lexicon.AgentOf(matches[i].Issue)) is not true)
            {
                continue;
            }

            foreach (int issue in _lexicon.MirrorsOf(matches[i].Issue, doer).Where(issue => !matches.Exists(m => m.Issue == issue)))
            {
                if (_issues.ByNoun(_text, clause, matches[i], issue) is { } mirror)
                {
                    matches.Add(mirror);
                    subjects.Add(subjects[i]);
                    fits.Add(fits[i]);
                }
            }
        }
    }

    /// <summary>Whom the "it" or "she" at the start of a sentence means: the one of the sentence before, a person or not.</summary>
    private ActorMatch? MeantBy(WordRange sentence)
    {
        for (int i = sentence.Start; i < Math.Min(sentence.End, sentence.Start + 2); i++)
        {
            switch (_text.Words.Key(i))
            {
                case "he" or "she":
                    return _named is { IsPerson: true } ? _named : null;
                case "it" or "they":
                    return _named is { IsPerson: false } ? _named : null;
            }
        }

        return null;
    }

    /// <summary>Keeps whom a reader has in mind: who speaks in the sentence, else who is named first in it.</summary>
    private void Remember(IReadOnlyList<Segment> sentence)
    {
        WordRange range = sentence[0].Sentence;
        bool isPronoun = MeantBy(range) is not null;
        for (int i = range.Start; i < range.End && !isPronoun; i++)
        {
            if (_text.MentionAt(i) is { } mention && mention.Words.Start == i && SubjectFinder.CanAct(_text, mention, range.Start))
            {
                _named = mention.Actor;
                return;
            }
        }
    }

    /// <summary>What the clause points back to, where it names no matter whole itself.</summary>
    private IssueMatch? Pointed(WordRange clause, Voice? voice, List<IssueMatch> matches)
    {
        bool isReported = voice?.Attribution is { Kind: not AttributionKind.Direct };
        if (clause.Length > LongestPointing || matches.Exists(m => m.Coverage > MostNamed) || _pointers.Find(_text, clause, isReported) is not { } pointer)
        {
            return null;
        }

        // "the move" fits half of a phrase such as "industrial action": it points back all the same.
        matches.RemoveAll(m => m.Hits.All(pointer.Words.Contains));
        return _recent.Find(pointer) is { } meant && !matches.Exists(m => m.Issue == meant.Issue) ? meant : null;
    }

    /// <summary>Whether something is made of what is only pointed back to: it is wanted, judged, done or left.</summary>
    private static bool Tells(Candidate candidate) =>
        candidate.Match.Reference is not { } reference || reference.Kind == PointerKind.Deed
        || candidate.Operators.Any(o => o.Operator.Group is OperatorGroup.Attitude or OperatorGroup.Judgement or OperatorGroup.Change or OperatorGroup.Deed or OperatorGroup.Effect);

    private void Add(IEnumerable<Candidate> candidates, List<Candidate> found)
    {
        foreach (Candidate candidate in candidates.Where(Tells))
        {
            Candidate told = Consequence.Read(_text, _lexicon, Blamed(IsOwnRedLine(candidate) ? candidate with { Sign = -candidate.Sign, Act = Act.Commit } : candidate));
            if (!OthersDeed.IsOfThem(_text, told))
            {
                found.Add(told with { IsWrongAgent = IsWrongAgent(told) });
            }
        }
    }

    /// <summary>"Norland started the blockade", said by a Suderian: a blow that another is said to deal is a charge, and no stance of the one charged.</summary>
    private bool IsCharge(Candidate candidate) =>
        candidate is { Basis: Basis.ToldOfAnother, Sign: > 0 } && _lexicon.IsHarmful(candidate.Match)
        && candidate.Operators.Count > 0 && candidate.Operators.All(o => o.Operator is { Group: OperatorGroup.Change, Sign: > 0 });

    /// <summary>"they have set up new barriers against us": who only tells of a blow that falls on its own side blames the other for it.</summary>
    private Candidate Blamed(Candidate candidate)
    {
        bool tells = candidate is { Basis: Basis.Speaker, Sign: > 0, Act: null } && candidate.Match.Sign > 0
            && candidate.Operators.All(o => o.Operator is { Group: OperatorGroup.Change, Sign: > 0 } or { Group: OperatorGroup.Deed })
            && candidate.Subject?.Has(candidate.Holder.Party) is not true;
        return tells && _lexicon.IsSuffered(candidate.Match, candidate.Holder.Party) ? candidate with { Sign = -1, Act = Act.Accuse } : candidate;
    }

    /// <summary>"The levy is a red line for us", said by those who raise it: they will not give it up.</summary>
    private bool IsOwnRedLine(Candidate candidate) =>
        candidate.Sign < 0 && candidate.Match.Sign > 0 && candidate.Holder.Party is { } party && _lexicon.AgentOf(candidate.Match.Issue) == party
        && _lexicon.IsHarmful(candidate.Match) && candidate.Operators.Any(hit => _text.Words.Key(hit.Start) == "red");

    /// <summary>Who does an act that the issue expects of another party hardly takes a stance on this issue.</summary>
    private bool IsWrongAgent(Candidate candidate) =>
        candidate.Subject is { } subject && subject.Has(candidate.Holder.Party)
        && subject.Operator.Operator.Group is OperatorGroup.Change or OperatorGroup.Modal
        && _lexicon.AgentOf(candidate.Match.Issue) is { } agent && agent != candidate.Holder.Party;

    private static IEnumerable<WordRange> Outside(WordRange range, List<Condition> conditions)
    {
        int start = range.Start;
        foreach (Condition condition in conditions.Where(c => !c.IsTold))
        {
            if (condition.Words.End > start && condition.Words.Start < range.End)
            {
                yield return new WordRange(start, Math.Max(start, condition.Words.Start));
                start = condition.Words.End;
            }
        }

        yield return new WordRange(start, Math.Max(start, range.End));
    }
}
