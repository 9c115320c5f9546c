using Demarche.Core.Attributions;
using Demarche.Core.Parties;
using Demarche.Core.Positions.Candidates;
using Demarche.Core.Positions.Stances;
using Demarche.Core.Positions.Subjects;
using Demarche.Core.Positions.Wording;
using Demarche.Nlp.Text;

namespace Demarche.Core.Positions;

/// <summary>Settles for each attribution who holds what it says: the speaker, or the one the speaker tells of.</summary>
internal sealed class VoiceReader
{
    /// <summary>How far before a cue a negator or adverb still belongs to it, in words.</summary>
    private const int CueReach = 3;

    /// <summary>Deepest nesting of "we" in the words of others or of a condition on them that is followed outwards.</summary>
    private const int DeepestNesting = 4;

    /// <summary>What turning down a telling comes to.</summary>
    private static readonly Operator Untrue = new(OperatorGroup.Attitude, -1, Act.Deny, 3);

    /// <summary>What is told of another only to be denied.</summary>
    private static readonly Operator Unsaid = new(OperatorGroup.Silence, 1, null, 0);

    private readonly CodedText _text;
    private readonly Codebook _codebook;
    private readonly Dictionary<string, Attribution> _byId = new(StringComparer.Ordinal);
    private readonly (WordRange Words, Voice Voice)[] _own;
    private readonly (WordRange Words, Voice Voice)[] _lists;

    public VoiceReader(CodedText text, Codebook codebook, IReadOnlyList<Attribution> attributions, IReadOnlyList<OwnWords> own)
    {
        _text = text;
        _codebook = codebook;
        _own = [.. own.Select(words => (text.Words.RangeOf(words.Span), Of(words.Speaker)))];
        _lists = OpenedLists.Find(text, word => OwnAt(word));
        foreach (Attribution attribution in attributions)
        {
            _byId[attribution.Id] = attribution;
        }
    }

    /// <summary>The voice of <paramref name="segment"/>: who is told to say it, or whose own text it stands in; null for a report's narrator.</summary>
    public Voice? Of(Segment segment) => segment.Attribution is { } attribution ? Read(attribution) : At(_lists, segment.Words.Start) ?? OwnAt(segment.Words.Start);

    private Voice? OwnAt(int word) => At(_own, word);

    private static Voice? At((WordRange Words, Voice Voice)[] stretches, int word)
    {
        int at = Sorted.FirstFrom(stretches, word + 1, stretch => stretch.Words.End);
        return at < stretches.Length && stretches[at].Words.Contains(word) ? stretches[at].Voice : null;
    }

    private static Voice Of(Speaker speaker)
    {
        Holder[] holders = [.. (speaker.Members.Count > 0 ? speaker.Members : [speaker]).Select(member => new Holder(member.Name, member.PartyId, null))];
        return new Voice(null, holders[0], 1, [], new WordRange(0, 0), holders[1..]);
    }

    /// <summary>The voice of <paramref name="attribution"/>.</summary>
    public Voice Read(Attribution attribution)
    {
        WordRange cue = _text.Words.RangeOf(attribution.Cue[0]);
        var hits = new List<OperatorHit>();
        int sign = 1;
        int from = cue.Start;
        while (from > 0 && from > cue.Start - CueReach && _text.Words.Key(from - 1) is not ("." or ";" or ":" or "?" or "!" or "\n"))
        {
            from--;
        }

        for (int i = from; i < cue.End; i++)
        {
            // "noted cynically that": how the outlet likes the words is no stance of the speaker's.
            if (_text.OperatorAt(i) is not { } hit || (i > from && hit.Start != i) || hit.Operator.Group is OperatorGroup.Judgement or OperatorGroup.Effect)
            {
                continue;
            }

            if (i >= cue.Start || hit.End > cue.Start || hit.Operator.Group == OperatorGroup.Negator)
            {
                hits.Add(hit);
                sign *= hit.Operator.Sign;
            }
        }

        if (TakenBackAt(cue, attribution) is { } back)
        {
            hits.Add(back);
            sign = -sign;
            if (NegationOf(back.Start) is { } kept)
            {
                hits.Add(kept);
                sign = -sign;
            }
        }

        Holder speaker = SpeakerOf(attribution);
        if (Denying(attribution) is { } outer)
        {
            bool isOwn = outer.Speaker.Party == speaker.Party;
            hits.AddRange(isOwn ? outer.Cues.Select(hit => hit.Operator.Act == Act.Reject ? hit with { Operator = Untrue } : hit) : [new OperatorHit(cue.Start, cue.End, Unsaid)]);
            sign *= isOwn ? outer.Sign : 1;
        }

        // "declined to say whether Suderia would accept it": what the one is silent about is not told of the other.
        hits.AddRange(Around(attribution)?.Cues.Where(c => c.Operator.Group == OperatorGroup.Silence) ?? []);
        return new Voice(attribution, speaker, sign, hits, cue, PartnersOf(attribution, speaker));
    }

