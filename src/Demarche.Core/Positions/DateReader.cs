using System.Globalization;
using Demarche.Core.Attributions;
using Demarche.Core.Positions.Candidates;
using Demarche.Core.Positions.Stances;
using Demarche.Core.Positions.Wording;
using Demarche.Nlp;
using Demarche.Nlp.Text;
using Demarche.Nlp.Times;

namespace Demarche.Core.Positions;

/// <summary>Settles the day a position was voiced.</summary>
internal sealed class DateReader
{
    private readonly CodedText _text;
    private readonly DateOnly? _published;
    private readonly List<(TextSpan Span, DateOnly Day)> _days = [];
    private readonly List<TextSpan> _months = [];
    private readonly DateOnly? _event;

    /// <summary>Words of a report's opening, in which the day of its event stands. Set by hand.</summary>
    private const int Opening = 70;

    /// <summary>Days a report may come after its event; an earlier day named in the opening is background. Set by hand.</summary>
    private const int LatestReport = 3;

    public DateReader(CodedText text, Document document, DateOnly? published)
    {
        _text = text;
        _published = published;
        foreach (TimeExpression time in document.Times)
        {
            if (time.Value.Length >= 10
                && DateOnly.TryParseExact(time.Value.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day))
            {
                _days.Add((time.Span, day));
            }
            else if (time.Value.Length is 4 or 7 && char.IsAsciiDigit(time.Value[^1]))
            {
                _months.Add(time.Span);
            }
        }

        _event = DayOfEvent();
    }

    /// <summary>The first day that the opening names, if the report followed it closely; else the first such day of the rest; else that of publication.</summary>
    private DateOnly? DayOfEvent()
    {
        DateOnly? later = null;
        foreach ((TextSpan span, DateOnly day) in _days)
        {
            if (_published is not { } published || day > published || published.DayNumber - day.DayNumber > LatestReport)
            {
                continue;
            }

            if (_text.Words.IndexAt(span.Start) < Opening)
            {
                return day;
            }

            later ??= day;
        }

        return later ?? _published;
    }

    /// <summary>The day and what it rests on: a day named beside the cue, else the day of publication for a statement of the day; none for standing positions.</summary>
    public (DateOnly? Day, string? Basis) Read(Candidate candidate)
    {
        TextSpan sentence = _text.Words.SpanOf(candidate.Sentence);
        Attribution? attribution = candidate.Attribution;
        TextSpan near = attribution is null ? sentence : SentenceOf(attribution, sentence);
        DateOnly? named = null;
        foreach ((TextSpan span, DateOnly day) in _days)
        {
            bool outside = attribution is null || !attribution.Content.Any(c => c.Contains(span));
            if (near.Contains(span) && outside && (_published is null || day <= _published))
            {
                named ??= day;
            }
        }

        if (named is not null)
        {
            return (named, "text");
        }

        return _event is null || IsLongAgo(near, attribution) || !IsOfTheDay(candidate) ? (null, null) : (_event, _event == _published ? "published" : "text");
    }

    private TextSpan SentenceOf(Attribution attribution, TextSpan sentence)
    {
        int at = _text.Words.IndexAt(attribution.Cue[0].Start);
        if (sentence.Contains(attribution.Cue[0]) || at >= _text.Words.Count)
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
        { Basis: Basis.ToldOfAnother or Basis.ToldByOutsider } => false,
        { Attribution: { } attribution } => !IsStanding(attribution),
        // "has banned flights" and "lifts the ban" are news; "wants a ban" stands.
        { Subject: { } subject } => (subject.Operator.Start > 0 && _text.Words.Key(subject.Operator.Start - 1) is "has" or "have")
            || (subject.Operator.Operator is { Group: OperatorGroup.Change } && FormAt(subject.Operator.Start).EndsWith('s')),
        _ => false,
    };

    private ReadOnlySpan<char> FormAt(int word) => _text.Words.Span(word).SliceOf(_text.Words.Text);

    // "has repeatedly said", "maintains", "was demanding", "its demand for": a stance that stands, voiced on no particular day.
    private bool IsStanding(Attribution attribution)
    {
        int cue = _text.Words.IndexAt(attribution.Cue[0].Start);
        int end = Math.Min(_text.Words.IndexAt(attribution.Cue[0].End), _text.Words.Count);
        for (int i = Math.Max(0, cue - 3); i < end; i++)
        {
            if (_text.Words.Key(i) is "had" or "maintain" or "earlier" or "previous" or "repeatedly" or "repeat" or "always" or "consist" or "long" or "still" or "past")
            {
                return true;
            }

            if (i > 0 && _text.Words.Span(i).Of(_text.Words.Text).EndsWith("ing", StringComparison.Ordinal)
                && _text.Words.Key(i - 1) is "is" or "are" or "was" or "were" or "be" or "been" or "not")
            {
                return true;
            }
        }

        return IsOwned(attribution, cue) || IsBefore(end)
            || (attribution.Type == AttributionType.Attitude && attribution.ParentId is null && !IsEvent(cue, end));
    }

    // "its demand for", "Norland's wish": a stance named by a noun.
    private bool IsOwned(Attribution attribution, int cue) =>
        attribution.Source is [TextSpan source] && source.End <= attribution.Cue[0].Start
        && (_text.Words.IsPossessive(Math.Max(0, _text.Words.IndexAt(source.End - 1))) || _text.Words.Key(cue - 1) is "it" or "its" or "their" or "his" or "her" or "our");

    // "demanded in the past that".
    private bool IsBefore(int at) =>
        at + 2 < _text.Words.Count && _text.Words.Key(at) == "in" && _text.Words.Key(at + 2) is "past" or "year";

    // "agreed to", "decided": an attitude that began on a day.
    private bool IsEvent(int cue, int end)
    {
        for (int i = cue; i < end; i++)
        {
            if (_text.OperatorAt(i) is { Operator.Act: Act.Accept or Act.Reject or Act.Commit or Act.Refuse or Act.Propose } && FormAt(i).EndsWith("ed"))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the telling sentence names a month or year and no day: "in February", "last year".</summary>
    private bool IsLongAgo(TextSpan near, Attribution? attribution) =>
        _months.Exists(span => near.Contains(span) && (attribution is null || !attribution.Content.Any(c => c.Contains(span))));
}
