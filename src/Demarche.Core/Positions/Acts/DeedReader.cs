using Demarche.Core.Positions.Candidates;
using Demarche.Core.Positions.Issues;
using Demarche.Core.Positions.Stances;
using Demarche.Core.Positions.Wording;

namespace Demarche.Core.Positions.Acts;

/// <summary>Tells who is to do the thing: the holder, who then commits himself, or another, of whom it is asked.</summary>
internal sealed class DeedReader
{
    /// <summary>Words from a verb back to its "will": "will not now be | lifted".</summary>
    private const int AuxiliaryReach = 5;

    /// <summary>Words before the evidence in which the obligation of an earlier member of the same list stands.</summary>
    private const int ObligationReach = 12;

    private readonly CodedText _text;
    private readonly IssueLexicon _lexicon;
    private readonly Candidate _candidate;

    public DeedReader(CodedText text, IssueLexicon lexicon, Candidate candidate)
    {
        _text = text;
        _lexicon = lexicon;
        _candidate = candidate;
    }

    /// <summary>Whether the deed is the holder's: its subject ("we will impose"), an infinitive ("to impose"), a word of intent, the cue itself ("signed").</summary>
    public bool IsOwn => !AskedDeed.Is(_text, _candidate) && (
        _candidate.Basis != Basis.Speaker || _candidate.Subject?.Has(_candidate.Holder.Party) == true
        || _text.Words.Key(_candidate.Evidence.Start) == "to"
        || _candidate.Operators.Any(o => o.Operator is { Group: OperatorGroup.Attitude or OperatorGroup.Modal, Act: Act.Commit } && !IsPassive(o))
        || (IsHoldersToDo && _candidate.Operators.Any(IsFuture))
        || IsToldFuture
        || Cues.Any(o => o.Operator.Act == Act.Commit));

    /// <summary>Whether the holder did it or says that it will: a deed whose verb is part of the matter.</summary>
    public bool IsDone => DoesIt || HasDoneIt || WillDoIt || IsUnderWay || TellsDeed;

    /// <summary>Whether it is asked of somebody without a word of asking: "lift it!", "that it be lifted", "must be lifted and the guards withdrawn", "told Norland to lift it".</summary>
    public bool IsAsked => !IsQuestion && (IsImperative || IsSubjunctive || SharesObligation || AskedDeed.Is(_text, _candidate));

    private IEnumerable<OperatorHit> Cues => _candidate.Operators.Skip(_candidate.Operators.Count - _candidate.CueOperators);

    // Questions ask nothing of anybody.
    private bool IsQuestion => _candidate.Evidence.End < _text.Words.Count && _text.Words.Key(_candidate.Evidence.End) == "?";

    /// <summary>The narrator tells a deed: "has banned flights"; "Norland's ban on flights" only names one.</summary>
    private bool DoesIt => _candidate is { Basis: Basis.Narrator, Subject.Operator: { Operator.Group: OperatorGroup.Change or OperatorGroup.Deed } verb }
        && (_text.Tree.IsEmpty || _text.Tree.Relation(_text.Tree.Lead(verb.Start)) is not ("obj" or "obl" or "nmod" or "nsubj" or "nsubj:pass" or "compound" or "appos"));

    /// <summary>"the ministry has closed the harbour", told by the ministry: no other is named who did it.</summary>
    private bool HasDoneIt
    {
        get
        {
            bool isOwn = _candidate is { Basis: Basis.Speaker, Sign: > 0, Match.Sign: > 0 } && _candidate.Subject?.Has(_candidate.Holder.Party) is not false;
            for (int i = _candidate.Evidence.Start; isOwn && i < _candidate.Match.Words.Start; i++)
            {
                isOwn = _text.MentionAt(i) is not { } mention || mention.Actor.PartyId == _candidate.Holder.Party;
            }

            int verb = _candidate.Match.Hits.FirstOrDefault(-1);
            return isOwn && verb > _candidate.Evidence.Start && _text.Words.Key(verb - 1) is "has" or "have" && _text.Words.Span(verb).Of(_text.Words.Text).EndsWith("ed", StringComparison.Ordinal);
        }
    }

