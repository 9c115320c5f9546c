using Demarche.Core.Attributions;
using Demarche.Core.Positions.Candidates;
using Demarche.Core.Positions.Clauses;
using Demarche.Core.Positions.Stances;
using Demarche.Core.Positions.Wording;
using Demarche.Nlp;
using Demarche.Nlp.Text;

namespace Demarche.Core.Positions.Days;

/// <summary>Settles the day a position was voiced.</summary>
internal sealed class DateReader
{
    /// <summary>Characters between two statements of one speaker that are told in one breath: about two paragraphs of news. Set by hand.</summary>
    private const int OneBreath = 600;

    /// <summary>Words before a time that opens its sentence: "under the truce of". Set by hand.</summary>
    private const int Fronting = 4;

    private readonly CodedText _text;
    private readonly DateOnly? _published;
    private readonly ArticleDays _days;
    private readonly StandingReader _standing;
    private readonly IReadOnlyList<Attribution> _attributions;
    private readonly Dictionary<string, Attribution> _byId;

    public DateReader(CodedText text, Document document, IReadOnlyList<Attribution> attributions, DateOnly? published)
    {
        _text = text;
        _published = published;
        _days = new ArticleDays(text, document, published);
        _standing = new StandingReader(text, attributions);
        _attributions = attributions;
        _byId = attributions.ToDictionary(attribution => attribution.Id, StringComparer.Ordinal);
    }

    /// <summary>The day and what it rests on: a day named beside the cue, else the day of the event for a statement of the day; none for standing positions.</summary>
    public Dating Read(Candidate candidate)
    {
        TextSpan sentence = _text.Words.SpanOf(candidate.Sentence);
        Attribution? attribution = candidate.Attribution;
        TextSpan near = attribution is null ? sentence : SentenceOf(attribution, sentence);
        int before = ClauseBefore(attribution is null ? candidate.Subject?.Operator.Start ?? candidate.Match.Words.Start : _text.Words.RangeOf(attribution.Cue[0]).Start);
        bool isAttached = false;
        NamedTime? own = candidate.IsOwnWords ? null
            : attribution is null ? FirstOf(Times(near, before).Where(day => !IsOfAnother(day, candidate)))
            : Own(attribution, near, before, out isAttached);
        if (own is { } time && (isAttached || attribution is null || !IsRecalled(candidate, attribution)))
        {
            return time.Day is { } day && (attribution is null || !_standing.IsOwned(attribution))
                ? new Dating(day, "text", time.Value) { IsInPassing = before >= 0 }
                : new Dating(null, null, time.Day is null && isAttached ? time.Value : null) { IsInPassing = before >= 0 };
        }

        return before >= 0 ? new Dating { IsInPassing = true }
            : !IsOfTheDay(candidate) || _days.IsBackground(near.Start) ? default
            : OfTheDay(candidate);
    }

    /// <summary>The day of what names none of its own and is news.</summary>
    private Dating OfTheDay(Candidate candidate) =>
        // A letter, a resolution, a post: whatever day it names first, it is said on the day it was written or goes out.
        candidate.IsOwnWords || IsFirstPerson(candidate.Attribution) ? Told(_days.Written ?? _published)
            : candidate.Attribution is { } attribution && Before(attribution) is { } said ? new Dating(said, "text")
            : Told(_days.Event);

    // "We demand it", outside of quotation marks: whoever writes the text says it.
    private bool IsFirstPerson(Attribution? attribution) =>
        attribution is { ParentId: null, Kind: AttributionKind.Indirect, Source: [var source, ..] } && _text.Words.Key(_text.Words.IndexAt(source.Start)) is "we" or "i";

    private Dating Told(DateOnly? day) => new(day, day is null ? null : day == _published ? "published" : "text");

    /// <summary>The time that the sentence of the cue gives the statement: one that hangs on the cue, else the first day beside what is said.</summary>
    private NamedTime? Own(Attribution attribution, TextSpan near, int before, out bool isAttached)
    {
        WordRange cue = _text.Words.RangeOf(attribution.Cue[0]);
        foreach (NamedTime time in Times(near, before))
        {
            if (!_text.Tree.IsEmpty && (attribution.Content.Any(content => content.Contains(time.Span)) ? HangsRightOn(time, cue) : HangsOn(time, cue)))
            {
                isAttached = true;
                return time;
            }
        }

        isAttached = false;
        NamedTime? beside = FirstOf(Times(near, before).Where(time => !attribution.Content.Any(content => content.Contains(time.Span))));
        return beside is { Day: not null } || _text.Tree.IsEmpty ? beside : null;
    }