    /// <summary>"dropped its demand for", "went back on the promise of", "dismissed calls for": the verb that ends or turns down what the cue's noun tells; else null.</summary>
    private OperatorHit? TakenBackAt(WordRange cue, Attribution attribution)
    {
        if (_text.Tree.IsEmpty || _text.OperatorAt(cue.Start) is not { Operator.Group: OperatorGroup.Attitude } told)
        {
            return null;
        }

        int noun = _text.Tree.Lead(cue.Start);
        int verb = _text.Tree.Head(noun);
        // "shrugged off Orsk's criticism of": whose words another turns down keeps them.
        bool isOwn = verb >= 0 && attribution.Source is [TextSpan source, ..] && source.End <= _text.Words.Span(verb).Start;
        return verb >= 0 && verb < noun && _text.Tree.Relation(noun) is "obj" or "obl" && _text.OperatorAt(verb) is { Operator.Sign: < 0 } hit && hit.Start != told.Start
            && (hit.Operator.Group is OperatorGroup.Change or OperatorGroup.Deed || (isOwn && hit.Operator.Group == OperatorGroup.Attitude)) ? hit : null;
    }

    /// <summary>"has not given up its plans": what is not ended stands.</summary>
    private OperatorHit? NegationOf(int verb)
    {
        foreach (int child in _text.Tree.Children(_text.Tree.Lead(verb)))
        {
            if (_text.Tree.Relation(child) is "advmod" or "mark" && _text.OperatorAt(child) is { Operator.Group: OperatorGroup.Negator } hit)
            {
                return hit;
            }
        }

        return null;
    }

    /// <summary>Whether the voice around an attribution says of another party that it is not so: "rejected claims that Norland had agreed".</summary>
    public bool IsDenied(Attribution attribution) => Denying(attribution) is { } outer && outer.Speaker.Party != SpeakerOf(attribution).Party;

    /// <summary>The voice around an attribution by which it is said that it is not so: "denied that it had agreed to", "rejected claims that Norland wanted"; else null.</summary>
    private Voice? Denying(Attribution attribution) =>
        attribution.ParentId is { } id && _byId.TryGetValue(id, out Attribution? parent)
        && parent.Cue[0].Start < attribution.Cue[0].Start
        && Read(parent) is { Sign: < 0, IsSilent: false } outer && (outer.Cues.Any(c => c.Operator.Act is Act.Deny) || IsTelling(parent, attribution))
            ? outer
            : null;

    /// <summary>"rejected | claims that", "dismissed | the report that": what is turned down is that something is told.</summary>
    private bool IsTelling(Attribution parent, Attribution attribution)
    {
        bool isTelling = false;
        WordRange content = _text.Words.RangeOf(parent.Content[0]);
        for (int i = _text.Words.RangeOf(parent.Cue[0]).Start; i < Math.Min(_text.Words.RangeOf(attribution.Cue[0]).Start, content.Start + CueReach); i++)
        {
            isTelling |= i + 1 < _text.Words.Count && _text.Words.Key(i + 1) == "that"
                && _text.Words.Key(i) is "claim" or "report" or "alleg" or "rumor" or "rumour" or "specul" or "assertion" or "assert" or "suggest" or "insinuation";
        }

        return isTelling;
    }