    /// <summary>"The firm would appeal": a reported future whose verb is part of the matter; "the bill will go to parliament", told by those who bring it.</summary>
    private bool WillDoIt =>
        _candidate.Sign > 0 && !_candidate.Operators.Any(o => o.Operator.Group is OperatorGroup.Judgement or OperatorGroup.Effect or OperatorGroup.Negator)
        && (_candidate is { Subject.Operator.Operator: { Group: OperatorGroup.Modal, IsObligation: false } }
            || (_candidate.Operators.Any(IsFuture) && (_candidate.Subject?.Has(_candidate.Holder.Party) == true || IsHoldersToDo)) || IsToldToCome);

    /// <summary>"the bill would go to parliament", "the strait will stay open", told by a side: what it has in hand, where no other is named who brings it about.</summary>
    private bool IsToldToCome => _candidate is { Basis: Basis.Speaker, Subject: null, CueOperators: 0, Condition: null }
        && (_lexicon.AgentOf(_candidate.Match.Issue) is not { } agent || agent == _candidate.Holder.Party)
        && _candidate.Operators.Any(o => IsFuture(o) && _text.Words.Key(o.Start) is "will" or "would" or "shall" && !IsTellingWhatItIs(o.End))
        && !NamesAnother;

    /// <summary>"it would be", "it will prove": a view of it.</summary>
    private bool IsTellingWhatItIs(int verb) => verb < _text.Words.Count && _text.Words.Key(verb) is "be" or "mean" or "prove" or "show" or "require" or "need";

    private bool NamesAnother
    {
        get
        {
            bool names = false;
            for (int i = _candidate.Evidence.Start; i < _candidate.Match.Words.Start; i++)
            {
                names |= _text.MentionAt(i) is { } mention && mention.Actor.PartyId != _candidate.Holder.Party;
            }

            return names;
        }
    }

    // The codebook says who does it, and it is the holder.
    private bool IsHoldersToDo => _candidate.Subject is null && _candidate.Match.Sign > 0 && _lexicon.AgentOf(_candidate.Match.Issue) is { } agent && agent == _candidate.Holder.Party;

    /// <summary>"the order will be withdrawn", said by a side: where no other is named to do it, it is announced by those who do it.</summary>
    private bool IsToldFuture =>
        _candidate is { Basis: Basis.Speaker, Subject: null } && (_lexicon.AgentOf(_candidate.Match.Issue) is not { } agent || agent == _candidate.Holder.Party)
        && _candidate.Operators.Any(o => o.Operator.Group == OperatorGroup.Change && (IsAnnounced(o.Start) || HasBeenDone(o.Start))) && !NamesAnother;

    /// <summary>"the suit has been | dropped".</summary>
    private bool HasBeenDone(int verb) => verb >= 2 && _text.Words.Key(verb - 1) is "be" or "been" && _text.Words.Key(verb - 2) is "has" or "have";

    /// <summary>"it will be | lifted", "would now | lift it": nothing but auxiliaries and adverbs stands between, and the matter is what it is done to.</summary>
    private bool IsAnnounced(int verb)
    {
        WordText words = _text.Words;
        bool isDoneToIt = verb < _candidate.Match.Words.End;
        int at = verb - 1;
        while (at > 0 && verb - at < AuxiliaryReach && (words.Key(at) is "be" or "not" or "now" or "soon" or "also" || words.Span(at).Of(words.Text).EndsWith("ly", StringComparison.Ordinal)))
        {
            isDoneToIt |= words.Key(at) == "be";
            at--;
        }

        return isDoneToIt && at >= 0 && words.Key(at) is "will" or "shall" or "would";
    }