    /// <summary>The times named beside a statement: all of them, or those inside the clause of what went before.</summary>
    private IEnumerable<NamedTime> Times(TextSpan near, int before) =>
        _days.Within(near).Where(time => before < 0 || _text.Tree.IsUnder(_text.Tree.Top([.. Indices(_text.Words.RangeOf(time.Span))]), before));

    /// <summary>The verb of the "after" clause that a word stands in, "after Norland threatened": the day of the sentence is not its own; -1 when it stands in none.</summary>
    private int ClauseBefore(int word)
    {
        int node = _text.Tree.IsEmpty ? -1 : _text.Tree.Lead(word);
        for (int step = 0; step < ClauseTree.DeepestPath && node >= 0; step++)
        {
            if (_text.Tree.Relation(node) is "advcl" or "acl" && Dependents.HasCase(_text, node, "after"))
            {
                return node;
            }

            node = _text.Tree.Head(node);
        }

        return -1;
    }

    /// <summary>The first day; without one the first longer time.</summary>
    private static NamedTime? FirstOf(IEnumerable<NamedTime> times)
    {
        NamedTime? first = null;
        foreach (NamedTime time in times)
        {
            first = first is { Day: not null } || (first is not null && time.Day is null) ? first : time;
        }

        return first;
    }

    /// <summary>Whether the words of <paramref name="time"/> belong to the clause of the cue, and not to one beside or below it ("the rounds held in May").</summary>
    private bool HangsOn(NamedTime time, WordRange cue)
    {
        int telling = time.Day is null && !IsFronted(time) ? -1 : TopClauseOf(cue, time.Day is null);
        int node = _text.Tree.Top([.. Indices(_text.Words.RangeOf(time.Span))]);
        for (int step = 0; step < ClauseTree.DeepestPath && node >= 0; step++)
        {
            if (cue.Contains(node) || node == telling)
            {
                return true;
            }

            if (_text.Tree.Relation(node) is "acl" or "acl:relcl" or "advcl" or "ccomp" or "xcomp" or "csubj" or "parataxis" or "conj" or "root")
            {
                return false;
            }

            node = _text.Tree.Head(node);
        }

        return false;
    }

    /// <summary>"announced patrols in the strait on May 2": what stands at the end of the thing told, and yet belongs to the telling. "wants them for Sunday" is a wish.</summary>
    private bool HangsRightOn(NamedTime time, WordRange cue)
    {
        WordRange words = _text.Words.RangeOf(time.Span);
        int node = _text.Tree.Top([.. Indices(words)]);
        return time.Day is not null && node >= 0 && cue.Contains(_text.Tree.Head(node))
            && _text.Words.Key(words.Start - 1) is not ("for" or "by" or "until" or "till" or "befor" or "from" or "after" or "since" or "to");
    }

    /// <summary>"pays all who were employed on 1 March": the day of a relative clause in which nothing of the position stands is not the position's.</summary>
    private bool IsOfAnother(NamedTime time, Candidate candidate)
    {
        int node = _text.Tree.IsEmpty ? -1 : _text.Tree.Top([.. Indices(_text.Words.RangeOf(time.Span))]);
        for (int step = 0; step < ClauseTree.DeepestPath && node >= 0; step++)
        {
            if (_text.Tree.Relation(node) == "acl:relcl")
            {
                return !candidate.Match.Hits.Any(hit => _text.Tree.IsUnder(hit, node)) && !candidate.Operators.Any(hit => _text.Tree.IsUnder(hit.Start, node));
            }

            node = _text.Tree.Head(node);
        }

        return false;
    }

    /// <summary>"In May ...", "With April's accord ...": the time opens its sentence.</summary>
    private bool IsFronted(NamedTime time)
    {
        int at = _text.Words.IndexAt(time.Span.Start);
        int first = Math.Max(0, at - Fronting);
        for (int i = at - 1; i >= first; i--)
        {
            if (_text.Words.Key(i) is "." or "\n")
            {
                return true;
            }
        }

        return first == 0;
    }

    // "On Monday Orsk had given them a week, threatening ...": the day of the first verb is that of the one that goes with it.
    // "In May prices fell; Orsk cut its levy and promised ...": a longer time that opens a sentence holds for all that follows; a day may be the dateline's.
    private int TopClauseOf(WordRange cue, bool isLong)
    {
        int node = _text.Tree.Top([.. Indices(cue)]);
        for (int step = 0; step < ClauseTree.DeepestPath && node >= 0 && (_text.Tree.Relation(node) is "advcl" or "conj" || (isLong && _text.Tree.Relation(node) == "parataxis")); step++)
        {
            node = _text.Tree.Head(node);
        }

        return node;
    }

    private static IEnumerable<int> Indices(WordRange range) => Enumerable.Range(range.Start, range.Length);

