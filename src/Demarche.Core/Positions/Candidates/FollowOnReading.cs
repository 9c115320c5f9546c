using Demarche.Core.Attributions;
using Demarche.Core.Positions.Stances;
using Demarche.Core.Positions.Wording;

namespace Demarche.Core.Positions.Candidates;

/// <summary>
/// Tells who goes on speaking in a sentence that attributes nothing: "Berg said the ferry was full. A second boat was needed." One article, in text order.
/// </summary>
internal sealed class FollowOnReading
{
    /// <summary>Sentences after the speaker's own that may still be the speaker's. Chosen by us: the view rarely runs on longer without a new cue.</summary>
    private const int Reach = 3;

    private readonly CodedText _text;
    private readonly VoiceReader _voices;
    private Voice? _last;
    private int _end;
    private int _distance;

    public FollowOnReading(CodedText text, VoiceReader voices)
    {
        _text = text;
        _voices = voices;
    }

    /// <summary>Whose view a sentence without a voice of its own may go on with: the only speaker of those right before it in its paragraph; else null.</summary>
    public Voice? Of(IReadOnlyList<Segment> sentence)
    {
        WordRange range = sentence[0].Sentence;
        bool isNarrated = sentence.Count == 1 && _voices.Of(sentence[0]) is null && sentence[0].Words == range;
        return isNarrated && _last?.Speaker.Party is not null && _distance < Reach && IsNextTo(range.Start) && !IsAsked(range) ? _last : null;
    }

    /// <summary>Keeps who speaks in <paramref name="sentence"/>, and forgets the one before where another party is named.</summary>
    public void Remember(IReadOnlyList<Segment> sentence)
    {
        WordRange range = sentence[0].Sentence;
        Attribution[] told = [.. sentence.Select(segment => segment.Attribution).OfType<Attribution>().Distinct()];
        if (told.Length > 0)
        {
            Voice[] voices = [.. told.Where(attribution => attribution.ParentId is null || told.All(other => other.Id != attribution.ParentId)).Select(_voices.Read)];
            _last = voices.Length > 0 && voices.All(voice => voice.Speaker.Party == voices[0].Speaker.Party && !voice.IsSilent) ? voices[^1] : null;
            _distance = 0;
        }
        else if (!IsNextTo(range.Start) || NamesAnother(range))
        {
            _last = null;
        }
        else
        {
            _distance++;
        }

        _end = range.End;
    }

    /// <summary>Whether a position read in such a sentence is a view: an obligation, a will, a verdict on the matter; not a fact, nor what another party wants.</summary>
    public bool IsView(Candidate candidate)
    {
        bool isAsked = candidate.Operators.Any(hit => hit.Operator.IsObligation);
        bool isVerdict = !NamesAnother(candidate.Sentence) && candidate.Operators.Any(hit => hit.Operator.Group is OperatorGroup.Judgement or OperatorGroup.Effect
            || (hit.Operator.Group == OperatorGroup.Attitude && hit.Start >= candidate.Match.Words.End)
            || _text.Words.Span(hit.Start).SliceOf(_text.Words.Text) is "would" or "could");
        return candidate.Basis is Basis.Speaker or Basis.JointSpeaker && !IsWondered(candidate) && (isAsked || (isVerdict && candidate.Subject?.Has(candidate.Holder.Party) is not false));
    }

    // "Nobody knows what the ferry costs": what is wondered is no view.
    private bool IsWondered(Candidate candidate) => Enumerable.Range(candidate.Evidence.Start, candidate.Evidence.Length).Any(i => _text.Words.Key(i) is "what" or "how" or "why" or "whether");

    private bool IsNextTo(int word)
    {
        for (int i = Math.Max(0, _end - 1); i < word; i++)
        {
            if (_text.Words.Key(i) == "\n")
            {
                return false;
            }
        }

        return _end > 0 && _text.Words.Key(word) != "\n";
    }

    private bool IsAsked(WordRange sentence) => _text.Words.Key(sentence.End - 1) == "?" || (sentence.End < _text.Words.Count && _text.Words.Key(sentence.End) == "?");

    private bool NamesAnother(WordRange sentence)
    {
        for (int i = sentence.Start; i < sentence.End; i++)
        {
            if (_text.MentionAt(i) is { } mention && mention.Actor.PartyId != _last?.Speaker.Party)
            {
                return true;
            }
        }

        return false;
    }
}