    /// <summary>"We are developing measures", "I am today closing it".</summary>
    private bool IsUnderWay
    {
        get
        {
            WordText words = _text.Words;
            int at = _candidate.Evidence.Start;
            int verb = at + 2;
            if (_candidate.Sign <= 0 || verb + 1 >= _candidate.Evidence.End || words.Key(at) is not ("we" or "i") || words.Span(at + 1).Of(words.Text) is not ("are" or "am" or "re" or "m"))
            {
                return false;
            }

            verb += words.Span(verb).Of(words.Text).EndsWith("ing", StringComparison.Ordinal) ? 0 : 1;
            return words.Span(verb).Of(words.Text).EndsWith("ing", StringComparison.Ordinal)
                && !_candidate.Operators.Any(o => o.Operator.Group is OperatorGroup.Attitude or OperatorGroup.Judgement or OperatorGroup.Negator);
        }
    }

    /// <summary>The cue is the deed, its verb part of the matter: "has closed the harbour".</summary>
    private bool TellsDeed
    {
        get
        {
            if (_candidate is not { Basis: Basis.Speaker, Attribution: { } attribution, Sign: > 0 })
            {
                return false;
            }

            WordRange cue = _text.Words.RangeOf(attribution.Cue[0]);
            return _candidate.Match.Hits.Any(cue.Contains) || Cues.Any(o => o.Operator is { Group: OperatorGroup.Change, Act: Act.Commit } or { Group: OperatorGroup.Deed });
        }
    }

    /// <summary>"Give us the runway": a bare verb opens what is said.</summary>
    private bool IsImperative
    {
        get
        {
            WordText words = _text.Words;
            int at = _candidate.Evidence.Start;
            return _candidate.Attribution is not null && _candidate.Subject is null && at > 0 && at + 1 < _candidate.Evidence.End
                && _text.OperatorAt(at) is { Operator.Group: OperatorGroup.Change } && (words.IsCapital(at) || words.Key(at - 1) is ":" or ",") && IsBare(words.Span(at).Of(words.Text))
                && words.Key(at + 1) is "the" or "this" or "that" or "it" or "us" or "our" or "all" or "your" or "their" or "a" or "an";
        }
    }

    /// <summary>"that it be lifted": "be" without an auxiliary.</summary>
    private bool IsSubjunctive
    {
        get
        {
            WordText words = _text.Words;
            for (int i = _candidate.Evidence.Start + 1; i < _candidate.Evidence.End; i++)
            {
                if (words.Span(i).Of(words.Text) == "be" && !IsAuxiliary(words.Key(i - 1)) && !IsAuxiliary(words.Key(Math.Max(0, i - 2))))
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>"must be lifted, the claims dropped and the ships returned": the obligation of the first holds for all.</summary>
    private bool SharesObligation
    {
        get
        {
            bool shares = false;
            for (int i = Math.Max(0, _candidate.Evidence.Start - ObligationReach); i < _candidate.Match.Words.End; i++)
            {
                string key = _text.Words.Key(i);
                shares |= _text.OperatorAt(i) is { Operator: { IsObligation: true, Act: Act.Demand } };
                shares &= key is not ("but" or "that" or "which" or "who" or "because" or "so" or ";" or ":" or "." or "will" or "would" or "is" or "are" or "was" or "were" or "has" or "to");
            }

            return shares && _candidate.Sign * _candidate.Match.Sign > 0;
        }
    }

    // "licences have been approved": by whom is not said.
    private bool IsPassive(OperatorHit hit) => hit.Operator.Group == OperatorGroup.Attitude && hit.Start > 0 && _text.Words.Span(hit.Start - 1).Of(_text.Words.Text) is "been" or "were" or "being"
        && _text.Words.Span(hit.Start).Of(_text.Words.Text).EndsWith("ed", StringComparison.Ordinal);

    private static bool IsFuture(OperatorHit hit) => hit.Operator is { Group: OperatorGroup.Modal, IsObligation: false };

    private static bool IsBare(string word) =>
        !word.EndsWith('s') && !word.EndsWith("ing", StringComparison.Ordinal) && !word.EndsWith("ed", StringComparison.Ordinal) && !word.EndsWith("ion", StringComparison.Ordinal);

    private static bool IsAuxiliary(string key) =>
        key is "to" or "will" or "would" or "shall" or "should" or "must" or "can" or "cannot" or "could" or "may" or "might" or "not" or "never" or "ll" or "d" or "let" or "ought";
}