    /// <summary>The day that the same speaker's words just before it were given, as "Berg had warned on Friday" gives it to "He wrote" behind it.</summary>
    private DateOnly? Before(Attribution attribution)
    {
        // "We demand it," she said: hers are the words that go on.
        if (attribution.ParentId is { } id && _byId.TryGetValue(id, out Attribution? outer) && outer.SpeakerParty == attribution.SpeakerParty)
        {
            attribution = outer;
        }

        if (attribution.Speaker is null)
        {
            return null;
        }

        int at = attribution.Cue[0].Start;
        for (int i = _attributions.Count - 1; i >= 0; i--)
        {
            Attribution earlier = _attributions[i];
            int cue = earlier.Cue[0].Start;
            if (cue >= attribution.Cue[0].Start || earlier.Speaker != attribution.Speaker || earlier.ParentId is not null)
            {
                continue;
            }

            if (at - cue > OneBreath)
            {
                return null;
            }

            at = cue;
            if (Own(earlier, SentenceOf(earlier, earlier.Cue[0]), ClauseBefore(_text.Words.RangeOf(earlier.Cue[0]).Start), out bool isAttached) is { } time && isAttached)
            {
                return time.Day;
            }
        }

        return null;
    }

    private TextSpan SentenceOf(Attribution attribution, TextSpan sentence)
    {
        int at = _text.Words.IndexAt(attribution.Cue[0].Start);
        if (sentence.Contains(attribution.Cue[0]) && sentence != attribution.Cue[0] || at >= _text.Words.Count)
        {
            return sentence;
        }

        // The cue's own sentence, cut at line ends and full stops, at most 60 words to either side.
        int start = at;
        while (start > 0 && at - start < 60 && _text.Words.Key(start - 1) is not ("\n" or "."))
        {
            start--;
        }

        int end = at + 1;
        while (end < _text.Words.Count && end - at < 60 && _text.Words.Key(end) is not ("\n" or "."))
        {
            end++;
        }

        return _text.Words.SpanOf(new WordRange(start, end));
    }

    /// <summary>Whether the report's own day is the day of the position: not for what stands, was said before, or is told of another in passing.</summary>
    private bool IsOfTheDay(Candidate candidate) => candidate switch
    {
        { Basis: Basis.ToldOfAnother or Basis.ToldByOutsider } => candidate.Subject is { } told && IsAnnounced(told.Operator.Start),
        { IsOwnWords: true } or { IsIntroduced: true } => true,
        { Attribution: { } attribution } => !_standing.IsStanding(attribution) && !IsRecalled(candidate, attribution),
        // "has banned flights" and "lifts the ban" are news; "wants a ban" stands.
        { Subject: { } subject } => (subject.Operator.Start > 0 && _text.Words.Key(subject.Operator.Start - 1) is "has" or "have")
            || (subject.Operator.Operator is { Group: OperatorGroup.Change } && FormAt(subject.Operator.Start).EndsWith('s'))
            || IsDone(subject.Operator.Start)
            || IsAnnounced(subject.Operator.Start)
            || IsHeadline(candidate.Sentence),
        _ => false,
    };

    /// <summary>What a speaker of another party recalls of the holder's words: "as Orsk put it, he said". Nobody tells its day.</summary>
    private bool IsRecalled(Candidate candidate, Attribution attribution) =>
        !candidate.IsJoint && attribution.ParentId is { } id && _byId.TryGetValue(id, out Attribution? outer)
        && outer.SpeakerParty is { } teller && teller != candidate.Holder.Party;

    // "Councillors throw out the plan": a first line without a full stop tells the news in the present tense.
    private bool IsHeadline(WordRange sentence) =>
        sentence.Start == 0 && sentence.End < _text.Words.Count && _text.Words.Key(sentence.End - 1) != "."
        && (_text.Words.Key(sentence.End) == "\n" || _text.Words.Key(sentence.End - 1) == "\n");

    // "Orsk will pay the rest by March", "undertakes to reopen": what is to be done is news from the day it is told; so is what "did not rule out" leaves open.
    private bool IsAnnounced(int word) =>
        FormAt(word) is "will" or "would" or "shall" or "undertakes" or "undertake" || (word > 0 && FormAt(word - 1) is "will" or "would" or "shall") || (word > 1 && _text.Words.Key(word - 1) == "not" && FormAt(word - 2) is "did");

    // "shelved the ban", "repeated her offer": what somebody did is news where no earlier time is named. "had shelved" and "was blocked" are not.
    private bool IsDone(int word) =>
        FormAt(word).EndsWith("ed")
        && (word == 0 || _text.Words.Key(word - 1) is not ("had" or "was" or "were" or "be" or "been" or "is" or "are" or "not"))
        && !_standing.IsRepeating(word - 1);

    private ReadOnlySpan<char> FormAt(int word) => _text.Words.Span(word).SliceOf(_text.Words.Text);
}