    /// <summary>The voice around <paramref name="attribution"/>, or null when the text itself tells it.</summary>
    public Voice? Around(Attribution attribution) =>
        attribution.ParentId is not null && _byId.TryGetValue(attribution.ParentId, out Attribution? parent) ? Read(parent) : null;

    /// <summary>Whether <paramref name="inner"/> is <paramref name="outer"/> or told inside it; of the narrator's voice (null) only the narrator's.</summary>
    public bool IsWithin(Attribution? inner, Attribution? outer)
    {
        for (int depth = 0; depth < DeepestNesting && inner is not null && outer is not null && inner != outer; depth++)
        {
            inner = inner.ParentId is null ? null : _byId.GetValueOrDefault(inner.ParentId);
        }

        return inner == outer;
    }

    /// <summary>"Berg and Orsk agreed": the others that the source names, joined by "and", "nor" or a comma.</summary>
    private List<Holder> PartnersOf(Attribution attribution, Holder speaker)
    {
        var partners = new List<Holder>();
        if (BothOf(attribution) is { Count: > 0 } both)
        {
            partners.AddRange(both.Skip(1).Select(o => new Holder(o.Name, o.PartyId, speaker.ReportedBy)));
            return partners;
        }

        if (attribution.JointSpeakers.Count > 0)
        {
            return [.. attribution.JointSpeakers.Skip(1).Select(member => new Holder(member.Name, member.PartyId, speaker.ReportedBy))];
        }

        if (Together(attribution) is { } all)
        {
            return [.. all.Partners];
        }

        foreach (ActorMatch named in NamedTogether(attribution))
        {
            if (named.PartyId != speaker.Party && !partners.Exists(p => p.Party == named.PartyId))
            {
                partners.Add(new Holder(named.Name, named.PartyId, speaker.ReportedBy));
            }
        }

        return partners;
    }

    /// <summary>The actors that a source joins by "and" or "nor", in text order; none when it names a single one.</summary>
    private List<ActorMatch> NamedTogether(Attribution attribution)
    {
        var named = new List<ActorMatch>();
        foreach (TextSpan source in attribution.Source)
        {
            WordRange range = _text.Words.RangeOf(source);
            bool joint = false;
            for (int i = range.Start; i < range.End; i++)
            {
                // "other states, among them Norland": what is said together with those not named.
                joint |= _text.Words.Key(i) is "and" or "nor" or "includ" or "notabl" || (_text.Words.Key(i) is "them" or "as" && i > range.Start && _text.Words.Key(i - 1) is "among" or "such");
            }

            for (int i = range.Start; joint && i < range.End; i++)
            {
                if (_text.MentionAt(i) is { } mention && mention.Words.Start == i && !_text.Words.IsPossessive(mention.Words.End - 1))
                {
                    named.Add(mention.Actor);
                }
            }
        }

        return named;
    }

    /// <summary>A minister who tells his own country's stance holds it himself; who tells another's only reports it.</summary>
    private Holder SpeakerOf(Attribution innermost)
    {
        Attribution attribution = FirstNamed(innermost);
        if (Together(attribution) is { } all)
        {
            return all.Speaker;
        }

        (string? party, string name) = NamedBy(attribution);
        Attribution? parent = attribution.ParentId is null ? null : _byId.GetValueOrDefault(attribution.ParentId);
        if (parent is null)
        {
            return InOwnText(attribution, name, party);
        }

        // "we regret and condemn it, the minister said": each level of the same party tells the minister's stance.
        while (parent.SpeakerParty == party && parent.ParentId is { } id && _byId.TryGetValue(id, out Attribution? above) && above.SpeakerParty == party)
        {
            parent = above;
        }

        return party is not null && parent.SpeakerParty == party && parent.Speaker is not null && !IsPerson(name, party)
            ? new Holder(parent.Speaker, party, null)
            : new Holder(name, party, parent.Speaker);
    }

    /// <summary>Party and name of whom the attribution itself gives for its speaker, of several the first.</summary>
    private (string? Party, string Name) NamedBy(Attribution attribution)
    {
        string? party = attribution.SpeakerParty;
        if (BothOf(attribution) is [var one, ..])
        {
            return (one.PartyId, one.Name);
        }

        string name = attribution.Speaker ?? NameOf(party) ?? "";
        if (attribution.JointSpeakers.Count > 0)
        {
            (party, name) = (attribution.JointSpeakers[0].PartyId, attribution.JointSpeakers[0].Name);
        }

        if (party is null && NamedTogether(attribution) is [ActorMatch first, ..])
        {
            return (first.PartyId, first.Name);
        }

        return party is null && !IsFirstPerson(attribution, isNamed: true) && NearestSpeaker.Find(_text, attribution) is { } near
            ? (near.PartyId, near.Name)
            : (party, name);
    }

    /// <summary>In a party's own text "we" is the party, and what it tells of another is its report.</summary>
    private Holder InOwnText(Attribution attribution, string name, string? party)
    {
        Holder? own = OwnAt(_text.Words.IndexAt(attribution.Cue[0].Start))?.Speaker;
        return own is null || own.Party == party ? new Holder(name, party, null)
            : party is null && IsFirstPerson(attribution) ? own
            : new Holder(name, party, own.Name);
    }

    /// <summary>The attribution itself, or the one around it whose words its "we" stands in.</summary>
    private Attribution FirstNamed(Attribution attribution)
    {
        for (int depth = 0; depth < DeepestNesting && attribution.SpeakerParty is null && IsFirstPerson(attribution); depth++)
        {
            if (attribution.ParentId is null || !_byId.TryGetValue(attribution.ParentId, out Attribution? parent))
            {
                break;
            }

            attribution = parent;
        }

        return attribution;
    }

    /// <summary>The voice of a text of several where "the parties" or "both sides" are all of them; null elsewhere.</summary>
    private Voice? Together(Attribution attribution) =>
        attribution is { SpeakerParty: null, Source: [var source] } && _text.Words.Span(_text.Words.RangeOf(source).End - 1).Of(_text.Words.Text) is "parties" or "Parties" or "sides"
            && OwnAt(_text.Words.IndexAt(attribution.Cue[0].Start)) is { Partners.Count: > 0 } own
            ? own
            : null;

    /// <summary>"We are ready", "to call for": inside another's words and without a name of its own it is that speaker's.</summary>
    private bool IsFirstPerson(Attribution attribution, bool isNamed = false) =>
        attribution.Source.Count == 0 ? !isNamed : _text.Words.Key(_text.Words.IndexAt(attribution.Source[0].Start)) is "we" or "i" or "our";

    /// <summary>The two whom "both sides" or "both" means where they say it; else none.</summary>
    private IReadOnlyList<ActorMatch> BothOf(Attribution attribution)
    {
        if (attribution.SpeakerParty is not null || _text.Opponents.Count == 0)
        {
            return [];
        }

        // "Both said | they wanted it".
        if (attribution is { Source: [var they], ParentId: { } id } && _text.Words.Key(_text.Words.IndexAt(they.Start)) == "they" && _byId.TryGetValue(id, out Attribution? parent) && parent.ParentId is null)
        {
            return BothOf(parent);
        }

        foreach (TextSpan source in attribution.Source)
        {
            WordRange range = _text.Words.RangeOf(source);
            if (JointPhrase.IsPronoun(_text.Words, range))
            {
                return Opponents.Before(_text, range.Start);
            }

            for (int i = range.Start; i < Math.Min(range.End, range.Start + JointPhrase.Length); i++)
            {
                if (JointPhrase.StartsAt(_text.Words, i))
                {
                    return _text.Opponents;
                }
            }
        }

        return [];
    }

    /// <summary>Whom a colleague tells of by name holds it: "the ministry said Berg would agree".</summary>
    private bool IsPerson(string name, string party) =>
        _codebook.Parties.Any(p => p.Id == party && p.People.Any(person => person.Name == name));

    private string? NameOf(string? party) => _codebook.Parties.FirstOrDefault(p => p.Id == party)?.Name;
}
